// Downloads the data sheet of a European notice, as a workbook or as JSON for an electronic sender.
import { eformsNotices, eformsVersion } from 'catalog/codes/eforms';
import { findSyndicat } from 'db/organisations';
import { eformsWorkbook } from '~/documents/consultations/eforms-workbook';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';
import { eformsOf, readNotice } from './eforms.server';

export const loader = reader('consultation.read', async ({ db, params, now, today, platform }) => {
  const [, asked, format] = orNotFound(/^(\d\d)\.(xlsx|json)$/.exec(params['file'] ?? ''));
  const notice = readNotice(asked);
  const { reference, rows } = eformsOf(db, params['id'], notice, now);
  const fileName = `avis-${notice}-${reference}.${format}`;
  if (format === 'json') {
    const terms = rows.filter(({ value }) => value !== '');
    const bytes = new TextEncoder().encode(
      `${JSON.stringify({ notice, version: eformsVersion, reference, terms }, null, 2)}\n`,
    );
    return answerFile({ fileName, mediaType: 'application/json', bytes });
  }
  const workbook = eformsWorkbook({
    title: `Avis ${notice} : ${eformsNotices[notice].label}`,
    reference,
    version: eformsVersion,
    issuer: findSyndicat(db).name,
    madeOn: today,
    ...(platform.demonstration ? { mention: 'Démonstration : prix, fournisseurs et syndicat fictifs' } : {}),
    rows,
  });
  return answerFile({
    fileName,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await platform.documents.render({ kind: 'xlsx', workbook }),
  });
});
