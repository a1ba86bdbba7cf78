// The syndicat’s buyer sends an order back to the commune.
import { listPurchaseOrders } from 'db/orders';
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { reader, writer } from '../guard.server';
import { backToOrder, doOnOrder } from './deed.server';

export const loader = reader('order.read', backToOrder);

export const action = writer('order.accept', (sent) =>
  doOnOrder(sent, {
    deed: 'refuse',
    done: 'La commande est renvoyée à la commune, avec votre message.',
    reasonRequired: true,
    prepare(tx, order) {
      const numbers = listPurchaseOrders(tx, order.id).map(({ number }) => number);
      return numbers.length > 0 ? [{ tag: 'alreadyIssued', numbers }] : [];
    },
  }),
);

export default RefusedDeed;
