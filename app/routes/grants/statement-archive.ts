// The evidence as one ZIP: the statement, its workbook, the invoices that the person may read, and their digests.
import { listStatements } from 'db/grant-awards';
import { findGrantFile } from 'db/grants';
import { findDocument, readDocumentBytes } from 'db/records';
import { writeCsv } from '~/documents/csv';
import { isAllowed } from '~/domain/accounts/permissions';
import { dayInParis } from '~/domain/shared/day';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';

export const loader = reader('grant.read', async ({ db, user, params, platform }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const statement = orNotFound(listStatements(db, file.id).find(({ id }) => id === params['statement']));
  const mayReadInvoices = isAllowed(user.roles, 'finance.read');
  const stored = (ids: readonly string[]) => ids.flatMap((id) => findDocument(db, id, user.scope) ?? []);
  const fileOf = ({ id, fileName, mediaType }: { id: string; fileName: string; mediaType: string }) => ({
    fileName,
    mediaType,
    bytes: readDocumentBytes(db, id),
  });
  const invoices = stored(statement.invoiceDocuments);
  // An invoice entered by hand was joined to this file: who reads the file reads it.
  const joined = invoices.filter(({ kind }) => mayReadInvoices || kind === 'grantExpense');
  const list = writeCsv(
    ['Facture', 'Fichier', 'SHA-256', 'Dans cette archive'],
    invoices.map((one) => [one.number, one.fileName, one.sha256, joined.includes(one) ? 'oui' : 'non']),
  );
  const bytes = await platform.documents.render({
    kind: 'zip',
    day: dayInParis(statement.issuedAt),
    files: [
      ...stored([statement.documentId, statement.workbookId]).map(fileOf),
      { fileName: 'factures.csv', mediaType: 'text/csv; charset=utf-8', bytes: list },
      ...joined.map(fileOf),
    ],
  });
  return answerFile({ fileName: `${statement.number}.zip`, mediaType: 'application/zip', bytes });
});
