// A rule tried before its vote says what it will do once voted; what changed since a submission is told, with its cause.
import { rules } from 'catalog/frameworks';
import type { FactValue, Rule } from 'catalog/frameworks/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkOrder, type LineToCheck, type OrderToCheck } from '~/domain/checks/check';
import { decidedRules } from '~/domain/checks/decided-rules';
import { differencesOf, isWorse } from '~/domain/checks/differences';
import { adoptPolicy } from '~/domain/checks/policies';
import { countOutcomes, outcomeOf, type PastOrder, tryOnOrders, withFrozenInputs } from '~/domain/checks/trial';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';

const today = day('2026-11-23');
const proposed = rules.filter(
  ({ nature, scope }) => nature === 'syndicatPolicy' && scope !== 'consultation' && scope !== 'year',
);

const aProduct = (id: string, category: string, attributes: Record<string, FactValue | null>) => ({
  id,
  category,
  ecoContributionCents: 2,
  attributes: attributes as LineToCheck['product']['attributes'],
});

function anOrder(id: string, products: readonly LineToCheck['product'][], counts: Record<string, number | null> = {}) {
  return {
    id,
    day: today,
    buyer: { kind: 'commune' },
    order: {},
    schools: { school: counts },
    lines: products.map((product, index) => ({
      id: `${id}-${index}`,
      schoolId: 'school',
      product,
      facts: { quantity: 3 },
    })),
  } as OrderToCheck;
}

