// The figures of the overview by commune, as CSV for a French spreadsheet.
import { writeCsv } from '~/documents/csv';
import { equityOf, sumFigures } from '~/domain/grants/overview';
import { answerFile } from '../file.server';
import { reader } from '../guard.server';
import { readFileFigures, readPlaces } from './overview.server';

const tenths = (value: number | null) => (value === null ? 'inconnu' : value / 10);

export const loader = reader('grant.oversee', ({ db, user, today }) => {
  const files = readFileFigures(db, user.scope, today);
  const rows = readPlaces(db, user.scope, files).map((place) => {
    const sums = sumFigures(files.filter(({ communeId }) => communeId === place.communeId));
    const equity = equityOf([place]);
    return [
      place.name,
      place.epci ?? '',
      place.rural === null ? 'inconnu' : place.rural ? 'oui' : 'non',
      equity.schools,
      equity.schoolsWithoutPupils,
      equity.pupils,
      sums.files,
      { cents: sums.asked },
      sums.askedUnknown,
      { cents: sums.granted },
      { cents: sums.paid },
      { cents: sums.atRisk },
      equity.grantPerPupil === null ? 'inconnu' : { cents: equity.grantPerPupil },
      equity.mobileDevices.schools,
      tenths(equity.mobileDevices.per100),
      equity.displays.schools,
      tenths(equity.displays.per100),
    ];
  });
  const header = [
    'Commune',
    'Intercommunalité',
    'Rurale (densité 5 à 7)',
    'Écoles',
    'Écoles sans effectif connu',
    'Élèves connus',
    'Dossiers',
    'Demandé',
    'Dossiers sans montant',
    'Accordé',
    'Versé',
    'À risque',
    'Accordé par élève',
    'Écoles comptées (tablettes et portables)',
    'Tablettes et portables pour 100 élèves',
    'Écoles comptées (affichage)',
    'Affichages pour 100 élèves',
  ];
  return answerFile({
    fileName: `preau-subventions-${today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: writeCsv(header, rows),
  });
});
