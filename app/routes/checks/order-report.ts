// The compliance report of an order: the one issued with its purchase orders when there is one, else drawn from the frozen results.
import { findOrder } from 'db/orders';
import { findDocument, readDocumentBytes } from 'db/records';
import { complianceReportModel } from '~/documents/checks/compliance-report';
import { answerFile } from '../file.server';
import { notFound, orNotFound, reader } from '../guard.server';
import { orderReportFacts } from './report.server';

export const loader = reader('order.read', async ({ db, user, params, today, platform }) => {
  const found = orNotFound(findOrder(db, params['id'] ?? '', user.scope));
  // A cart is still being filled: nothing of it is checked for good. One given up before submission never was.
  if (found.order.state === 'draft' || found.order.reference === null) return notFound();
  const issued =
    found.order.reportDocumentId === null ? undefined : findDocument(db, found.order.reportDocumentId, user.scope);
  if (issued) return answerFile({ ...issued, bytes: readDocumentBytes(db, issued.id) });
  const facts = orderReportFacts(db, found, { today, demonstration: platform.demonstration });
  return answerFile({
    fileName: `rapport-de-conformite-${found.order.reference}.pdf`,
    mediaType: 'application/pdf',
    bytes: await platform.documents.render({ kind: 'pdf', model: complianceReportModel(facts) }),
  });
});
