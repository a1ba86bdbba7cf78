// Allotment, environmental and social conditions of execution: what the buyer chose, and what the law asks beside it.
import type { SingleLotCase } from 'catalog/thresholds/types';
import type { Duty } from './duties';
import {
  type LotLimitRefusal,
  type LotLimits,
  lotLimitRefusalSentence,
  lotLimitRefusals,
  lotLimitsText,
  noLotLimits,
} from './lot-limits';
import type { ProcedureOutcome } from './procedure';

/** Why there is one lot only: the case of the law, and the facts of this purchase. */
export interface SingleLotChoice {
  readonly case: string;
  readonly reason: string;
}

/** Why no social condition is set: the number of the exception in CCP L2112-2-1, II, and the facts. */
export interface SocialExemption {
  readonly motive: number;
  readonly reason: string;
}

export interface ConditionChoices {
  readonly singleLot?: SingleLotChoice | undefined;
  /** Lots that one candidate may answer and win; absent in choices made before it was asked: no limit. */
  readonly lotLimits?: LotLimits | undefined;
  /** Whether the environmental condition of execution stands; absent in choices made before it was asked: it does. */
  readonly environmentalCondition?: boolean | undefined;
  /** Whether the social condition stands; absent in choices made before it was asked: where it is a duty. */
  readonly socialCondition?: boolean | undefined;
  readonly socialExemption?: SocialExemption | undefined;
}

export type ConditionRefusal =
  | { readonly kind: 'allotmentReasonMissing' }
  | { readonly kind: 'lotLimit'; readonly refusal: LotLimitRefusal }
  | { readonly kind: 'environmentalConditionMissing'; readonly article: string }
  | { readonly kind: 'socialConditionMissing'; readonly article: string }
  | { readonly kind: 'socialReasonMissing'; readonly motive: number; readonly article: string }
  | { readonly kind: 'socialMotiveForWorks'; readonly article: string };

/** The exception of CCP L2112-2-1, II that is kept for works: supplies and services can't use it. */
export const worksMotive = 4;

function dutyOf<K extends Duty['kind']>(outcome: ProcedureOutcome, kind: K): Extract<Duty, { kind: K }> | undefined {
  if (outcome.kind === 'refused') return undefined;
  return outcome.advice.duties.find((duty): duty is Extract<Duty, { kind: K }> => duty.kind === kind);
}

/** The limits on lots by candidate. */
export function lotLimitsOf({ lotLimits }: Pick<ConditionChoices, 'lotLimits'>): LotLimits {
  return lotLimits ?? noLotLimits;
}

/** Whether the environmental condition of execution stands. */
export function hasEnvironmentalCondition(choices: ConditionChoices): boolean {
  return choices.environmentalCondition ?? true;
}

/** Whether the social condition stands: as chosen, or else where the law asks for it. */
export function hasSocialCondition(choices: ConditionChoices, duties: readonly Duty[]): boolean {
  return choices.socialCondition ?? duties.some(({ kind }) => kind === 'socialConditionAtFormal');
}

/** Every reason against the allotment and the conditions chosen, for the duties of the day of launch. */
export function conditionRefusals(
  choices: ConditionChoices & { readonly lots: readonly unknown[] },
  outcome: ProcedureOutcome,
): readonly ConditionRefusal[] {
  const refusals: ConditionRefusal[] = [];
  if (choices.lots.length === 1 && !choices.singleLot?.reason.trim()) refusals.push({ kind: 'allotmentReasonMissing' });
  for (const refusal of lotLimitRefusals(lotLimitsOf(choices), choices.lots.length))
    refusals.push({ kind: 'lotLimit', refusal });
  const green = dutyOf(outcome, 'environmentalExecutionCondition');
  if (green && !hasEnvironmentalCondition(choices))
    refusals.push({ kind: 'environmentalConditionMissing', article: green.article });
  const social = dutyOf(outcome, 'socialConditionAtFormal');
  if (social && choices.socialCondition === false) {
    const { article } = social;
    const exemption = choices.socialExemption;
    if (!exemption) refusals.push({ kind: 'socialConditionMissing', article });
    else if (exemption.motive === worksMotive) refusals.push({ kind: 'socialMotiveForWorks', article });
    else if (exemption.reason.trim() === '')
      refusals.push({ kind: 'socialReasonMissing', motive: exemption.motive, article });
  }
  return refusals;
}

/** The French sentence of a refusal. */
export function conditionRefusalSentence(refusal: ConditionRefusal): string {
  switch (refusal.kind) {
    case 'allotmentReasonMissing':
      return 'Un seul lot : indiquez le cas prévu par le code et les faits qui justifient de ne pas allotir (CCP L2113-11).';
    case 'lotLimit':
      return lotLimitRefusalSentence(refusal.refusal);
    case 'environmentalConditionMissing':
      return `Aucune condition d’exécution ne prend en compte l’environnement : il en faut une pour une consultation lancée à compter du 22 août 2026 (${refusal.article}).`;
    case 'socialConditionMissing':
      return `Aucune condition d’exécution ne prend en compte le domaine social ou l’emploi : gardez-la, ou choisissez le motif qui en dispense (${refusal.article}).`;
    case 'socialReasonMissing':
      return `Motif ${refusal.motive} de dispense de condition sociale : écrivez les faits qui le justifient (${refusal.article}, III).`;
    case 'socialMotiveForWorks':
      return `Le motif ${worksMotive} ne vaut que pour des travaux : choisissez-en un autre ou gardez la condition sociale (${refusal.article}, II).`;
  }
}

/** The law and the facts of a single lot, or that lots are separate. */
export function allotmentSentence(
  lotCount: number,
  { singleLot, lotLimits }: Pick<ConditionChoices, 'singleLot' | 'lotLimits'>,
  cases: readonly SingleLotCase[],
): string {
  if (lotCount > 1)
    return `La consultation est allotie : ${lotCount} lots séparés, ${lotLimitsText(lotLimits ?? noLotLimits, lotCount)} (CCP L2113-10 et R2113-1).`;
  const found = cases.find(({ id }) => id === singleLot?.case);
  const law = found ? `${found.label} (${found.article})` : 'Cas non indiqué';
  return `Un seul lot. En droit : ${law}. En fait : ${singleLot?.reason ?? 'non indiqué'}`;
}
