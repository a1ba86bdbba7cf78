// Builders of campaigns, answers and needs with speaking defaults.
import type { Answer, Campaign, Need } from '~/domain/campaigns/campaigns';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';

export function aCampaign(over: Partial<Campaign> = {}): Campaign {
  return {
    id: 'campaign-2026',
    title: 'Besoins 2026 des écoles',
    description: null,
    conventionId: null,
    opensOn: day('2026-11-02'),
    closesOn: day('2026-12-18'),
    closedAt: null,
    frozenAt: null,
    lots: [
      { number: 1, title: 'Tablettes et ordinateurs', categories: ['tablet', 'laptop'] },
      { number: 2, title: 'Affichage', categories: ['interactiveDisplay', 'projector'] },
    ],
    ...over,
  };
}

export function aNeed(over: Partial<Need> = {}): Need {
  return {
    id: 'need-1',
    schoolUai: null,
    productId: 'product-tablet',
    category: 'tablet',
    label: 'Tablette 10 pouces 64 Go',
    unit: 'unité',
    quantity: 12,
    estimatedUnitPriceNet: unitPrice(2_890_000),
    reason: 'project',
    ...over,
  };
}

export function anAnswer(over: Partial<Answer> = {}): Answer {
  return {
    communeId: 'commune-a',
    communeName: 'Acigné',
    state: 'signed',
    signedOn: day('2026-12-01'),
    needs: [aNeed()],
    ...over,
  };
}
