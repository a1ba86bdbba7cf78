// Puts another reference in the place of a line of the cart, at its price of the day, quantity and answers kept.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { replaceCartLine } from 'db/orders';
import { findProduct } from 'db/products';
import { refusalSentence } from '~/domain/orders/refusals';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { notFound, orNotFound, reader, redirectSaying, writer } from '../guard.server';

export const loader = reader('cart.fill', () => redirect('/panier'));

export const action = writer('cart.fill', ({ db, user, params, form, now, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const { product, price } = orNotFound(findProduct(db, String(form.get('productId') ?? ''), today));
  if (!price) return refused([refusalSentence({ tag: 'notOrderable', label: product.label })]);
  const who = { communeId: user.scope.communeId, userId: user.id, now };
  const replaced = write(db, (tx) => replaceCartLine(tx, who, params['id'] ?? '', { productId: product.id, price }));
  return redirectSaying(
    '/panier',
    replaced
      ? `Au panier, à la place\u202f: ${product.label}.`
      : 'Cette ligne n’est plus au panier\u202f: rien n’a changé.',
  );
});

export default function NotReplaced() {
  return <RefusalPage title="La ligne n’est pas remplacée" back="/panier" backLabel="Revenir au panier" />;
}
