// A mistake in a rule file is found and named: its file, its rule, its reason.
import { rulesByFile } from 'catalog/frameworks';
import type { Rule } from 'catalog/frameworks/types';
import { expect, test } from 'vitest';
import { faultsOfCases } from '~/domain/checks/case-faults';
import { missingFactsOf } from '~/domain/checks/missing-facts';
import { ruleFaultSentence } from '~/domain/checks/rule-faults';
import { faultsOfRule } from '~/domain/checks/soundness';
import { shippedFaultSentences, vocabulary } from '~/routes/checks/soundness.server';
import { words } from '~/routes/checks/words.server';
import { answer } from './builders';

const aRule = (changes: Partial<Rule> = {}): Rule => ({
  id: 'TRY-01',
  version: 1,
  from: null,
  until: null,
  title: 'Mémoire vive',
  framework: 'Texte',
  edition: '2026',
  article: 'art. 1',
  nature: 'nationalGuide',
  opposable: false,
  sources: [{ title: 'Texte', reference: 'example.org' }],
  confidence: 'confirmed',
  enabled: true,
  scope: 'product',
  stage: 'catalogue',
  categories: ['tablet'],
  require: { gte: ['$product.ramGb', 4] },
  severity: 'reservation',
  message: '{product.ramGb} Go, il en faut 4.',
  evidence: { what: 'la fiche technique', from: 'supplier' },
  ...changes,
});
const tagsOf = (changes: Partial<Rule>, others: readonly Rule[] = []) => {
  const rule = aRule(changes);
  return faultsOfRule(rule, [rule, ...others], vocabulary).map(({ tag }) => tag);
};

test('the shipped rules and their examples have no fault', () => {
  expect(shippedFaultSentences()).toEqual([]);
});

test('a fault is named with its file, its rule and its reason', () => {
  const [file = '', written = []] = Object.entries(rulesByFile)[0] ?? [];
  const [first] = written;
  if (!first) throw new Error('no rule');
  const broken = { ...rulesByFile, [file]: [{ ...first, categories: ['abacus'] }, ...written.slice(1)] };
  expect(shippedFaultSentences(broken)).toEqual([
    `catalog/frameworks/${file}.ts, ${first.id}, version ${first.version} : la catégorie abacus n’existe pas.`,
  ]);
});

test('a sound rule has no fault', () => {
  expect(tagsOf({})).toEqual([]);
});

const broken: readonly (readonly [string, Partial<Rule>, readonly string[]])[] = [
  ['an unknown fact', { require: { gte: ['$product.ram' as '$product.ramGb', 4] }, message: 'x' }, ['unknownFact']],
  ['a number held against a text', { require: { gte: ['$product.ramGb', '4'] } }, ['wrongType']],
  [
    'a day held against a number',
    { require: { gte: ['$product.osSupportEndsOn', 2027] }, message: 'x' },
    ['wrongType'],
  ],
  ['a choice that is none', { require: { eq: ['$product.operatingSystem', 'iOS'] }, message: 'x' }, ['notChoice']],
  [
    'a list with a choice that is none',
    { require: { in: ['$product.operatingSystem', ['iOS']] }, message: 'x' },
    ['notChoice'],
  ],
  [
    'an order between choices',
    { require: { gte: ['$product.operatingSystem', 'ipados'] }, message: 'x' },
    ['wrongOperator'],
  ],
  ['a negative figure', { require: { gte: ['$product.ramGb', -4] } }, ['outOfSense']],
  ['two facts of other units', { require: { gte: ['$product.ramGb', '$product.batteryHours'] } }, ['otherUnit']],
  ['two facts of other kinds', { require: { gte: ['$product.ramGb', '$product.osSupportEndsOn'] } }, ['otherKind']],
  ['an unknown category', { categories: ['tablet', 'abacus'] }, ['unknownCategory', 'notDescribing']],
  ['an attribute that does not describe the category', { categories: ['projector'] }, ['notDescribing']],
  [
    'a fact that the scope does not know',
    { require: { gte: ['$school.classes', 4] }, message: 'x' },
    ['notKnownToScope'],
  ],
  ['a message that shows what is not read', { message: '{product.storageGb} Go' }, ['messageShowsUnread']],
  ['no source', { sources: [] }, ['sourceMissing']],
  ['blocking without binding', { severity: 'blocking' }, ['blocksWithoutBinding']],
  ['switched on without being confirmed', { confidence: 'recalled' }, ['onWithoutConfirmation']],
  ['a policy without a vote', { nature: 'syndicatPolicy' }, ['onWithoutVote']],
  ['what is no day', { from: '2026-02-30' }, ['notDay']],
  ['an end before the start', { from: '2026-02-01', until: '2026-01-01' }, ['endsBeforeStart']],
];

test.each(broken)('%s is a fault', (_, changes, tags) => {
  expect(tagsOf(changes)).toEqual(tags);
  const rule = aRule(changes);
  for (const fault of faultsOfRule(rule, [rule], vocabulary)) expect(ruleFaultSentence(fault)).toMatch(/\S/);
});

test('versions follow each other without overlap or gap', () => {
  const second = (from: string) => aRule({ version: 2, from });
  expect(tagsOf({ until: '2026-06-30' }, [second('2026-07-01')])).toEqual([]);
  expect(tagsOf({ until: '2026-06-30' }, [second('2026-06-30')])).toEqual(['overlaps']);
  expect(tagsOf({ until: '2026-06-30' }, [second('2026-07-02')])).toEqual(['leavesGap']);
  expect(tagsOf({}, [aRule()])).toEqual(['standsTwice']);
});

test('an example that is missing, or that answers something else, is a fault', () => {
  const rule = aRule({ when: { eq: ['$product.condition', 'new'] } });
  const met = { 'product.condition': 'new', 'product.ramGb': 4 } as const;
  const unmet = { 'product.condition': 'new', 'product.ramGb': 3 } as const;
  expect(faultsOfCases(rule, undefined)).toEqual([{ tag: 'caseMissing', expected: 'unmet' }]);
  expect(faultsOfCases(rule, { met, unmet })).toEqual([{ tag: 'caseMissing', expected: 'notApplicable' }]);
  expect(faultsOfCases(rule, { met, unmet: met, notApplicable: { 'product.condition': 'used' } })).toEqual([
    { tag: 'caseAnswers', expected: 'unmet', found: 'met' },
  ]);
});

test('what an undecided answer lacks is named, with who can supply it', () => {
  const rule = aRule({
    scope: 'line',
    require: { all: [{ gte: ['$product.ramGb', 4] }, { gte: ['$school.classes', 1] }, { gte: ['$line.quantity', 1] }] },
  });
  expect(missingFactsOf(answer(rule, {}), words.label)).toEqual([
    { path: 'product.ramGb', label: 'Mémoire vive', from: 'supplier' },
    { path: 'school.classes', label: 'Classes', from: 'school' },
    { path: 'line.quantity', label: 'Quantité', from: 'secretary' },
  ]);
});
