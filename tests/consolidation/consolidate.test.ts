// Consolidation: nothing lost, nothing counted twice, whatever the order; every amount agrees to the cent.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '~/domain/consolidation/canonical';
import { consolidate } from '~/domain/consolidation/consolidate';
import { freezeRefusalSentence, freezeRefusals } from '~/domain/consolidation/freezing';
import { lineKey } from '~/domain/consolidation/line-keys';
import { consolidationMatrix } from '~/domain/consolidation/matrix';
import { consolidationDifferences, differenceSentence } from '~/domain/consolidation/reconciliation';
import { day } from '~/domain/shared/day';
import { cents, unitPrice } from '~/domain/shared/money';
import { aCampaign, aNeed, anAnswer } from '../campaigns/builders';
import { anInput, answersArbitrary } from './arbitraries';

test('consolidation loses nothing: every quantity is in a line or in a named exclusion', () => {
  fc.assert(
    fc.property(answersArbitrary, (answers) => {
      const consolidation = consolidate(anInput(answers));
      const asked = answers.flatMap((answer) => answer.needs).reduce((sum, need) => sum + need.quantity, 0);
      const kept = consolidation.lots.flatMap((lot) => lot.lines).reduce((sum, line) => sum + line.quantity, 0);
      const excluded =
        consolidation.excludedAnswers.reduce((sum, answer) => sum + answer.quantity, 0) +
        consolidation.excludedNeeds.reduce((sum, need) => sum + need.quantity, 0);
      expect(kept + excluded).toBe(asked);
    }),
  );
});

test('consolidation counts nothing twice: another count of the answers finds no difference', () => {
  fc.assert(
    fc.property(answersArbitrary, (answers) => {
      const input = anInput(answers);
      expect(consolidationDifferences(consolidate(input), input)).toEqual([]);
    }),
  );
});

test('consolidation ignores the order of the answers and of their lines', () => {
  const shuffled = answersArbitrary.chain((answers) =>
    fc.tuple(
      fc.constant(answers),
      fc
        .shuffledSubarray(answers, { minLength: answers.length })
        .map((others) => others.map((answer) => ({ ...answer, needs: [...answer.needs].reverse() }))),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([answers, others]) => {
      const first = consolidate(anInput(answers));
      const second = consolidate({ ...anInput(others), invited: anInput(answers).invited });
      expect(canonicalJson(second)).toBe(canonicalJson(first));
    }),
  );
});

test('members, lots and lines add up to the total to the cent, in the matrix too', () => {
  fc.assert(
    fc.property(answersArbitrary, (answers) => {
      const consolidation = consolidate(anInput(answers));
      const matrix = consolidationMatrix(consolidation);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(consolidation.members.map((member) => member.net))).toBe(consolidation.totalNet);
      expect(sum(consolidation.lots.map((lot) => lot.net))).toBe(consolidation.totalNet);
      expect(sum(matrix.rows.map((row) => row.net))).toBe(consolidation.totalNet);
      matrix.columns.forEach((column, index) => {
        expect(sum(matrix.rows.map((row) => row.cells[index]?.quantity ?? 0))).toBe(column.quantity);
      });
    }),
  );
});

test('free lines merge by category, unit and label without case, accents or punctuation, and by nothing else', () => {
  const free = (id: string, label: string, unit = 'unité') => aNeed({ id, productId: null, label, unit, quantity: 1 });
  const answers = [
    anAnswer({ needs: [free('1', 'Câble HDMI 2 m'), free('2', 'cable  HDMI, 2 m.'), free('3', 'Câbles HDMI 2 m')] }),
    anAnswer({ communeId: 'commune-b', needs: [free('4', 'CÂBLE HDMI 2 M'), free('5', 'Câble HDMI 2 m', 'lot de 5')] }),
  ];
  const consolidation = consolidate(anInput(answers));
  const lines = consolidation.lots[0]?.lines ?? [];
  expect(lines.map((line) => line.quantity).sort()).toEqual([1, 1, 3]);
  expect(consolidation.similarLines.length).toBeGreaterThan(0);
  expect(lineKey(free('6', 'Tablette 10 pouces'))).not.toBe(lineKey(free('7', 'Tablette 11 pouces')));
});

