// The syndicat's buyer accepts an order, and says how the supplier's missing proofs are dealt with.
import { acknowledgeChecks, listAnsweredKeys, listFrozenChecks } from 'db/orders';
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { reader, writer } from '../guard.server';
import { asksTheSyndicat } from './checking.server';
import { backToOrder, doOnOrder } from './deed.server';

export const loader = reader('order.read', backToOrder);

export const action = writer('order.accept', (sent) =>
  doOnOrder(sent, {
    deed: 'accept',
    done: 'La commande est acceptée ; le bon de commande peut être émis.',
    prepare(tx, order, comment) {
      const answered = listAnsweredKeys(tx, order.id);
      const pending = listFrozenChecks(tx, order.id).filter(
        (result) => asksTheSyndicat(result) && !answered.has(result.key),
      );
      if (pending.length === 0) return [];
      if (comment === null) return [{ tag: 'proofMissing', count: pending.length }];
      acknowledgeChecks(tx, order.id, pending, comment, { userId: sent.user.id, now: sent.now });
      return [];
    },
  }),
);

export default RefusedDeed;
