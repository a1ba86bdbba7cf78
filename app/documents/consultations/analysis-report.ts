// The analysis report of a consultation: facts of the procedure, then each lot with its offers, points and proposal.

import type { CheckResult } from '~/domain/checks/results';
import { type LotAnalysis, offerStateLabels } from '~/domain/consultations/analysis';
import { type CandidacyState, candidacyStateLabels } from '~/domain/consultations/candidacies';
import { type DepositStanding, standingLabels } from '~/domain/consultations/deposits';
import { designations, lotsBySize } from '~/domain/consultations/lot-limits';
import { findingSentence } from '~/domain/consultations/offer-sentences';
import { priceFormulaLabels } from '~/domain/consultations/price-formula';
import { mediumLabels, type Publication } from '~/domain/consultations/publication';
import { procedureLabels } from '~/domain/consultations/sentences';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatInstant, formatMoment } from '~/domain/shared/format';
import type { Block, DocumentModel } from '../blocks';
import { type AnalysedLotFacts, rankingBlocks } from './analysis-ranking';
import { criterionRows } from './inserts';
import { typographic } from './typography';

export const analysisReportTemplateVersion = '2026-11-23';

export interface AnalysisReportFacts {
  readonly version: number;
  readonly issuedOn: Day;
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string;
  readonly publication: Publication;
  /** What the framework checks answered when the published version of the file was made. */
  readonly checks: readonly { readonly answer: CheckResult['answer']; readonly said: string }[];
  readonly present: string;
  readonly openedAt: string;
  readonly register: readonly {
    readonly candidate: string;
    readonly siret: string;
    readonly day: Day;
    readonly time: string;
    readonly lots: readonly number[];
    readonly standing: DepositStanding;
  }[];
  /** What was asked and decided of each candidacy examined, in order. */
  readonly candidacies: readonly {
    readonly candidate: string;
    readonly state: CandidacyState;
    readonly steps: readonly {
      readonly kind: string;
      readonly at: string;
      readonly by: string;
      readonly said: string;
    }[];
  }[];
  readonly lots: readonly AnalysedLotFacts[];
}

function checkBlocks({ checks, publication }: Pick<AnalysisReportFacts, 'checks' | 'publication'>): Block[] {
  if (checks.length === 0) return [];
  const saidOf = (asked: CheckResult['answer']) =>
    checks.filter(({ answer }) => answer === asked).map(({ said }) => said);
  const [unmet, unknown] = [saidOf('unmet'), saidOf('unknown')];
  return [
    {
      kind: 'paragraph',
      text: `Contrôles du dossier publié (version ${publication.version}), tels que constatés à sa publication\u202f: ${saidOf('met').length} conformes, ${unmet.length} non conformes, ${unknown.length} non évaluables.`,
    },
    ...(unmet.length > 0 ? [{ kind: 'list', items: unmet.map(typographic) } as const] : []),
  ];
}

