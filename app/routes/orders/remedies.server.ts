// What would make a rule met in a cart: how many more of what, or which other reference; each tried on the whole order.
import type { Rule } from 'catalog/frameworks/types';
import { catalogueOf, type OfferedReference } from 'db/catalogue';
import type { Db } from 'db/client';
import { findCart, listOrderLines } from 'db/orders';
import { checkOrder, type LineToCheck, type OrderToCheck } from '~/domain/checks/check';
import { leastQuantity } from '~/domain/checks/quantity-remedy';
import type { CheckResult } from '~/domain/checks/results';
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

const blocking = (results: readonly CheckResult[]) =>
  new Set(
    results
      .filter(({ effect }) => effect === 'blocks')
      .map(({ ruleId, subject }) => `${ruleId}/${subject.kind}/${subject.id}`),
  );

/** Whether the whole order, so changed, meets no binding rule that it did not meet before. */
function harmless(rules: readonly Rule[], before: ReadonlySet<string>, changed: OrderToCheck): boolean {
  return [...blocking(checkOrder(rules, changed))].every((one) => before.has(one));
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
  const { references } = catalogueOf(db, today);
  const { kind, id } = result.subject;
  const concerned = lines.filter((line) => line.id === id || line.product.id === id);
  const schoolId = kind === 'school' ? id : (concerned[0]?.schoolId ?? null);
  const answerOf = (tried: readonly LineToCheck[], subjectId: string) =>
    checkOrder([rule], build(tried)).find(({ subject }) => subject.id === subjectId)?.answer ?? 'notApplicable';

  const quantities = (): readonly QuantityRemedy[] => {
    if ((kind !== 'school' && kind !== 'line') || schoolId === null) return [];
    const byCategory = new Map<string, OfferedReference[]>();
    for (const reference of references.toSorted((a, b) => a.unitPriceNet - b.unitPriceNet)) {
      const known = byCategory.get(reference.category) ?? [];
      if (known.length < mostProposed) byCategory.set(reference.category, [...known, reference]);
    }
    return [...byCategory.values()]
      .flat()
      .flatMap((reference): readonly QuantityRemedy[] => {
        const held = lines.find((line) => line.schoolId === schoolId && line.product.id === reference.id);
        const had = typeof held?.facts.quantity === 'number' ? held.facts.quantity : 0;
        const withMore = (added: number) => [
          ...lines.filter((line) => line !== held),
          asLine(reference, held?.id ?? 'added', schoolId, { ...held?.facts, quantity: had + added }),
        ];
        const added = leastQuantity((quantity) => answerOf(withMore(quantity), id));
        if (added === undefined || !harmless(rules, before, build(withMore(added)))) return [];
        const net = netOf(added, reference.unitPriceNet);
        return [{ reference, schoolUai: schoolId, quantity: had + added, added, net }];
      })
      .toSorted((a, b) => a.net - b.net)
      .slice(0, mostProposed);
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
        if (answerOf(tried, subjectId) !== 'met' || !harmless(rules, before, build(tried))) continue;
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
    replacements: kind === 'product' || kind === 'line' ? replacements() : [],
    rules,
  };
}
