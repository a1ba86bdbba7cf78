// Every reason why the market file of a consultation may not be made, with the figures and the article.
import type { ConsolidatedLot } from '~/domain/consolidation/consolidation';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { type ConsultationChoices, priceFormulaOf, renewalNoticeOf } from './consultation';
import { type ConditionRefusal, conditionRefusalSentence, conditionRefusals } from './execution-conditions';
import { formulaRefusal } from './price-formula';
import type { ProcedureOutcome, ProcedureRefusal } from './procedure';
import { procedureRefusalSentence } from './sentences';
import { type SubCriteriaRefusal, subCriteriaRefusalSentence, subCriteriaRefusals } from './sub-criteria';

export type FileRefusal =
  | { readonly kind: 'procedure'; readonly refusal: ProcedureRefusal }
  | { readonly kind: 'objectMissing' }
  | { readonly kind: 'referenceLength'; readonly length: number }
  | { readonly kind: 'weights'; readonly sum: number }
  | { readonly kind: 'weightOutOfBounds'; readonly label: string; readonly weight: number }
  | { readonly kind: 'criterionLabelMissing' }
  | { readonly kind: 'subCriteria'; readonly refusal: SubCriteriaRefusal }
  | { readonly kind: 'priceCriterionMissing' }
  | { readonly kind: 'environmentalCriterionMissing'; readonly article: string }
  | { readonly kind: 'condition'; readonly refusal: ConditionRefusal }
  | { readonly kind: 'lotUnknown'; readonly lot: number }
  | { readonly kind: 'cpvMissing'; readonly lots: readonly number[]; readonly article: string }
  | { readonly kind: 'lotForgotten'; readonly lot: number; readonly lines: number }
  | { readonly kind: 'maximumBelowNeed'; readonly lot: number; readonly maximumNet: Cents; readonly needNet: Cents }
  | { readonly kind: 'deadlineBeforeLaunch'; readonly deadline: Day; readonly launchDay: Day }
  | { readonly kind: 'deadlineTooEarly'; readonly deadline: Day; readonly earliest: Day; readonly article: string }
  | { readonly kind: 'noticeTooLong'; readonly notice: number; readonly months: number }
  | { readonly kind: 'priceFormula'; readonly reason: string }
  | { readonly kind: 'negotiationInOpenCall'; readonly article: string }
  | { readonly kind: 'detailMissing'; readonly detail: 'profileAddress' | 'contactEmail' | 'court' };

export interface FileQuestion {
  readonly reference: string;
  readonly object: string;
  readonly launchDay: Day;
  readonly choices: ConsultationChoices;
  readonly lots: readonly Pick<ConsolidatedLot, 'number' | 'net' | 'lines'>[];
  readonly outcome: ProcedureOutcome;
}

/** The longest reference of a contract in open data (DECP, field id). */
export const longestReference = 16;

function criteriaRefusals({ choices, outcome }: FileQuestion): FileRefusal[] {
  const refusals: FileRefusal[] = [];
  const sum = choices.criteria.reduce((total, criterion) => total + criterion.weight, 0);
  if (sum !== 100) refusals.push({ kind: 'weights', sum });
  for (const { label, weight } of choices.criteria) {
    if (!Number.isSafeInteger(weight) || weight < 1 || weight > 100)
      refusals.push({ kind: 'weightOutOfBounds', label, weight });
    if (label.trim() === '') refusals.push({ kind: 'criterionLabelMissing' });
  }
  for (const refusal of subCriteriaRefusals(choices.criteria)) refusals.push({ kind: 'subCriteria', refusal });
  const natures = new Set(choices.criteria.map((criterion) => criterion.nature));
  if (!natures.has('price')) refusals.push({ kind: 'priceCriterionMissing' });
  if (outcome.kind === 'chosen') {
    const duty = outcome.advice.duties.find((each) => each.kind === 'environmentalCriterion');
    if (duty && !natures.has('environmental')) {
      refusals.push({ kind: 'environmentalCriterionMissing', article: duty.article });
    }
  }
  return refusals;
}

function lotRefusals({ choices, lots }: FileQuestion): FileRefusal[] {
  const refusals: FileRefusal[] = [];
  for (const choice of choices.lots) {
    const lot = lots.find((each) => each.number === choice.number);
    if (!lot || lot.lines.length === 0) refusals.push({ kind: 'lotUnknown', lot: choice.number });
    else if (choice.maximumNet < lot.net) {
      refusals.push({ kind: 'maximumBelowNeed', lot: choice.number, maximumNet: choice.maximumNet, needNet: lot.net });
    }
  }
  for (const lot of lots) {
    if (lot.lines.length > 0 && !choices.lots.some((choice) => choice.number === lot.number)) {
      refusals.push({ kind: 'lotForgotten', lot: lot.number, lines: lot.lines.length });
    }
  }
  return refusals;
}

/** A notice on a fixed model names the main CPV code of each lot; free publicity asks for none. */
function cpvRefusals({ choices, outcome }: FileQuestion): FileRefusal[] {
  if (outcome.kind === 'refused') return [];
  const notice = outcome.advice.duties.find(
    (duty) => duty.kind === 'publicity' && (duty.medium === 'boampOrJournal' || duty.medium === 'boampAndJoue'),
  );
  const lots = choices.lots.filter(({ cpv }) => cpv === undefined).map(({ number }) => number);
  return notice && lots.length > 0 ? [{ kind: 'cpvMissing', lots, article: notice.article }] : [];
}

