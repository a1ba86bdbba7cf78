// What would make a rule met in an order: how many more of what, how many fewer, or which other reference; each tried whole.
import type { Rule } from 'catalog/frameworks/types';
import { type Cents, cents, divideRounded, netOf, type UnitPrice } from '../shared/money';
import { countedByUsage, fullyFeatured } from './after-order';
import { checkOrder, type LineToCheck, type OrderToCheck, type ProductToCheck } from './check';
import { largestRemedy, leastQuantity } from './quantity-remedy';
import type { Answer, CheckResult } from './results';

const mostProposed = 3;
/** References of a category that are tried, the cheapest first, or the nearest in price. */
const mostTried = 40;

/** A reference that the commune may order. */
export interface OrderableReference {
  readonly id: string;
  readonly label: string;
  readonly category: string;
  readonly attributes: ProductToCheck['attributes'];
  readonly unitPriceNet: UnitPrice;
  readonly ecoContributionNet: UnitPrice;
}

export interface OrderedLine {
  readonly id: string;
  readonly label: string;
  readonly quantity: number;
  readonly unitPriceNet: UnitPrice;
  readonly net: Cents;
}

export interface QuantityRemedy {
  readonly reference: OrderableReference;
  readonly schoolUai: string;
  /** The quantity that the cart's line will hold: what it has, and the least that is missing. */
  readonly quantity: number;
  readonly added: number;
  readonly net: Cents;
  /** What the new line says of its use, when the rule counts by use. */
  readonly usage: string | null;
}

export interface ReductionRemedy {
  readonly productId: string;
  readonly label: string;
  readonly schoolUai: string;
  /** The greatest that the rule allows. */
  readonly quantity: number;
}

export interface ReplacementRemedy {
  readonly reference: OrderableReference;
  readonly lineId: string;
  readonly quantity: number;
  /** For the whole line, net; negative when it costs less. */
  readonly differenceNet: Cents;
}

/** An order in which other lines are tried against a rule that it does not meet. */
export interface Trial {
  readonly rules: readonly Rule[];
  readonly rule: Rule;
  readonly result: CheckResult;
  readonly lines: readonly LineToCheck[];
  readonly ordered: readonly OrderedLine[];
  /** What the order offers of references, those alone that its commune may order. */
  readonly references: readonly OrderableReference[];
  readonly build: (lines: readonly LineToCheck[]) => OrderToCheck;
  /** Keys of the results that block the order as it is. */
  readonly blocked: ReadonlySet<string>;
}

type LineFacts = LineToCheck['facts'];

/** Keys of the results that block. */
export function blockingKeys(results: readonly CheckResult[]): ReadonlySet<string> {
  return new Set(results.filter(({ effect }) => effect === 'blocks').map(({ key }) => key));
}

/** The lines that the result is about: its own, or all those of its product. */
export function concernedLines({ lines, result }: Pick<Trial, 'lines' | 'result'>): readonly LineToCheck[] {
  return lines.filter(({ id, product }) => id === result.subject.id || product.id === result.subject.id);
}

/** The school that the result is about, itself or by its line; null when it is about none. */
export function concernedSchool(trial: Pick<Trial, 'lines' | 'result'>): string | null {
  const { kind, id } = trial.result.subject;
  return kind === 'school' ? id : (concernedLines(trial)[0]?.schoolId ?? null);
}

function productOf({ id, category, attributes, ecoContributionNet }: OrderableReference): ProductToCheck {
  return { id, category, ecoContributionCents: divideRounded(BigInt(ecoContributionNet), 100n), attributes };
}

const quantityOf = (line: LineToCheck | undefined) =>
  typeof line?.facts.quantity === 'number' ? line.facts.quantity : 0;

/** With fewer units a rule may no longer apply: that settles it too. */
const settled = (answer: Answer): Answer => (answer === 'notApplicable' ? 'met' : answer);

const usesOf = (category: string): readonly LineFacts[] =>
  countedByUsage.includes(category) ? [{ usage: 'teacher' }, { usage: 'sharedByPupils' }, { usage: 'head' }] : [{}];

function answerOf({ rule, build }: Trial, tried: readonly LineToCheck[], subjectId: string): Answer {
  return checkOrder([rule], build(tried)).find(({ subject }) => subject.id === subjectId)?.answer ?? 'notApplicable';
}

/**
 * Whether in the whole order, so changed, no binding rule stands against what is taken (the ids of a reference and its
 * line), nor against anything else that it did not stand against before.
 */
function harmless({ rules, blocked, build }: Trial, tried: readonly LineToCheck[], taken: readonly string[]): boolean {
  return checkOrder(rules, build(tried)).every(
    ({ effect, key, subject }) => effect !== 'blocks' || (blocked.has(key) && !taken.includes(subject.id)),
  );
}

