// A deed on an order, in one transaction: found within the scope, possible from its state, then done; a repeat is harmless.
import { redirect } from '@remix-run/node';
import { type Tx, write } from 'db/client';
import { advanceOrder, findOrder } from 'db/orders';
import { type OrderDeed, orderTransitions } from '~/domain/orders/order-states';
import { type OrderRefusal, refusalSentence } from '~/domain/orders/refusals';
import { refused, typedOf } from '../form.server';
import { type AskedBy, orNotFound, redirectSaying } from '../guard.server';

export interface DeedOnOrder {
  readonly deed: OrderDeed;
  /** Said once on the order's page. */
  readonly done: string;
  /** The commune must be told why. */
  readonly reasonRequired?: true;
  /** What stands against the deed, and what else is written with it. */
  prepare?(
    tx: Tx,
    order: NonNullable<ReturnType<typeof findOrder>>['order'],
    comment: string | null,
  ): readonly OrderRefusal[];
}

const wasDone = (state: string, deed: OrderDeed) =>
  Object.values(orderTransitions).some((deeds) => deeds[deed] === state);

/** Does the deed and goes to the order's page, or answers 422 with every reason. */
export function doOnOrder(sent: AskedBy & { readonly form: FormData }, asked: DeedOnOrder) {
  const { db, user, params, form, now } = sent;
  const comment =
    String(form.get('comment') ?? '')
      .trim()
      .slice(0, 2000) || null;
  const refusals = write(db, (tx): readonly OrderRefusal[] => {
    const { order } = orNotFound(findOrder(tx, params['id'] ?? '', user.scope));
    if (wasDone(order.state, asked.deed)) return [];
    if (orderTransitions[order.state][asked.deed] === undefined) {
      return [{ tag: 'wrongState', state: order.state, deed: asked.deed }];
    }
    if (asked.reasonRequired && comment === null) return [{ tag: 'reasonMissing' }];
    const against = asked.prepare?.(tx, order, comment) ?? [];
    if (against.length === 0) advanceOrder(tx, order, asked.deed, { userId: user.id, now }, comment);
    return against;
  });
  if (refusals.length > 0) return refused(refusals.map(refusalSentence), typedOf(form));
  return redirectSaying(`/commandes/${params['id']}`, asked.done);
}

/** Where a deed's own address leads when it is opened or reloaded: to the order. */
export function backToOrder({ params }: AskedBy): Response {
  return redirect(`/commandes/${params['id']}`);
}
