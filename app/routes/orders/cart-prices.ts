// Brings lines of the cart to the prices in force that the secretary has seen; one that changed since is shown again.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { findCart, listOrderLines, repriceCart } from 'db/orders';
import { notFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('cart.fill', () => redirect('/panier'));

export const action = writer('cart.fill', ({ db, user, form, now, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const who = { communeId: user.scope.communeId, userId: user.id, now };
  write(db, (tx) => {
    const cart = findCart(tx, who.communeId);
    if (!cart) return;
    const current = listOrderLines(tx, cart.id, today).flatMap(({ line, current: price }) =>
      price && form.get(`price:${line.id}`) === price.id ? [[line.id, price] as const] : [],
    );
    repriceCart(tx, who, new Map(current));
  });
  return redirectSaying('/panier', 'Les prix en vigueur sont acceptés.');
});
