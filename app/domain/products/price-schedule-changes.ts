// What a price schedule would change in a lot's catalogue on a day: decided line by line, nothing written.
import type { Day } from '../shared/day';
import { type BasisPoints, divideRounded, type UnitPrice, unitPrice } from '../shared/money';
import type { AttributeValue, AttributeValues } from './attribute-values';
import { type LineProblem, type LineRefusal, type LineWarning, refusalsOf, type ScheduleLine } from './schedule-line';

/** A reference of the lot as the catalogue knows it on the day, with the price in force then. */
export interface CurrentReference {
  readonly id: string;
  readonly reference: string;
  readonly label: string;
  readonly brand: string | null;
  readonly model: string | null;
  readonly description: string | null;
  readonly unit: string;
  readonly category: string;
  readonly attributes: AttributeValues;
  /** Null when no price holds that day: the reference cannot be ordered. */
  readonly price: ReferencePrice | null;
  /** First day of a price already recorded for that day or later, which is never rewritten; null when there is none. */
  readonly laterPriceFrom: Day | null;
}

export interface ReferencePrice {
  readonly unitPriceNet: UnitPrice;
  readonly vatRate: BasisPoints;
  readonly ecoContributionNet: UnitPrice;
  readonly validFrom: Day;
}

/** What the buyer decided for what the file leaves blank; null leaves the blank refused. */
export interface BlankChoices {
  readonly vatRate: BasisPoints | null;
  /** True: a blank eco-contribution is declared to be none. */
  readonly noEcoContribution: boolean;
  readonly category: string | null;
  readonly unit: string;
}

export interface ChangeRules {
  /** A price that moves by more than this share, up or down, is flagged. */
  readonly flaggedPriceChange: BasisPoints;
  /** Categories without an eco-contribution whatever the file says nothing of: services, software. */
  readonly categoriesWithoutEcoContribution: ReadonlySet<string>;
}

export const defaultFlaggedPriceChange: BasisPoints = 1000;

/** Everything a created or changed reference is to be, as the confirmation will write it. */
export interface ReferenceFacts {
  readonly reference: string;
  readonly label: string;
  readonly brand: string | null;
  readonly model: string | null;
  readonly description: string | null;
  readonly unit: string;
  readonly category: string;
  readonly attributes: AttributeValues;
  readonly unitPriceNet: UnitPrice;
  readonly vatRate: BasisPoints;
  readonly ecoContributionNet: UnitPrice;
}

export type FieldChange =
  | {
      readonly field: 'label' | 'brand' | 'model' | 'description' | 'unit' | 'category';
      readonly before: string | null;
      readonly after: string;
    }
  | {
      readonly field: 'attribute';
      readonly code: string;
      readonly before: AttributeValue | null;
      readonly after: AttributeValue;
    }
  | {
      readonly field: 'unitPriceNet';
      readonly before: UnitPrice | null;
      readonly after: UnitPrice;
      /** Signed share of the price before, rounded half away from zero; null when there was none. */
      readonly share: BasisPoints | null;
      readonly flagged: boolean;
    }
  | { readonly field: 'vatRate'; readonly before: BasisPoints | null; readonly after: BasisPoints }
  | { readonly field: 'ecoContributionNet'; readonly before: UnitPrice | null; readonly after: UnitPrice };

interface Decided {
  readonly line: ScheduleLine;
  /** Those of the file and those of the comparison with the catalogue. */
  readonly problems: readonly LineProblem[];
}

export type LineDecision =
  | (Decided & { readonly kind: 'created'; readonly facts: ReferenceFacts })
  | (Decided & {
      readonly kind: 'changed';
      readonly id: string;
      readonly facts: ReferenceFacts;
      readonly changes: readonly FieldChange[];
      /** Whether the change opens a new price from the effective day. */
      readonly newPrice: boolean;
    })
  | (Decided & { readonly kind: 'unchanged'; readonly id: string })
  | (Decided & { readonly kind: 'repeated' })
  | (Decided & { readonly kind: 'refused' });

export interface PriceScheduleChanges {
  /** One decision per line of the file, in its order. */
  readonly decisions: readonly LineDecision[];
  /** References of the lot that the file does not name: left as they are unless the buyer asks to end them. */
  readonly absent: readonly CurrentReference[];
}

/** References are the same whatever their case and spaces. */
export function referenceKey(reference: string): string {
  return reference.replace(/\s+/g, '').toUpperCase();
}

/**
 * Compares the lines of a file with the references of the lot. A blank erases nothing that describes a reference; its
 * price, VAT rate and eco-contribution must be stated, or chosen. Every line gets one decision, with all its problems.
 */
export function comparePriceSchedule(
  lines: readonly ScheduleLine[],
  current: readonly CurrentReference[],
  choices: BlankChoices,
  rules: ChangeRules,
): PriceScheduleChanges {
  const byKey = new Map(current.map((reference) => [referenceKey(reference.reference), reference]));
  const named = new Set<string>();
  const decisions = lines.map((line): LineDecision => {
    const key = line.reference === null ? undefined : referenceKey(line.reference);
    if (key !== undefined) named.add(key);
    return decide(line, key === undefined ? undefined : byKey.get(key), choices, rules);
  });
  return { decisions, absent: current.filter(({ reference }) => !named.has(referenceKey(reference))) };
}

