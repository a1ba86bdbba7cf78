// Which procedure a need requires: its value against the thresholds in force on the day of launch, and what follows.
import type { Confidence, ProcedureThresholds, ThresholdCatalogue } from 'catalog/thresholds/types';
import type { Day } from '~/domain/shared/day';
import { type Cents, cents, sumCents } from '~/domain/shared/money';
import { type ConsultationCalendar, consultationCalendar } from './calendar';
import { type Duty, dutiesOf } from './duties';
import { inForce } from './in-force';
import { type SmallLotOption, smallLotOptions } from './small-lots';

export type Procedure = 'dispense' | 'adapted' | 'adaptedPublished' | 'openCall';

export interface ProcedureQuestion {
  /** Each lot at its maximum over the whole duration, renewals included (CCP R2121-1 and R2121-8). */
  readonly lots: readonly { readonly number: number; readonly maximumNet: Cents }[];
  readonly durationMonths: number;
  /** Day the notice is sent, or else the day the consultation is launched (CCP R2121-3). */
  readonly launchDay: Day;
  /** Same homogeneous family, counted with this need (CCP R2121-6). */
  readonly alreadyBoughtNet: Cents;
  readonly accordCadre: boolean;
  readonly electronicOffers: boolean;
  readonly documentsOnProfile: boolean;
  readonly priorNotice: boolean;
  readonly urgent: boolean;
  /** Why the duration may exceed the longest one, when it does (CCP L2125-1). */
  readonly longDurationReason: string | null;
}

export type ProcedureRefusal =
  | { readonly kind: 'noLot' }
  | { readonly kind: 'maximumMissing'; readonly lots: readonly number[]; readonly article: string }
  | { readonly kind: 'noThresholds'; readonly launchDay: Day }
  | { readonly kind: 'durationMissing' }
  | { readonly kind: 'tooLong'; readonly months: number; readonly longest: number; readonly article: string };

export type ProcedureReason =
  | {
      readonly kind: 'below';
      readonly threshold: ThresholdName;
      readonly valueNet: Cents;
      readonly thresholdNet: Cents;
    }
  | {
      readonly kind: 'atOrAbove';
      readonly threshold: ThresholdName;
      readonly valueNet: Cents;
      readonly thresholdNet: Cents;
    };

export type ThresholdName = 'dispense' | 'publicity' | 'formal';

export interface ProcedureAdvice {
  readonly procedure: Procedure;
  readonly articles: readonly { readonly article: string; readonly confidence: Confidence }[];
  /** Value of the need: all lots at their maximum, and what was already bought of the same family. */
  readonly valueNet: Cents;
  readonly lotsNet: Cents;
  readonly alreadyBoughtNet: Cents;
  readonly durationMonths: number;
  readonly launchDay: Day;
  readonly thresholds: ProcedureThresholds;
  readonly reasons: readonly ProcedureReason[];
  readonly duties: readonly Duty[];
  readonly smallLots: readonly SmallLotOption[];
  readonly calendar: ConsultationCalendar;
}

export type ProcedureOutcome =
  | { readonly kind: 'chosen'; readonly advice: ProcedureAdvice }
  | { readonly kind: 'refused'; readonly refusals: readonly ProcedureRefusal[] };

function procedureOf(valueNet: Cents, row: ProcedureThresholds): Procedure {
  if (valueNet < row.dispense.netCents) return 'dispense';
  if (valueNet < row.publicity.netCents) return 'adapted';
  return valueNet < row.formal.netCents ? 'adaptedPublished' : 'openCall';
}

function articlesOf(procedure: Procedure, row: ProcedureThresholds): ProcedureAdvice['articles'] {
  switch (procedure) {
    case 'dispense':
      return [{ article: row.dispense.article, confidence: row.dispense.confidence }];
    case 'adapted':
    case 'adaptedPublished':
      return [
        { article: 'CCP R2123-1, 1°', confidence: 'confirmed' },
        { article: 'CCP R2123-4', confidence: 'confirmed' },
        { article: row.formal.article, confidence: row.formal.confidence },
      ];
    case 'openCall':
      return [
        { article: 'CCP R2124-1', confidence: 'confirmed' },
        { article: 'CCP R2124-2, 1°', confidence: 'confirmed' },
        { article: row.formal.article, confidence: row.formal.confidence },
      ];
  }
}

function reasonsOf(valueNet: Cents, row: ProcedureThresholds): ProcedureReason[] {
  const names: readonly ThresholdName[] = ['dispense', 'publicity', 'formal'];
  return names.map((threshold) => {
    const thresholdNet = cents(row[threshold].netCents);
    return { kind: valueNet < thresholdNet ? 'below' : 'atOrAbove', threshold, valueNet, thresholdNet };
  });
}

function refusalsOf(question: ProcedureQuestion, catalogue: ThresholdCatalogue): ProcedureRefusal[] {
  const refusals: ProcedureRefusal[] = [];
  const { launchDay, durationMonths } = question;
  if (question.lots.length === 0) refusals.push({ kind: 'noLot' });
  const maximumRule = inForce(
    catalogue.accordsCadres.filter((rule) => rule.id === 'maximumRequired'),
    launchDay,
  );
  const missing = question.lots.filter((lot) => lot.maximumNet <= 0).map((lot) => lot.number);
  if (missing.length > 0) {
    const article = question.accordCadre && maximumRule ? maximumRule.article : 'CCP R2121-1';
    refusals.push({ kind: 'maximumMissing', lots: missing, article });
  }
  if (!Number.isSafeInteger(durationMonths) || durationMonths < 1) refusals.push({ kind: 'durationMissing' });
  const longest = inForce(
    catalogue.accordsCadres.filter((rule) => rule.id === 'longestMonths'),
    launchDay,
  );
  if (question.accordCadre && longest?.months !== undefined && durationMonths > longest.months) {
    if (question.longDurationReason === null || question.longDurationReason.trim() === '') {
      refusals.push({ kind: 'tooLong', months: durationMonths, longest: longest.months, article: longest.article });
    }
  }
  if (!inForce(catalogue.procedures, launchDay)) refusals.push({ kind: 'noThresholds', launchDay });
  return refusals;
}

/**
 * The procedure that the thresholds in force on the day of launch require for a need, with its article, the figures
 * compared, the duties that follow and the earliest dates; or every reason why it cannot be said.
 * Amounts in cents excluding VAT. Text followed: code de la commande publique, R2121-1 to R2124-2.
 */
export function chooseProcedure(question: ProcedureQuestion, catalogue: ThresholdCatalogue): ProcedureOutcome {
  const refusals = refusalsOf(question, catalogue);
  const row = inForce(catalogue.procedures, question.launchDay);
  if (refusals.length > 0 || !row) return { kind: 'refused', refusals };
  const lotsNet = sumCents(question.lots.map((lot) => lot.maximumNet));
  const valueNet = cents(lotsNet + question.alreadyBoughtNet);
  const procedure = procedureOf(valueNet, row);
  const facts = { procedure, valueNet, row, question, catalogue };
  return {
    kind: 'chosen',
    advice: {
      procedure,
      articles: articlesOf(procedure, row),
      valueNet,
      lotsNet,
      alreadyBoughtNet: question.alreadyBoughtNet,
      durationMonths: question.durationMonths,
      launchDay: question.launchDay,
      thresholds: row,
      reasons: reasonsOf(valueNet, row),
      duties: dutiesOf(facts),
      smallLots: smallLotOptions(question.lots, procedure, catalogue.smallLots, question.launchDay),
      calendar: consultationCalendar(facts),
    },
  };
}
