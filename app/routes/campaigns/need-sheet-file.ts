// Downloads the sheet of needs of one commune, filled with what it answered so far.
import { redirect } from '@remix-run/node';
import { findCampaign, listInvited } from 'db/campaigns';
import { needSheetWorkbook } from '~/documents/campaigns/need-sheet';
import { answerFile } from '../file.server';
import { orNotFound, reader } from '../guard.server';
import { needSheetFacts, needSheetFileName, offeredOn } from './need-sheet.server';

export const loader = reader('campaign.sheet', async ({ db, user, params, url, today, platform }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const wanted = user.scope.kind === 'commune' ? user.scope.communeId : url.searchParams.get('commune');
  if (wanted === null) return redirect(`/campagnes/${campaign.id}/feuilles`);
  const member = orNotFound(listInvited(db, campaign).find(({ communeId }) => communeId === wanted));
  const facts = needSheetFacts(db, campaign, member, offeredOn(db, campaign, today), today);
  const bytes = await platform.documents.render({ kind: 'xlsx', workbook: needSheetWorkbook(facts) });
  return answerFile({
    fileName: needSheetFileName(campaign, member.name),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  });
});
