// The award of a lot: who decides, what the decision relied on, and every reason why it may not be taken.
import type { AwardCatalogue } from 'catalog/award/types';
import { addDays, type Day } from '~/domain/shared/day';
import type { Siret } from '~/domain/shared/identifiers';
import type { Cents } from '~/domain/shared/money';
import type { AnalysedOffer, LotAnalysis } from './analysis';
import { standingMarks } from './analysis';
import { candidacyStepSentences, examined, type RegisteredDeposit } from './candidacies';
import type { Criterion } from './consultation';
import type { LotDesignation } from './lot-limits';
import type { Procedure } from './procedure';
import { markedItems } from './sub-criteria';

export type DecidingBody = 'cao' | 'executive';
export type LotOutcome = 'awarded' | 'withoutFollowUp' | 'unsuccessful';

export const outcomeLabels: Readonly<Record<LotOutcome, string>> = {
  awarded: 'Attribué',
  withoutFollowUp: 'Sans suite',
  unsuccessful: 'Infructueux',
};

/** A ranked offer as the decision knew it: the analysis may not be read again differently afterwards. */
export interface AwardCandidate {
  readonly depositId: string;
  readonly candidate: string;
  readonly siret: Siret;
  readonly rank: number | null;
  /** Hundredths of a point, of 10 000. */
  readonly total: number | null;
  /** Hundred-thousandths of a point by criterion. */
  readonly points: readonly (number | null)[];
  readonly priceNet: Cents;
  /** Reasons of the marks, by criterion; the price has none. */
  readonly reasons: readonly (readonly string[])[];
  /** Lots that took the candidate to the limit of the rules; absent or empty when it may be awarded the lot. */
  readonly holds?: readonly number[] | undefined;
}

export interface SetAsideCandidate {
  readonly depositId: string;
  readonly candidate: string;
  readonly siret: Siret;
  readonly why: 'eliminated' | 'inadmissible' | 'late';
  /** Recorded reasons of the elimination, or of the rejection of the candidacy; none for a late deposit. */
  readonly reasons: readonly string[];
}

/** What a decision on a lot relied on, frozen with it. */
export interface AwardBasis {
  readonly title: string;
  readonly criteria: readonly Criterion[];
  readonly ranking: readonly AwardCandidate[];
  readonly setAside: readonly SetAsideCandidate[];
  /** Lots that one candidate may be awarded; absent or null without a limit. */
  readonly awardLimit?: number | null | undefined;
}

function eliminationReasons({ barred, steps }: AnalysedOffer): readonly string[] {
  if (barred !== null) return [barred];
  const last = steps.filter(({ kind }) => kind === 'eliminated').at(-1);
  return last ? [last.text] : [];
}

/** What a decision on a lot relies on: the ranking with the reasons of the marks, and the offers set aside with theirs. */
export function awardBasis(
  analysis: LotAnalysis,
  criteria: readonly Criterion[],
  register: readonly RegisteredDeposit[],
  catalogue: AwardCatalogue,
): AwardBasis {
  const items = markedItems(criteria);
  const siretOf = (id: string) => register.find((deposit) => deposit.id === id)?.siret ?? ('' as Siret);
  const late = register.filter(
    ({ standing, lots, siret }) =>
      standing === 'late' &&
      lots.includes(analysis.lot.number) &&
      // A late second deposit takes nothing from the one that came in time.
      !examined(register).some((other) => other.siret === siret),
  );
  const inadmissible = register.filter(
    ({ standing, lots }) => standing === 'inadmissible' && lots.includes(analysis.lot.number),
  );
  return {
    title: analysis.lot.title,
    criteria,
    ranking: analysis.ranking.map(({ offerId, candidate, rank, total, points, priceNet }) => {
      const marks = analysis.offers.find(({ depositId }) => depositId === offerId)?.marks ?? [];
      const reasons = criteria.map((_, index) =>
        items
          .filter(({ criterion }) => criterion === index)
          .flatMap((item) => standingMarks(marks, item).map(({ reason }) => reason)),
      );
      return { depositId: offerId, candidate, siret: siretOf(offerId), rank, total, points, priceNet, reasons };
    }),
    setAside: [
      ...analysis.offers
        .filter(({ state }) => state === 'eliminated')
        .map((offer): SetAsideCandidate => {
          const { depositId, candidate } = offer;
          return {
            depositId,
            candidate,
            siret: siretOf(depositId),
            why: 'eliminated',
            reasons: eliminationReasons(offer),
          };
        }),
      ...inadmissible.map(({ id, candidate, siret, candidacy }): SetAsideCandidate => {
        const rejection = candidacy.steps.at(-1);
        const reasons = rejection ? candidacyStepSentences(rejection, catalogue) : [];
        return { depositId: id, candidate, siret, why: 'inadmissible', reasons };
      }),
      ...late.map(
        ({ id, candidate, siret }): SetAsideCandidate => ({
          depositId: id,
          candidate,
          siret,
          why: 'late',
          reasons: [],
        }),
      ),
    ],
  };
}