function procedureBlocks(facts: AnalysisReportFacts): Block[] {
  const { publication, register, candidacies, present, openedAt } = facts;
  const { content } = publication;
  return [
    { kind: 'article', number: '1', title: 'Rappel de la consultation' },
    {
      kind: 'facts',
      entries: [
        { label: 'Référence', value: content.reference },
        { label: 'Objet', value: typographic(content.object) },
        { label: 'Procédure', value: procedureLabels[content.procedure] },
        { label: 'Avis envoyé le', value: formatDay(publication.sentOn) },
        { label: 'Supports', value: publication.media.map((medium) => mediumLabels[medium]).join(', ') },
        {
          label: 'Date limite des offres',
          value: formatMoment(publication.deadline, publication.deadlineTime),
        },
        { label: 'Prix', value: priceFormulaLabels[content.priceFormula] },
      ],
    },
    {
      kind: 'table',
      caption: 'Critères et pondérations',
      columns: [
        { label: 'Critère', width: 5 },
        { label: 'Pondération', align: 'right' },
      ],
      rows: criterionRows(content.criteria),
    },
    ...checkBlocks(facts),
    { kind: 'article', number: '2', title: 'Plis et candidatures' },
    { kind: 'paragraph', text: `Plis ouverts le ${formatInstant(openedAt)}, en présence de ${present}.` },
    {
      kind: 'table',
      caption: 'Registre des dépôts',
      columns: [
        { label: 'Candidat', width: 3 },
        { label: 'Reçu le', width: 3 },
        { label: 'Lots' },
        { label: 'Sort', width: 3 },
      ],
      rows: register.map((deposit) => [
        `${deposit.candidate}\nSIRET ${deposit.siret}`,
        `${formatDay(deposit.day)} à ${deposit.time}`,
        deposit.lots.join(', '),
        standingLabels[deposit.standing],
      ]),
    },
    {
      kind: 'table',
      caption: 'Examen des candidatures (CCP R2144-1 à R2144-7)',
      columns: [
        { label: 'Candidat', width: 3 },
        { label: 'Candidature', width: 2 },
        { label: 'Décisions', width: 6 },
      ],
      rows: candidacies.map(({ candidate, state, steps }) => [
        candidate,
        candidacyStateLabels[state],
        steps.map(({ kind, at, by, said }) => `${kind}, ${formatInstant(at)}, ${by}. ${said}`.trim()).join('\n'),
      ]),
    },
  ];
}

function offerBlocks({ offers }: LotAnalysis): Block[] {
  return offers.flatMap((offer): Block[] => {
    const { candidate, state, assessed, steps, signs } = offer;
    const lines = [
      ...(offer.barred === null ? [] : [offer.barred]),
      ...(assessed?.findings ?? []).map(findingSentence),
      ...signs.map(({ label, limitNet }) => `Montant sous ${label} (${formatCents(limitNet)} HT).`),
      ...steps.map(({ at, text, by }) => `${formatInstant(at)}, ${by}\u202f: ${text}`),
    ];
    return [
      { kind: 'heading', level: 3, text: `${candidate}, offre ${offerStateLabels[state]}` },
      {
        kind: 'facts',
        entries: [
          { label: 'Bordereau lu', value: offer.offer?.fileName ?? 'aucun' },
          { label: 'Empreinte SHA-256', value: offer.offer?.sha256 ?? 'aucune' },
          {
            label: 'Montant déclaré HT',
            value: assessed?.declaredNet == null ? 'non lu' : formatCents(assessed.declaredNet),
          },
          {
            label: 'Montant recalculé HT',
            value: assessed?.recomputedNet == null ? 'incalculable' : formatCents(assessed.recomputedNet),
          },
        ],
      },
      ...(lines.length > 0 ? [{ kind: 'list', items: lines } as const] : []),
    ];
  });
}

/** The report as one model, for PDF and DOCX alike. */
export function analysisReportModel(facts: AnalysisReportFacts): DocumentModel {
  const { publication } = facts;
  const { content } = publication;
  const rules = designations({
    limit: content.lotLimits?.awards ?? null,
    order: lotsBySize(content.lots),
    rankings: new Map(
      facts.lots.map(({ analysis }) => [
        analysis.lot.number,
        analysis.ranking.map(({ offerId, rank }) => ({ depositId: offerId, rank })),
      ]),
    ),
    decided: new Map(),
  });
  return {
    title: 'Rapport d’analyse des offres',
    subtitle: typographic(publication.content.object),
    reference: `${publication.content.reference} · rapport version ${facts.version}`,
    issuer: facts.issuer,
    date: facts.issuedOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    orientation: 'landscape',
    blocks: [
      ...procedureBlocks(facts),
      ...facts.lots.flatMap((lot, index): Block[] => [
        {
          kind: 'article',
          number: String(index + 3),
          title: `Lot ${lot.analysis.lot.number}\u202f: ${typographic(lot.analysis.lot.title)}`,
        },
        { kind: 'heading', level: 2, text: 'Offres' },
        ...offerBlocks(lot.analysis),
        { kind: 'heading', level: 2, text: 'Classement' },
        ...rankingBlocks(lot, publication, rules.get(lot.analysis.lot.number)),
      ]),
    ],
  };
}
