// The sheet of a commune's schools to fill in, with what is known today.
import { startingPointWorkbook } from '~/documents/checks/starting-point-sheet';
import { answerFile } from '../file.server';
import { notFound, reader } from '../guard.server';
import { sheetFacts } from './sheet.server';

export const loader = reader('school.declare', async ({ db, user, today, platform }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const workbook = startingPointWorkbook(sheetFacts(db, user.scope, today, platform.demonstration));
  return answerFile({
    fileName: `etat-des-lieux-${today}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await platform.documents.render({ kind: 'xlsx', workbook }),
  });
});