/** Last day of the validity of the offers: the deadline is not counted. */
export function offersValidUntil(deadline: Day, validityDays: number): Day {
  return addDays(deadline, validityDays);
}

/** Members with a vote who must be present: more than half of them (CGCT L1411-5, II, by reference of L1414-2). */
export function quorumOf(votingMembers: number): number {
  return Math.floor(votingMembers / 2) + 1;
}

export interface Session {
  readonly body: DecidingBody;
  readonly decidedOn: Day;
  readonly convenedOn: Day | null;
  /** Members with a vote in office, present or not. */
  readonly votingMembers: number | null;
  /** The first meeting lacked its quorum: this one needs none. */
  readonly secondConvocation: boolean;
  readonly voting: readonly string[];
  readonly advisory: readonly string[];
  /** Deliberation or decree that entitles the executive. */
  readonly reference: string | null;
  readonly signatory: string;
  readonly minutes: string | null;
}

export interface Votes {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstentions: number;
}

export interface ProposedDecision {
  readonly lotNumber: number;
  readonly outcome: LotOutcome;
  readonly depositId: string | null;
  readonly reason: string | null;
  /** Null when the executive decides alone. */
  readonly votes: Votes | null;
}

export interface AwardQuestion {
  readonly procedure: Procedure;
  readonly opened: boolean;
  /** The last report issued, whether it still says what the analysis says, and its day; undefined without a report. */
  readonly report: { readonly version: number; readonly current: boolean; readonly on: Day } | undefined;
  readonly validUntil: Day;
  /** Whether a longer validity was accepted by the candidates, and until when. */
  readonly extendedUntil: Day | null;
  readonly session: Session;
  readonly decisions: readonly ProposedDecision[];
  readonly bases: ReadonlyMap<number, AwardBasis>;
  /** Lots with a decision that holds, the deposit they are awarded to, and whether their contract is signed. */
  readonly decided: ReadonlyMap<number, { readonly depositId: string | null; readonly signed: boolean }>;
  /** What the rules designate for each lot, these decisions taken as they are. */
  readonly designations: ReadonlyMap<number, LotDesignation>;
  readonly today: Day;
}

export type AwardRefusal =
  | { readonly kind: 'notOpened' }
  | { readonly kind: 'noReport' }
  | { readonly kind: 'reportOutdated'; readonly version: number }
  | { readonly kind: 'beforeReport'; readonly decidedOn: Day; readonly reportOn: Day }
  | { readonly kind: 'inFuture'; readonly decidedOn: Day }
  | { readonly kind: 'validityOver'; readonly validUntil: Day; readonly decidedOn: Day }
  | { readonly kind: 'noLot' }
  | { readonly kind: 'caoRequired'; readonly lots: readonly number[] }
  | { readonly kind: 'convocationMissing' }
  | { readonly kind: 'convocationAfter'; readonly convenedOn: Day; readonly decidedOn: Day }
  | { readonly kind: 'membersMissing' }
  | { readonly kind: 'quorum'; readonly present: number; readonly quorum: number; readonly members: number }
  | { readonly kind: 'tooManyPresent'; readonly present: number; readonly members: number }
  | { readonly kind: 'referenceMissing' }
  | { readonly kind: 'votesCount'; readonly lot: number; readonly votes: number; readonly present: number }
  | { readonly kind: 'noMajority'; readonly lot: number; readonly votes: Votes }
  | { readonly kind: 'contractSigned'; readonly lot: number }
  | { readonly kind: 'redecisionReason'; readonly lot: number }
  | { readonly kind: 'notRanked'; readonly lot: number }
  | { readonly kind: 'lotLimit'; readonly lot: number; readonly candidate: string; readonly holds: readonly number[] }
  | { readonly kind: 'reasonForOther'; readonly lot: number; readonly candidate: string; readonly rank: number }
  | { readonly kind: 'tieReason'; readonly lot: number }
  | { readonly kind: 'reasonMissing'; readonly lot: number; readonly outcome: LotOutcome }
  | { readonly kind: 'offersLeft'; readonly lot: number; readonly candidates: readonly string[] };

