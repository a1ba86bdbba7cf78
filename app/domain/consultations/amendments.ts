// Changes to a contract in force: the case invoked, its limit, and every reason against it.
import type { AmendmentCase, AwardCatalogue } from 'catalog/award/types';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatRate } from '~/domain/shared/format';
import { type BasisPoints, type Cents, divideRounded } from '~/domain/shared/money';
import { inForce } from './in-force';
import type { Procedure } from './procedure';

export type AmendmentKind = AmendmentCase['kind'];

export interface AmendmentQuestion {
  readonly kind: AmendmentKind;
  readonly procedure: Procedure;
  readonly notifiedOn: Day | null;
  readonly endsOn: Day | null;
  readonly closed: boolean;
  readonly initialNet: Cents;
  readonly maximumNetBefore: Cents;
  readonly maximumNetAfter: Cents;
  readonly endsOnAfter: Day;
  readonly committedNet: Cents;
  /** Amendments before this one, those not yet notified included. */
  readonly earlier: readonly { readonly kind: AmendmentKind; readonly changeNet: Cents; readonly pending: boolean }[];
  /** European threshold in force that day, net; null when none is known for that day yet. */
  readonly formalNet: Cents | null;
  readonly caoOpinionOn: Day | null;
  readonly today: Day;
  readonly catalogue: AwardCatalogue;
}

export type AmendmentRefusal =
  | { readonly kind: 'notInForce' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'unknownCase' }
  | { readonly kind: 'nothingChanges' }
  | { readonly kind: 'underOrdered'; readonly maximumNet: Cents; readonly committedNet: Cents }
  | { readonly kind: 'endPassed'; readonly endsOn: Day }
  | {
      readonly kind: 'shareOver';
      readonly share: BasisPoints;
      readonly shareMax: BasisPoints;
      readonly cumulative: boolean;
      readonly article: string;
    }
  | { readonly kind: 'formalReached'; readonly totalNet: Cents; readonly formalNet: Cents; readonly article: string }
  | { readonly kind: 'thresholdUnknown'; readonly on: Day; readonly article: string }
  | { readonly kind: 'caoOpinion'; readonly share: BasisPoints; readonly article: string }
  | { readonly kind: 'opinionInFuture'; readonly day: Day };

/** A change as a share of the initial amount, in basis points, signed. */
export function shareOfInitial(changeNet: number, initialNet: Cents): BasisPoints {
  return initialNet <= 0 ? 0 : divideRounded(BigInt(changeNet) * 10_000n, BigInt(initialNet));
}

/** Compared exactly: a share rounded to the limit is not above it. */
function exceeds(changeNet: number, initialNet: Cents, limit: BasisPoints): boolean {
  return BigInt(Math.abs(changeNet)) * 10_000n > BigInt(limit) * BigInt(initialNet);
}

function limitRefusals(question: AmendmentQuestion, rule: AmendmentCase): AmendmentRefusal[] {
  const { initialNet, maximumNetAfter, maximumNetBefore, earlier, kind, formalNet } = question;
  const change = maximumNetAfter - maximumNetBefore;
  const sameCase = earlier.filter((one) => one.kind === kind).reduce((sum, { changeNet }) => sum + changeNet, 0);
  const counted = rule.cumulative ? sameCase + change : change;
  const refusals: AmendmentRefusal[] = [];
  const { shareMax, cumulative, article } = rule;
  if (shareMax !== null && exceeds(counted, initialNet, shareMax))
    refusals.push({ kind: 'shareOver', share: shareOfInitial(counted, initialNet), shareMax, cumulative, article });
  if (rule.underFormal && formalNet === null) refusals.push({ kind: 'thresholdUnknown', on: question.today, article });
  else if (rule.underFormal && formalNet !== null && Math.abs(sameCase + change) >= formalNet)
    refusals.push({ kind: 'formalReached', totalNet: (sameCase + change) as Cents, formalNet, article });
  return refusals;
}

