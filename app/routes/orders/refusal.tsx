// The syndicat’s buyer sends an order back to the commune.
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { reader, writer } from '../guard.server';
import { backToOrder, doOnOrder } from './deed.server';

export const loader = reader('order.read', backToOrder);

export const action = writer('order.accept', (sent) =>
  doOnOrder(sent, {
    deed: 'refuse',
    done: 'La commande est renvoyée à la commune, avec votre message.',
    reasonRequired: true,
  }),
);

export default RefusedDeed;