test('a line takes the highest price of the answers and says that they differ; the buyer’s price replaces it', () => {
  const answers = [
    anAnswer(),
    anAnswer({ communeId: 'commune-b', needs: [aNeed({ quantity: 3, estimatedUnitPriceNet: unitPrice(3_000_000) })] }),
    anAnswer({ communeId: 'commune-c', needs: [aNeed({ quantity: 1, estimatedUnitPriceNet: null })] }),
  ];
  const line = consolidate(anInput(answers)).lots[0]?.lines[0];
  expect(line).toMatchObject({ quantity: 16, estimatedUnitPriceNet: 3_000_000, net: 480_000, priceOrigin: 'answers' });
  expect(line?.priceRange).toEqual({ lowest: 2_890_000, highest: 3_000_000 });
  const priced = consolidate(anInput(answers, { buyerPrices: { [line?.key ?? '']: unitPrice(2_500_001) } })).lots[0]
    ?.lines[0];
  expect(priced).toMatchObject({ net: 400_000, priceOrigin: 'buyer' });
  expect(priced?.shares.map((share) => share.net)).toEqual([300_000, 75_000, 25_000]);
});

test('answers that do not count are listed with the reason, members who never answered included', () => {
  const answers = [
    anAnswer({ communeId: 'draft', communeName: 'B', state: 'draft' }),
    anAnswer({ communeId: 'late', communeName: 'C', signedOn: day('2026-12-19') }),
    anAnswer({ communeId: 'none', communeName: 'D', state: 'noNeed', needs: [] }),
    anAnswer({ communeId: 'stranger', communeName: 'E' }),
  ];
  const invited = ['draft', 'late', 'none', 'silent'].map((communeId) => ({ communeId, name: communeId }));
  const { excludedAnswers, lots } = consolidate({ campaign: aCampaign(), invited, answers });
  expect(excludedAnswers.map(({ communeId, reason, quantity }) => [communeId, reason.kind, quantity])).toEqual([
    ['draft', 'notSigned', 12],
    ['late', 'signedAfterDeadline', 12],
    ['none', 'noNeed', 0],
    ['stranger', 'notInvited', 12],
    ['silent', 'notStarted', 0],
  ]);
  expect(lots.flatMap((lot) => lot.lines)).toEqual([]);
});

test('reconciliation names every figure that was changed', () => {
  const input = anInput([
    anAnswer(),
    anAnswer({ communeId: 'commune-b', communeName: 'Betton', needs: [aNeed({ quantity: 5 })] }),
  ]);
  const whole = consolidate(input);
  const [lot] = whole.lots;
  const [line] = lot?.lines ?? [];
  if (!lot || !line) throw new Error('no line');
  const forged = {
    ...whole,
    totalNet: cents(whole.totalNet + 1),
    lots: [
      { ...lot, lines: [{ ...line, quantity: line.quantity + 1, net: cents((line.net ?? 0) + 3) }] },
      ...whole.lots.slice(1),
    ],
  };
  const differences = consolidationDifferences(forged, input);
  expect(new Set(differences.map((difference) => difference.kind))).toEqual(
    new Set([
      'quantityFromAnswers',
      'quantityOfShares',
      'quantityOfSchools',
      'lineNet',
      'sharesNet',
      'lotNet',
      'totalOfLots',
      'totalOfMembers',
    ]),
  );
  for (const difference of differences) expect(differenceSentence(difference)).toMatch(/\d/);
});

test('a consolidation is frozen only when closed, priced and without difference', () => {
  const closed = aCampaign({ closedAt: '2026-12-18T20:00:00.000Z' });
  const input = anInput([
    anAnswer({ needs: [aNeed(), aNeed({ id: 'x', productId: null, label: 'Housse', estimatedUnitPriceNet: null })] }),
  ]);
  const consolidation = consolidate(input);
  const refusals = freezeRefusals(aCampaign(), consolidation, [], day('2026-12-01'));
  expect(refusals).toEqual([
    { kind: 'campaignState', state: 'open' },
    { kind: 'unpricedLines', numbers: ['1.001'] },
  ]);
  for (const refusal of refusals) expect(freezeRefusalSentence(refusal)).toMatch(/\.$/);
  const priced = consolidate({
    ...input,
    buyerPrices: { [lineKey(aNeed({ productId: null, label: 'Housse' }))]: unitPrice(150_000) },
  });
  expect(freezeRefusals(closed, priced, [], day('2026-12-20'))).toEqual([]);
});

test('two answers of one commune are refused: they would count it twice', () => {
  expect(() => consolidate(anInput([anAnswer(), anAnswer()]))).toThrow(RangeError);
});

test('canonical writing does not depend on the order of keys and refuses what JSON would lose', () => {
  expect(canonicalJson({ b: 1, a: [true, null, 'é'], c: undefined })).toBe('{"a":[true,null,"é"],"b":1}');
  expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
});
