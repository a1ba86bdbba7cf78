// The minutes of the CAO and the decision on lots: who decided what, with which votes, on which ranking.
import type { AwardCatalogue } from 'catalog/award/types';
import {
  type AwardBasis,
  outcomeLabels,
  type ProposedDecision,
  quorumOf,
  type Session,
} from '~/domain/consultations/award';
import { limitedCandidates, limitText } from '~/domain/consultations/award-limits';
import type { Publication } from '~/domain/consultations/publication';
import { procedureLabels } from '~/domain/consultations/sentences';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatPoints } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { Block, DocumentModel } from '../blocks';
import { typographic } from './typography';

export const awardActsTemplateVersion = '2026-11-23';

export interface AwardActFacts {
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string | undefined;
  readonly publication: Publication;
  readonly session: Session;
  readonly reportVersion: number;
  readonly reportOn: Day;
  /** Until when the offers bind the candidates. */
  readonly validUntil: Day;
  readonly lots: readonly {
    readonly number: number;
    readonly title: string;
    readonly maximumNet: Cents;
    readonly decision: ProposedDecision;
    readonly basis: AwardBasis;
  }[];
  readonly catalogue: AwardCatalogue;
}

type Lot = AwardActFacts['lots'][number];

const hundredths = (value: number | null) => (value === null ? 'sans note' : formatPoints(value));

function frame(facts: AwardActFacts, title: string): Omit<DocumentModel, 'blocks'> {
  const { content } = facts.publication;
  return {
    title,
    subtitle: typographic(content.object),
    reference: content.reference,
    issuer: facts.issuer,
    date: facts.session.decidedOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
  };
}

function consultationFacts({ publication, reportVersion, reportOn, validUntil }: AwardActFacts): Block {
  const { content } = publication;
  return {
    kind: 'facts',
    entries: [
      { label: 'Consultation', value: `${content.reference}, ${typographic(content.object)}` },
      { label: 'Procédure', value: procedureLabels[content.procedure] },
      { label: 'Avis envoyé le', value: formatDay(publication.sentOn) },
      { label: 'Offres reçues jusqu’au', value: formatDay(publication.deadline) },
      { label: 'Offres valables jusqu’au', value: formatDay(validUntil) },
      { label: 'Rapport d’analyse', value: `version ${reportVersion} du ${formatDay(reportOn)}` },
    ],
  };
}

function rankingBlocks({ basis }: Lot): Block[] {
  const ranking: Block[] =
    basis.ranking.length === 0
      ? [{ kind: 'paragraph', text: 'Aucune offre classée.' }]
      : [
          {
            kind: 'table',
            columns: [
              { label: 'Rang' },
              { label: 'Candidat', width: 4 },
              { label: 'Note /100', align: 'right', width: 2 },
              { label: 'Montant estimatif HT', align: 'right', width: 3 },
            ],
            rows: basis.ranking.map(({ rank, candidate, total, priceNet }) => [
              String(rank ?? ''),
              candidate,
              hundredths(total),
              formatCents(priceNet),
            ]),
          },
        ];
  const aside = basis.setAside.map(
    ({ candidate, why, reasons }) =>
      `${candidate}\u202f: ${why === 'late' ? 'offre reçue hors délai (CCP R2151-5)' : reasons.join(' ') || 'offre écartée'}`,
  );
  const limited = limitedCandidates(basis).map((one) => `${one.candidate}\u202f: ${limitText(one, basis)}`);
  return [
    ...ranking,
    ...(limited.length > 0 ? [{ kind: 'list', items: limited.map(typographic) } as const] : []),
    ...(aside.length > 0
      ? ([
          { kind: 'paragraph', text: 'Offres non classées\u202f:' },
          { kind: 'list', items: aside },
        ] as const)
      : []),
  ];
}

function decisionText({ decision, basis, maximumNet }: Lot): string {
  const { outcome, depositId } = decision;
  const chosen = basis.ranking.find((one) => one.depositId === depositId);
  if (outcome !== 'awarded' || !chosen) return `Le lot est déclaré ${outcomeLabels[outcome].toLowerCase()}.`;
  return `Le lot est attribué à ${chosen.candidate} (SIRET ${chosen.siret}), aux prix de son bordereau, dans la limite du maximum de ${formatCents(maximumNet)} HT. Montant estimatif de son offre\u202f: ${formatCents(chosen.priceNet)} HT.`;
}

