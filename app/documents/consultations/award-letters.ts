// The letters that follow a decision on a lot, one per candidate: own rank and points, never another one's prices.
import type { AwardCatalogue, AwardSentenceId } from 'catalog/award/types';
import type { AwardBasis, AwardCandidate, DecidingBody, LotOutcome } from '~/domain/consultations/award';
import { type LetterTo, pointsBeside } from '~/domain/consultations/award-letters';
import { limitedCandidates, limitText } from '~/domain/consultations/award-limits';
import type { Publication } from '~/domain/consultations/publication';
import { procedureLabels } from '~/domain/consultations/sentences';
import type { Standstill } from '~/domain/consultations/standstill';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatMoment, formatPoints } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { Block, DocumentModel } from '../blocks';
import { typographic } from './typography';

export const awardLettersTemplateVersion = '2026-11-23';

export interface AwardLetterFacts {
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string | undefined;
  readonly publication: Publication;
  readonly lot: { readonly number: number; readonly title: string; readonly maximumNet: Cents };
  readonly decision: {
    readonly outcome: LotOutcome;
    readonly body: DecidingBody;
    readonly decidedOn: Day;
    readonly reason: string | null;
    readonly signatory: string;
  };
  readonly basis: AwardBasis;
  readonly awardee: AwardCandidate | undefined;
  readonly to: LetterTo;
  readonly plannedOn: Day;
  readonly electronic: boolean;
  /** What the sending on the planned day starts; undefined where no standstill is due. */
  readonly standstill: Standstill | undefined;
  readonly certificatesDue: Day;
  readonly court: string;
  readonly contactEmail: string;
  /** Days in which reasons are given on request (CCP R2181-2 and R2181-4). */
  readonly reasonsDays: number;
  readonly catalogue: AwardCatalogue;
}

const titles: Readonly<Record<LetterTo['kind'], string>> = {
  award: 'Votre offre est retenue',
  rejection: 'Votre offre n’est pas retenue',
  elimination: 'Votre offre est écartée',
  inadmissible: 'Votre candidature est irrecevable',
  late: 'Votre offre est arrivée hors délai',
  withoutFollowUp: 'La procédure est déclarée sans suite',
  unsuccessful: 'La procédure est déclarée infructueuse',
};

const hundredths = (value: number | null) => (value === null ? 'sans note' : formatPoints(value));
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: typographic(text) });

function sentence({ catalogue, reasonsDays }: AwardLetterFacts, id: AwardSentenceId): Block {
  return paragraph(catalogue.sentences[id].text.replace('{reasonsDays}', String(reasonsDays)));
}

const deciders: Readonly<Record<DecidingBody, string>> = {
  cao: 'la commission d’appel d’offres',
  executive: 'l’exécutif du syndicat, par délégation',
};

function opening({ publication, lot, decision }: AwardLetterFacts): Block[] {
  const { content } = publication;
  return [
    {
      kind: 'facts',
      entries: [
        { label: 'Consultation', value: `${content.reference}, ${typographic(content.object)}` },
        { label: 'Procédure', value: procedureLabels[content.procedure] },
        { label: 'Lot', value: `${lot.number}, ${typographic(lot.title)}` },
        { label: 'Décision', value: `du ${formatDay(decision.decidedOn)}, prise par ${deciders[decision.body]}` },
      ],
    },
    { kind: 'paragraph', text: 'Madame, Monsieur,' },
  ];
}

