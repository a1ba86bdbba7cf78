// What a buyer chooses for a consultation, what is proposed at first, and every reason why a file can't be made from it.
import type { ConsolidatedLot } from '~/domain/consolidation/consolidation';
import { addDays, type Day } from '~/domain/shared/day';
import { sameOrNextWorkingDay } from '~/domain/shared/holidays';
import { type BasisPoints, type Cents, cents, divideRounded, zeroCents } from '~/domain/shared/money';
import { proposedCpv } from './cpv';
import type { ConditionChoices } from './execution-conditions';
import type { MaximumBasis } from './maximum';
import type { PriceFormula } from './price-formula';
import type { ProcedureQuestion } from './procedure';
import type { SubCriterion } from './sub-criteria';

export type Ccag = 'tic' | 'fcs';
export type PriceForm = 'firm' | 'revisable';
export const criterionNatures = ['price', 'technical', 'delivery', 'environmental', 'social'] as const;
export type CriterionNature = (typeof criterionNatures)[number];

export interface Criterion {
  readonly nature: CriterionNature;
  readonly label: string;
  /** Whole percent points; all criteria sum to 100. */
  readonly weight: number;
  /** What the criterion is marked on, part by part; absent or empty when it is marked whole. */
  readonly subCriteria?: readonly SubCriterion[] | undefined;
}

export interface LotChoice {
  readonly number: number;
  readonly title: string;
  /** Maximum of the accord-cadre for the lot, over its whole duration, excluding VAT. */
  readonly maximumNet: Cents;
  /** Main CPV code, '30213200-7'; absent in choices made before it was asked. */
  readonly cpv?: string | undefined;
  /** What the maximum was computed from, with the buyer's reason; absent while it is the first proposal, or typed. */
  readonly basis?: MaximumBasis | undefined;
}

export interface ConsultationChoices extends ConditionChoices {
  readonly ccag: Ccag;
  readonly firmMonths: number;
  readonly renewals: number;
  readonly renewalMonths: number;
  /** Months before the end of a period in which the buyer says that it does not renew; absent: the usual ones. */
  readonly renewalNoticeMonths?: number | undefined;
  readonly longDurationReason: string | null;
  readonly lots: readonly LotChoice[];
  readonly criteria: readonly Criterion[];
  readonly alreadyBoughtNet: Cents;
  readonly priceForm: PriceForm;
  /** How the price becomes points; absent in choices made before it was asked: the inverse. */
  readonly priceFormula?: PriceFormula | undefined;
  readonly offersDeadline: Day;
  /** Paris time, 'HH:MM'. */
  readonly offersDeadlineTime: string;
  readonly offersValidityDays: number;
  readonly deliveryDays: number;
  readonly warrantyYears: number;
  readonly negotiation: boolean;
  readonly urgent: boolean;
  readonly priorNotice: boolean;
  readonly profileAddress: string;
  readonly contactEmail: string;
  readonly court: string;
}

/** The formula of the price criterion. */
export function priceFormulaOf({ priceFormula }: Pick<ConsultationChoices, 'priceFormula'>): PriceFormula {
  return priceFormula ?? 'inverse';
}

/** Months of notice that the shipped clause has always given. */
const usualRenewalNotice = 3;

/** Months before the end of a period in which the buyer says that it does not renew. */
export function renewalNoticeOf({ renewalNoticeMonths }: Pick<ConsultationChoices, 'renewalNoticeMonths'>): number {
  return renewalNoticeMonths ?? usualRenewalNotice;
}

/** Whole duration in months, renewals included. */
export function totalMonths(choices: Pick<ConsultationChoices, 'firmMonths' | 'renewals' | 'renewalMonths'>): number {
  return choices.firmMonths + choices.renewals * choices.renewalMonths;
}

