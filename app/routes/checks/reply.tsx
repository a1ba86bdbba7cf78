// Adds words or a document to a reservation of a submitted order; what was said before stays.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { acknowledgeChecks, findOrder, listFrozenChecks, listReservedKeys } from 'db/orders';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { asksTheSyndicat } from '../orders/checking.server';
import { applyProofs, noProofs, readReservationForm } from './proofs.server';

export const loader = reader('order.read', ({ params }) => redirect(`/commandes/${params['id']}`));

export const action = writer('reservation.reply', async ({ db, user, params, form, now }) => {
  const { order } = orNotFound(findOrder(db, params['id'] ?? '', user.scope));
  const { comment, sent, asked } = await readReservationForm(form);
  const reasons = [
    ...(order.state === 'draft' || order.state === 'cancelled'
      ? ['La commande n’attend pas de réponse\u00a0: elle est au panier ou annulée.']
      : []),
    ...(sent && 'problem' in sent ? [sent.problem] : []),
    ...(!sent && comment === '' ? ['Joignez un document ou écrivez un commentaire.'] : []),
  ];
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  const done = write(db, (tx) => {
    const reserved = listReservedKeys(tx, order.id);
    // What the syndicat settles with the supplier is answered by the syndicat.
    const others = new Set(
      user.scope.kind === 'syndicat'
        ? []
        : listFrozenChecks(tx, order.id)
            .filter(asksTheSyndicat)
            .map(({ key }) => key),
    );
    const keys = asked.filter((key) => reserved.has(key) && !others.has(key));
    if (keys.length === 0) return false;
    const by = { userId: user.id, organisationId: user.organisationId, now };
    if (comment !== '') {
      acknowledgeChecks(
        tx,
        order.id,
        keys.map((key) => ({ key })),
        comment,
        by,
      );
    }
    const proofs = sent && 'file' in sent ? [{ keys, file: sent.file }] : [];
    applyProofs(tx, order, { ...noProofs, proofs }, reserved, by);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: order.communeId,
      deed: 'reservation.replied',
      subjectKind: 'order',
      subjectId: order.id,
      detail: { keys, ...(proofs[0] ? { fileName: proofs[0].file.fileName } : {}) },
    });
    return true;
  });
  if (!done) return refused(['Choisissez la réserve à laquelle répondre.'], typedOf(form));
  return redirectSaying(`/commandes/${order.id}`, 'La réponse à la réserve est enregistrée.');
});

export default function ReplyRefused() {
  const { id } = useParams();
  return (
    <RefusalPage title="La réponse n’est pas enregistrée" back={`/commandes/${id}`} backLabel="Revenir à la commande" />
  );
}