function dateRefusals({ choices, launchDay, outcome }: FileQuestion): FileRefusal[] {
  const deadline = choices.offersDeadline;
  if (deadline <= launchDay) return [{ kind: 'deadlineBeforeLaunch', deadline, launchDay }];
  if (outcome.kind === 'refused') return [];
  const earliest = outcome.advice.calendar.earliestDeadline;
  if (earliest === null || deadline >= earliest) return [];
  const step = outcome.advice.calendar.steps.find((each) => each.kind === 'earliestDeadline');
  return [{ kind: 'deadlineTooEarly', deadline, earliest, article: step?.article ?? '' }];
}

/** Every reason against making the file; empty when it may be made. */
export function fileRefusals(question: FileQuestion): readonly FileRefusal[] {
  const { outcome, choices } = question;
  const refusals: FileRefusal[] =
    outcome.kind === 'refused' ? outcome.refusals.map((refusal) => ({ kind: 'procedure', refusal })) : [];
  if (question.object.trim() === '') refusals.push({ kind: 'objectMissing' });
  const length = question.reference.trim().length;
  if (length < 1 || length > longestReference) refusals.push({ kind: 'referenceLength', length });
  refusals.push(...criteriaRefusals(question));
  for (const refusal of conditionRefusals(choices, outcome)) refusals.push({ kind: 'condition', refusal });
  refusals.push(...lotRefusals(question), ...cpvRefusals(question), ...dateRefusals(question));
  if (choices.negotiation && outcome.kind === 'chosen' && outcome.advice.procedure === 'openCall') {
    refusals.push({ kind: 'negotiationInOpenCall', article: 'CCP L2124-2' });
  }
  const notice = renewalNoticeOf(choices);
  const shortest = Math.min(choices.firmMonths, choices.renewalMonths);
  if (choices.renewals > 0 && notice >= shortest) refusals.push({ kind: 'noticeTooLong', notice, months: shortest });
  const formula = formulaRefusal(priceFormulaOf(choices));
  if (formula !== null) refusals.push({ kind: 'priceFormula', reason: formula });
  for (const detail of ['profileAddress', 'contactEmail', 'court'] as const) {
    if (choices[detail].trim() === '') refusals.push({ kind: 'detailMissing', detail });
  }
  return refusals;
}

const detailNames = {
  profileAddress: 'l’adresse du profil d’acheteur',
  contactEmail: 'l’adresse électronique de contact',
  court: 'le tribunal administratif compétent',
} as const;

/** The French sentence of a refusal. */
export function fileRefusalSentence(refusal: FileRefusal): string {
  switch (refusal.kind) {
    case 'procedure':
      return procedureRefusalSentence(refusal.refusal);
    case 'objectMissing':
      return 'L’objet de la consultation est vide.';
    case 'referenceLength':
      return `La référence compte ${refusal.length} caractères : il en faut de 1 à ${longestReference} (données essentielles de la commande publique).`;
    case 'weights':
      return `La somme des pondérations est de ${refusal.sum} %, et non de 100 %.`;
    case 'weightOutOfBounds':
      return `Critère « ${refusal.label} » : la pondération (${refusal.weight}) doit être un nombre entier de 1 à 100.`;
    case 'criterionLabelMissing':
      return 'Un critère n’a pas d’intitulé.';
    case 'condition':
      return conditionRefusalSentence(refusal.refusal);
    case 'subCriteria':
      return subCriteriaRefusalSentence(refusal.refusal);
    case 'priceCriterionMissing':
      return 'Aucun critère de prix (CCP R2152-7).';
    case 'environmentalCriterionMissing':
      return `Aucun critère ne prend en compte les caractéristiques environnementales : il en faut au moins un pour une consultation lancée à compter du 21 août 2026 (${refusal.article}).`;
    case 'lotUnknown':
      return `Le lot ${refusal.lot} n’a aucune ligne dans les besoins figés.`;
    case 'lotForgotten':
      return `Le lot ${refusal.lot} compte ${formatCount(refusal.lines)} ligne(s) de besoins et n’est pas dans la consultation.`;
    case 'cpvMissing':
      return `Sans code CPV : lot(s) ${refusal.lots.join(', ')}. L’avis publié désigne l’objet de chaque lot par ce code (${refusal.article}).`;
    case 'maximumBelowNeed':
      return `Lot ${refusal.lot} : le maximum (${formatCents(refusal.maximumNet)} HT) est inférieur aux besoins recensés (${formatCents(refusal.needNet)} HT).`;
    case 'deadlineBeforeLaunch':
      return `La date limite des offres (${formatDay(refusal.deadline)}) n’est pas postérieure au lancement (${formatDay(refusal.launchDay)}).`;
    case 'deadlineTooEarly':
      return `La date limite des offres (${formatDay(refusal.deadline)}) précède la première date permise, le ${formatDay(refusal.earliest)} (${refusal.article}).`;
    case 'noticeTooLong':
      return `Le préavis de non-reconduction (${refusal.notice} mois) doit être plus court que la plus courte période (${refusal.months} mois).`;
    case 'priceFormula':
      return `Formule de prix\u202f: ${refusal.reason}`;
    case 'negotiationInOpenCall':
      return `Un appel d’offres se déroule sans négociation (${refusal.article}).`;
    case 'detailMissing':
      return `Indiquez ${detailNames[refusal.detail]}.`;
  }
}
