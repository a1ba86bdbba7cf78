// The elected approver validates an order.
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { reader, writer } from '../guard.server';
import { backToOrder, doOnOrder } from './deed.server';

export const loader = reader('order.read', backToOrder);

export const action = writer('order.approve', (sent) =>
  doOnOrder(sent, { deed: 'approve', done: 'La commande est validée ; le syndicat doit l’accepter.' }),
);

export default RefusedDeed;
