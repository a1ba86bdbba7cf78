// A needs campaign and the answers of the communes: their shape, and their life as tables.
import type { Day, Instant } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import type { UnitPrice } from '~/domain/shared/money';

export interface CampaignLot {
  readonly number: number;
  readonly title: string;
  /** Codes of catalog/products/categories. */
  readonly categories: readonly string[];
}

export interface InvitedMember {
  readonly communeId: string;
  readonly name: string;
}

export interface Campaign {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  /** The convention of groupement it is run for; null for the centrale. */
  readonly conventionId: string | null;
  readonly opensOn: Day;
  /** Last day to answer, included. */
  readonly closesOn: Day;
  readonly closedAt: Instant | null;
  readonly frozenAt: Instant | null;
  readonly lots: readonly CampaignLot[];
  /** Budget years that needs are expressed for, in order; absent or empty when one expression covers them all. */
  readonly years?: readonly number[] | undefined;
}

export type CampaignState = 'announced' | 'open' | 'closed' | 'frozen';
export type CampaignDeed = 'edit' | 'answer' | 'extend' | 'close' | 'reopen' | 'freeze' | 'consult';

export const campaignStateLabels: Readonly<Record<CampaignState, string>> = {
  announced: 'Annoncée',
  open: 'Ouverte aux réponses',
  closed: 'Close, à consolider',
  frozen: 'Besoins figés',
};

/** From each state, the deeds that are possible and the state each leads to. */
export const campaignTransitions: Readonly<
  Record<CampaignState, Readonly<Partial<Record<CampaignDeed, CampaignState>>>>
> = {
  announced: { edit: 'announced', extend: 'announced' },
  open: { answer: 'open', extend: 'open', close: 'closed' },
  closed: { reopen: 'open', freeze: 'frozen' },
  frozen: { consult: 'frozen' },
};

/** The state of a campaign on a day: a fact read from its dates, never stored. */
export function campaignState(campaign: Campaign, today: Day): CampaignState {
  if (campaign.frozenAt !== null) return 'frozen';
  if (campaign.closedAt !== null || today > campaign.closesOn) return 'closed';
  return today < campaign.opensOn ? 'announced' : 'open';
}

/** The lot of a category in a campaign; undefined when the campaign does not ask for it. */
export function lotOfCategory(lots: readonly CampaignLot[], category: string): CampaignLot | undefined {
  return lots.find((lot) => lot.categories.includes(category));
}

export const needReasons = ['project', 'renewal', 'splitClass', 'other'] as const;
export type NeedReason = (typeof needReasons)[number];

export const needReasonLabels: Readonly<Record<NeedReason, string>> = {
  project: 'Projet pédagogique',
  renewal: 'Renouvellement',
  splitClass: 'Classe dédoublée ou ouverture de classe',
  other: 'Autre',
};

export interface Need {
  readonly id: string;
  /** Unknown school when the commune has not decided yet: the need is then the commune's. */
  readonly schoolUai: Uai | null;
  /** Id of the catalogue reference; null for a free line. */
  readonly productId: string | null;
  readonly category: string;
  readonly label: string;
  readonly unit: string;
  readonly quantity: number;
  /** Excluding VAT; null when the commune does not know it. */
  readonly estimatedUnitPriceNet: UnitPrice | null;
  readonly reason: NeedReason;
  /** The budget year it is for; absent or null where the campaign asks none. */
  readonly year?: number | null | undefined;
  /** Title of the kit it was added with, if any. */
  readonly kit?: string | null | undefined;
}

export type AnswerState = 'notStarted' | 'draft' | 'signed' | 'noNeed';
export type AnswerDeed = 'save' | 'sign' | 'declareNoNeed' | 'reopen';

export const answerStateLabels: Readonly<Record<AnswerState, string>> = {
  notStarted: 'Pas commencée',
  draft: 'Brouillon',
  signed: 'Signée',
  noNeed: 'Aucun besoin',
};

/** From each state of an answer, the deeds that are possible and the state each leads to. */
export const answerTransitions: Readonly<Record<AnswerState, Readonly<Partial<Record<AnswerDeed, AnswerState>>>>> = {
  notStarted: { save: 'draft', declareNoNeed: 'noNeed' },
  draft: { save: 'draft', sign: 'signed', declareNoNeed: 'noNeed' },
  signed: { reopen: 'draft' },
  noNeed: { reopen: 'draft' },
};

export interface Answer {
  readonly communeId: string;
  readonly communeName: string;
  readonly state: AnswerState;
  readonly signedOn: Day | null;
  readonly needs: readonly Need[];
}
