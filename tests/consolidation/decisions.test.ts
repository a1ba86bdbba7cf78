// Decisions on lines: needs are only moved, whatever the order; what is behind a line and what is added stay visible.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '~/domain/consolidation/canonical';
import { consolidate } from '~/domain/consolidation/consolidate';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import {
  decisionRefusalSentence,
  decisionSentence,
  packagingSentence,
} from '~/domain/consolidation/decision-sentences';
import {
  decisionRefusals,
  decisionsResting,
  type GroupDecision,
  groupKey,
  type LineDecision,
  partKey,
} from '~/domain/consolidation/decisions';
import { lineKey } from '~/domain/consolidation/line-keys';
import { consolidationMatrix } from '~/domain/consolidation/matrix';
import { consolidationDifferences } from '~/domain/consolidation/reconciliation';
import { unitPrice } from '~/domain/shared/money';
import { aCampaign, aNeed, anAnswer } from '../campaigns/builders';
import { anInput, answersArbitrary, decidedArbitrary } from './arbitraries';

const linesOf = (consolidation: Consolidation) => consolidation.lots.flatMap((lot) => lot.lines);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function aGroup(over: Partial<GroupDecision> = {}): GroupDecision {
  return {
    kind: 'group',
    id: 'g',
    keys: [],
    label: 'Housse antichoc',
    unit: 'unité',
    category: 'tablet',
    productId: null,
    requirement: null,
    sameUnits: false,
    ...over,
  };
}

const sleeve = aNeed({
  id: 's1',
  productId: null,
  label: 'Housse antichoc',
  quantity: 7,
  estimatedUnitPriceNet: unitPrice(150_000),
});
const shell = aNeed({
  id: 's2',
  productId: null,
  label: 'Coque renforcée',
  quantity: 5,
  estimatedUnitPriceNet: unitPrice(190_000),
});
const answers = [
  anAnswer({ needs: [aNeed(), sleeve] }),
  anAnswer({ communeId: 'commune-b', communeName: 'Betton', needs: [aNeed({ id: 'b', quantity: 9 }), shell] }),
];
const sleeves = [lineKey(sleeve), lineKey(shell)].sort();

function contextOf(decisions: readonly LineDecision[], brandWords: readonly string[] = []) {
  const lines = linesOf(consolidate(anInput(answers, { decisions })));
  return { frozen: false, lines, lots: aCampaign().lots, brandWords };
}

