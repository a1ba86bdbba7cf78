// The cart as the page shows it and as submission decides on it: lines, totals, ceilings, checks, all that stands against it.
import type { Db, Reads } from 'db/client';
import { write } from 'db/client';
import {
  changeCart,
  findCart,
  listAcknowledgements,
  listAnsweredKeys,
  listAskedLots,
  listOrderLines,
  listReservationDocuments,
  type Who,
} from 'db/orders';
import { findMembership } from 'db/organisations';
import { gateOf } from '~/domain/checks/gate';
import { asksForReply } from '~/domain/checks/report';
import { submissionRefusals } from '~/domain/orders/gates';
import { type OrderRefusal, refusalSentence } from '~/domain/orders/refusals';
import { totalsOf } from '~/domain/orders/totals';
import type { Day } from '~/domain/shared/day';
import { applyProofs, noProofs, type ReadProofs } from '../checks/proofs.server';
import { readCartForm } from './cart-form.server';
import { asksTheSyndicat, checkLines } from './checking.server';

/** Everything about a commune's cart on a day; undefined when it has none. */
export function readCart(db: Reads, communeId: string, today: Day) {
  const cart = findCart(db, communeId);
  if (!cart) return undefined;
  const lines = listOrderLines(db, cart.id, today);
  const results = checkLines(db, cart, lines, today);
  const acknowledgements = listAcknowledgements(db, cart.id);
  const answered = listAnsweredKeys(db, cart.id);
  const lots = listAskedLots(db, cart.id, communeId);
  const gate = gateOf(
    results.filter((result) => !asksTheSyndicat(result)),
    answered,
  );
  const refusals = submissionRefusals({
    day: today,
    membership: findMembership(db, communeId, today),
    lines: lines.map(({ line, current }) => ({ ...line, current })),
    lots,
    gate,
  });
  const documents = listReservationDocuments(db, cart.id);
  return {
    cart,
    lines,
    results,
    acknowledgements,
    documents,
    lots,
    refusals,
    totals: totalsOf(lines.map(({ line }) => line)),
  };
}

/** Keeps what was typed in the cart, in one write; returns what was wrong with it. The page of an earlier cart changes nothing. */
export function saveCart(
  db: Db,
  who: Who,
  form: FormData,
  today: Day,
  proofs: ReadProofs = noProofs,
): readonly string[] {
  return write(db, (tx) => {
    const cart = findCart(tx, who.communeId);
    if (!cart || form.get('orderId') !== cart.id) return [];
    const { edits, refusals } = readCartForm(form, listOrderLines(tx, cart.id, today));
    changeCart(tx, who, edits);
    if (proofs.proofs.length + proofs.withdrawn.length > 0) {
      const asked = checkLines(tx, cart, listOrderLines(tx, cart.id, today), today).filter(asksForReply);
      const by = { ...who, organisationId: who.communeId };
      applyProofs(tx, cart, proofs, new Set(asked.map(({ key }) => key)), by);
    }
    return [...refusals.map((refusal: OrderRefusal) => refusalSentence(refusal)), ...proofs.problems];
  });
}
