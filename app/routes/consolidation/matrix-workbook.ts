// Downloads the matrix of communes by lines as a workbook.
import { needsMatrixWorkbook } from '~/documents/consolidation/needs-matrix';
import { answerFile } from '../file.server';
import { reader } from '../guard.server';
import { needsMatrixFacts } from './matrix.server';

export const loader = reader('campaign.run', async (asked) => {
  const workbook = needsMatrixWorkbook(needsMatrixFacts(asked));
  return answerFile({
    fileName: `besoins-consolides-${asked.today}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await asked.platform.documents.render({ kind: 'xlsx', workbook }),
  });
});
