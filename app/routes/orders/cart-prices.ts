// Brings the cart to the prices in force, once the secretary has seen what changed.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { findCart, listOrderLines, repriceCart } from 'db/orders';
import { notFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('cart.fill', () => redirect('/panier'));

export const action = writer('cart.fill', ({ db, user, now, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const who = { communeId: user.scope.communeId, userId: user.id, now };
  write(db, (tx) => {
    const cart = findCart(tx, who.communeId);
    if (!cart) return;
    const current = listOrderLines(tx, cart.id, today).flatMap(({ line, current: price }) =>
      price ? [[line.id, price] as const] : [],
    );
    repriceCart(tx, who, new Map(current));
  });
  return redirectSaying('/panier', 'Le panier est aux prix en vigueur.');
});
