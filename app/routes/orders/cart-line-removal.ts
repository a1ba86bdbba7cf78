// Takes a line out of the cart, and keeps what was typed in the others.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { removeCartLine } from 'db/orders';
import { notFound, reader, redirectSaying, writer } from '../guard.server';
import { saveCart } from './cart.server';

export const loader = reader('cart.fill', () => redirect('/panier'));

export const action = writer('cart.fill', ({ db, user, params, form, now, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const who = { communeId: user.scope.communeId, userId: user.id, now };
  saveCart(db, who, form, today);
  write(db, (tx) => removeCartLine(tx, who, params['id'] ?? ''));
  return redirectSaying('/panier', 'La ligne est retirée du panier.');
});
