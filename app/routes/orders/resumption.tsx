// Takes a returned order back into the cart, with all its lines.
import { cancelEmptyCart, findCart } from 'db/orders';
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { reader, writer } from '../guard.server';
import { backToOrder, doOnOrder } from './deed.server';

export const loader = reader('order.read', backToOrder);

export const action = writer('order.submit', (sent) =>
  doOnOrder(sent, {
    deed: 'resume',
    done: 'La commande est de nouveau dans votre panier.',
    prepare(tx, order) {
      cancelEmptyCart(tx, { communeId: order.communeId, userId: sent.user.id, now: sent.now });
      return findCart(tx, order.communeId) ? [{ tag: 'cartInUse' }] : [];
    },
  }),
);

export default RefusedDeed;
