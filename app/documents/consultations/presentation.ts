// The presentation report of a procedure, in the order of CCP R2184-2 and R2184-3, each item under its article.
import type { PresentationItem, PresentationItemId } from 'catalog/award/types';
import { type AwardBasis, type LotOutcome, outcomeLabels } from '~/domain/consultations/award';
import { limitedCandidates, limitText } from '~/domain/consultations/award-limits';
import type { PresentationAnswers } from '~/domain/consultations/presentation';
import { mediumLabels, type Publication } from '~/domain/consultations/publication';
import { procedureLabels } from '~/domain/consultations/sentences';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatDay, formatMoment, formatPoints } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { Block, DocumentModel } from '../blocks';
import { typographic } from './typography';

export const presentationTemplateVersion = '2026-11-23';

export interface PresentedCandidacy {
  readonly candidate: string;
  readonly siret: string;
  readonly admitted: boolean;
  readonly lots: readonly number[];
  /** What was decided of the candidacy, in sentences. */
  readonly said: readonly string[];
}

export interface PresentedLot {
  readonly number: number;
  readonly title: string;
  readonly maximumNet: Cents;
  readonly outcome: LotOutcome;
  readonly decidedOn: Day;
  readonly reason: string | null;
  readonly depositId: string | null;
  /** Total of the chosen offer over the published quantities, net. */
  readonly offerNet: Cents | null;
  readonly contractNumber: string | null;
  readonly basis: AwardBasis;
}

export interface PresentationFacts {
  readonly version: number;
  readonly issuedOn: Day;
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string;
  readonly publication: Publication;
  readonly valueNet: Cents;
  readonly formalNet: Cents;
  readonly due: boolean;
  readonly buyers: number;
  readonly allotment: string;
  /** The conditions of execution chosen, in sentences. */
  readonly conditions: readonly string[];
  readonly candidacies: readonly PresentedCandidacy[];
  readonly lots: readonly PresentedLot[];
  readonly answers: PresentationAnswers;
  readonly items: Readonly<Record<PresentationItemId, PresentationItem>>;
  readonly duty: { readonly article: string };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: typographic(text) });
const list = (items: readonly string[], none: string): Block =>
  items.length === 0 ? paragraph(none) : { kind: 'list', items: items.map(typographic) };
const points = (total: number | null) => (total === null ? 'sans note' : `${formatPoints(total)} points sur 100`);
const rankText = (rank: number | null) => (rank === 1 ? 'première' : `${rank ?? 'non'}e`);

function buyerBlocks(facts: PresentationFacts): Block[] {
  const { issuer, publication, valueNet, formalNet, due, duty, buyers, lots } = facts;
  const { content, sentOn, media, deadline, deadlineTime, noticeReference } = publication;
  return [
    {
      kind: 'facts',
      entries: [
        { label: 'Pouvoir adjudicateur', value: [issuer.name, ...issuer.lines].join('\n') },
        { label: 'Objet', value: typographic(content.object) },
        { label: 'Bénéficiaires', value: `${formatCount(buyers)} acheteurs identifiés (CCP R2162-6)` },
        { label: 'Valeur du besoin', value: `${formatCents(valueNet)} HT, tous lots et reconductions comprises` },
        { label: 'Procédure', value: procedureLabels[content.procedure] },
        {
          label: 'Avis',
          value: `envoyé le ${formatDay(sentOn)}, ${media.map((medium) => mediumLabels[medium]).join(', ')}${noticeReference === null ? '' : ` (${noticeReference})`}`,
        },
        { label: 'Réception des offres', value: `jusqu’au ${formatMoment(deadline, deadlineTime)}` },
      ],
    },
    paragraph(
      due
        ? `Le rapport est exigé : la valeur du besoin atteint le seuil européen de ${formatCents(formalNet)} HT (${duty.article}).`
        : `Le rapport est établi à l’initiative de l’acheteur : la valeur du besoin est inférieure au seuil européen de ${formatCents(formalNet)} HT (${duty.article}).`,
    ),
    {
      kind: 'table',
      caption: 'Lots',
      columns: [
        { label: 'Lot' },
        { label: 'Intitulé', width: 4 },
        { label: 'Maximum HT', width: 3, align: 'right' },
        { label: 'Offres reçues dans le délai', width: 2, align: 'right' },
        { label: 'Issue', width: 2 },
      ],
      rows: lots.map(({ number, title, maximumNet, outcome, basis }) => [
        String(number),
        typographic(title),
        formatCents(maximumNet),
        formatCount(basis.ranking.length + basis.setAside.filter(({ why }) => why !== 'late').length),
        outcomeLabels[outcome],
      ]),
    },
  ];
}

function excludedBlocks({ candidacies }: PresentationFacts): Block[] {
  const excluded = candidacies.filter(({ admitted }) => !admitted);
  return [
    list(
      excluded.map(({ candidate, siret, said }) => `${candidate} (SIRET ${siret}) : ${said.join(' ')}`),
      'Aucun.',
    ),
  ];
}

function selectedBlocks({ candidacies }: PresentationFacts): Block[] {
  const selected = candidacies.filter(({ admitted }) => admitted);
  return [
    paragraph(
      'Les candidatures ci-dessous sont recevables : pièces demandées au règlement remises, ou complétées, sans motif d’exclusion relevé, et capacités suffisantes.',
    ),
    list(
      selected.map(
        ({ candidate, siret, lots, said }) =>
          `${candidate} (SIRET ${siret}), lot(s) ${lots.join(', ')}${said.length === 0 ? '' : ` : ${said.join(' ')}`}`,
      ),
      'Aucun.',
    ),
  ];
}

