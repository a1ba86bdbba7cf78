// The elected approver sends an order back for correction.
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { reader, writer } from '../guard.server';
import { backToOrder, doOnOrder } from './deed.server';

export const loader = reader('order.read', backToOrder);

export const action = writer('order.approve', (sent) =>
  doOnOrder(sent, {
    deed: 'return',
    done: 'La commande est renvoyée à la secrétaire, avec votre message.',
    reasonRequired: true,
  }),
);

export default RefusedDeed;
