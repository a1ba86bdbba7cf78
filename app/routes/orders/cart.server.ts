// The cart as the page shows it and as submission decides on it: lines, totals, ceilings, checks, all that stands against it.
import type { Db, Reads } from 'db/client';
import { write } from 'db/client';
import { changeCart, findCart, listAcknowledgements, listAskedLots, listOrderLines, type Who } from 'db/orders';
import { findMembership } from 'db/organisations';
import { gateOf } from '~/domain/checks/gate';
import { submissionRefusals } from '~/domain/orders/gates';
import { type OrderRefusal, refusalSentence } from '~/domain/orders/refusals';
import { totalsOf } from '~/domain/orders/totals';
import type { Day } from '~/domain/shared/day';
import { readCartForm } from './cart-form.server';
import { asksTheSyndicat, checkLines } from './checking.server';

/** Everything about a commune's cart on a day; undefined when it has none. */
export function readCart(db: Reads, communeId: string, today: Day) {
  const cart = findCart(db, communeId);
  if (!cart) return undefined;
  const lines = listOrderLines(db, cart.id, today);
  const results = checkLines(db, cart, lines, today);
  const acknowledgements = listAcknowledgements(db, cart.id);
  const answered = new Set(acknowledgements.map(({ key }) => key));
  const lots = listAskedLots(db, cart.id, communeId);
  const gate = gateOf(
    results.filter((result) => !asksTheSyndicat(result)),
    answered,
  );
  const refusals = submissionRefusals({
    day: today,
    isMember: findMembership(db, communeId, today) !== undefined,
    lines: lines.map(({ line, current }) => ({ ...line, current })),
    lots,
    gate,
  });
  return { cart, lines, results, acknowledgements, lots, refusals, totals: totalsOf(lines.map(({ line }) => line)) };
}

/** Keeps what was typed in the cart, in one write; returns what was wrong with it. The page of an earlier cart changes nothing. */
export function saveCart(db: Db, who: Who, form: FormData, today: Day): readonly string[] {
  return write(db, (tx) => {
    const cart = findCart(tx, who.communeId);
    if (!cart || form.get('orderId') !== cart.id) return [];
    const { edits, refusals } = readCartForm(form, listOrderLines(tx, cart.id, today));
    changeCart(tx, who, edits);
    return refusals.map((refusal: OrderRefusal) => refusalSentence(refusal));
  });
}
