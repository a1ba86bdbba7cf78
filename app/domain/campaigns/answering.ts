// Whether a commune may answer a campaign on a day, and whether its answer may be signed: all the reasons at once.

import type { Day } from '~/domain/shared/day';
import { formatCount, formatDay } from '~/domain/shared/format';
import type { Uai } from '~/domain/shared/identifiers';
import {
  type Answer,
  type AnswerDeed,
  type AnswerState,
  answerStateLabels,
  answerTransitions,
  type Campaign,
  campaignState,
  type InvitedMember,
  lotOfCategory,
  type Need,
} from './campaigns';

/** Largest quantity of one line: above it, a typing mistake is far more likely than a need. */
export const largestQuantity = 10_000;

export type AnswerRefusal =
  | { readonly kind: 'notInvited' }
  | { readonly kind: 'onBehalfUnsaid' }
  | { readonly kind: 'notOpenYet'; readonly opensOn: Day }
  | { readonly kind: 'deadlinePassed'; readonly closesOn: Day }
  | { readonly kind: 'closedByBuyer' }
  | { readonly kind: 'frozen' }
  | { readonly kind: 'deedImpossible'; readonly deed: AnswerDeed; readonly state: AnswerState }
  | { readonly kind: 'noLine' }
  | { readonly kind: 'contributionsWaiting'; readonly lines: number; readonly schools: readonly string[] }
  | { readonly kind: 'linesPresent'; readonly count: number }
  | { readonly kind: 'lineOutsideCampaign'; readonly position: number; readonly label: string }
  | {
      readonly kind: 'quantityOutOfBounds';
      readonly position: number;
      readonly label: string;
      readonly quantity: number;
    }
  | { readonly kind: 'labelMissing'; readonly position: number }
  | { readonly kind: 'priceNegative'; readonly position: number; readonly label: string }
  | {
      readonly kind: 'yearNotAsked';
      readonly position: number;
      readonly label: string;
      readonly years: readonly number[];
    }
  | { readonly kind: 'schoolOfAnother'; readonly position: number; readonly label: string; readonly uai: Uai };

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly refusals: readonly AnswerRefusal[] };

function verdict(refusals: readonly AnswerRefusal[]): Verdict {
  return refusals.length === 0 ? { allowed: true } : { allowed: false, refusals };
}

/**
 * Whether a commune may do a deed on its answer on that day, the deadline's day included.
 * Gives every reason against it: not invited, not open yet, closed, frozen, or impossible from that state.
 */
export function mayAnswer(
  campaign: Campaign,
  invited: readonly InvitedMember[],
  communeId: string,
  state: AnswerState,
  deed: AnswerDeed,
  today: Day,
): Verdict {
  const refusals: AnswerRefusal[] = [];
  if (!invited.some((member) => member.communeId === communeId)) refusals.push({ kind: 'notInvited' });
  const campaignNow = campaignState(campaign, today);
  if (campaignNow === 'frozen') refusals.push({ kind: 'frozen' });
  if (campaignNow === 'announced') refusals.push({ kind: 'notOpenYet', opensOn: campaign.opensOn });
  if (campaignNow === 'closed') {
    if (campaign.closedAt !== null) refusals.push({ kind: 'closedByBuyer' });
    if (today > campaign.closesOn) refusals.push({ kind: 'deadlinePassed', closesOn: campaign.closesOn });
  }
  if (answerTransitions[state][deed] === undefined) refusals.push({ kind: 'deedImpossible', deed, state });
  return verdict(refusals);
}

/** What is wrong with the lines of an answer: asked categories, whole positive quantities, the commune's own schools. */
export function needRefusals(
  campaign: Pick<Campaign, 'lots' | 'years'>,
  needs: readonly Need[],
  ownSchools: readonly Uai[],
): readonly AnswerRefusal[] {
  const refusals: AnswerRefusal[] = [];
  needs.forEach((need, index) => {
    const position = index + 1;
    const label = need.label;
    if (label.trim() === '') refusals.push({ kind: 'labelMissing', position });
    if (!lotOfCategory(campaign.lots, need.category)) refusals.push({ kind: 'lineOutsideCampaign', position, label });
    if (!Number.isSafeInteger(need.quantity) || need.quantity < 1 || need.quantity > largestQuantity) {
      refusals.push({ kind: 'quantityOutOfBounds', position, label, quantity: need.quantity });
    }
    if (need.estimatedUnitPriceNet !== null && need.estimatedUnitPriceNet < 0) {
      refusals.push({ kind: 'priceNegative', position, label });
    }
    const { years = [] } = campaign;
    if (years.length > 1 && !years.includes(need.year ?? 0))
      refusals.push({ kind: 'yearNotAsked', position, label, years });
    if (need.schoolUai !== null && !ownSchools.includes(need.schoolUai)) {
      refusals.push({ kind: 'schoolOfAnother', position, label, uai: need.schoolUai });
    }
  });
  return refusals;
}

