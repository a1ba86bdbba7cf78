// The analysis of a lot: where each offer stands, what is still to decide, the ranking and how firm it is.
import type { AwardCatalogue } from 'catalog/award/types';
import type { LowOfferTests } from 'catalog/thresholds/types';
import type { Day, Instant } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';
import { type CandidacyState, candidacyStateLabels, examined, type RegisteredDeposit } from './candidacies';
import type { Deposit } from './deposits';
import { lotsBeyond, noLotLimits } from './lot-limits';
import { type LowOfferSign, lowOfferSigns } from './low-offers';
import { type AssessedOffer, assessOffer, type PublishedLot, type ReadOffer, weightOf } from './offers';
import type { PublishedContent } from './publication';
import { type RankedOffer, rankOffers, type ScoredOffer } from './scoring';
import { type WinnerRange, winnersByPriceWeight } from './sensitivity';
import { type MarkedItem, markedItems } from './sub-criteria';

export interface ReceivedOffer {
  readonly id: string;
  readonly depositId: string;
  readonly lotNumber: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly reading: ReadOffer;
  readonly at: Instant;
}

/** What is asked of a candidate by a letter, with a last day to answer. */
export const requestKinds = ['regularisationAsked', 'justificationAsked', 'clarificationAsked'] as const;
export type RequestKind = (typeof requestKinds)[number];

export type OfferStepKind =
  | RequestKind
  | 'justificationAccepted'
  | 'priceFoundNormal'
  | 'clarified'
  | 'eliminated'
  | 'readmitted';

export interface OfferStep {
  readonly id: string;
  readonly depositId: string;
  readonly lotNumber: number;
  readonly kind: OfferStepKind;
  readonly text: string;
  readonly deadline: Day | null;
  readonly at: Instant;
  /** Name of who recorded it. */
  readonly by: string;
}

export interface Mark {
  readonly depositId: string;
  readonly lotNumber: number;
  readonly criterion: number;
  /** Rank of the sub-criterion, from 0; 0 where the criterion has none. */
  readonly part: number;
  readonly tenths: number;
  readonly reason: string;
  readonly evaluatorId: string;
  readonly evaluator: string;
}

export type OfferState = 'noFile' | 'toRegularise' | 'toClarify' | 'toJustify' | 'admitted' | 'eliminated';

export const offerStateLabels: Readonly<Record<OfferState, string>> = {
  noFile: 'bordereau non lu',
  toRegularise: 'irrégulière, à régulariser ou à écarter',
  toClarify: 'à préciser',
  toJustify: 'prix à justifier',
  admitted: 'admise',
  eliminated: 'écartée',
};

export interface AnalysedOffer {
  readonly depositId: string;
  readonly candidate: string;
  readonly state: OfferState;
  /** Why the rules of the consultation set it aside whatever it is worth; null when they don't. */
  readonly barred: string | null;
  /** The file that counts: the last one read. */
  readonly offer: ReceivedOffer | null;
  /** Files read before it, kept with their findings. */
  readonly earlier: readonly { readonly fileName: string; readonly at: Instant; readonly assessed: AssessedOffer }[];
  readonly assessed: AssessedOffer | null;
  readonly signs: readonly LowOfferSign[];
  readonly steps: readonly OfferStep[];
  readonly marks: readonly Mark[];
}

export interface LotAnalysis {
  readonly lot: PublishedLot;
  readonly estimateNet: Cents | null;
  readonly offers: readonly AnalysedOffer[];
  readonly ranking: readonly RankedOffer[];
  readonly winners: readonly WinnerRange[];
}

const after = (step: OfferStep, offer: ReceivedOffer | null) => offer !== null && step.at >= offer.at;

/** Why an offer for a lot is not examined: its candidate answers more lots than the rules allow. */
function barOf({ lots, lotLimits = noLotLimits }: PublishedContent, lot: number, answered: readonly number[]) {
  if (!lotsBeyond(lotLimits, lots, answered).includes(lot)) return null;
  return `Le candidat répond à ${answered.length} lots, pour ${lotLimits.offers} au plus\u202f: seules ses offres pour les lots au maximum le plus élevé sont examinées (CCP L2113-10 et L2152-2).`;
}

function stateOf(
  barred: string | null,
  offer: ReceivedOffer | null,
  assessed: AssessedOffer | null,
  signs: readonly LowOfferSign[],
  steps: readonly OfferStep[],
): OfferState {
  if (barred !== null) return 'eliminated';
  const verdict = steps.filter(({ kind }) => kind === 'eliminated' || kind === 'readmitted').at(-1);
  if (verdict?.kind === 'eliminated') return 'eliminated';
  if (offer === null || assessed === null) return 'noFile';
  const weights = assessed.findings.map(weightOf);
  if (weights.includes('irregular')) return 'toRegularise';
  const done = (kind: OfferStepKind) => steps.some((step) => step.kind === kind && after(step, offer));
  if (weights.includes('toAsk') && !done('clarified')) return 'toClarify';
  const settled = done('justificationAccepted') || done('priceFoundNormal');
  return signs.length > 0 && !settled ? 'toJustify' : 'admitted';
}

/** The last mark of each evaluator for a marked item. */
export function standingMarks(
  marks: readonly Mark[],
  { criterion, part }: Pick<MarkedItem, 'criterion' | 'part'>,
): readonly Mark[] {
  const last = new Map<string, Mark>();
  for (const mark of marks) if (mark.criterion === criterion && mark.part === part) last.set(mark.evaluatorId, mark);
  return [...last.values()];
}

