// Downloads the sheets of needs of every member that has not signed yet, as one ZIP to send out.
import { listAnswers } from 'db/campaign-answers';
import { findCampaign, listInvited } from 'db/campaigns';
import { streamArchive } from '~/documents/archive';
import type { IssuedFile } from '~/documents/blocks';
import { needSheetWorkbook } from '~/documents/campaigns/need-sheet';
import { answerStream } from '../file.server';
import { orNotFound, reader } from '../guard.server';
import { needSheetFacts, needSheetFileName, offeredOn } from './need-sheet.server';

export const loader = reader('campaign.run', ({ db, user, params, today, platform }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const settled = new Set(
    listAnswers(db, campaign.id, user.scope).flatMap(({ communeId, state }) =>
      state === 'signed' || state === 'noNeed' ? [communeId] : [],
    ),
  );
  const references = offeredOn(db, campaign, today);
  const members = listInvited(db, campaign).filter(({ communeId }) => !settled.has(communeId));
  async function* sheets(): AsyncGenerator<IssuedFile> {
    // Two at a time, as the threads are: a queue of hundreds would run into the time limit of its last one.
    for (let index = 0; index < members.length; index += 2) {
      const pair = members.slice(index, index + 2).map(async (member): Promise<IssuedFile> => {
        const workbook = needSheetWorkbook(needSheetFacts(db, campaign, member, references, today));
        return {
          fileName: needSheetFileName(campaign, member.name),
          mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          bytes: await platform.documents.render({ kind: 'xlsx', workbook }),
        };
      });
      yield* await Promise.all(pair);
    }
  }
  const file = { fileName: `feuilles-de-besoins-${today}.zip`, mediaType: 'application/zip' };
  return answerStream(file, streamArchive(sheets(), today));
});
