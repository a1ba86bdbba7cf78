// Every dated duty of the open procedures on one line: whose it is, by which text, and whether it is done, due or late.
import type { AwardCatalogue } from 'catalog/award/types';
import type { Sourced, ThresholdCatalogue } from 'catalog/thresholds/types';
import { addDays, type Day } from '~/domain/shared/day';
import { formatRate } from '~/domain/shared/format';
import { type ContractDates, type ContractDuty, contractDuties, contractDutyLabel } from './contract-duties';
import { inForce } from './in-force';
import { type MaximumUseByDay, sharesReached } from './maximum-shares';
import type { Procedure } from './procedure';
import { lastAnswerDay } from './publication';
import { type TimelineEntry, type TimelineKind, type TimelineLine, timelineLines } from './timeline-entries';

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

export interface ContractActs extends ContractDates, MaximumUseByDay {
  readonly id: string;
  readonly number: string;
  readonly lot: number;
  readonly consultationId: string;
  readonly legalityControl: boolean;
  readonly prefectSentOn: Day | null;
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

type Sparse = Omit<TimelineEntry, 'doneOn' | 'nature' | 'recordableFrom' | 'confidence'> &
  Partial<Pick<TimelineEntry, 'doneOn' | 'nature' | 'recordableFrom' | 'confidence'>>;

/** Article and confidence of a text. */
const textOf = ({ article, confidence }: Sourced) => ({ article, confidence });

function entry(known: Sparse): TimelineEntry {
  return { doneOn: null, nature: 'duty', recordableFrom: null, confidence: 'confirmed', ...known };
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
      entry({ ...known, label: 'Signer la réponse', owner: 'commune', to, article, confidence, doneOn: answeredOn }),
    ];
  }
  const label = 'Fin du recensement';
  const to = `/campagnes/${id}`;
  return [
    entry({ ...known, label, owner: 'communes', to, article, confidence, nature: 'milestone', doneOn: closedOn }),
  ];
}

function ofAnswers(one: ConsultationDates, deadline: Day, sentOn: Day, thresholds: ThresholdCatalogue) {
  const rules = thresholds.deadlines.filter(({ id }) => id === 'answersBeforeDeadline');
  const rule = inForce(rules, sentOn);
  if (one.procedure !== 'openCall' || !rule) return [];
  const on = lastAnswerDay(deadline, one.urgent ? (rule.urgentDays ?? rule.days) : rule.days);
  const waiting = one.unansweredQuestions;
  return [
    entry({
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

function ofConsultation(one: ConsultationDates, { thresholds, contracts, award }: TimelineFacts): TimelineEntry[] {
  const { id, reference, published, decisions } = one;
  const known = { subject: reference, consultationId: id } as const;
  const launch = entry({
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
    ...ofAnswers(one, deadline, sentOn, thresholds),
    entry({
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
    entry({
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
            entry({
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

const kindsOfDuties: Readonly<Record<ContractDuty['kind'], TimelineKind>> = {
  awardNotice: 'award',
  openData: 'openData',
  amendmentOpenData: 'openData',
  renewal: 'execution',
  revision: 'execution',
  end: 'execution',
};

/** Where a duty is done on the site, which then knows that it is; the others are noted by hand. */
const pagesOfDuties: Readonly<Partial<Record<ContractDuty['kind'], string>>> = {
  renewal: 'reconductions',
  revision: 'revisions',
};

/** The shares of the maximum reached; only the highest asks for a deed, noted by hand. */
function maximumAlerts(contract: ContractActs, { maximumAlerts: rule }: AwardCatalogue): TimelineEntry[] {
  const reached = sharesReached(contract, rule.shares);
  return reached.map(({ share, on }, at) => {
    const last = at === reached.length - 1;
    return entry({
      id: `maximum-${contract.id}-${share}`,
      kind: 'execution',
      on,
      label: `${formatRate(share)} du maximum commandé : préparer la suite`,
      subject: contract.number,
      consultationId: contract.consultationId,
      ...textOf(rule),
      owner: 'buyer',
      to: `/contrats/${contract.id}/fin`,
      nature: last ? 'duty' : 'milestone',
      recordableFrom: last ? on : null,
    });
  });
}

function ofContract(contract: ContractActs, { thresholds, award }: TimelineFacts, today: Day): TimelineEntry[] {
  const { id, number, consultationId } = contract;
  const known = { subject: number, consultationId, owner: 'buyer', to: `/contrats/${id}` } as const;
  const duties = contractDuties(contract, thresholds, award).map((duty) => {
    // A renewal is tacit: nothing is late once its limit day has passed.
    const passes = duty.kind === 'end' || (duty.kind === 'renewal' && today > duty.due);
    const nature = passes ? ('milestone' as const) : ('duty' as const);
    const page = pagesOfDuties[duty.kind];
    return entry({
      ...known,
      id: `${duty.kind}-${id}${duty.number === null ? '' : `-${duty.number}`}`,
      kind: kindsOfDuties[duty.kind],
      on: duty.due,
      label: contractDutyLabel(duty),
      article: duty.article,
      confidence: duty.confidence,
      nature,
      to: page === undefined ? known.to : `${known.to}/${page}`,
      doneOn: duty.doneOn ?? null,
      alertDays: duty.alertDays,
      recordableFrom: nature === 'duty' && page === undefined ? duty.from : null,
    });
  });
  const rule = inForce(thresholds.legalityControl, contract.signedOn);
  const dates = [...duties, ...maximumAlerts(contract, award)];
  if (!contract.legalityControl || !rule) return dates;
  const label = 'Transmettre à la préfecture, avant la notification';
  const { article, confidence } = award.prefectTransmission;
  // Before the notification in any case (CGCT L2131-2), and within its own delay.
  const within = addDays(contract.signedOn, award.prefectTransmission.daysAfterSignature);
  const on = contract.notifiedOn !== null && contract.notifiedOn < within ? contract.notifiedOn : within;
  const sent = { on, doneOn: contract.prefectSentOn };
  return [entry({ ...known, ...sent, id: `prefect-${id}`, kind: 'legality', label, article, confidence }), ...dates];
}

function ofAccordCadre({ id, reference, endsOn }: AccordCadreDates, { award }: TimelineFacts): TimelineEntry[] {
  const to = `/accords-cadres/${id}`;
  const known = { id: `end-${id}`, kind: 'execution', on: endsOn, subject: reference, consultationId: null } as const;
  const label = 'Fin de l’accord-cadre : plus aucune commande ensuite';
  return [entry({ ...known, label, ...textOf(award.timeline.end), owner: 'buyer', to, nature: 'milestone' })];
}

/** Every dated duty that the facts lead to, with its state on a day. */
export function timeline(facts: TimelineFacts, today: Day): readonly TimelineLine[] {
  const entries = [
    ...facts.campaigns.flatMap((campaign) => ofCampaign(campaign, facts)),
    ...facts.consultations.flatMap((one) => ofConsultation(one, facts)),
    ...facts.contracts.flatMap((contract) => ofContract(contract, facts, today)),
    ...facts.accordsCadres.flatMap((one) => ofAccordCadre(one, facts)),
  ].map((one) => (one.recordableFrom === null ? one : { ...one, doneOn: facts.done.get(one.id) ?? null }));
  return timelineLines(entries, today);
}