/** What schools wrote and nobody decided on: an answer is not signed over their heads. */
export function waitingRefusals(waiting: readonly { readonly schoolName: string }[]): readonly AnswerRefusal[] {
  if (waiting.length === 0) return [];
  const schools = [...new Set(waiting.map(({ schoolName }) => schoolName))];
  return [{ kind: 'contributionsWaiting', lines: waiting.length, schools }];
}

/** Whether the answer may be signed, or declared without need, as far as its lines go. */
export function maySign(
  campaign: Pick<Campaign, 'lots' | 'years'>,
  answer: Pick<Answer, 'needs'>,
  deed: 'sign' | 'declareNoNeed',
  ownSchools: readonly Uai[],
): Verdict {
  if (deed === 'declareNoNeed') {
    return verdict(answer.needs.length > 0 ? [{ kind: 'linesPresent', count: answer.needs.length }] : []);
  }
  if (answer.needs.length === 0) return verdict([{ kind: 'noLine' }]);
  return verdict(needRefusals(campaign, answer.needs, ownSchools));
}

const deedNames: Readonly<Record<AnswerDeed, string>> = {
  save: 'enregistrer',
  sign: 'signer',
  declareNoNeed: 'déclarer « aucun besoin »',
  reopen: 'rouvrir',
};

/** The French sentence of a refusal. */
export function answerRefusalSentence(refusal: AnswerRefusal): string {
  switch (refusal.kind) {
    case 'notInvited':
      return 'Votre commune n’est pas invitée à cette campagne.';
    case 'onBehalfUnsaid':
      return 'Dites d’abord pourquoi le syndicat répond pour cette commune.';
    case 'notOpenYet':
      return `La campagne ouvre le ${formatDay(refusal.opensOn)}.`;
    case 'deadlinePassed':
      return `La date limite de réponse était le ${formatDay(refusal.closesOn)}.`;
    case 'closedByBuyer':
      return 'Le syndicat a clos la campagne.';
    case 'frozen':
      return 'Les besoins de cette campagne sont figés.';
    case 'deedImpossible':
      return `Impossible de ${deedNames[refusal.deed]} une réponse à l’état « ${answerStateLabels[refusal.state]} ».`;
    case 'noLine':
      return 'La réponse ne contient aucune ligne : ajoutez un besoin, ou déclarez « aucun besoin ».';
    case 'contributionsWaiting':
      return `${formatCount(refusal.lines)} ligne(s) écrite(s) par ${refusal.schools.join(', ')} attendent : reprenez-les dans la réponse ou mettez-les de côté, puis signez.`;
    case 'linesPresent':
      return `La réponse contient ${formatCount(refusal.count)} ligne(s) : retirez-les avant de déclarer « aucun besoin ».`;
    case 'lineOutsideCampaign':
      return `Ligne ${refusal.position} (${refusal.label}) : cette catégorie n’est pas recensée par la campagne.`;
    case 'quantityOutOfBounds':
      return `Ligne ${refusal.position} (${refusal.label}) : la quantité doit être un nombre entier de 1 à ${formatCount(largestQuantity)}.`;
    case 'labelMissing':
      return `Ligne ${refusal.position} : décrivez le besoin.`;
    case 'yearNotAsked':
      return `Ligne ${refusal.position} (${refusal.label}) : choisissez l’année du besoin, ${refusal.years.join(' ou ')}.`;
    case 'priceNegative':
      return `Ligne ${refusal.position} (${refusal.label}) : le prix estimé ne peut pas être négatif.`;
    case 'schoolOfAnother':
      return `Ligne ${refusal.position} (${refusal.label}) : l’école ${refusal.uai} n’est pas une école de votre commune.`;
  }
}
