// What would make a rule met in a cart: how many more of what, or which other reference; each tried on the whole order.
import type { Rule } from 'catalog/frameworks/types';
import { listMemberCeilings } from 'db/accords-cadres';
import { catalogueOf, type OfferedReference } from 'db/catalogue';
import type { Db } from 'db/client';
import { findCart, listOrderLines } from 'db/orders';
import { countedByUsage, fullyFeatured } from '~/domain/checks/after-order';
import { checkOrder, type LineToCheck, type OrderToCheck } from '~/domain/checks/check';
import { largestRemedy, leastQuantity } from '~/domain/checks/quantity-remedy';
import type { Answer, CheckResult } from '~/domain/checks/results';
import type { Day } from '~/domain/shared/day';
import { type Cents, cents, divideRounded, netOf } from '~/domain/shared/money';
import { rulesInForce } from '../checks/rules-in-force.server';
import { orderBuilder } from './checking.server';
import { lineToCheck } from './line-to-check.server';

const mostProposed = 3;
/** References of a category that are tried, the cheapest first, or the nearest in price. */
const mostTried = 40;

export interface QuantityRemedy {
  readonly reference: OfferedReference;
  readonly schoolUai: string;
  /** The quantity that the cart's line will hold: what it has, and the least that is missing. */
  readonly quantity: number;
  readonly added: number;
  readonly net: Cents;
  /** What the new line says of its use, when the rule counts by use. */
  readonly usage: string | null;
  readonly facts: LineToCheck['facts'];
}

export interface ReductionRemedy {
  readonly productId: string;
  readonly label: string;
  readonly schoolUai: string;
  /** The greatest that the rule allows. */
  readonly quantity: number;
}

export interface ReplacementRemedy {
  readonly reference: OfferedReference;
  readonly lineId: string;
  readonly quantity: number;
  /** For the whole line, net; negative when it costs less. */
  readonly differenceNet: Cents;
}

function asLine(reference: OfferedReference, id: string, schoolId: string, facts: LineToCheck['facts']): LineToCheck {
  const { category, attributes, ecoContributionNet } = reference;
  const ecoContributionCents = divideRounded(BigInt(ecoContributionNet), 100n);
  return { id, schoolId, product: { id: reference.id, category, ecoContributionCents, attributes }, facts };
}

const quantityOf = (line: LineToCheck | undefined) =>
  typeof line?.facts.quantity === 'number' ? line.facts.quantity : 0;

/** With fewer units a rule may no longer apply: that settles it too. */
const settled = (answer: Answer): Answer => (answer === 'notApplicable' ? 'met' : answer);

const usesOf = (category: string): readonly LineToCheck['facts'][] =>
  countedByUsage.includes(category) ? [{ usage: 'teacher' }, { usage: 'sharedByPupils' }, { usage: 'head' }] : [{}];

const blocking = (results: readonly CheckResult[]) =>
  new Set(results.filter(({ effect }) => effect === 'blocks').map(({ key }) => key));

/**
 * Whether in the whole order, so changed, no binding rule stands against what is taken (the ids of a reference and its
 * line), nor against anything else that it did not stand against before.
 */
function harmless(
  rules: readonly Rule[],
  before: ReadonlySet<string>,
  changed: OrderToCheck,
  taken: readonly string[] = [],
): boolean {
  return checkOrder(rules, changed).every(
    ({ effect, key, subject }) => effect !== 'blocks' || (before.has(key) && !taken.includes(subject.id)),
  );
}

