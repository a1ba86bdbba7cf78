// The buyer closes a reservation that the supplier, the commune or the school settled, and says how.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { closeReservations, findOrder, joinProof, keepProof, listClosures, listReservedKeys } from 'db/orders';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { refused, typedOf } from '../form.server';
import { orNotFound, ownPath, reader, redirectSaying, writer } from '../guard.server';
import { readReservationForm } from './proofs.server';

export const loader = reader('reservation.read', () => redirect('/controles/reserves'));

export const action = writer('reservation.close', async ({ db, user, params, form, now }) => {
  const { order } = orNotFound(findOrder(db, params['id'] ?? '', user.scope));
  const { comment, sent, asked } = await readReservationForm(form);
  if (sent && 'problem' in sent) return refused([sent.problem], typedOf(form));
  if (!sent && comment === '') {
    return refused(['Dites comment la réserve est levée, ou joignez le document qui le prouve.'], typedOf(form));
  }
  const closed = write(db, (tx) => {
    const reserved = listReservedKeys(tx, order.id);
    if (!asked.some((key) => reserved.has(key))) return undefined;
    const closedBefore = new Set(listClosures(tx, order.id).map(({ key }) => key));
    const keys = asked.filter((key) => reserved.has(key) && !closedBefore.has(key));
    if (keys.length === 0) return 0;
    const by = { userId: user.id, organisationId: user.organisationId, now };
    const documentId = sent ? keepProof(tx, order, sent.file, by) : null;
    closeReservations(tx, order.id, keys, { comment, documentId }, by);
    if (documentId !== null) joinProof(tx, order.id, keys, documentId, by);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: order.communeId,
      deed: 'reservation.closed',
      subjectKind: 'order',
      subjectId: order.id,
      detail: { keys, comment, documentId },
    });
    return keys.length;
  });
  if (closed === undefined) return refused(['Cette réserve n’est pas celle de la commande.'], typedOf(form));
  return redirectSaying(
    ownPath(String(form.get('back') ?? '/controles/reserves')),
    closed === 0 ? 'Cette réserve était déjà levée.' : 'La réserve est levée.',
  );
});

export default function ClosingRefused() {
  return <RefusalPage title="La réserve n’est pas levée" back="/controles/reserves" backLabel="Revenir aux réserves" />;
}