function awardBlocks(facts: AwardLetterFacts): Block[] {
  const { lot, awardee, certificatesDue, catalogue, standstill } = facts;
  const always = catalogue.certificates.filter((one) => one.always);
  const ifConcerned = catalogue.certificates.filter((one) => !one.always);
  const item = ({ label, article }: { label: string; article: string }) => typographic(`${label} (${article})`);
  return [
    paragraph(
      `Votre offre pour le lot ${lot.number} est retenue, aux prix de votre bordereau, dans la limite du maximum de ${formatCents(lot.maximumNet)} HT${awardee ? `. Elle est classée ${awardee.rank === 1 ? 'première' : `${awardee.rank}e`}, avec ${hundredths(awardee.total)} points sur 100` : ''}.`,
    ),
    { kind: 'heading', level: 2, text: 'Pièces à transmettre' },
    paragraph(`Transmettez par le profil d’acheteur, au plus tard le ${formatDay(certificatesDue)} :`),
    { kind: 'list', items: always.map(item) },
    paragraph('et, si vous êtes concerné :'),
    { kind: 'list', items: ifConcerned.map(item) },
    sentence(facts, 'certificates'),
    paragraph(
      standstill
        ? `Le marché ne peut être signé avant le ${formatDay(standstill.signableFrom)}, pour des courriers envoyés le ${formatDay(facts.plannedOn)} (${standstill.article}).`
        : 'Le marché vous sera notifié après sa signature.',
    ),
    sentence(facts, 'awardIsNoContract'),
  ];
}

function choiceReason({ decision, awardee, basis }: AwardLetterFacts): string {
  const total = awardee ? hundredths(awardee.total) : '';
  const among =
    limitedCandidates(basis).length === 0
      ? ''
      : ', parmi celles des candidats qui n’ont pas atteint le nombre maximal de lots';
  return (
    decision.reason ??
    `L’offre de ${awardee?.candidate ?? ''} est l’offre économiquement la plus avantageuse au regard des critères annoncés${among}, avec ${total} points sur 100.`
  );
}

function pointsTable({ basis, awardee }: AwardLetterFacts, own: AwardCandidate): Block[] {
  if (!awardee) return [];
  return [
    {
      kind: 'table',
      caption: 'Notes obtenues',
      columns: [
        { label: 'Critère', width: 5 },
        { label: 'Note maximale', align: 'right', width: 2 },
        { label: 'Votre offre', align: 'right', width: 2 },
        { label: 'Offre retenue', align: 'right', width: 2 },
      ],
      rows: pointsBeside(basis, own, awardee).map(({ label, weight, own: mine, awardee: theirs }) => [
        typographic(label),
        String(weight),
        hundredths(mine),
        hundredths(theirs),
      ]),
      totals: [['Total', '100', hundredths(own.total), hundredths(awardee.total)]],
    },
  ];
}

function reasonsList({ basis }: AwardLetterFacts, own: AwardCandidate): Block[] {
  const items = basis.criteria.flatMap(({ label }, index) =>
    (own.reasons[index] ?? []).map((reason) => typographic(`${label} : ${reason}`)),
  );
  return items.length === 0
    ? []
    : [
        { kind: 'paragraph', text: 'Appréciations portées sur votre offre\u202f:' },
        { kind: 'list', items },
      ];
}

function standstillBlock(facts: AwardLetterFacts): Block {
  const { standstill, plannedOn, publication } = facts;
  if (publication.content.procedure !== 'openCall') return sentence(facts, 'noStandstill');
  if (!standstill) return paragraph('Le marché peut être signé sans délai de suspension (CCP R2182-2).');
  return {
    kind: 'notice',
    tone: 'plain',
    title: 'Date de signature',
    text: `Le marché est susceptible d’être signé à compter du ${formatDay(standstill.signableFrom)}\u202f: un délai de suspension de ${standstill.days} jours court à compter de l’envoi de cette lettre, le ${formatDay(plannedOn)} (${standstill.article}).`,
  };
}

const tied = ({ ranking }: AwardBasis) => ranking.filter(({ rank }) => rank === 1).length > 1;