const lotHeading = ({ number, title }: PresentedLot): Block => ({
  kind: 'heading',
  level: 2,
  text: typographic(`Lot ${number} : ${title}`),
});

function rejectedBlocks({ lots, publication }: PresentationFacts): Block[] {
  return lots.flatMap((lot): Block[] => {
    const { basis, depositId, outcome } = lot;
    const ranked = basis.ranking
      .filter((one) => one.depositId !== depositId)
      .map((one) => {
        const limited = limitedCandidates(basis).includes(one) ? ` ${limitText(one, basis)}` : '';
        const why =
          outcome === 'awarded'
            ? `classée ${rankText(one.rank)} avec ${points(one.total)}.`
            : `classée ${rankText(one.rank)} avec ${points(one.total)} ; le lot est ${outcomeLabels[outcome].toLowerCase()}.`;
        return `${one.candidate} (SIRET ${one.siret}) : offre de ${formatCents(one.priceNet)} HT, ${why}${limited}`;
      });
    const aside = basis.setAside
      .filter(({ why }) => why !== 'inadmissible')
      .map(({ candidate, siret, why, reasons }) => {
        const late = `offre reçue après le ${formatMoment(publication.deadline, publication.deadlineTime)} (CCP R2151-5).`;
        return `${candidate} (SIRET ${siret}) : ${why === 'late' ? late : reasons.join(' ') || 'offre éliminée.'}`;
      });
    return [lotHeading(lot), list([...ranked, ...aside], 'Aucun.')];
  });
}

function holderBlocks({ lots, answers }: PresentationFacts): Block[] {
  const awarded = lots.filter(({ outcome }) => outcome === 'awarded');
  if (awarded.length === 0) return [paragraph('Aucun lot n’est attribué.')];
  return awarded.flatMap((lot): Block[] => {
    const { number, basis, depositId, decidedOn, offerNet, reason, contractNumber } = lot;
    const holder = basis.ranking.find((one) => one.depositId === depositId);
    if (!holder) return [];
    return [
      lotHeading(lot),
      {
        kind: 'facts',
        entries: [
          { label: 'Titulaire', value: `${holder.candidate} (SIRET ${holder.siret})` },
          { label: 'Décision', value: `du ${formatDay(decidedOn)}` },
          { label: 'Marché', value: contractNumber ?? 'non signé à ce jour' },
          { label: 'Montant estimatif de l’offre', value: offerNet === null ? '–' : `${formatCents(offerNet)} HT` },
          {
            label: 'Motifs du choix',
            value: typographic(
              `Offre classée ${rankText(holder.rank)} sur ${basis.ranking.length}, avec ${points(holder.total)}, au regard des critères annoncés.${reason === null ? '' : ` ${reason}`}`,
            ),
          },
          {
            label: 'Sous-traitance',
            value: typographic(
              answers.subcontracting[String(number)] ?? 'Part et sous-traitants non connus à ce jour.',
            ),
          },
        ],
      },
    ];
  });
}

function abandonmentBlocks({ lots }: PresentationFacts): Block[] {
  const closed = lots.filter(({ outcome }) => outcome !== 'awarded');
  return [
    list(
      closed.map(
        ({ number, title, outcome, reason, decidedOn }) =>
          `Lot ${number}, ${title} : ${outcomeLabels[outcome].toLowerCase()} le ${formatDay(decidedOn)}. ${reason ?? ''}`,
      ),
      'Sans objet : tous les lots sont attribués.',
    ),
  ];
}

/** The report as one model, for PDF and DOCX alike; the last item holds what the buyer adds. */
export function presentationModel(facts: PresentationFacts): DocumentModel {
  const { publication, answers, items, allotment, conditions } = facts;
  const { content } = publication;
  const formal = content.procedure === 'openCall';
  const said: readonly (readonly [PresentationItemId, readonly Block[]])[] = [
    ['buyer', buyerBlocks(facts)],
    ['excluded', excludedBlocks(facts)],
    ['selected', selectedBlocks(facts)],
    ['rejected', rejectedBlocks(facts)],
    ['holder', holderBlocks(facts)],
    [
      'procedure',
      [
        paragraph(
          formal
            ? 'Sans objet : appel d’offres ouvert.'
            : `Sans objet : ${procedureLabels[content.procedure].toLowerCase()}, après publicité ou consultation.`,
        ),
      ],
    ],
    ['allotment', [paragraph(allotment)]],
    ['turnover', [paragraph('Sans objet : aucun chiffre d’affaires minimal n’est exigé.')]],
    ['otherMeans', [paragraph('Sans objet : les offres sont remises par voie électronique sur le profil d’acheteur.')]],
    ['priorExchanges', [paragraph(answers.priorExchanges)]],
    ['conflicts', [paragraph(answers.conflicts)]],
    ['abandonment', abandonmentBlocks(facts)],
    ['conditions', [list(conditions, 'Aucune.')]],
  ];
  return {
    title: 'Rapport de présentation',
    subtitle: typographic(content.object),
    reference: `${content.reference} · rapport de présentation, version ${facts.version}`,
    issuer: facts.issuer,
    date: facts.issuedOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    blocks: [
      ...said.flatMap(([id, blocks], index): Block[] => [
        {
          kind: 'article',
          number: String(index + 1),
          title: typographic(`${items[id].label} (${items[id].article})`),
        },
        ...blocks,
      ]),
      ...(answers.more === null
        ? []
        : ([
            { kind: 'article', number: String(said.length + 1), title: 'Autres éléments' },
            paragraph(answers.more),
          ] as const)),
      { kind: 'signature', parties: [{ role: 'Pour le syndicat', note: 'Date, nom, qualité et signature' }] },
    ],
  };
}