/** The lines with more of a product for a school, on the line that holds it or on a new one. */
function withMore(
  lines: readonly LineToCheck[],
  schoolId: string,
  product: ProductToCheck,
  facts: LineFacts,
  added: number,
) {
  const held = lines.find((line) => line.schoolId === schoolId && line.product.id === product.id);
  const quantity = quantityOf(held) + added;
  const line = { id: held?.id ?? 'added', schoolId, product, facts: { ...facts, ...held?.facts, quantity } };
  return { line, tried: [...lines.filter((one) => one !== held), line] };
}

/** The school in which quantities decide a result that is not met; undefined for any other result. */
function countedSchool(trial: Trial): string | undefined {
  const { answer, subject } = trial.result;
  const counted = answer === 'unmet' && (subject.kind === 'school' || subject.kind === 'line');
  return counted ? (concernedSchool(trial) ?? undefined) : undefined;
}

/** The categories of which more can meet the rule, each with the use that counts when there is one. */
function helpfulCategories(trial: Trial, schoolId: string): { category: string; facts: LineFacts }[] {
  const { lines, references, result } = trial;
  const meets = (category: string, facts: LineFacts) => {
    const { tried } = withMore(lines, schoolId, fullyFeatured(category), facts, largestRemedy);
    return answerOf(trial, tried, result.subject.id) === 'met';
  };
  return [...new Set(references.map(({ category }) => category))].flatMap((category) => {
    const facts = usesOf(category).find((one) => meets(category, one));
    return facts ? [{ category, facts }] : [];
  });
}

/** The references of which the least quantity makes the rule met, the cheapest first; net cents. */
export function quantityRemedies(trial: Trial): readonly QuantityRemedy[] {
  const schoolId = countedSchool(trial);
  if (schoolId === undefined) return [];
  const { lines, references, result } = trial;
  const tries = helpfulCategories(trial, schoolId).flatMap(({ category, facts }) =>
    references
      .filter((reference) => reference.category === category)
      .toSorted((a, b) => a.unitPriceNet - b.unitPriceNet)
      .slice(0, mostTried)
      .flatMap((reference) => {
        const more = (added: number) => withMore(lines, schoolId, productOf(reference), facts, added);
        const added = leastQuantity((quantity) => answerOf(trial, more(quantity).tried, result.subject.id));
        return added === undefined ? [] : [{ reference, added, facts, ...more(added) }];
      }),
  );
  return tries
    .toSorted((a, b) => netOf(a.added, a.reference.unitPriceNet) - netOf(b.added, b.reference.unitPriceNet))
    .filter(({ reference, line, tried }) => harmless(trial, tried, [reference.id, line.id]))
    .slice(0, mostProposed)
    .map(({ reference, added, facts, line }) => ({
      reference,
      schoolUai: schoolId,
      quantity: line.facts.quantity,
      added,
      net: netOf(added, reference.unitPriceNet),
      usage: typeof facts.usage === 'string' ? facts.usage : null,
    }));
}

/** The lines of the school of which fewer are enough, each with the greatest quantity that is met. */
export function reductionRemedies(trial: Trial): readonly ReductionRemedy[] {
  const schoolId = countedSchool(trial);
  if (schoolId === undefined) return [];
  const { lines, ordered, result } = trial;
  return lines
    .filter((line) => line.schoolId === schoolId && quantityOf(line) > 1)
    .flatMap((line): readonly ReductionRemedy[] => {
      const held = quantityOf(line);
      const fewer = (removed: number) =>
        lines.map((one) => (one === line ? { ...line, facts: { ...line.facts, quantity: held - removed } } : one));
      const removed = leastQuantity((count) => settled(answerOf(trial, fewer(count), result.subject.id)), held - 1);
      if (removed === undefined || !harmless(trial, fewer(removed), [])) return [];
      const label = ordered.find(({ id }) => id === line.id)?.label ?? '';
      return [{ productId: line.product.id, label, schoolUai: schoolId, quantity: held - removed }];
    });
}

/** The references of the same category that make the rule met in the place of its line, the nearest in price first. */
export function replacementRemedies(trial: Trial): readonly ReplacementRemedy[] {
  const { lines, ordered, references, result } = trial;
  const [line] = concernedLines(trial);
  const from = ordered.find(({ id }) => id === line?.id);
  if ((result.subject.kind !== 'product' && result.subject.kind !== 'line') || !line || !from) return [];
  const distance = ({ unitPriceNet }: OrderableReference) => Math.abs(unitPriceNet - from.unitPriceNet);
  const others = references
    .filter((one) => one.category === line.product.category && one.id !== line.product.id)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, mostTried);
  const proposed: ReplacementRemedy[] = [];
  for (const reference of others) {
    const tried = lines.map((one) => (one === line ? { ...line, product: productOf(reference) } : one));
    const subjectId = result.subject.kind === 'product' ? reference.id : result.subject.id;
    if (answerOf(trial, tried, subjectId) !== 'met' || !harmless(trial, tried, [reference.id, line.id])) continue;
    const differenceNet = cents(netOf(from.quantity, reference.unitPriceNet) - from.net);
    proposed.push({ reference, lineId: line.id, quantity: from.quantity, differenceNet });
    if (proposed.length === mostProposed) break;
  }
  return proposed;
}