function rejectionBlocks(facts: AwardLetterFacts): Block[] {
  const { to, basis, awardee, publication, decision } = facts;
  const formal = publication.content.procedure === 'openCall';
  const own = basis.ranking.find(({ depositId }) => depositId === to.depositId);
  const aside = basis.setAside.find(({ depositId }) => depositId === to.depositId);
  const first = sentence(facts, formal ? 'rejectionFormal' : 'rejectionAdapted');
  // In an adapted procedure, the name of the winner is owed to admissible offers only (R2181-2).
  const named = awardee && (formal || own !== undefined) && decision.outcome === 'awarded';
  return [
    first,
    { kind: 'heading', level: 2, text: 'Motifs du rejet' },
    ...(own
      ? [
          paragraph(
            `Votre offre est classée ${own.rank === 1 ? (tied(basis) ? 'première à égalité' : 'première') : `${own.rank}e`} sur ${basis.ranking.length} offres, avec ${hundredths(own.total)} points sur 100.`,
          ),
          ...(own.holds && own.holds.length > 0 ? [paragraph(limitText(own, basis))] : []),
          ...pointsTable(facts, own),
          ...reasonsList(facts, own),
        ]
      : []),
    ...(aside?.why === 'late'
      ? [
          paragraph(
            `Votre offre est parvenue après la date et l’heure limites (${formatMoment(publication.deadline, publication.deadlineTime)}) : elle est éliminée sans être ouverte (CCP R2151-5).`,
          ),
        ]
      : []),
    ...(aside?.why === 'eliminated'
      ? [
          paragraph('Votre offre est éliminée et n’est pas classée (CCP L2152-1 et R2152-1), pour ces motifs :'),
          { kind: 'list', items: aside.reasons.map(typographic) } as const,
        ]
      : []),
    ...(aside?.why === 'inadmissible'
      ? [
          paragraph(
            'Votre candidature est irrecevable et votre offre n’est pas examinée (CCP R2144-7), pour ces motifs :',
          ),
          { kind: 'list', items: aside.reasons.map(typographic) } as const,
        ]
      : []),
    ...(named
      ? ([
          { kind: 'heading', level: 2, text: 'Offre retenue' },
          paragraph(`Attributaire : ${awardee.candidate}. ${choiceReason(facts)}`),
        ] as const)
      : []),
    ...(decision.outcome === 'unsuccessful' ? [sentence(facts, 'unsuccessful')] : [standstillBlock(facts)]),
    ...(own ? [sentence(facts, 'moreOnRequest')] : []),
    sentence(facts, 'secrets'),
  ];
}

function closedBlocks(facts: AwardLetterFacts): Block[] {
  const { decision } = facts;
  const kind = decision.outcome === 'unsuccessful' ? 'unsuccessful' : 'withoutFollowUp';
  return [sentence(facts, kind), paragraph(`Motifs : ${decision.reason ?? ''}`)];
}

function remedyBlocks(facts: AwardLetterFacts): Block[] {
  const { to, court, catalogue, contactEmail, decision } = facts;
  const closed = decision.outcome !== 'awarded';
  const ids: readonly AwardSentenceId[] =
    to.kind === 'award' ? [] : closed ? ['excess'] : ['interimBefore', 'interimAfter', 'validity'];
  if (ids.length === 0) return [paragraph(`Pour toute question : ${contactEmail}.`)];
  return [
    { kind: 'heading', level: 2, text: 'Voies et délais de recours' },
    paragraph(`Juridiction compétente : ${court}, où se renseigner sur l’introduction des recours.`),
    { kind: 'list', items: ids.map((id) => typographic(catalogue.sentences[id].text)) },
    paragraph(`Pour toute question : ${contactEmail}.`),
  ];
}

/** A letter to one candidate, for PDF and DOCX alike. */
export function awardLetterModel(facts: AwardLetterFacts): DocumentModel {
  const { to, publication, lot, decision } = facts;
  const closed = to.kind === 'withoutFollowUp' || to.kind === 'unsuccessful';
  return {
    title: titles[to.kind],
    subtitle: typographic(`Lot ${lot.number} : ${lot.title}`),
    reference: publication.content.reference,
    issuer: facts.issuer,
    date: facts.plannedOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    blocks: [
      {
        kind: 'parties',
        parties: [
          {
            role: facts.electronic ? 'À, par le profil d’acheteur' : 'À',
            name: to.candidate,
            lines: [`SIRET ${to.siret}`],
          },
        ],
      },
      ...opening(facts),
      ...(to.kind === 'award' ? awardBlocks(facts) : closed ? closedBlocks(facts) : rejectionBlocks(facts)),
      ...remedyBlocks(facts),
      { kind: 'signature', parties: [{ role: 'Pour le syndicat', name: decision.signatory, note: 'Signature' }] },
    ],
  };
}
