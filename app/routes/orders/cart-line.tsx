// Puts a reference in the cart for a school: the line takes this quantity, so that a repeat changes nothing.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { putCartLine } from 'db/orders';
import { findSchool } from 'db/organisations';
import { findProduct } from 'db/products';
import { refusalSentence } from '~/domain/orders/refusals';
import { formatCount } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { notFound, orNotFound, ownPath, reader, redirectSaying, writer } from '../guard.server';
import { parseQuantity, usageOf } from './cart-form.server';

export const loader = reader('cart.fill', () => redirect('/panier'));

export const action = writer('cart.fill', ({ db, user, form, now, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const { communeId } = user.scope;
  const uai = String(form.get('schoolUai') ?? '');
  if (uai === '') return refused(['Choisissez l’école pour laquelle vous commandez.']);
  const { school } = orNotFound(findSchool(db, uai, user.scope));
  const { product, price } = orNotFound(findProduct(db, String(form.get('productId') ?? ''), today));
  const typed = String(form.get('quantity') ?? '');
  const quantity = parseQuantity(typed);
  if (quantity === undefined) return refused([refusalSentence({ tag: 'quantity', label: product.label, typed })]);
  if (!price) return refused([refusalSentence({ tag: 'notOrderable', label: product.label })]);
  const before = write(db, (tx) =>
    putCartLine(
      tx,
      { communeId, userId: user.id, now },
      { schoolUai: school.uai, productId: product.id, price, quantity, facts: usageOf(form) },
    ),
  );
  const was = before > 0 && before !== quantity ? ` (au lieu de ${formatCount(before)})` : '';
  const back = form.get('retour');
  return redirectSaying(
    back === null ? '/panier' : ownPath(String(back)),
    `Au panier pour ${school.name} : ${formatCount(quantity)} × ${product.label}${was}.`,
  );
});

export default function CartLineRefused() {
  return <RefusalPage title="Rien n’a été ajouté" back="/catalogue" backLabel="Retour au catalogue" />;
}
