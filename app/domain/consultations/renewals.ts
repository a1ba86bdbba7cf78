// Decisions on the renewals of a contract: what stands against one, and against the receipt of its letter.
import type { Sourced } from 'catalog/thresholds/types';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import {
  contractPeriods,
  holdingDecision,
  type PeriodTerms,
  type RenewalDecision,
  type RenewalOutcome,
} from './contract-periods';

export interface RenewalQuestion extends PeriodTerms {
  readonly decisions: readonly RenewalDecision[];
  readonly number: number;
  readonly outcome: RenewalOutcome;
  readonly reason: string;
  /** What the last day to refuse comes from. */
  readonly notice: Sourced;
  readonly today: Day;
}

export type RenewalRefusal =
  | { readonly kind: 'notInForce' }
  | { readonly kind: 'unknownRenewal'; readonly number: number }
  | { readonly kind: 'acquired'; readonly number: number; readonly decideBy: Day; readonly article: string }
  | { readonly kind: 'notNext'; readonly number: number; readonly next: number }
  | { readonly kind: 'received'; readonly number: number; readonly on: Day }
  | { readonly kind: 'noReason' };

/** Every reason against a decision on a renewal; empty when its letter may be established. */
export function renewalRefusals(question: RenewalQuestion): readonly RenewalRefusal[] {
  const { endsOn, startsOn, number, decisions, notice, today } = question;
  if (startsOn === null || endsOn === null || today > endsOn) return [{ kind: 'notInForce' }];
  const refusals: RenewalRefusal[] = [];
  const periods = contractPeriods(question, decisions, today);
  const period = periods.find((one) => one.number === number && number > 0);
  const decision = holdingDecision(decisions, number);
  if (decision?.receivedOn) refusals.push({ kind: 'received', number, on: decision.receivedOn });
  else if (!period || period.decideBy === null || period.state === 'void')
    refusals.push({ kind: 'unknownRenewal', number });
  else if (today > period.decideBy)
    refusals.push({ kind: 'acquired', number, decideBy: period.decideBy, article: notice.article });
  else {
    const next = periods.find(({ decideBy }) => decideBy !== null && today <= decideBy);
    if (next && next.number !== number) refusals.push({ kind: 'notNext', number, next: next.number });
  }
  if (question.outcome === 'refused' && question.reason.trim().length < 5) refusals.push({ kind: 'noReason' });
  return refusals;
}

export type RenewalReceiptRefusal =
  | { readonly kind: 'replaced'; readonly number: number }
  | { readonly kind: 'beforeLetter'; readonly receivedOn: Day; readonly decidedOn: Day }
  | { readonly kind: 'inFuture'; readonly receivedOn: Day }
  | { readonly kind: 'tooLate'; readonly number: number; readonly receivedOn: Day; readonly decideBy: Day }
  | { readonly kind: 'amendmentPending' };

/** Every reason against the receipt of a letter: a refusal received after its limit day has no effect. */
export function renewalReceiptRefusals(question: {
  readonly decision: RenewalDecision;
  readonly holds: boolean;
  readonly decideBy: Day;
  readonly receivedOn: Day;
  readonly amendmentPending: boolean;
  readonly today: Day;
}): readonly RenewalReceiptRefusal[] {
  const { decision, holds, decideBy, receivedOn, amendmentPending, today } = question;
  const { number, decidedOn, outcome } = decision;
  const refusals: RenewalReceiptRefusal[] = holds ? [] : [{ kind: 'replaced', number }];
  if (receivedOn < decidedOn) refusals.push({ kind: 'beforeLetter', receivedOn, decidedOn });
  if (receivedOn > today) refusals.push({ kind: 'inFuture', receivedOn });
  if (outcome === 'refused' && receivedOn > decideBy) refusals.push({ kind: 'tooLate', number, receivedOn, decideBy });
  // Its own last day would bring back the one that the refusal takes away.
  if (outcome === 'refused' && amendmentPending) refusals.push({ kind: 'amendmentPending' });
  return refusals;
}

/** The French sentence of a refusal. */
export function renewalRefusalSentence(refusal: RenewalRefusal | RenewalReceiptRefusal): string {
  switch (refusal.kind) {
    case 'notInForce':
      return 'Le marché n’est pas en cours d’exécution\u202f: il n’y a rien à reconduire.';
    case 'unknownRenewal':
      return `Le marché n’a pas de reconduction ${refusal.number} à décider.`;
    case 'acquired':
      return `La reconduction ${refusal.number} est acquise\u202f: elle ne pouvait être refusée que jusqu’au ${formatDay(refusal.decideBy)} (${refusal.article}).`;
    case 'notNext':
      return `Décidez d’abord de la reconduction ${refusal.next}.`;
    case 'received':
      return `La décision sur la reconduction ${refusal.number} est reçue par le titulaire depuis le ${formatDay(refusal.on)}\u202f: elle ne change plus.`;
    case 'noReason':
      return 'Écrivez pourquoi le marché n’est pas reconduit.';
    case 'replaced':
      return `Cette décision sur la reconduction ${refusal.number} est remplacée par une plus récente.`;
    case 'beforeLetter':
      return `La réception (${formatDay(refusal.receivedOn)}) précède la décision (${formatDay(refusal.decidedOn)}).`;
    case 'inFuture':
      return `La réception (${formatDay(refusal.receivedOn)}) est dans le futur.`;
    case 'tooLate':
      return `Le titulaire a reçu le refus le ${formatDay(refusal.receivedOn)}, après la limite du ${formatDay(refusal.decideBy)}\u202f: la reconduction ${refusal.number} est acquise.`;
    case 'amendmentPending':
      return 'Un avenant attend sa notification et fixe une autre fin\u202f: enregistrez-la d’abord.';
  }
}