test('decisions lose nothing and count nothing twice: another count of the answers finds no difference', () => {
  fc.assert(
    fc.property(decidedArbitrary, ({ answers, decisions }) => {
      const input = anInput(answers, { decisions });
      expect(consolidationDifferences(consolidate(input), input)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('what communes asked for does not change by decisions, apart from what packaging says it adds', () => {
  fc.assert(
    fc.property(decidedArbitrary, ({ answers, decisions }) => {
      const bare = linesOf(consolidate(anInput(answers)));
      const decided = linesOf(consolidate(anInput(answers, { decisions })));
      const added = sum(decided.map((line) => line.made?.packaging?.added ?? 0));
      expect(sum(decided.map((line) => line.quantity)) - added).toBe(sum(bare.map((line) => line.quantity)));
      expect(added).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the order of decisions and of answers does not matter', () => {
  fc.assert(
    fc.property(decidedArbitrary, fc.func(fc.integer()), ({ answers, decisions }, rank) => {
      const others = [...decisions].sort((a, b) => rank(a.id) - rank(b.id));
      const first = consolidate(anInput(answers, { decisions }));
      const second = consolidate({
        ...anInput([...answers].reverse(), { decisions: others }),
        invited: anInput(answers).invited,
      });
      expect(canonicalJson(second)).toBe(canonicalJson(first));
    }),
  );
});

test('members and lots add up to the same total to the cent after decisions, in the matrix too', () => {
  fc.assert(
    fc.property(decidedArbitrary, ({ answers, decisions }) => {
      const consolidation = consolidate(anInput(answers, { decisions }));
      const matrix = consolidationMatrix(consolidation);
      expect(sum(consolidation.members.map(({ net }) => net))).toBe(consolidation.totalNet);
      expect(sum(consolidation.lots.map(({ net }) => net))).toBe(consolidation.totalNet);
      expect(sum(matrix.rows.map(({ net }) => net))).toBe(consolidation.totalNet);
    }),
  );
});

test('undoing every decision gives the lines of the answers back, and a decision on lines that are gone does nothing', () => {
  fc.assert(
    fc.property(answersArbitrary, (any) => {
      const gone: LineDecision[] = [
        aGroup({ keys: ['libre|tablet|unite|disparue', 'ref|disparue'] }),
        { kind: 'package', id: 'p', key: 'ref|disparue', name: 'carton', size: 10, rounding: 'total' },
      ];
      expect(canonicalJson(consolidate(anInput(any, { decisions: gone })))).toBe(
        canonicalJson(consolidate(anInput(any))),
      );
    }),
  );
});

test('two free lines become one, at the highest price, with what each commune wrote behind it', () => {
  const group = aGroup({ keys: sleeves });
  const line = linesOf(consolidate(anInput(answers, { decisions: [group] }))).find(({ key }) => key === groupKey('g'));
  expect(line).toMatchObject({ label: 'Housse antichoc', quantity: 12, estimatedUnitPriceNet: 190_000, net: 22_800 });
  expect(line?.made?.origins.map(({ label, quantity }) => [label, quantity])).toEqual([
    ['Coque renforcée', 5],
    ['Housse antichoc', 7],
  ]);
  expect(line?.shares.map(({ communeId, quantity, net, asked }) => [communeId, quantity, net, asked])).toEqual([
    ['commune-a', 7, 13_300, undefined],
    ['commune-b', 5, 9_500, [{ label: 'Coque renforcée', unit: 'unité', quantity: 5 }]],
  ]);
});

test('a free line joins a reference, and keeps what makes the reference one', () => {
  const group = aGroup({
    keys: ['ref|product-tablet', lineKey(shell)],
    productId: 'product-tablet',
    label: 'Tablette',
  });
  const lines = linesOf(consolidate(anInput(answers, { decisions: [group] })));
  expect(lines.find(({ key }) => key === groupKey('g'))).toMatchObject({ productId: 'product-tablet', quantity: 26 });
});

test('a functional need hides its references and names no brand', () => {
  const asked = aGroup({
    keys: ['ref|product-tablet'],
    label: 'Tablette de classe',
    requirement: 'Lire et enregistrer.',
  });
  const line = linesOf(consolidate(anInput(answers, { decisions: [asked] }))).find(({ key }) => key === groupKey('g'));
  expect(line).toMatchObject({ productId: null, quantity: 21, made: { requirement: 'Lire et enregistrer.' } });
  expect(line?.made?.origins[0]?.productId).toBe('product-tablet');
  expect(decisionRefusals(asked, contextOf([]))).toEqual([]);
  const branded = { ...asked, label: 'Tablette Nordika  E75 de classe' };
  expect(decisionRefusals(branded, contextOf([], ['Nordika', 'E75', 'Nor']))).toEqual([
    { kind: 'brandNamed', words: ['Nordika', 'E75'] },
  ]);
});

test('a line is divided piece by piece: each part as close to its percentage as whole pieces allow', () => {
  const split: LineDecision = {
    kind: 'split',
    id: 's',
    key: 'ref|product-tablet',
    parts: [
      { label: 'Tablettes 2027', lotNumber: 1, percent: 30 },
      { label: 'Tablettes 2028', lotNumber: 2, percent: 70 },
    ],
  };
  const lines = linesOf(consolidate(anInput(answers, { decisions: [split] })));
  const part = (index: number) => lines.find(({ key }) => key === partKey('s', index));
  expect(part(0)).toMatchObject({ number: '1.003', quantity: 6 });
  expect(part(1)).toMatchObject({ number: '2.001', quantity: 15, productId: 'product-tablet' });
  expect(part(0)?.shares.map(({ quantity }) => quantity)).toEqual([4, 2]);
  expect(part(1)?.shares.map(({ quantity }) => quantity)).toEqual([8, 7]);
});

test('packages round up for each commune or on the total, and say what they add', () => {
  const packaged = (rounding: 'member' | 'total') => {
    const decision: LineDecision = {
      kind: 'package',
      id: 'p',
      key: 'ref|product-tablet',
      name: 'carton',
      size: 10,
      rounding,
    };
    return linesOf(consolidate(anInput(answers, { decisions: [decision] }))).find(
      ({ productId }) => productId !== null,
    );
  };
  expect(packaged('member')?.shares.map(({ quantity }) => quantity)).toEqual([20, 10]);
  expect(packaged('total')?.shares.map(({ quantity }) => quantity)).toEqual([17, 13]);
  expect(packaged('member')?.unit).toBe('unité, par carton de 10');
  const { packaging } = packaged('member')?.made ?? {};
  expect(packaging).toEqual({ name: 'carton', size: 10, rounding: 'member', asked: 21, added: 9 });
  expect(packaging && packagingSentence(packaging)).toMatch(
    /^3 × carton de 10.*21 demandés, 30 retenus, soit 9 de plus/,
  );
});

test('every reason against a decision comes at once, in French', () => {
  const grouped = aGroup({ keys: sleeves });
  const context = contextOf([grouped]);
  const again = decisionRefusals(aGroup({ id: 'g2', keys: [sleeves[0] ?? ''], category: 'robot' }), context);
  expect(again.map(({ kind }) => kind)).toEqual(['unknownLine', 'tooFewLines', 'categoryOutsideLots']);
  const parts = [{ label: 'Tout', lotNumber: 9, percent: 60 }];
  const badSplit = decisionRefusals({ kind: 'split', id: 's', key: groupKey('g'), parts }, context);
  expect(badSplit).toEqual([
    { kind: 'percentTotal', total: 60 },
    { kind: 'lotUnknown', numbers: [9] },
  ]);
  const box = aNeed({ id: 'x', productId: null, label: 'Câbles', unit: 'lot de 5', quantity: 2 });
  const mixed = [...answers, anAnswer({ communeId: 'c', needs: [box] })];
  const units = aGroup({ id: 'u', keys: [lineKey(box), sleeves[0] ?? ''] });
  const lines = linesOf(consolidate(anInput(mixed)));
  const refusals = decisionRefusals(units, { ...context, lines, frozen: true });
  expect(refusals.map(({ kind }) => kind)).toEqual(['frozen', 'differentUnits']);
  expect(decisionRefusals({ ...units, sameUnits: true }, { ...context, lines })).toEqual([]);
  for (const refusal of [...again, ...badSplit, ...refusals]) expect(decisionRefusalSentence(refusal)).toMatch(/[.]$/);
});

test('a decision that another rests on is found, and both are said', () => {
  const group = aGroup({ keys: sleeves });
  const pack: LineDecision = {
    kind: 'package',
    id: 'p',
    key: groupKey('g'),
    name: 'sachet',
    size: 5,
    rounding: 'total',
  };
  expect(decisionsResting(group, [group, pack])).toEqual([pack]);
  expect(decisionsResting(pack, [group, pack])).toEqual([]);
  expect(decisionSentence(pack, new Map([[groupKey('g'), 'Housse antichoc']]))).toBe(
    '« Housse antichoc » vendu par sachet de 5, arrondi sur le total',
  );
});
