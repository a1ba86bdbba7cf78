// Brings together what the matrix of communes by lines is printed from.
import { findSyndicat } from 'db/organisations';
import type { NeedsMatrixFacts } from '~/documents/consolidation/needs-matrix';
import { consolidationMatrix } from '~/domain/consolidation/matrix';
import type { AskedBy } from '../guard.server';
import { consolidatedNeeds } from './needs.server';

/** The matrix of a campaign as it stands, or as it was frozen. */
export function needsMatrixFacts({ db, params, today, platform }: AskedBy): NeedsMatrixFacts {
  const { campaign, consolidation, stored } = consolidatedNeeds(db, params['id']);
  const syndicat = findSyndicat(db);
  const city = [syndicat.postalCode, syndicat.city].filter(Boolean).join(' ');
  return {
    campaignTitle: campaign.title,
    issuer: { name: syndicat.name, lines: [syndicat.address ?? '', city].filter((line) => line !== '') },
    madeOn: today,
    ...(platform.demonstration ? { mention: 'Démonstration : prix, fournisseurs et syndicat fictifs' } : {}),
    digest: stored?.digest ?? null,
    lots: consolidation.lots
      .filter(({ lines }) => lines.length > 0)
      .map(({ number, title, lines }) => ({
        number,
        title,
        lines,
        matrix: consolidationMatrix(consolidation, number),
      })),
    totalNet: consolidation.totalNet,
  };
}
