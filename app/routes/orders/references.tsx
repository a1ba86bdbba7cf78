// The commune gives the service code and commitment number of an order not yet issued.
import { write } from 'db/client';
import { changeOrderReferences, findOrder, listPurchaseOrders } from 'db/orders';
import { addDeed } from 'db/records';
import { refusalSentence } from '~/domain/orders/refusals';
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { backToOrder } from './deed.server';

export const loader = reader('order.read', backToOrder);

export const action = writer('order.reference', ({ db, user, params, form, now }) => {
  const text = (name: string, max: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, max) || null;
  const references = { commitmentNumber: text('commitmentNumber', 50), serviceCode: text('serviceCode', 100) };
  const refusal = write(db, (tx) => {
    const { order } = orNotFound(findOrder(tx, params['id'] ?? '', user.scope));
    if (!['submitted', 'approved', 'accepted'].includes(order.state)) {
      return { tag: 'wrongState', state: order.state, deed: 'issue' } as const;
    }
    const numbers = listPurchaseOrders(tx, order.id).map(({ number }) => number);
    if (numbers.length > 0) return { tag: 'alreadyIssued', numbers } as const;
    changeOrderReferences(tx, order.id, references);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: order.communeId,
      deed: 'order.referencesChanged',
      subjectKind: 'order',
      subjectId: order.id,
      detail: references,
    });
    return undefined;
  });
  if (refusal) return refused([refusalSentence(refusal)], typedOf(form));
  return redirectSaying(`/commandes/${params['id']}`, 'Les références sont enregistrées.');
});

export default RefusedDeed;
