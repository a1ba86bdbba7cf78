// What types cannot hold of the rules, their example cases, and that unknown never turns into met.
import { rules } from 'catalog/frameworks';
import { cases } from 'catalog/frameworks/cases';
import type { FlatFacts } from 'catalog/frameworks/cases/types';
import type { FactValue } from 'catalog/frameworks/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rulesInForce } from '~/domain/checks/check';
import { pathsOf } from '~/domain/checks/conditions';
import { addDays, type Day, parseDay } from '~/domain/shared/day';
import { vocabulary } from '~/routes/checks/soundness.server';
import { answer } from './builders';

const conditionsOf = (rule: (typeof rules)[number]) => [
  ...(rule.when ? [rule.when] : []),
  ...(rule.require ? [rule.require] : []),
];

test('rules are plain data that survive JSON', () => {
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
});

const candidates = {
  EDU: [1, 2, 3, 5, 6],
  ABE: [1, 2, 3, 4, 5, 6, 7, 8],
  DAS: [1, 2, 3, 4],
  CE: [1],
  RED: [1],
  USB: [1, 2],
  SUB: [1],
  MIN: [1, 2, 3, 4, 5, 6, 7],
  RGPD: [1, 2, 3, 4],
  GAR: [1],
  AGEC: [1, 2, 4, 5, 6, 7, 8, 10, 11, 12],
  RECO: [1],
  REEN: [1, 2, 3, 4, 5],
  DEEE: [1, 2, 3, 4],
  ECO: [1, 2, 3, 4, 5],
  CCP: [1, 2, 3, 4, 5, 6, 7],
  ENR: [1, 2],
  ACC: [1, 2, 3],
  SOC: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  CAR: [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  CNE: [1, 2, 3, 4, 5, 6],
  WIF: [1, 2, 3, 4],
  SDE: [1, 2],
  GAN: [1, 2, 3, 4, 5, 6, 7],
  ACA: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  RCP: [1, 2],
  CVA: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
};

test('every provision that was listed is a rule, and every rule is listed', () => {
  const listed = Object.entries(candidates).flatMap(([text, numbers]) =>
    numbers.map((number) => `${text}-${String(number).padStart(2, '0')}`),
  );
  expect([...new Set(rules.map(({ id }) => id))].sort()).toEqual(listed.sort());
});

test('what was not read in a source is switched off, with a word on what remains to verify', () => {
  for (const rule of rules.filter(
    ({ confidence, nature }) => confidence !== 'confirmed' && nature !== 'syndicatPolicy',
  )) {
    expect(rule.enabled, rule.id).toBe(false);
    expect(rule.note, rule.id).toBeTruthy();
  }
});

const firstDays = [
  ['AGEC-01', '2024-07-01'],
  ['CCP-01', '2026-08-21'],
  ['CCP-02', '2026-08-22'],
  ['REEN-01', '2023-01-01'],
  ['REEN-02', '2026-01-01'],
] as const;

test.each(firstDays)('%s is not checked the day before %s, and is from that day on', (id, day) => {
  const ids = (on: Day) => rulesInForce(rules, on).map((rule) => rule.id);
  expect(ids(addDays(day as Day, -1))).not.toContain(id);
  expect(ids(day as Day)).toContain(id);
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

/** Every way of forgetting some of the facts. */
const subsetsOf = (flat: FlatFacts): readonly FlatFacts[] =>
  Object.entries(flat).reduce<FlatFacts[]>(
    (subsets, [path, value]) => subsets.flatMap((subset) => [subset, { ...subset, [path]: value }]),
    [{}],
  );

/** A value and those just beside it, or every other choice. */
function beside(path: string, value: FactValue): readonly FactValue[] {
  if (typeof value === 'number') return [value - 1, value - 0.1, value, value + 0.1, value + 1];
  if (typeof value === 'boolean') return [true, false];
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  if (day) return [addDays(day, -1), day, addDays(day, 1)];
  return [value, ...Object.keys(vocabulary.describe(path)?.choices ?? {})];
}

test('no combination of unknown facts is met where a value just beside an example is not', () => {
  const wrongly: string[] = [];
  for (const rule of rules) {
    const { met, unmet, notApplicable } = cases[rule.id] ?? { unmet: {} };
    for (const example of [met, unmet, notApplicable].map((flat) => flat ?? {})) {
      for (const [path, value] of Object.entries(example)) {
        for (const near of beside(path, value)) {
          const full: FlatFacts = { ...example, [path]: near };
          if (answer(rule, full).answer !== 'unmet') continue;
          const forgotten = subsetsOf(full).filter((partial) => answer(rule, partial).answer === 'met');
          wrongly.push(...forgotten.map((partial) => `${rule.id} ${JSON.stringify(partial)}`));
        }
      }
    }
  }
  expect(wrongly).toEqual([]);
});
