// The end of a contract: by its term, its maximum or a termination, with what remains open for each buyer.
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import { type Cents, cents, sumCents } from '~/domain/shared/money';

export type ClosingKind = 'term' | 'maximum' | 'termination';

export const closingKindLabels: Readonly<Record<ClosingKind, string>> = {
  term: 'Le marché est arrivé à son terme',
  maximum: 'Le maximum est atteint',
  termination: 'Résiliation',
};

/** What one buyer did under a contract, net, eco-contribution included. */
export interface BuyerState {
  readonly communeId: string;
  readonly name: string;
  /** Its own ceiling; null when it has none. */
  readonly ceilingNet: Cents | null;
  readonly orderedNet: Cents;
  readonly deliveredNet: Cents;
  /** Invoiced by the syndicat; null where the holder invoices the buyer and nothing here tells. */
  readonly invoicedNet: Cents | null;
  /** Orders submitted whose purchase order is not issued. */
  readonly toIssue: number;
  /** Purchase orders issued that are not wholly delivered. */
  readonly toDeliver: number;
  readonly lastDeliveredOn: Day | null;
}

export interface ContractTotals {
  readonly orderedNet: Cents;
  readonly deliveredNet: Cents;
  readonly invoicedNet: Cents | null;
  readonly remainingNet: Cents;
  readonly toIssue: number;
  readonly toDeliver: number;
  readonly lastDeliveredOn: Day | null;
}

/** The sums over all buyers; nothing is invoiced by the syndicat as soon as one buyer is invoiced by the holder. */
export function contractTotals(buyers: readonly BuyerState[], maximumNet: Cents): ContractTotals {
  const orderedNet = sumCents(buyers.map((one) => one.orderedNet));
  const invoiced = buyers.map(({ invoicedNet }) => invoicedNet);
  return {
    orderedNet,
    deliveredNet: sumCents(buyers.map((one) => one.deliveredNet)),
    invoicedNet: invoiced.every((net) => net !== null) ? sumCents(invoiced) : null,
    remainingNet: cents(Math.max(0, maximumNet - orderedNet)),
    toIssue: buyers.reduce((sum, { toIssue }) => sum + toIssue, 0),
    toDeliver: buyers.reduce((sum, { toDeliver }) => sum + toDeliver, 0),
    lastDeliveredOn:
      buyers
        .flatMap(({ lastDeliveredOn }) => lastDeliveredOn ?? [])
        .toSorted()
        .at(-1) ?? null,
  };
}

/** The buyers who ordered, and the sentence that counts the others; null when there is none. */
export function buyersWhoOrdered(buyers: readonly BuyerState[]) {
  const ordered = buyers.filter(({ orderedNet }) => orderedNet > 0);
  const count = buyers.length - ordered.length;
  const other = ordered.length > 0 ? 'autre ' : '';
  const others =
    count === 0
      ? null
      : count === 1
        ? `Un ${other}acheteur identifié n’a rien commandé.`
        : `${count} ${other && 'autres '}acheteurs identifiés n’ont rien commandé.`;
  return { ordered, others };
}

/** What is still open, sentence by sentence; empty when everything is settled. */
export function openPoints(totals: ContractTotals): readonly string[] {
  const { toIssue, toDeliver, deliveredNet, invoicedNet, orderedNet } = totals;
  const points: string[] = [];
  const many = (count: number) => (count > 1 ? 's' : '');
  if (toIssue > 0)
    points.push(`${toIssue} commande${many(toIssue)} sans bon de commande émis\u202f: à annuler ou à passer ailleurs.`);
  if (toDeliver > 0)
    points.push(
      `${toDeliver} bon${many(toDeliver)} de commande à livrer\u202f: ${formatCents(cents(orderedNet - deliveredNet))} HT commandés et non livrés en tout.`,
    );
  if (invoicedNet !== null && invoicedNet < deliveredNet)
    points.push(`${formatCents(cents(deliveredNet - invoicedNet))} HT livrés et non facturés par le syndicat.`);
  return points;
}

