// The reservations that the filters keep, as CSV for a French spreadsheet.
import { writeCsv } from '~/documents/csv';
import { formatDayShort } from '~/domain/shared/format';
import { answerFile } from '../file.server';
import { reader } from '../guard.server';
import { readReservationFilters, reservationRows } from './reservations.server';

export const loader = reader('reservation.read', ({ db, url, today }) => {
  const rows = reservationRows(db, readReservationFilters(url), today);
  const bytes = writeCsv(
    [
      'Commande',
      'Commune',
      'Soumise le',
      'Âge (jours)',
      'État de la commande',
      'Règle',
      'Version',
      'Constat',
      'Texte',
      'Concerne',
      'Demandé à',
      'Pièce',
      'Réponses',
      'Documents',
      'Levée',
    ],
    rows.map(({ entry, ...row }) => [
      row.reference,
      row.communeName,
      formatDayShort(row.submittedOn),
      row.age,
      row.state,
      entry.ruleId,
      entry.ruleVersion,
      entry.sentence,
      entry.citation,
      entry.subjects.join(' ; '),
      row.holder,
      entry.evidence.what,
      entry.replies
        .filter(({ comment }) => comment !== '')
        .map(({ comment, by }) => `${by} : ${comment}`)
        .join(' ; '),
      entry.replies.flatMap(({ documents }) => documents).join(' ; '),
      entry.closed === undefined
        ? ''
        : [entry.closed.by, entry.closed.comment, ...entry.closed.documents].filter((text) => text !== '').join(' : '),
    ]),
  );
  return answerFile({ fileName: `preau-reserves-${today}.csv`, mediaType: 'text/csv; charset=utf-8', bytes });
});
