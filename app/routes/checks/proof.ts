// A document joined to a reservation, for those who read its order and nobody else.
import { findOrder, findReservationDocument } from 'db/orders';
import { readDocumentBytes } from 'db/records';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('order.read', ({ db, user, params }) => {
  const { order } = orNotFound(findOrder(db, params['id'] ?? '', user.scope));
  const document = orNotFound(findReservationDocument(db, order.id, params['document'] ?? ''));
  return answerFile({ ...document, bytes: readDocumentBytes(db, document.id) });
});
