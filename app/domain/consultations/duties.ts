// What a procedure obliges to: writing, publicity, profile, legality control, open data, green and social conditions.
import type { Confidence, ProcedureThresholds, ThresholdCatalogue } from 'catalog/thresholds/types';
import { type Cents, cents } from '~/domain/shared/money';
import { inForce } from './in-force';
import type { Procedure, ProcedureQuestion } from './procedure';

export type PublicityMedium = 'none' | 'freeAdapted' | 'boampOrJournal' | 'boampAndJoue';

interface DutyBasis {
  readonly article: string;
  readonly confidence: Confidence;
}

export type Duty = DutyBasis &
  (
    | { readonly kind: 'writtenContract'; readonly fromNet: Cents }
    | { readonly kind: 'publicity'; readonly medium: PublicityMedium }
    | { readonly kind: 'buyerProfile'; readonly fromNet: Cents }
    | { readonly kind: 'legalityControl'; readonly fromNet: Cents }
    | { readonly kind: 'openData'; readonly withinMonths: number }
    | { readonly kind: 'standstill'; readonly days: number }
    | { readonly kind: 'awardNotice'; readonly days: number }
    | { readonly kind: 'soundChoice' }
    | { readonly kind: 'environmentalCriterion' }
    | { readonly kind: 'environmentalExecutionCondition' }
    | { readonly kind: 'sustainableSpecifications' }
    | { readonly kind: 'socialConditionAtFormal'; readonly exceptions: readonly string[] }
  );

export interface ProcedureFacts {
  readonly procedure: Procedure;
  readonly valueNet: Cents;
  readonly row: ProcedureThresholds;
  readonly question: ProcedureQuestion;
  readonly catalogue: ThresholdCatalogue;
}

function publicityDuty({ procedure, row }: ProcedureFacts): Duty {
  switch (procedure) {
    case 'dispense':
      return { kind: 'publicity', medium: 'none', article: row.dispense.article, confidence: row.dispense.confidence };
    case 'adapted':
      return {
        kind: 'publicity',
        medium: 'freeAdapted',
        article: 'CCP R2131-12',
        confidence: row.publicity.confidence,
      };
    case 'adaptedPublished':
      return {
        kind: 'publicity',
        medium: 'boampOrJournal',
        article: 'CCP R2131-12',
        confidence: row.publicity.confidence,
      };
    case 'openCall':
      return { kind: 'publicity', medium: 'boampAndJoue', article: 'CCP R2131-16', confidence: 'confirmed' };
  }
}

function contractDuties({ procedure, valueNet, row, question, catalogue }: ProcedureFacts): Duty[] {
  const duties: Duty[] = [];
  const { launchDay } = question;
  if (valueNet >= row.written.netCents) {
    const { article, confidence, netCents } = row.written;
    duties.push({ kind: 'writtenContract', fromNet: cents(netCents), article, confidence });
  }
  // A published notice brings the duty (CCP R2132-2): a dispensed purchase has none.
  if (procedure !== 'dispense' && valueNet >= row.buyerProfile.netCents) {
    const { article, confidence, netCents } = row.buyerProfile;
    duties.push({ kind: 'buyerProfile', fromNet: cents(netCents), article, confidence });
  }
  const legality = inForce(catalogue.legalityControl, launchDay);
  if (legality && valueNet >= row.formal.netCents) {
    const { article, confidence } = legality;
    duties.push({ kind: 'legalityControl', fromNet: cents(row.formal.netCents), article, confidence });
  }
  const open = inForce(catalogue.openData, launchDay);
  if (open && valueNet >= open.publishFromNetCents) {
    duties.push({
      kind: 'openData',
      withinMonths: open.deadlineMonths,
      article: open.article,
      confidence: open.confidence,
    });
  }
  if (procedure === 'dispense') {
    duties.push({ kind: 'soundChoice', article: row.dispense.article, confidence: row.dispense.confidence });
  }
  return duties;
}

function formalDuties({ procedure, question, catalogue }: ProcedureFacts): Duty[] {
  if (procedure !== 'openCall') return [];
  const duties: Duty[] = [];
  const rules = catalogue.deadlines;
  const standstill = inForce(
    rules.filter((rule) => rule.id === 'standstill'),
    question.launchDay,
  );
  if (standstill) {
    const days = standstill.electronicDays ?? standstill.days;
    duties.push({ kind: 'standstill', days, article: standstill.article, confidence: standstill.confidence });
  }
  const notice = inForce(
    rules.filter((rule) => rule.id === 'awardNotice'),
    question.launchDay,
  );
  if (notice) {
    duties.push({ kind: 'awardNotice', days: notice.days, article: notice.article, confidence: notice.confidence });
  }
  return duties;
}

function greenDuties({ procedure, valueNet, row, question, catalogue }: ProcedureFacts): Duty[] {
  return catalogue.greenRules
    .filter((rule) => inForce([rule], question.launchDay) !== undefined)
    .flatMap((rule): Duty[] => {
      const { article, confidence } = rule;
      // A dispensed purchase has no announced criteria; conditions and specifications bind every contract.
      if (rule.duty === 'environmentalCriterion') {
        return procedure === 'dispense' ? [] : [{ kind: 'environmentalCriterion', article, confidence }];
      }
      if (rule.duty === 'socialConditionAtFormal') {
        const exceptions = rule.exceptions ?? [];
        return valueNet >= row.formal.netCents
          ? [{ kind: 'socialConditionAtFormal', exceptions, article, confidence }]
          : [];
      }
      return [{ kind: rule.duty, article, confidence }];
    });
}

/** All the duties of a procedure, each with its article and how sure it is. */
export function dutiesOf(facts: ProcedureFacts): readonly Duty[] {
  return [publicityDuty(facts), ...contractDuties(facts), ...formalDuties(facts), ...greenDuties(facts)];
}