function decide(
  line: ScheduleLine,
  before: CurrentReference | undefined,
  choices: BlankChoices,
  rules: ChangeRules,
): LineDecision {
  const problems: LineProblem[] = [...line.problems];
  const at = { sheet: line.sheet, row: line.row, column: null };
  const refuse = (problem: LineRefusal) => problems.push({ ...problem, severity: 'refusal', at });
  const warn = (problem: LineWarning) => problems.push({ ...problem, severity: 'warning', at });
  const told = (tag: LineProblem['tag']) => problems.some((problem) => problem.tag === tag);

  if (told('lineRepeated') && refusalsOf(line).length === 0) return { kind: 'repeated', line, problems };

  const category = line.category ?? before?.category ?? choices.category;
  if (category === null) refuse({ tag: 'missingCategory' });
  else if (line.category === null && !before) warn({ tag: 'categoryAssumed', category });

  const unit = line.unit ?? before?.unit ?? choices.unit;

  let vatRate = line.vatRate;
  if (vatRate === null && !told('unknownVatRate')) {
    vatRate = choices.vatRate;
    if (vatRate === null) refuse({ tag: 'missingVatRate' });
    else warn({ tag: 'vatRateAssumed', vatRate });
  }
  let ecoContributionNet = line.ecoContributionNet;
  if (ecoContributionNet === null && !told('unreadableEcoContribution')) {
    if (category !== null && rules.categoriesWithoutEcoContribution.has(category)) ecoContributionNet = unitPrice(0);
    else if (choices.noEcoContribution) {
      ecoContributionNet = unitPrice(0);
      warn({ tag: 'ecoContributionAssumed' });
    } else refuse({ tag: 'missingEcoContribution' });
  }

  const { reference, label, unitPriceNet } = line;
  const refused = problems.some(({ severity }) => severity === 'refusal');
  if (
    refused ||
    reference === null ||
    label === null ||
    unitPriceNet === null ||
    vatRate === null ||
    ecoContributionNet === null ||
    category === null
  ) {
    return { kind: 'refused', line, problems };
  }
  if (line.unit === null && !before) warn({ tag: 'unitAssumed', unit });
  const facts: ReferenceFacts = {
    reference: before?.reference ?? reference,
    label,
    brand: line.brand ?? before?.brand ?? null,
    model: line.model ?? before?.model ?? null,
    description: line.description ?? before?.description ?? null,
    unit,
    category,
    attributes: { ...before?.attributes, ...line.attributes },
    unitPriceNet,
    vatRate,
    ecoContributionNet,
  };
  if (!before) return { kind: 'created', line, problems, facts };
  const changes = changesBetween(before, facts, rules);
  if (changes.length === 0) return { kind: 'unchanged', line, problems, id: before.id };
  const newPrice = changes.some(
    ({ field }) => field === 'unitPriceNet' || field === 'vatRate' || field === 'ecoContributionNet',
  );
  if (newPrice && before.laterPriceFrom !== null) {
    refuse({ tag: 'laterPrice', validFrom: before.laterPriceFrom });
    return { kind: 'refused', line, problems };
  }
  return { kind: 'changed', line, problems, id: before.id, facts, changes, newPrice };
}

const textFields = ['label', 'brand', 'model', 'description', 'unit', 'category'] as const;

function changesBetween(before: CurrentReference, after: ReferenceFacts, rules: ChangeRules): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of textFields) {
    const value = after[field];
    if (value !== null && value !== before[field]) changes.push({ field, before: before[field], after: value });
  }
  for (const [code, value] of Object.entries(after.attributes)) {
    const known = before.attributes[code] ?? null;
    if (known !== value) changes.push({ field: 'attribute', code, before: known, after: value });
  }
  const { price } = before;
  if (price?.unitPriceNet !== after.unitPriceNet) {
    const share = price ? changeShare(price.unitPriceNet, after.unitPriceNet) : null;
    changes.push({
      field: 'unitPriceNet',
      before: price?.unitPriceNet ?? null,
      after: after.unitPriceNet,
      share,
      flagged: price !== null && exceeds(price.unitPriceNet, after.unitPriceNet, rules.flaggedPriceChange),
    });
  }
  if (price?.vatRate !== after.vatRate)
    changes.push({ field: 'vatRate', before: price?.vatRate ?? null, after: after.vatRate });
  if (price?.ecoContributionNet !== after.ecoContributionNet) {
    changes.push({
      field: 'ecoContributionNet',
      before: price?.ecoContributionNet ?? null,
      after: after.ecoContributionNet,
    });
  }
  return changes;
}

/** Change from one price to another in basis points of the first, half away from zero. */
function changeShare(before: UnitPrice, after: UnitPrice): BasisPoints | null {
  return before <= 0 ? null : divideRounded(BigInt(after - before) * 10_000n, BigInt(before));
}

/** Compared exactly: a share rounded to the limit is not above it. */
function exceeds(before: UnitPrice, after: UnitPrice, limit: BasisPoints): boolean {
  return BigInt(Math.abs(after - before)) * 10_000n > BigInt(limit) * BigInt(before);
}
