// What types cannot hold of the rules, their example cases, and that unknown never turns into met.
import { rules } from 'catalog/frameworks';
import { cases } from 'catalog/frameworks/cases';
import type { FlatFacts } from 'catalog/frameworks/cases/types';
import { facts, productFacts } from 'catalog/frameworks/facts';
import type { FactValue } from 'catalog/frameworks/types';
import { type Attribute, attributes } from 'catalog/products/attributes';
import { isCategoryCode } from 'catalog/products/categories';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathsOf } from '~/domain/checks/conditions';
import { parseDay } from '~/domain/shared/day';
import { answer } from './builders';

const attributeTable: Readonly<Record<string, Attribute>> = attributes;
const factTable: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...facts,
  product: { ...attributes, ...productFacts },
};
const conditionsOf = (rule: (typeof rules)[number]) => [
  ...(rule.when ? [rule.when] : []),
  ...(rule.require ? [rule.require] : []),
];

test('every rule is sound data: what fails is named with its rule and its reason', () => {
  const faults: string[] = [];
  for (const rule of rules) {
    const fault = (reason: string) => faults.push(`${rule.framework}, ${rule.id}: ${reason}`);
    if (rules.filter(({ id, version }) => id === rule.id && version === rule.version).length > 1) fault('stands twice');
    for (const other of rules) {
      if (other === rule || other.id !== rule.id) continue;
      if ((other.from ?? '') <= (rule.until ?? '9999') && (rule.from ?? '') <= (other.until ?? '9999'))
        fault(`overlaps version ${other.version}`);
    }
    for (const day of [rule.from, rule.until]) if (day !== null && !parseDay(day)) fault(`not a day: ${day}`);
    if (rule.confidence !== 'confirmed' && rule.enabled) fault('is switched on without being confirmed');
    if (rule.confidence === 'confirmed' && rule.sources.length === 0) fault('has no source');
    if (rule.nature === 'syndicatPolicy' && rule.enabled) fault('is switched on without a deliberation');
    if (rule.severity === 'blocking' && !rule.opposable && rule.nature !== 'syndicatPolicy')
      fault('blocks without binding');
    for (const category of rule.categories ?? []) if (!isCategoryCode(category)) fault(`unknown category ${category}`);
    const placeholders = [...rule.message.matchAll(/\{([\w.]+)\}/g)].map((match) => match[1] ?? '');
    const read: string[] = conditionsOf(rule).flatMap(pathsOf);
    for (const path of placeholders)
      if (!read.includes(path)) fault(`its message shows ${path}, which it doesn't read`);
    for (const path of read) {
      const [context = '', name = ''] = path.split('.');
      if (!factTable[context]?.[name]) fault(`unknown fact ${path}`);
      const attribute = context === 'product' ? attributeTable[name] : undefined;
      for (const category of attribute ? (rule.categories ?? []) : []) {
        if (!attribute?.categories.some((code) => code === category)) fault(`${name} doesn't describe ${category}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('rules are plain data that survive JSON', () => {
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
});

test('each rule has example cases, and each case a rule', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map(({ id }) => id).sort());
});

test.each(rules.map((rule) => [rule.id, rule] as const))('%s answers its example cases', (id, rule) => {
  const example = cases[id];
  if (!example) throw new Error(`${rule.framework}, ${id}: no example case`);
  if (rule.require !== false) expect(answer(rule, example.met ?? {}).answer, 'met').toBe('met');
  expect(answer(rule, example.unmet).answer, 'unmet').toBe('unmet');
  if (rule.when) expect(answer(rule, example.notApplicable ?? {}).answer, 'notApplicable').toBe('notApplicable');
  const nothing = answer(rule, {});
  expect(nothing.answer, 'nothing known').toBe(example.nothingKnown ?? 'unknown');
  if (nothing.answer === 'unknown') expect(nothing.missing).not.toHaveLength(0);
});

test('every filled message is free of braces and of unknown values', () => {
  for (const rule of rules) {
    const { sentence } = answer(rule, cases[rule.id]?.unmet ?? {});
    expect(sentence, rule.id).not.toMatch(/[{}]|\bundefined\b|\bnull\b/);
  }
});

test('forgetting any facts never turns a violation into a rule met', () => {
  const arbitrary = fc.constantFrom(...rules).chain((rule) => {
    const example = cases[rule.id];
    const known = [example?.met, example?.unmet, example?.notApplicable].map((flat) => flat ?? {});
    const paths = [...new Set(conditionsOf(rule).flatMap(pathsOf))];
    const values = (path: (typeof paths)[number]) =>
      known.flatMap((flat): FactValue[] => (flat[path] === undefined ? [] : [flat[path]]));
    return fc.record({
      rule: fc.constant(rule),
      full: fc.record(
        Object.fromEntries(paths.map((path) => [path, fc.constantFrom(...values(path), true, false, 0, 1, 9999)])),
      ),
      kept: fc.subarray(paths),
    });
  });
  fc.assert(
    fc.property(arbitrary, ({ rule, full, kept }) => {
      const partial: FlatFacts = Object.fromEntries(
        kept.map((path) => [path, full[path]] as const).filter(([, value]) => value !== undefined),
      );
      if (answer(rule, full as FlatFacts).answer === 'unmet') expect(answer(rule, partial).answer).not.toBe('met');
    }),
    { numRuns: 3000 },
  );
});