const past = (checked: OrderToCheck, net = 100_00): PastOrder => ({
  id: checked.id,
  reference: checked.id,
  communeName: 'Commune',
  net: cents(net),
  checked,
});

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const orders = fc
  .array(
    fc.record({
      category: fc.constantFrom(...new Set(proposed.flatMap(({ categories }) => categories ?? []))),
      attributes: fc.record({
        screenInches: maybe(fc.constantFrom(8, 10, 65, 75)),
        batteryHours: maybe(fc.constantFrom(6, 8, 12)),
        ramGb: maybe(fc.constantFrom(2, 4, 8)),
        warrantyYears: maybe(fc.constantFrom(2, 3, 5)),
        onSiteWarranty: maybe(fc.boolean()),
        verticalPixels: maybe(fc.constantFrom(720, 1080, 2160)),
        noiseDba: maybe(fc.constantFrom(30, 40)),
        throw: maybe(fc.constantFrom('ultraShort', 'standard')),
        osSupportEndsOn: maybe(fc.constantFrom('2027-01-01', '2032-01-01')),
      }),
      counts: fc.record({
        poeDemandW: maybe(fc.constantFrom(30, 90)),
        poeBudgetW: maybe(fc.constantFrom(60, 120)),
        chargingSlotsAfter: maybe(fc.constantFrom(0, 16)),
        mobileDevicesAfter: maybe(fc.constantFrom(0, 12, 20)),
      }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((lines) =>
    anOrder(
      'order',
      lines.map(({ category, attributes }, index) => aProduct(`p${index}`, category, attributes)),
      lines[0]?.counts,
    ),
  );
const severities = fc.constantFrom('blocking' as const, 'reservation' as const, 'recommendation' as const);

test('what a trial says of an order is what the order meets once the rule is voted', () => {
  fc.assert(
    fc.property(fc.constantFrom(...proposed), severities, orders, (rule, severity, order) => {
      const draft: Rule = { ...rule, severity };
      const [tried] = tryOnOrders(draft, undefined, [past(order)]);
      const voted = adoptPolicy(draft, { adoptedOn: today, reference: '2026-20' });
      const inForce = decidedRules(rules, { switches: [], policies: [voted] }, today);
      const real = checkOrder(inForce, order).filter(({ ruleId }) => ruleId === rule.id);
      expect(tried?.outcome).toBe(outcomeOf(real));
      for (const sentence of tried?.sentences ?? []) {
        expect(real.map((result) => result.sentence)).toContain(sentence);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a trial compares with the version in force, order by order and in amounts', () => {
  const before = rules.find(({ id }) => id === 'CVA-03') as Rule;
  const stricter: Rule = { ...before, severity: 'blocking', require: { gte: ['$product.ramGb', 8] } };
  const tablets = (id: string, ramGb: number | null) => anOrder(id, [aProduct('t', 'tablet', { ramGb })]);
  const tried = tryOnOrders(stricter, before, [
    past(tablets('two', 2), 100_00),
    past(tablets('four', 4), 250_00),
    past(tablets('eight', 8), 400_00),
    past(tablets('unknown', null), 50_00),
    past(anOrder('chairs', [aProduct('c', 'furniture', {})]), 10_00),
  ]);
  expect(tried.map(({ outcome, before: then }) => [outcome, then])).toEqual([
    ['blocked', 'advised'],
    ['blocked', 'met'],
    ['met', 'met'],
    ['toJustify', 'undecided'],
    ['untouched', 'untouched'],
  ]);
  expect(countOutcomes(tried).filter((count) => count.orders > 0)).toEqual([
    { outcome: 'blocked', orders: 2, net: 350_00, before: 0 },
    { outcome: 'toJustify', orders: 1, net: 50_00, before: 0 },
    { outcome: 'met', orders: 1, net: 400_00, before: 2 },
    { outcome: 'untouched', orders: 1, net: 10_00, before: 1 },
  ]);
});

test('a trial reads what was known on submission first, and what is known now of the rest', () => {
  const order = anOrder('order', [aProduct('t', 'tablet', { ramGb: 8, warrantyYears: 3 })], { mobileDevicesAfter: 9 });
  const frozen = withFrozenInputs(order, [
    { subject: { kind: 'product', id: 't' }, inputs: { 'product.ramGb': 2, 'product.batteryHours': null } },
    { subject: { kind: 'school', id: 'school' }, inputs: { 'school.mobileDevicesAfter': 12 } },
    { subject: { kind: 'product', id: 'another' }, inputs: { 'product.warrantyYears': 1 } },
  ]);
  expect(frozen.lines[0]?.product.attributes).toEqual({ ramGb: 2, warrantyYears: 3 });
  expect(frozen.schools['school']).toEqual({ mobileDevicesAfter: 12 });
});

const memory = rules.find(({ id }) => id === 'CVA-03') as Rule;
const voted = (changes: Partial<Rule> = {}) =>
  adoptPolicy({ ...memory, ...changes }, { adoptedOn: today, reference: '2026-20' });
const withRam = (ramGb: number | null) => anOrder('order', [aProduct('t', 'tablet', { ramGb })]);
const answers = (rule: Rule | undefined, ramGb: number | null) => (rule ? checkOrder([rule], withRam(ramGb)) : []);

test('differences say whether the rule came, went or changed, or a fact did', () => {
  const strict = voted({ version: 2, severity: 'blocking', require: { gte: ['$product.ramGb', 8] } });
  expect(differencesOf(answers(undefined, 2), answers(voted(), 2))).toMatchObject([{ kind: 'added', before: null }]);
  expect(differencesOf(answers(voted(), 2), answers(undefined, 2))).toMatchObject([{ kind: 'gone', now: null }]);
  const [changed] = differencesOf(answers(voted(), 4), answers(strict, 4));
  expect(changed).toMatchObject({ kind: 'changed', ruleChanged: true, facts: [], now: { effect: 'blocks' } });
  expect(changed && isWorse(changed)).toBe(true);
  const [better] = differencesOf(answers(voted(), 2), answers(voted(), 4));
  expect(better).toMatchObject({
    kind: 'changed',
    ruleChanged: false,
    facts: [{ path: 'product.ramGb', before: 2, now: 4 }],
  });
  expect(better && isWorse(better)).toBe(false);
});

test('the same rules on the same facts are no difference, whatever the order', () => {
  const all = rules.map((rule) =>
    rule.nature === 'syndicatPolicy' ? adoptPolicy(rule, { adoptedOn: today, reference: '2026-20' }) : rule,
  );
  fc.assert(
    fc.property(orders, (order) => {
      expect(differencesOf(checkOrder(all, order), checkOrder(all, order))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a new version that asks the same is no difference, nor is a new rule that asks for nothing', () => {
  expect(differencesOf(answers(voted(), 8), answers(voted({ version: 2 }), 8))).toEqual([]);
  expect(differencesOf(answers(undefined, 8), answers(voted(), 8))).toEqual([]);
});
