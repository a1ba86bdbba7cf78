// Cancels an order that no purchase order was issued for.
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { reader, writer } from '../guard.server';
import { backToOrder, doOnOrder } from './deed.server';

export const loader = reader('order.read', backToOrder);

export const action = writer('order.cancel', (sent) =>
  doOnOrder(sent, { deed: 'cancel', done: 'La commande est annulée.', reasonRequired: true }),
);

export default RefusedDeed;