export interface ClosingQuestion {
  readonly kind: ClosingKind;
  readonly ground: string | null;
  readonly grounds: readonly string[];
  readonly reason: string;
  /** Last day of the contract, asked for a termination. */
  readonly lastDay: Day;
  readonly notifiedOn: Day | null;
  readonly endsOn: Day | null;
  readonly closed: boolean;
  readonly amendmentPending: boolean;
  readonly maximumNet: Cents;
  readonly committedNet: Cents;
  /** Orders not issued, or not wholly delivered. */
  readonly openOrders: number;
  readonly today: Day;
}

export type ClosingRefusal =
  | { readonly kind: 'notNotified' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'amendmentPending' }
  | { readonly kind: 'notEnded'; readonly endsOn: Day }
  | { readonly kind: 'maximumNotReached'; readonly maximumNet: Cents; readonly committedNet: Cents }
  | { readonly kind: 'ended'; readonly endsOn: Day }
  | { readonly kind: 'lastDayOutside'; readonly lastDay: Day; readonly today: Day; readonly endsOn: Day }
  | { readonly kind: 'openOrders'; readonly count: number }
  | { readonly kind: 'noGround' }
  | { readonly kind: 'noReason' };

/** Every reason against closing a contract; empty when its final statement may be established. */
export function closingRefusals(question: ClosingQuestion): readonly ClosingRefusal[] {
  const { kind, endsOn, notifiedOn, today, lastDay, maximumNet, committedNet } = question;
  if (notifiedOn === null || endsOn === null) return [{ kind: 'notNotified' }];
  if (question.closed) return [{ kind: 'closed' }];
  const refusals: ClosingRefusal[] = question.amendmentPending ? [{ kind: 'amendmentPending' }] : [];
  if (kind === 'term' && today <= endsOn) refusals.push({ kind: 'notEnded', endsOn });
  if (kind !== 'term' && today > endsOn) refusals.push({ kind: 'ended', endsOn });
  // What will never be delivered is said in the statement, with its reason.
  if (kind === 'term' && question.openOrders > 0 && question.reason.trim().length < 5)
    refusals.push({ kind: 'openOrders', count: question.openOrders });
  if (kind === 'maximum' && committedNet < maximumNet)
    refusals.push({ kind: 'maximumNotReached', maximumNet, committedNet });
  if (kind === 'termination') {
    if (today <= endsOn && (lastDay < today || lastDay > endsOn))
      refusals.push({ kind: 'lastDayOutside', lastDay, today, endsOn });
    if (question.ground === null || !question.grounds.includes(question.ground)) refusals.push({ kind: 'noGround' });
    if (question.reason.trim().length < 5) refusals.push({ kind: 'noReason' });
  }
  return refusals;
}

/** The last day of the contract once closed. */
export function closedEnd({ kind, endsOn, lastDay, today }: ClosingQuestion): Day {
  if (kind === 'termination') return lastDay;
  return kind === 'maximum' || endsOn === null ? today : endsOn;
}

/** The French sentence of a refusal. */
export function closingRefusalSentence(refusal: ClosingRefusal): string {
  switch (refusal.kind) {
    case 'notNotified':
      return 'Le marché n’est pas notifié\u202f: il n’a pas commencé.';
    case 'closed':
      return 'Le marché est déjà clos.';
    case 'amendmentPending':
      return 'Un avenant attend sa notification\u202f: enregistrez-la d’abord.';
    case 'notEnded':
      return `Le marché court jusqu’au ${formatDay(refusal.endsOn)}\u202f: il n’est pas encore à son terme.`;
    case 'maximumNotReached':
      return `Le maximum (${formatCents(refusal.maximumNet)} HT) n’est pas atteint\u202f: ${formatCents(refusal.committedNet)} HT sont commandés.`;
    case 'ended':
      return `Le marché est terminé depuis le ${formatDay(refusal.endsOn)}\u202f: il se clôt par son terme.`;
    case 'lastDayOutside':
      return `Le dernier jour (${formatDay(refusal.lastDay)}) doit être compris entre le ${formatDay(refusal.today)} et le ${formatDay(refusal.endsOn)}.`;
    case 'openOrders':
      return `${refusal.count} commande(s) restent ouvertes\u202f: enregistrez leurs livraisons, annulez-les, ou écrivez en motif pourquoi le marché se clôt sans elles.`;
    case 'noGround':
      return 'Choisissez le fondement de la résiliation.';
    case 'noReason':
      return 'Écrivez les motifs de la résiliation.';
  }
}