/** The result of a cart by its key, with what would make it met; undefined when the cart has no such result. */
export function remediesOf(db: Db, communeId: string, key: string, today: Day) {
  const cart = findCart(db, communeId);
  if (!cart) return undefined;
  const stored = listOrderLines(db, cart.id, today);
  const rules = rulesInForce(db, today);
  const uais = [...new Set(stored.map(({ line }) => line.schoolUai))];
  const build = orderBuilder(db, cart, uais, today);
  const lines = stored.map(lineToCheck);
  const results = checkOrder(rules, build(lines));
  const result = results.find((one) => one.key === key);
  const rule = rules.find(({ id, version }) => id === result?.ruleId && version === result?.ruleVersion);
  if (!result || !rule) return undefined;
  const before = blocking(results);
  // Without a ceiling under a lot there is no right to order from it.
  const lots = new Set(listMemberCeilings(db, communeId).map(({ lotId }) => lotId));
  const references = catalogueOf(db, today).references.filter(({ lotId }) => lots.has(lotId));
  const { kind, id } = result.subject;
  const concerned = lines.filter((line) => line.id === id || line.product.id === id);
  const schoolId = kind === 'school' ? id : (concerned[0]?.schoolId ?? null);
  const answerOf = (tried: readonly LineToCheck[], subjectId: string) =>
    checkOrder([rule], build(tried)).find(({ subject }) => subject.id === subjectId)?.answer ?? 'notApplicable';

  const withMore = (product: LineToCheck['product'], facts: LineToCheck['facts'], added: number) => {
    const held = lines.find((line) => line.schoolId === schoolId && line.product.id === product.id);
    const quantity = quantityOf(held) + added;
    const line = { id: held?.id ?? 'added', schoolId, product, facts: { ...facts, ...held?.facts, quantity } };
    return [...lines.filter((one) => one !== held), line];
  };

  /** The categories of which more can meet the rule, each with the use that counts when there is one. */
  const helpful = () =>
    [...new Set(references.map(({ category }) => category))].flatMap((category) =>
      usesOf(category)
        .filter((facts) => answerOf(withMore(fullyFeatured(category), facts, largestRemedy), id) === 'met')
        .slice(0, 1)
        .map((facts) => ({ category, facts })),
    );

  const quantities = (): readonly QuantityRemedy[] => {
    if ((kind !== 'school' && kind !== 'line') || schoolId === null || result.answer !== 'unmet') return [];
    return helpful()
      .flatMap(({ category, facts }) =>
        references
          .filter((reference) => reference.category === category)
          .toSorted((a, b) => a.unitPriceNet - b.unitPriceNet)
          .slice(0, mostTried)
          .flatMap((reference): readonly QuantityRemedy[] => {
            const { product } = asLine(reference, 'added', schoolId, {});
            const added = leastQuantity((quantity) => answerOf(withMore(product, facts, quantity), id));
            if (added === undefined) return [];
            const held = lines.find((line) => line.schoolId === schoolId && line.product.id === reference.id);
            const net = netOf(added, reference.unitPriceNet);
            const usage = typeof facts.usage === 'string' ? facts.usage : null;
            const quantity = quantityOf(held) + added;
            return [{ reference, schoolUai: schoolId, quantity, added, net, usage, facts }];
          }),
      )
      .toSorted((a, b) => a.net - b.net)
      .filter(({ reference, added, facts }) => {
        const { product } = asLine(reference, 'added', schoolId, {});
        const more = withMore(product, facts, added);
        const line = more.find((one) => one.schoolId === schoolId && one.product.id === reference.id);
        return harmless(rules, before, build(more), [reference.id, line?.id ?? '']);
      })
      .slice(0, mostProposed);
  };

  /** The lines of the school of which fewer are enough, each with the greatest quantity that is met. */
  const reductions = (): readonly ReductionRemedy[] => {
    if ((kind !== 'school' && kind !== 'line') || schoolId === null || result.answer !== 'unmet') return [];
    return lines
      .filter((line) => line.schoolId === schoolId && quantityOf(line) > 1)
      .flatMap((line): readonly ReductionRemedy[] => {
        const fewer = (removed: number) =>
          lines.map((one) =>
            one === line ? { ...line, facts: { ...line.facts, quantity: quantityOf(line) - removed } } : one,
          );
        const removed = leastQuantity((quantity) => settled(answerOf(fewer(quantity), id)), quantityOf(line) - 1);
        if (removed === undefined || !harmless(rules, before, build(fewer(removed)))) return [];
        const label = stored.find((one) => one.line.id === line.id)?.line.label ?? '';
        return [{ productId: line.product.id, label, schoolUai: schoolId, quantity: quantityOf(line) - removed }];
      });
  };

  const replacements = (): readonly ReplacementRemedy[] =>
    concerned.slice(0, 1).flatMap((line) => {
      const from = stored.find((one) => one.line.id === line.id)?.line;
      if (!from || line.schoolId === null) return [];
      const distance = ({ unitPriceNet }: OfferedReference) => Math.abs(unitPriceNet - from.unitPriceNet);
      const others = references
        .filter((one) => one.category === line.product.category && one.id !== line.product.id)
        .toSorted((a, b) => distance(a) - distance(b))
        .slice(0, mostTried);
      const proposed: ReplacementRemedy[] = [];
      for (const reference of others) {
        const other = asLine(reference, line.id, line.schoolId, line.facts);
        const tried = lines.map((one) => (one === line ? other : one));
        const subjectId = kind === 'product' ? reference.id : id;
        if (answerOf(tried, subjectId) !== 'met' || !harmless(rules, before, build(tried), [reference.id, line.id]))
          continue;
        const differenceNet = cents(netOf(from.quantity, reference.unitPriceNet) - from.net);
        proposed.push({ reference, lineId: line.id, quantity: from.quantity, differenceNet });
        if (proposed.length === mostProposed) break;
      }
      return proposed;
    });

  return {
    result,
    schoolName: stored.find(({ line }) => line.schoolUai === schoolId)?.schoolName ?? null,
    lineLabel: stored.find(({ line }) => line.id === concerned[0]?.id)?.line.label ?? null,
    quantities: quantities(),
    reductions: reductions(),
    replacements: kind === 'product' || kind === 'line' ? replacements() : [],
    rules,
  };
}