/** The question put to the thresholds by these choices, for a launch on that day. Offers and documents are electronic. */
export function procedureQuestion(choices: ConsultationChoices, launchDay: Day): ProcedureQuestion {
  return {
    lots: choices.lots,
    durationMonths: totalMonths(choices),
    launchDay,
    alreadyBoughtNet: choices.alreadyBoughtNet,
    accordCadre: true,
    electronicOffers: true,
    documentsOnProfile: true,
    priorNotice: choices.priorNotice,
    urgent: choices.urgent,
    longDurationReason: choices.longDurationReason,
  };
}

/**
 * A maximum proposed for a lot: its consolidated needs, taken as those of `coveredMonths`, extended to the whole
 * duration with a margin, rounded up to a hundred euros. Net cents.
 */
export function proposedMaximum(needNet: Cents, coveredMonths: number, months: number, margin: BasisPoints): Cents {
  const extended = divideRounded(BigInt(needNet) * BigInt(Math.max(months, coveredMonths)), BigInt(coveredMonths));
  const withMargin = divideRounded(BigInt(extended) * BigInt(10_000 + margin), 10_000n);
  return cents(Math.ceil(withMargin / 10_000) * 10_000);
}

/** Needs of a campaign are taken as one year's, extended with a fifth of margin: a proposal that the buyer changes. */
export const proposal = { coveredMonths: 12, marginRate: 2_000, months: 48 } as const;

export interface ChoiceDefaults {
  readonly profileAddress: string;
  readonly contactEmail: string;
  readonly court: string;
}

/** One lot of one category has no distinct supplies to separate: the reason is proposed, and the buyer rewrites it. */
function singleLotProposal(lots: readonly Pick<ConsolidatedLot, 'lines'>[]): Pick<ConditionChoices, 'singleLot'> {
  const [only, ...others] = lots.filter(({ lines }) => lines.length > 0);
  if (!only || others.length > 0 || new Set(only.lines.map(({ category }) => category)).size > 1) return {};
  const reason = 'Les besoins recensés portent sur une seule catégorie de fournitures.';
  return { singleLot: { case: 'noDistinctServices', reason } };
}

/** First choices proposed for lots with lines: CCAG-TIC, one year renewable three times, four criteria, the CPV code of each lot's heaviest category. */
export function proposedChoices(
  lots: readonly Pick<ConsolidatedLot, 'number' | 'title' | 'net' | 'lines'>[],
  launchDay: Day,
  defaults: ChoiceDefaults,
  cpvOf: (category: string) => string | undefined = () => undefined,
): ConsultationChoices {
  const duration = { firmMonths: 12, renewals: 3, renewalMonths: 12 };
  const months = totalMonths(duration);
  return {
    ...singleLotProposal(lots),
    ccag: 'tic',
    ...duration,
    longDurationReason: null,
    lots: lots
      .filter((lot) => lot.lines.length > 0)
      .map(({ number, title, net, lines }) => ({
        number,
        title,
        maximumNet: proposedMaximum(net, proposal.coveredMonths, months, proposal.marginRate),
        cpv: proposedCpv(lines, cpvOf) ?? undefined,
      })),
    criteria: [
      { nature: 'price', label: 'Prix des fournitures, sur le détail quantitatif estimatif', weight: 45 },
      { nature: 'technical', label: 'Valeur technique au regard des exigences du CCTP', weight: 25 },
      { nature: 'delivery', label: 'Délais, installation et service après-vente', weight: 15 },
      {
        nature: 'environmental',
        label: 'Performance environnementale : durabilité, réparabilité, réemploi, livraison',
        weight: 15,
      },
    ],
    alreadyBoughtNet: zeroCents,
    priceForm: 'revisable',
    priceFormula: 'inverse',
    offersDeadline: sameOrNextWorkingDay(addDays(launchDay, 35)),
    offersDeadlineTime: '12:00',
    offersValidityDays: 120,
    deliveryDays: 30,
    warrantyYears: 3,
    negotiation: false,
    urgent: false,
    priorNotice: false,
    ...defaults,
  };
}