/** Every reason against an amendment, all at once; empty when it may be established. */
export function amendmentRefusals(question: AmendmentQuestion): readonly AmendmentRefusal[] {
  const { notifiedOn, endsOn, today, maximumNetAfter, maximumNetBefore, endsOnAfter, committedNet, catalogue } =
    question;
  if (notifiedOn === null || endsOn === null || question.closed || today > endsOn) return [{ kind: 'notInForce' }];
  const refusals: AmendmentRefusal[] = question.earlier.some(({ pending }) => pending) ? [{ kind: 'pending' }] : [];
  const rule = inForce(
    catalogue.amendments.filter(({ kind }) => kind === question.kind),
    today,
  );
  if (!rule) return [...refusals, { kind: 'unknownCase' }];
  const figures = maximumNetAfter !== maximumNetBefore || endsOnAfter !== endsOn;
  // A change of clause or of holder may leave every figure as it is.
  if (!figures && (rule.shareMax !== null || question.kind === 'unforeseen')) refusals.push({ kind: 'nothingChanges' });
  if (maximumNetAfter < committedNet)
    refusals.push({ kind: 'underOrdered', maximumNet: maximumNetAfter, committedNet });
  if (endsOnAfter < today) refusals.push({ kind: 'endPassed', endsOn: endsOnAfter });
  refusals.push(...limitRefusals(question, rule));
  const total = maximumNetAfter - question.initialNet;
  const { caoOpinion } = catalogue;
  const asked =
    question.procedure === 'openCall' && exceeds(Math.max(0, total), question.initialNet, caoOpinion.shareAbove);
  if (asked && question.caoOpinionOn === null)
    refusals.push({
      kind: 'caoOpinion',
      share: shareOfInitial(total, question.initialNet),
      article: caoOpinion.article,
    });
  if (question.caoOpinionOn !== null && question.caoOpinionOn > today)
    refusals.push({ kind: 'opinionInFuture', day: question.caoOpinionOn });
  return refusals;
}

/** The French sentence of a refusal. */
export function amendmentRefusalSentence(refusal: AmendmentRefusal): string {
  switch (refusal.kind) {
    case 'notInForce':
      return 'Le marché n’est pas en cours d’exécution\u202f: un avenant ne peut plus, ou pas encore, le modifier.';
    case 'pending':
      return 'Un avenant attend sa notification\u202f: enregistrez-la avant d’en établir un autre.';
    case 'unknownCase':
      return 'Choisissez le cas de modification.';
    case 'nothingChanges':
      return 'Ni le maximum ni la date de fin ne changent\u202f: ce cas de modification n’a pas d’objet.';
    case 'underOrdered':
      return `Le nouveau maximum (${formatCents(refusal.maximumNet)} HT) est inférieur aux commandes passées (${formatCents(refusal.committedNet)} HT).`;
    case 'endPassed':
      return `La nouvelle fin (${formatDay(refusal.endsOn)}) est passée.`;
    case 'shareOver':
      return `La modification représente ${formatRate(refusal.share)} du montant initial${refusal.cumulative ? ', avenants du même cas cumulés' : ''}\u202f; la limite est de ${formatRate(refusal.shareMax)} (${refusal.article}).`;
    case 'formalReached':
      return `Le cumul des modifications (${formatCents(refusal.totalNet)} HT) atteint le seuil européen (${formatCents(refusal.formalNet)} HT) (${refusal.article}).`;
    case 'thresholdUnknown':
      return `Le seuil européen du ${formatDay(refusal.on)} n’est pas encore dans Préau\u202f: le syndicat doit l’y faire ajouter (${refusal.article}).`;
    case 'caoOpinion':
      return `Le montant augmente de ${formatRate(refusal.share)} en tout\u202f: donnez la date de l’avis de la commission d’appel d’offres (${refusal.article}).`;
    case 'opinionInFuture':
      return `L’avis de la commission (${formatDay(refusal.day)}) est daté du futur.`;
  }
}
