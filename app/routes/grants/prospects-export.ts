// The schools that the filters keep, with their answer to a scheme, as CSV for a French spreadsheet.
import { writeCsv } from '~/documents/csv';
import { answerFile } from '../file.server';
import { reader } from '../guard.server';
import { readProspects } from './prospects.server';

export const loader = reader('grant.read', ({ db, user, url, today }) => {
  const { scheme, rows } = readProspects(db, user.scope, url.searchParams, today);
  const bytes = writeCsv(
    [
      'Dispositif',
      'Commune',
      'École',
      'UAI',
      'Demandeur',
      'Population totale',
      'Classe de densité',
      'Réponse',
      'Pourquoi',
    ],
    rows.map((row) => [
      scheme.shortName,
      row.commune,
      row.school,
      row.uai,
      row.applicant,
      typeof row.population === 'number' ? row.population : '',
      typeof row.densityClass === 'number' ? row.densityClass : '',
      row.label,
      row.told,
    ]),
  );
  return answerFile({
    fileName: `preau-ecoles-${scheme.id}-${today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes,
  });
});