function sessionRefusals({ session, decisions, procedure }: AwardQuestion): AwardRefusal[] {
  const { body, convenedOn, decidedOn, votingMembers, voting, secondConvocation, reference } = session;
  const refusals: AwardRefusal[] = [];
  const awarded = decisions.filter(({ outcome }) => outcome === 'awarded').map(({ lotNumber }) => lotNumber);
  if (body === 'executive') {
    if (procedure === 'openCall' && awarded.length > 0) refusals.push({ kind: 'caoRequired', lots: awarded });
    if (reference === null) refusals.push({ kind: 'referenceMissing' });
    return refusals;
  }
  if (convenedOn === null) refusals.push({ kind: 'convocationMissing' });
  else if (convenedOn >= decidedOn) refusals.push({ kind: 'convocationAfter', convenedOn, decidedOn });
  const present = voting.length;
  if (votingMembers === null || present === 0) refusals.push({ kind: 'membersMissing' });
  else {
    const quorum = quorumOf(votingMembers);
    if (present > votingMembers) refusals.push({ kind: 'tooManyPresent', present, members: votingMembers });
    if (present < quorum && !secondConvocation)
      refusals.push({ kind: 'quorum', present, quorum, members: votingMembers });
  }
  for (const { lotNumber: lot, votes } of decisions) {
    const cast = votes ? votes.votesFor + votes.votesAgainst + votes.abstentions : 0;
    if (votes === null || cast !== present) refusals.push({ kind: 'votesCount', lot, votes: cast, present });
    else if (votes.votesFor <= votes.votesAgainst) refusals.push({ kind: 'noMajority', lot, votes });
  }
  return refusals;
}

function choiceRefusals(
  decision: ProposedDecision,
  basis: AwardBasis | undefined,
  rules: LotDesignation | undefined,
): AwardRefusal[] {
  const { lotNumber: lot, depositId, reason } = decision;
  const chosen = basis?.ranking.find((one) => one.depositId === depositId);
  if (!chosen || chosen.rank === null || !rules) return [{ kind: 'notRanked', lot }];
  const { candidate, rank } = chosen;
  const holds = rules.waived ? undefined : rules.atLimit.get(chosen.depositId);
  if (holds) return [{ kind: 'lotLimit', lot, candidate, holds }];
  if (reason !== null) return [];
  if (!rules.designated.includes(chosen.depositId)) return [{ kind: 'reasonForOther', lot, candidate, rank }];
  return rules.designated.length > 1 ? [{ kind: 'tieReason', lot }] : [];
}

function lotRefusals(decision: ProposedDecision, question: AwardQuestion): AwardRefusal[] {
  const { lotNumber: lot, outcome, reason } = decision;
  const before = question.decided.get(lot);
  if (before?.signed) return [{ kind: 'contractSigned', lot }];
  const refusals: AwardRefusal[] = before && reason === null ? [{ kind: 'redecisionReason', lot }] : [];
  const basis = question.bases.get(lot);
  if (outcome === 'awarded') return [...refusals, ...choiceRefusals(decision, basis, question.designations.get(lot))];
  if (reason === null && !before) refusals.push({ kind: 'reasonMissing', lot, outcome });
  const left = basis?.ranking ?? [];
  if (outcome === 'unsuccessful' && left.length > 0)
    refusals.push({ kind: 'offersLeft', lot, candidates: left.map(({ candidate }) => candidate) });
  return refusals;
}

/** Every reason against a decision on lots, all at once; empty when it may be taken. */
export function awardRefusals(question: AwardQuestion): readonly AwardRefusal[] {
  const { opened, report, session, validUntil, extendedUntil, decisions, today } = question;
  const refusals: AwardRefusal[] = [];
  if (!opened) refusals.push({ kind: 'notOpened' });
  if (!report) refusals.push({ kind: 'noReport' });
  else {
    if (!report.current) refusals.push({ kind: 'reportOutdated', version: report.version });
    if (session.decidedOn < report.on)
      refusals.push({ kind: 'beforeReport', decidedOn: session.decidedOn, reportOn: report.on });
  }
  if (session.decidedOn > today) refusals.push({ kind: 'inFuture', decidedOn: session.decidedOn });
  const last = extendedUntil !== null && extendedUntil > validUntil ? extendedUntil : validUntil;
  // A procedure may be declared without follow-up at any time: only an award needs offers that still bind.
  if (session.decidedOn > last && decisions.some(({ outcome }) => outcome === 'awarded'))
    refusals.push({ kind: 'validityOver', validUntil: last, decidedOn: session.decidedOn });
  if (decisions.length === 0) refusals.push({ kind: 'noLot' });
  return [
    ...refusals,
    ...sessionRefusals(question),
    ...decisions.flatMap((decision) => lotRefusals(decision, question)),
  ];
}