function reasonBlocks({ decision }: Lot): Block[] {
  return decision.reason === null ? [] : [{ kind: 'paragraph', text: `Motifs\u202f: ${typographic(decision.reason)}` }];
}

const lotHeading = (lot: Lot, number: number): Block => ({
  kind: 'article',
  number: String(number),
  title: `Lot ${lot.number}\u202f: ${typographic(lot.title)}`,
});

/** The minutes of a meeting of the CAO. */
export function caoMinutesModel(facts: AwardActFacts): DocumentModel {
  const { session, lots, catalogue } = facts;
  const { convenedOn, votingMembers, voting, advisory, secondConvocation, minutes } = session;
  const members = votingMembers ?? 0;
  const quorum = secondConvocation
    ? 'seconde convocation, sans condition de quorum'
    : `${quorumOf(members)} membres à voix délibérative sur ${members}\u202f; ${voting.length} présents\u202f: quorum atteint`;
  return {
    ...frame(facts, 'Procès-verbal de la commission d’appel d’offres'),
    blocks: [
      { kind: 'article', number: '1', title: 'Réunion' },
      {
        kind: 'facts',
        entries: [
          { label: 'Réunie le', value: formatDay(session.decidedOn) },
          { label: 'Convoquée le', value: convenedOn === null ? 'date inconnue' : formatDay(convenedOn) },
          { label: 'Quorum', value: `${quorum} (${catalogue.quorum.article})` },
        ],
      },
      { kind: 'paragraph', text: [{ text: 'Membres à voix délibérative présents', bold: true }] },
      { kind: 'list', items: voting },
      ...(advisory.length > 0
        ? ([
            { kind: 'paragraph', text: [{ text: 'Membres à voix consultative présents', bold: true }] },
            { kind: 'list', items: advisory },
          ] as const)
        : []),
      { kind: 'article', number: '2', title: 'Consultation examinée' },
      consultationFacts(facts),
      ...(minutes === null ? [] : ([{ kind: 'paragraph', text: typographic(minutes) }] as const)),
      ...lots.flatMap((lot, index): Block[] => {
        const { votes } = lot.decision;
        return [
          lotHeading(lot, index + 3),
          ...rankingBlocks(lot),
          { kind: 'notice', tone: 'plain', title: 'Décision', text: decisionText(lot) },
          ...reasonBlocks(lot),
          ...(votes
            ? ([
                {
                  kind: 'paragraph',
                  text: `Vote\u202f: ${votes.votesFor} pour, ${votes.votesAgainst} contre, ${votes.abstentions} abstention(s).`,
                },
              ] as const)
            : []),
        ];
      }),
      {
        kind: 'signature',
        parties: [
          { role: 'Le président de la commission', name: session.signatory, note: 'Signature' },
          { role: 'Les membres à voix délibérative', note: 'Signatures' },
        ],
      },
    ],
  };
}

/** The decision on lots: of the CAO, or of the executive by delegation. */
export function awardDecisionModel(facts: AwardActFacts): DocumentModel {
  const { session, lots, publication } = facts;
  const cao = session.body === 'cao';
  const grounds = [
    `Vu le code de la commande publique, notamment ses articles R2152-1 à R2152-13${publication.content.procedure === 'openCall' ? ' et R2161-2 à R2161-5' : ' et R2123-1 à R2123-7'}\u202f;`,
    cao
      ? `Vu le procès-verbal de la commission d’appel d’offres du ${formatDay(session.decidedOn)} (CGCT L1414-2)\u202f;`
      : `Vu la délégation\u202f: ${session.reference ?? ''}\u202f;`,
    `Vu le rapport d’analyse des offres, version ${facts.reportVersion}, du ${formatDay(facts.reportOn)}\u202f;`,
  ];
  return {
    ...frame(facts, 'Décision d’attribution'),
    blocks: [
      consultationFacts(facts),
      { kind: 'list', items: grounds },
      { kind: 'heading', level: 2, text: 'Décide' },
      ...lots.flatMap((lot, index): Block[] => [
        lotHeading(lot, index + 1),
        { kind: 'paragraph', text: decisionText(lot) },
        ...reasonBlocks(lot),
        ...rankingBlocks(lot),
      ]),
      {
        kind: 'paragraph',
        text: 'La décision est notifiée aux candidats. Le marché n’est conclu qu’à sa signature, et n’oblige qu’à sa notification.',
      },
      { kind: 'signature', parties: [{ role: 'Signataire', name: session.signatory, note: 'Date et signature' }] },
    ],
  };
}
