// The list of documents that the filters keep, as CSV for a French spreadsheet.
import { listAllFinanceDocuments } from 'db/finance';
import { writeCsv } from '~/documents/csv';
import { financeKindLabels } from '~/domain/finance/finance-kinds';
import { formatDayShort } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { answerFile } from '../file.server';
import { reader } from '../guard.server';
import { readFinanceFilters } from './filters.server';

const amount = (cents: Cents | null) => (cents === null ? null : { cents });

export const loader = reader('finance.read', ({ db, user, url, today }) => {
  const rows = listAllFinanceDocuments(db, user.scope, readFinanceFilters(url).filters);
  const bytes = writeCsv(
    ['Type', 'Numéro', 'Date', 'Commune', 'Fournisseur', 'Objet', 'HT', 'TVA', 'TTC', 'Fichier', 'SHA-256'],
    rows.map((row) => [
      financeKindLabels[row.kind as keyof typeof financeKindLabels],
      row.number,
      formatDayShort(row.issuedOn),
      row.communeName ?? '',
      row.supplierName ?? '',
      row.title,
      amount(row.net),
      amount(row.vat),
      amount(row.gross),
      row.fileName,
      row.sha256,
    ]),
  );
  return answerFile({ fileName: `preau-finances-${today}.csv`, mediaType: 'text/csv; charset=utf-8', bytes });
});
