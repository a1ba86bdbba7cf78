// Downloads the matrix of communes by lines as a landscape PDF.
import { needsMatrixDocument } from '~/documents/consolidation/needs-matrix';
import { answerFile } from '../file.server';
import { reader } from '../guard.server';
import { needsMatrixFacts } from './matrix.server';

export const loader = reader('campaign.run', async (asked) => {
  const model = needsMatrixDocument(needsMatrixFacts(asked));
  return answerFile({
    fileName: `besoins-consolides-${asked.today}.pdf`,
    mediaType: 'application/pdf',
    bytes: await asked.platform.documents.render({ kind: 'pdf', model }),
  });
});
