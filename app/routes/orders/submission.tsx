// Submits the cart: decides again inside the transaction, under the ceilings as they are then; freezes checks and lines.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { advanceOrder, freezeChecks, numberOrder } from 'db/orders';
import { findSyndicat } from 'db/organisations';
import { refusalSentence } from '~/domain/orders/refusals';
import { RefusalPage } from '~/ui/refusal';
import { readProofs } from '../checks/proofs.server';
import { refused } from '../form.server';
import { notFound, reader, redirectSaying, writer } from '../guard.server';
import { readCart, saveCart } from './cart.server';

export const loader = reader('order.submit', () => redirect('/panier'));

export const action = writer('order.submit', async ({ db, user, form, now, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const { communeId } = user.scope;
  const who = { communeId, userId: user.id, now };
  const wrong = saveCart(db, who, form, today, await readProofs(form));
  if (wrong.length > 0) return refused(wrong);
  const outcome = write(db, (tx) => {
    const read = readCart(tx, communeId, today);
    // Sent twice, or from the page of an earlier cart: the next cart is not touched.
    if (!read || read.cart.id !== form.get('orderId')) return { kind: 'nothing' } as const;
    if (read.refusals.length > 0)
      return { kind: 'refused', reasons: [...new Set(read.refusals.map(refusalSentence))] } as const;
    freezeChecks(tx, read.cart.id, read.results);
    const reference = numberOrder(tx, read.cart.id, findSyndicat(tx).id, now, today);
    advanceOrder(tx, read.cart, 'submit', { userId: user.id, now });
    return { kind: 'submitted', id: read.cart.id, reference } as const;
  });
  if (outcome.kind === 'refused') return refused(outcome.reasons);
  if (outcome.kind === 'nothing') return redirect('/commandes');
  return redirectSaying(
    `/commandes/${outcome.id}`,
    `La commande ${outcome.reference} est soumise : elle attend la validation de l’élu.`,
  );
});

export default function SubmissionRefused() {
  return (
    <RefusalPage
      title="La commande n’est pas soumise"
      back="/panier"
      backLabel="Corriger le panier (rien n’est perdu)"
    />
  );
}
