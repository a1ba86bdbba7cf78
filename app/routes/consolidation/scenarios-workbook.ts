// Downloads the scenarios of an address as a workbook.
import { findSyndicat } from 'db/organisations';
import { scenariosWorkbook } from '~/documents/consolidation/scenarios-workbook';
import { answerFile } from '../file.server';
import { reader } from '../guard.server';
import { shownScenarios } from './scenarios.server';

export const loader = reader('campaign.run', async (asked) => {
  const { needs, present, scenarios } = shownScenarios(asked);
  const workbook = scenariosWorkbook({
    campaignTitle: needs.campaign.title,
    issuer: findSyndicat(asked.db).name,
    madeOn: asked.today,
    ...(asked.platform.demonstration ? { mention: 'Démonstration : prix, fournisseurs et syndicat fictifs' } : {}),
    present: present.result,
    scenarios: scenarios.length > 0 ? scenarios : [present],
  });
  return answerFile({
    fileName: `hypotheses-${asked.today}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await asked.platform.documents.render({ kind: 'xlsx', workbook }),
  });
});
