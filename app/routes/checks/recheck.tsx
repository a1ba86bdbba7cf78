// A buyer keeps what an open order answers to the rules of today: a dated row beside the results of its submission.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { addRecheck, listRechecks } from 'db/checks';
import { write } from 'db/client';
import { findOrder } from 'db/orders';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { backToOrder } from '../orders/deed.server';
import { isOpen, recheck } from './recheck.server';

export const loader = reader('order.read', backToOrder);

export const action = writer('order.accept', ({ db, params, form, user, now, today }) => {
  const comment =
    String(form.get('comment') ?? '')
      .trim()
      .slice(0, 1000) || null;
  const outcome = write(db, (tx) => {
    const { order } = orNotFound(findOrder(tx, params['id'] ?? '', user.scope));
    if (!isOpen(order.state)) return 'closed';
    const { results, differences } = recheck(tx, order, today);
    const last = listRechecks(tx, order.id)[0];
    // Sent twice: the same differences are kept once.
    if (JSON.stringify(last?.differences ?? []) === JSON.stringify(differences)) return 'same';
    addRecheck(tx, { orderId: order.id, day: today, at: now, byUserId: user.id, comment, results, differences });
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: order.communeId,
      deed: 'order.checkedAgain',
      subjectKind: 'order',
      subjectId: order.id,
      detail: { differences: differences.length, comment },
    });
    return 'kept';
  });
  if (outcome === 'closed') {
    return refused(['La commande est engagée ou close : ses contrôles restent ceux de sa soumission.']);
  }
  if (outcome === 'same') return redirect(`/commandes/${params['id']}`);
  return redirectSaying(`/commandes/${params['id']}`, 'Le nouveau contrôle est gardé, daté et signé de votre nom.');
});

export default function RecheckRefused() {
  const { id } = useParams();
  return (
    <RefusalPage title="Le contrôle n’est pas refait" back={`/commandes/${id}`} backLabel="Revenir à la commande" />
  );
}
