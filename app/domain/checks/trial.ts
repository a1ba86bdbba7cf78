// Tries one rule, as if it were in force, on orders of the past and on the catalogue, beside the version in force.
import type { FactPath } from 'catalog/frameworks/facts';
import type { FactValue, Rule } from 'catalog/frameworks/types';
import type { Day } from '../shared/day';
import { type Cents, cents } from '../shared/money';
import { checkOrder, checkProduct, type OrderToCheck, type ProductToCheck } from './check';
import type { Answer, CheckResult, Effect, Subject } from './results';

export interface PastOrder {
  readonly id: string;
  readonly reference: string;
  readonly communeName: string;
  /** Lines and eco-contribution, net. */
  readonly net: Cents;
  readonly checked: OrderToCheck;
}

/** What the rule would have done to an order, the heaviest of its results. */
export type Outcome = 'blocked' | 'toJustify' | 'reserved' | 'advised' | 'undecided' | 'met' | 'untouched';

export const outcomes: readonly Outcome[] = [
  'blocked',
  'toJustify',
  'reserved',
  'advised',
  'undecided',
  'met',
  'untouched',
];

/** The rule as it would be checked once adopted or switched on, whatever the day. */
export function asAdopted(rule: Rule, day: Day): Rule {
  const always = { ...rule, enabled: true, from: null, until: null };
  return rule.nature === 'syndicatPolicy' && rule.deliberation === undefined
    ? { ...always, deliberation: { adoptedOn: day, reference: 'à venir' } }
    : always;
}

const outcomeOfEffect: Readonly<Record<Effect, (answer: Answer) => Outcome>> = {
  blocks: () => 'blocked',
  needsJustification: () => 'toJustify',
  needsAcknowledgement: () => 'reserved',
  informs: (answer) => (answer === 'unknown' ? 'undecided' : 'advised'),
  none: (answer) => (answer === 'met' ? 'met' : 'untouched'),
};

/** The heaviest outcome of the results of one rule on one order. */
export function outcomeOf(results: readonly CheckResult[]): Outcome {
  const all = results.map(({ effect, answer }) => outcomeOfEffect[effect](answer));
  return outcomes.find((outcome) => all.includes(outcome)) ?? 'untouched';
}

/** The results of one rule on one order, as they are once it is in force. */
export function tryOnOrder(rule: Rule, checked: OrderToCheck): readonly CheckResult[] {
  return checkOrder([asAdopted(rule, checked.day)], checked, [rule.stage]);
}

export interface TriedOrder {
  readonly order: Omit<PastOrder, 'checked'>;
  readonly outcome: Outcome;
  /** With the version in force; null when none is. */
  readonly before: Outcome | null;
  /** What is said of the order by the results that lead to its outcome. */
  readonly sentences: readonly string[];
}

/** The outcome of a rule on each order, beside that of the version in force. */
export function tryOnOrders(
  rule: Rule,
  inForce: Rule | undefined,
  orders: readonly PastOrder[],
): readonly TriedOrder[] {
  return orders.map(({ checked, ...order }) => {
    const results = tryOnOrder(rule, checked);
    const outcome = outcomeOf(results);
    const leading = results.filter((result) => outcomeOf([result]) === outcome);
    return {
      order,
      outcome,
      before: inForce ? outcomeOf(tryOnOrder(inForce, checked)) : null,
      sentences: outcome === 'untouched' ? [] : [...new Set(leading.map(({ sentence }) => sentence))].slice(0, 3),
    };
  });
}

export interface OutcomeCount {
  readonly outcome: Outcome;
  readonly orders: number;
  readonly net: Cents;
  /** With the version in force; null when none is. */
  readonly before: number | null;
}

/** How many orders have each outcome, and for what net amount. */
export function countOutcomes(tried: readonly TriedOrder[]): readonly OutcomeCount[] {
  const compared = tried.some(({ before }) => before !== null);
  return outcomes.map((outcome) => {
    const own = tried.filter((one) => one.outcome === outcome);
    return {
      outcome,
      orders: own.length,
      net: cents(own.reduce((sum, { order }) => sum + order.net, 0)),
      before: compared ? tried.filter(({ before }) => before === outcome).length : null,
    };
  });
}

/** The answer of a rule about products on a reference; undefined when the rule doesn't look at it. */
export function tryOnProduct(rule: Rule, product: ProductToCheck, day: Day): CheckResult | undefined {
  return checkProduct([asAdopted(rule, day)], product, day)[0];
}

export interface FrozenInputs {
  readonly subject: Subject;
  readonly inputs: Readonly<Record<string, FactValue | null>>;
}

const named = (inputs: FrozenInputs['inputs'], context: string) =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([path, value]) =>
      path.startsWith(`${context}.`) && value !== null ? [[path.slice(context.length + 1), value]] : [],
    ),
  );

/** The order with what was known of it on submission in place of what is known now; what was unknown stays as now. */
export function withFrozenInputs(order: OrderToCheck, frozen: readonly FrozenInputs[]): OrderToCheck {
  const of = (kind: Subject['kind'], id: string, context: string) =>
    Object.assign(
      {},
      ...frozen
        .filter(({ subject }) => subject.kind === kind && subject.id === id)
        .map(({ inputs }) => named(inputs, context)),
    ) as Readonly<Record<string, FactValue>>;
  const { placedOn: _, ...orderFacts } = of('order', order.id, 'order');
  return {
    ...order,
    order: { ...order.order, ...orderFacts },
    schools: Object.fromEntries(
      Object.entries(order.schools).map(([id, facts]) => [id, { ...facts, ...of('school', id, 'school') }]),
    ),
    lines: order.lines.map((line) => {
      const {
        category: _category,
        ecoContributionCents: _eco,
        ...attributes
      } = {
        ...of('product', line.product.id, 'product'),
        ...of('line', line.id, 'product'),
      };
      return {
        ...line,
        product: { ...line.product, attributes: { ...line.product.attributes, ...attributes } },
        facts: { ...line.facts, ...of('line', line.id, 'line') },
      };
    }),
  };
}

/** The paths of a rule that belong to a context. */
export function readsContext(paths: readonly FactPath[], context: string): boolean {
  return paths.some((path) => path.startsWith(`${context}.`));
}
