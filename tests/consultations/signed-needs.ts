// A campaign for tablets and laptops, answered and signed by its communes: what a consultation starts from.
import { addNeeds, draftAnswer, signAnswer } from 'db/campaign-answers';
import { addCampaign } from 'db/campaigns';
import { type Db, write } from 'db/client';
import type { SignedIn } from '~/domain/accounts/permissions';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';

/** Each commune signs for two laptops and the tablets given by its rank; returns the id of the campaign. */
export function addSignedNeeds(
  db: Db,
  buyer: SignedIn,
  communes: readonly { readonly communeId: string }[],
  tabletsOf: (index: number) => number,
): string {
  const campaign = {
    id: 'campaign',
    title: 'Besoins',
    description: null,
    opensOn: day('2026-11-02'),
    closesOn: day('2026-11-20'),
    lots: [{ number: 1, title: 'Terminaux', categories: ['tablet', 'laptop'] }],
  };
  const need = { schoolUai: null, unit: 'unité', reason: 'renewal' as const };
  write(db, (tx) => {
    addCampaign(tx, campaign, { id: buyer.id, at: '2026-11-01T08:00:00.000Z' });
    communes.forEach(({ communeId }, index) => {
      const change = { campaignId: campaign.id, communeId, at: '2026-11-10T08:00:00.000Z', userId: buyer.id };
      draftAnswer(tx, change);
      addNeeds(tx, change, [
        {
          id: `t${index}`,
          productId: 'tablet',
          category: 'tablet',
          label: 'Tablette 10 pouces',
          quantity: tabletsOf(index),
          estimatedUnitPriceNet: unitPrice(2_500_000),
          ...need,
        },
        {
          id: `l${index}`,
          productId: 'laptop',
          category: 'laptop',
          label: 'Portable 14 pouces',
          quantity: 2,
          estimatedUnitPriceNet: unitPrice(5_000_000),
          ...need,
        },
      ]);
      signAnswer(tx, change, false);
    });
  });
  return campaign.id;
}
