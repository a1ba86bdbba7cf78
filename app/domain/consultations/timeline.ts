// Every dated duty of the open procedures on one line: whose it is, by which text, and whether it is done, due or late.
import type { AwardCatalogue } from 'catalog/award/types';
import type { ThresholdCatalogue } from 'catalog/thresholds/types';
import { addDays, type Day } from '~/domain/shared/day';
import { inForce } from './in-force';
import type { Procedure } from './procedure';
import { lastAnswerDay } from './publication';
import { type ContractActs, contractEntries } from './timeline-contracts';
import { type TimelineEntry, type TimelineLine, textOf, timelineEntry, timelineLines } from './timeline-entries';

export interface CampaignDates {
  readonly id: string;
  readonly title: string;
  readonly closesOn: Day;
  /** The day it was closed before its term, or its needs frozen. */
  readonly closedOn: Day | null;
  /** For a commune, the day its own answer was signed, null while it is not; undefined for the syndicat. */
  readonly answeredOn?: Day | null | undefined;
}

export interface ConsultationDates {
  readonly id: string;
  readonly reference: string;
  readonly procedure: Procedure | null;
  readonly launchOn: Day;
  readonly urgent: boolean;
  readonly published: {
    /** Sending of the first notice. */
    readonly sentOn: Day;
    readonly deadline: Day;
    readonly offersValidityDays: number;
    readonly lots: readonly number[];
  } | null;
  readonly unansweredQuestions: number;
  /** A longer validity that the candidates accepted. */
  readonly extendedUntil: Day | null;
  /** The decision that holds on each lot, and the first day of signature that its letters leave; null before sending. */
  readonly decisions: readonly { readonly lot: number; readonly decidedOn: Day; readonly signableFrom: Day | null }[];
}