/**
 * Analyses a lot as published: each kept deposit that answers it, its findings, signs of a low price and state.
 * Offers that are complete and not set aside are ranked; the ranking is final once none is left to decide.
 */
export function analyseLot(
  content: PublishedContent,
  lotNumber: number,
  kept: readonly Deposit[],
  received: readonly ReceivedOffer[],
  steps: readonly OfferStep[],
  marks: readonly Mark[],
  tests: LowOfferTests,
): LotAnalysis | undefined {
  const lot = content.lots.find(({ number }) => number === lotNumber);
  if (!lot) return undefined;
  const of = <R extends { readonly depositId: string; readonly lotNumber: number }>(rows: readonly R[], id: string) =>
    rows.filter((row) => row.depositId === id && row.lotNumber === lotNumber);
  const held = kept
    .filter(({ lots }) => lots.includes(lotNumber))
    .map(({ id, candidate, lots }) => {
      const barred = barOf(content, lotNumber, lots);
      const files = of(received, id).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      const offer = files.at(-1) ?? null;
      const earlier = files
        .slice(0, -1)
        .map(({ fileName, at, reading }) => ({ fileName, at, assessed: assessOffer(lot, reading) }));
      const assessed = offer && assessOffer(lot, offer.reading);
      return { depositId: id, candidate, barred, offer, earlier, assessed, steps: of(steps, id), marks: of(marks, id) };
    });
  const estimateNet = content.estimates.find((estimate) => estimate.lot === lotNumber)?.net ?? null;
  const comparable = held.flatMap(({ depositId, barred, offer, assessed, steps: own }) => {
    const state = stateOf(barred, offer, assessed, [], own);
    const net = assessed?.recomputedNet ?? null;
    return net === null || net <= 0 || state === 'eliminated' || state === 'toRegularise'
      ? []
      : [{ offerId: depositId, priceNet: net }];
  });
  const signs = lowOfferSigns(comparable, estimateNet, tests);
  const offers = held.map((one): AnalysedOffer => {
    const ownSigns = signs.filter(({ offerId }) => offerId === one.depositId);
    return { ...one, signs: ownSigns, state: stateOf(one.barred, one.offer, one.assessed, ownSigns, one.steps) };
  });
  const items = markedItems(content.criteria);
  const scored = comparable.flatMap(({ offerId, priceNet }): ScoredOffer[] => {
    const one = offers.find(({ depositId }) => depositId === offerId);
    if (!one) return [];
    const tenths = items.map((item) => standingMarks(one.marks, item).map((mark) => mark.tenths));
    return [{ offerId, candidate: one.candidate, priceNet, marks: tenths }];
  });
  return {
    lot,
    estimateNet,
    offers,
    ranking: rankOffers(scored, content.criteria, content.priceFormula),
    winners: winnersByPriceWeight(scored, content.criteria, content.priceFormula),
  };
}

export type ReportRefusal =
  | { readonly kind: 'notOpened' }
  | { readonly kind: 'candidacy'; readonly candidate: string; readonly state: CandidacyState; readonly article: string }
  | { readonly kind: 'undecided'; readonly lot: number; readonly candidate: string; readonly state: OfferState }
  | { readonly kind: 'marksMissing'; readonly lot: number; readonly candidate: string; readonly criterion: string };

/** Every reason why the analysis report may not be issued; empty when it may. */
export function reportRefusals(
  content: PublishedContent,
  lots: readonly LotAnalysis[],
  opened: boolean,
  register: readonly RegisteredDeposit[],
  { candidacyRules }: AwardCatalogue,
): readonly ReportRefusal[] {
  if (!opened) return [{ kind: 'notOpened' }];
  const candidacies = examined(register).flatMap(({ candidate, candidacy: { state } }): ReportRefusal[] =>
    state === 'admitted' || state === 'rejected'
      ? []
      : [{ kind: 'candidacy', candidate, state, article: candidacyRules.examination.article }],
  );
  const offersLeft = lots.flatMap(({ lot, offers, ranking }) => [
    ...offers.flatMap(({ candidate, state }): ReportRefusal[] =>
      state === 'admitted' || state === 'eliminated' ? [] : [{ kind: 'undecided', lot: lot.number, candidate, state }],
    ),
    ...ranking.flatMap(({ candidate, points }) =>
      points.flatMap((one, index): ReportRefusal[] =>
        one === null
          ? [{ kind: 'marksMissing', lot: lot.number, candidate, criterion: content.criteria[index]?.label ?? '' }]
          : [],
      ),
    ),
  ]);
  return [...candidacies, ...offersLeft];
}

/** The French sentence of a refusal. */
export function reportRefusalSentence(refusal: ReportRefusal): string {
  switch (refusal.kind) {
    case 'notOpened':
      return 'Les plis ne sont pas ouverts.';
    case 'candidacy':
      return `${refusal.candidate}\u202f: candidature ${candidacyStateLabels[refusal.state]} (${refusal.article}).`;
    case 'undecided':
      return `Lot ${refusal.lot}, ${refusal.candidate}\u202f: offre ${offerStateLabels[refusal.state]}.`;
    case 'marksMissing':
      return `Lot ${refusal.lot}, ${refusal.candidate}\u202f: aucune note pour «\u00a0${refusal.criterion}\u00a0».`;
  }
}