export interface AccordCadreDates {
  readonly id: string;
  readonly reference: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

export interface TimelineFacts {
  readonly campaigns: readonly CampaignDates[];
  readonly consultations: readonly ConsultationDates[];
  readonly contracts: readonly ContractActs[];
  /** Those that no contract above opened. */
  readonly accordsCadres: readonly AccordCadreDates[];
  /** What was noted as done by hand, by entry. */
  readonly done: ReadonlyMap<string, Day>;
  readonly thresholds: ThresholdCatalogue;
  readonly award: AwardCatalogue;
}

function ofCampaign(
  { id, title, closesOn, closedOn, answeredOn }: CampaignDates,
  { award }: TimelineFacts,
): TimelineEntry[] {
  const known = { id: `campaign-${id}`, kind: 'campaign', subject: title, consultationId: null, on: closesOn } as const;
  const { article, confidence } = award.timeline.needs;
  if (answeredOn !== undefined) {
    const to = `/campagnes/${id}/reponse`;
    return [
      timelineEntry({
        ...known,
        label: 'Signer la réponse',
        owner: 'commune',
        to,
        article,
        confidence,
        doneOn: answeredOn,
      }),
    ];
  }
  const label = 'Fin du recensement';
  const to = `/campagnes/${id}`;
  return [
    timelineEntry({
      ...known,
      label,
      owner: 'communes',
      to,
      article,
      confidence,
      nature: 'milestone',
      doneOn: closedOn,
    }),
  ];
}

function ofAnswers(one: ConsultationDates, deadline: Day, sentOn: Day, thresholds: ThresholdCatalogue) {
  const rules = thresholds.deadlines.filter(({ id }) => id === 'answersBeforeDeadline');
  const rule = inForce(rules, sentOn);
  if (one.procedure !== 'openCall' || !rule) return [];
  const on = lastAnswerDay(deadline, one.urgent ? (rule.urgentDays ?? rule.days) : rule.days);
  const waiting = one.unansweredQuestions;
  return [
    timelineEntry({
      id: `answers-${one.id}`,
      kind: 'questions',
      on,
      label:
        waiting === 0
          ? 'Dernier jour pour répondre aux questions'
          : `Dernier jour pour répondre aux questions (${waiting} sans réponse)`,
      subject: one.reference,
      consultationId: one.id,
      article: rule.article,
      confidence: rule.confidence,
      owner: 'buyer',
      to: `/consultations/${one.id}/publication`,
      // Without a question there is nothing to do by that day.
      nature: waiting === 0 ? 'milestone' : 'duty',
    }),
  ];
}

function ofNationalNotice(one: ConsultationDates, sentOn: Day, award: AwardCatalogue) {
  if (one.procedure !== 'openCall') return [];
  return [
    timelineEntry({
      id: `national-${one.id}`,
      kind: 'notice',
      on: addDays(sentOn, award.nationalPublication.daysAfterSending),
      label: 'Publication au BOAMP possible, même si le JOUE n’a pas encore publié',
      subject: one.reference,
      consultationId: one.id,
      ...textOf(award.nationalPublication),
      owner: 'buyer',
      to: `/consultations/${one.id}/publication`,
      nature: 'milestone',
    }),
  ];
}

function ofConsultation(one: ConsultationDates, { thresholds, contracts, award }: TimelineFacts): TimelineEntry[] {
  const { id, reference, published, decisions } = one;
  const known = { subject: reference, consultationId: id } as const;
  const launch = timelineEntry({
    ...known,
    id: `notice-${id}`,
    kind: 'notice',
    on: one.launchOn,
    label: one.procedure === 'dispense' ? 'Lancer la consultation' : 'Envoyer l’avis et publier le dossier',
    ...textOf(award.timeline.launch),
    owner: 'buyer',
    to: `/consultations/${id}/publication`,
    doneOn: published?.sentOn ?? null,
  });
  if (!published) return [launch];
  const { deadline, sentOn, lots } = published;
  const decided = lots.every((lot) => decisions.some((decision) => decision.lot === lot));
  const lastDecision =
    decisions
      .map(({ decidedOn }) => decidedOn)
      .sort()
      .at(-1) ?? null;
  const validUntil = addDays(deadline, published.offersValidityDays);
  return [
    launch,
    ...ofNationalNotice(one, sentOn, award),
    ...ofAnswers(one, deadline, sentOn, thresholds),
    timelineEntry({
      ...known,
      id: `offers-${id}`,
      kind: 'offers',
      on: deadline,
      label: 'Date limite de réception des offres',
      ...textOf(award.timeline.offers),
      owner: 'candidates',
      to: `/consultations/${id}/depots`,
      nature: 'milestone',
    }),
    timelineEntry({
      ...known,
      id: `validity-${id}`,
      kind: 'award',
      on: one.extendedUntil !== null && one.extendedUntil > validUntil ? one.extendedUntil : validUntil,
      label: 'Attribuer tous les lots avant la fin de validité des offres',
      ...textOf(award.timeline.validity),
      owner: 'buyer',
      to: `/consultations/${id}/attribution`,
      doneOn: decided ? lastDecision : null,
    }),
    ...decisions.flatMap(({ lot, signableFrom }) =>
      signableFrom === null
        ? []
        : [
            timelineEntry({
              ...known,
              id: `standstill-${id}-${lot}`,
              kind: 'award',
              on: signableFrom,
              label: `Lot ${lot} : premier jour où le marché peut être signé`,
              ...textOf(award.timeline.standstill),
              owner: 'buyer',
              to: `/consultations/${id}/attribution/${lot}`,
              nature: 'milestone',
              doneOn: contracts.find((each) => each.consultationId === id && each.lot === lot)?.signedOn ?? null,
            }),
          ],
    ),
  ];
}

function ofAccordCadre({ id, reference, endsOn }: AccordCadreDates, { award }: TimelineFacts): TimelineEntry[] {
  const to = `/accords-cadres/${id}`;
  const known = { id: `end-${id}`, kind: 'execution', on: endsOn, subject: reference, consultationId: null } as const;
  const label = 'Fin de l’accord-cadre : plus aucune commande ensuite';
  return [timelineEntry({ ...known, label, ...textOf(award.timeline.end), owner: 'buyer', to, nature: 'milestone' })];
}

/** Every dated duty that the facts lead to, with its state on a day. */
export function timeline(facts: TimelineFacts, today: Day): readonly TimelineLine[] {
  const entries = [
    ...facts.campaigns.flatMap((campaign) => ofCampaign(campaign, facts)),
    ...facts.consultations.flatMap((one) => ofConsultation(one, facts)),
    ...facts.contracts.flatMap((contract) => contractEntries(contract, facts, today)),
    ...facts.accordsCadres.flatMap((one) => ofAccordCadre(one, facts)),
  ].map((one) => (one.recordableFrom === null ? one : { ...one, doneOn: facts.done.get(one.id) ?? null }));
  return timelineLines(entries, today);
}
