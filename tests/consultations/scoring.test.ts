// Prices become points, marks become points, offers are ranked: scale-free, monotone, and the best price has all points.
import { lowOfferTests } from 'catalog/thresholds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Criterion } from '~/domain/consultations/consultation';
import { lowOfferSigns } from '~/domain/consultations/low-offers';
import { formulaRefusal, pointScale, priceFormulas, pricePoints } from '~/domain/consultations/price-formula';
import { rankOffers, type ScoredOffer } from '~/domain/consultations/scoring';
import { winnersByPriceWeight } from '~/domain/consultations/sensitivity';
import { sensitivityTexts } from '~/domain/consultations/sensitivity-text';
import { markedItems, subCriteriaRefusalSentence, subCriteriaRefusals } from '~/domain/consultations/sub-criteria';
import { type Cents, cents } from '~/domain/shared/money';

const lawful = priceFormulas.filter((formula) => formulaRefusal(formula) === null);
const price = fc.integer({ min: 1, max: 1_000_000_000 }).map(cents);

test('the formula that always gives zero to the dearest offer is refused with its reason', () => {
  expect(lawful).toEqual(['inverse', 'gapToLowest', 'quadratic']);
  expect(formulaRefusal('betweenExtremes')).toContain('zéro à l’offre la plus chère');
});

test('the lowest price has all the points, a dearer one never more, and nobody less than zero', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lawful),
      fc.integer({ min: 1, max: 100 }),
      price,
      price,
      price,
      (formula, weight, a, b, c) => {
        const [low, middle, high] = [a, b, c].toSorted((x, y) => x - y) as [Cents, Cents, Cents];
        expect(pricePoints(formula, weight, low, low)).toBe(weight * pointScale);
        const points = [low, middle, high].map((one) => pricePoints(formula, weight, one, low));
        expect(points).toEqual(points.toSorted((x, y) => y - x));
        expect(Math.min(...points)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('points do not depend on the unit of the prices', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lawful), price, price, (formula, a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const scaled = pricePoints(formula, 45, cents(high * 10), cents(low * 10));
      expect(scaled).toBe(pricePoints(formula, 45, high, low));
    }),
  );
});

const criteria: readonly Criterion[] = [
  { nature: 'price', label: 'Prix', weight: 60 },
  { nature: 'technical', label: 'Technique', weight: 25 },
  { nature: 'environmental', label: 'Environnement', weight: 15 },
];
const offer = (offerId: string, net: number, ...marks: (readonly number[])[]): ScoredOffer => ({
  offerId,
  candidate: offerId.toUpperCase(),
  priceNet: cents(net),
  marks,
});

test('an example by hand: 60 x 9 000 / 10 000, and marks of 8 and 7 as a mean of 7,5', () => {
  const ranked = rankOffers(
    [offer('a', 10_000_00, [80, 70], [50]), offer('b', 9_000_00, [60], [100])],
    criteria,
    'inverse',
  );
  // a: 54 + 18,75 + 7,50 = 80,25; b: 60 + 15 + 15 = 90.
  expect(ranked.map(({ offerId, total, rank }) => [offerId, total, rank])).toEqual([
    ['b', 9000, 1],
    ['a', 8025, 2],
  ]);
});

test('equal totals are decided by the environment, and stay equal without it', () => {
  const tie = rankOffers([offer('a', 100_00, [60], [100]), offer('b', 100_00, [90], [50])], criteria, 'inverse');
  expect(tie.map(({ offerId, total, rank }) => [offerId, total, rank])).toEqual([
    ['a', 9000, 1],
    ['b', 9000, 2],
  ]);
  const equal = rankOffers([offer('a', 100_00, [50], [50]), offer('b', 100_00, [50], [50])], criteria, 'inverse');
  expect(equal.map(({ rank }) => rank)).toEqual([1, 1]);
});

test('a criterion marked in parts has the sum of their points, and the same as whole when all parts are marked alike', () => {
  const parts = criteria.map((criterion) =>
    criterion.nature === 'technical'
      ? {
          ...criterion,
          subCriteria: [
            { label: 'Autonomie', weight: 15 },
            { label: 'Robustesse', weight: 10 },
          ],
        }
      : criterion,
  );
  expect(markedItems(parts).map(({ key, label, weight }) => [key, label, weight])).toEqual([
    ['1.0', 'Technique\u202f: Autonomie', 15],
    ['1.1', 'Technique\u202f: Robustesse', 10],
    ['2', 'Environnement', 15],
  ]);
  // 60 + (15 x 0,8 + 10 x 0,5) + 15 x 0,6.
  expect(rankOffers([offer('a', 100_00, [80], [40, 60], [60])], parts, 'inverse')[0]).toMatchObject({
    points: [60 * pointScale, 17 * pointScale, 9 * pointScale],
    total: 8600,
    rank: 1,
  });
  expect(rankOffers([offer('a', 100_00, [80], [], [60])], parts, 'inverse')[0]).toMatchObject({ total: null });
  const mark = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(price, price, mark, mark, mark, mark, (a, b, one, two, three, four) => {
      const whole = rankOffers([offer('a', a, [one], [two]), offer('b', b, [three], [four])], criteria, 'inverse');
      const split = rankOffers(
        [offer('a', a, [one], [one], [two]), offer('b', b, [three], [three], [four])],
        parts,
        'inverse',
      );
      expect(split).toEqual(whole);
    }),
  );
  // The weights at which another offer would win do not depend on the split either.
  const ranges = winnersByPriceWeight(
    [offer('cheap', 80_00, [40], [40], [40]), offer('good', 100_00, [90], [90], [90])],
    parts,
    'inverse',
  );
  expect(ranges.map(({ from, to }) => [from, to])).toEqual([
    [0, 71],
    [72, 100],
  ]);
});

test('sub-criteria that do not add up to their criterion, stand twice or split a price are refused', () => {
  const split = (nature: Criterion['nature'], ...subs: readonly (readonly [string, number])[]): Criterion => ({
    nature,
    label: 'Valeur',
    weight: 20,
    subCriteria: subs.map(([label, weight]) => ({ label, weight })),
  });
  const said = (criterion: Criterion) => subCriteriaRefusals([criterion]).map(subCriteriaRefusalSentence);
  expect(said(split('technical', ['A', 12], ['B', 8]))).toEqual([]);
  expect(said(split('technical', ['A', 12], ['B', 7]))).toEqual([
    'Critère « Valeur » : ses sous-critères totalisent 19 points, et non 20.',
  ]);
  expect(said(split('technical', ['A', 12], ['A', 8])).join()).toContain('deux fois');
  expect(said(split('price', ['A', 20])).join()).toContain('sans sous-critère');
});

test('without all marks nobody is ranked', () => {
  const ranked = rankOffers([offer('a', 100_00, [50], []), offer('b', 200_00, [50], [50])], criteria, 'inverse');
  expect(ranked.map(({ rank }) => rank)).toEqual([null, null]);
  expect(ranked[0]?.points).toEqual([60 * pointScale, 12.5 * pointScale, null]);
});

test('the weights at which another offer would win are said', () => {
  const offers = [offer('cheap', 80_00, [40], [40]), offer('good', 100_00, [90], [90])];
  const ranges = winnersByPriceWeight(offers, criteria, 'inverse');
  // cheap: w + 0,4 (1 - w); good: 0,8 w + 0,9 (1 - w): cheap leads above 5/7 = 71,4 %.
  expect(ranges).toEqual([
    { winners: ['good'], from: 0, to: 71 },
    { winners: ['cheap'], from: 72, to: 100 },
  ]);
  expect(sensitivityTexts(ranges, 60, (id) => id)).toEqual(['Si le prix pèse 72\u00a0% ou plus, cheap passe en tête.']);
});

const anOffer = fc.record({
  net: fc.integer({ min: 100_00, max: 100_000_00 }),
  technical: fc.integer({ min: 0, max: 100 }),
  green: fc.integer({ min: 0, max: 100 }),
});
const someOffers = fc
  .array(anOffer, { minLength: 2, maxLength: 6 })
  .map((each) => each.map(({ net, technical, green }, index) => offer(`o${index}`, net, [technical], [green])));
const totalOf = (offers: readonly ScoredOffer[], id: string, formula: (typeof lawful)[number]) =>
  rankOffers(offers, criteria, formula).find(({ offerId }) => offerId === id)?.total ?? -1;

test('a better mark or a lower price never lowers an offer, and the order of the offers changes nothing', () => {
  fc.assert(
    fc.property(
      someOffers,
      fc.constantFrom(...lawful),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 90 }),
      (offers, formula, mark, cheaper) => {
        const [first, ...others] = offers as [ScoredOffer, ...ScoredOffer[]];
        const before = totalOf(offers, first.offerId, formula);
        const [technical = [], green = []] = first.marks;
        const marked = { ...first, marks: [[Math.max(mark, technical[0] ?? 0)], green] };
        expect(totalOf([marked, ...others], first.offerId, formula)).toBeGreaterThanOrEqual(before);
        const lower = { ...first, priceNet: cents(Math.max(1, Math.floor((first.priceNet * cheaper) / 100))) };
        expect(totalOf([lower, ...others], first.offerId, formula)).toBeGreaterThanOrEqual(before);
        const ranksOf = (some: readonly ScoredOffer[]) =>
          new Map(rankOffers(some, criteria, formula).map(({ offerId, rank }) => [offerId, rank]));
        const reversed = ranksOf(offers.toReversed());
        for (const [id, rank] of ranksOf(offers)) expect(reversed.get(id)).toBe(rank);
      },
    ),
  );
});

test('the weight at which the ranking is said to change changes it, and one step before does not', () => {
  const withPrice = (weight: number): readonly Criterion[] => [
    // The others keep their proportions, 25 to 15, at eight times the weight so that each stays whole.
    { nature: 'price', label: 'Prix', weight: weight * 8 },
    { nature: 'technical', label: 'Technique', weight: (100 - weight) * 5 },
    { nature: 'environmental', label: 'Environnement', weight: (100 - weight) * 3 },
  ];
  const firstAt = (offers: readonly ScoredOffer[], weight: number, formula: (typeof lawful)[number]) =>
    rankOffers(offers, withPrice(weight), formula)
      .filter(({ rank }) => rank === 1)
      .map(({ offerId }) => offerId)
      .toSorted();
  const close = (offers: readonly ScoredOffer[], weight: number, formula: (typeof lawful)[number]) => {
    const [best, next] = rankOffers(offers, withPrice(weight), formula).map(({ total }) => total ?? 0);
    // Rounded to a hundredth of a point of another scale, offers this close may be said equal or not.
    return (best ?? 0) - (next ?? 0) <= 10;
  };
  fc.assert(
    fc.property(someOffers, fc.constantFrom(...lawful), (offers, formula) => {
      const ranges = winnersByPriceWeight(offers, criteria, formula);
      expect(ranges[0]?.from).toBe(0);
      expect(ranges.at(-1)?.to).toBe(100);
      ranges.forEach(({ from, to, winners }, index) => {
        const next = ranges[index + 1];
        if (next) expect(next.from).toBe(to + 1);
        for (const weight of [from, to])
          if (!close(offers, weight, formula)) expect(firstAt(offers, weight, formula)).toEqual(winners);
      });
      const declared = ranges.find(({ from, to }) => from <= 60 && 60 <= to);
      if (!close(offers, 60, formula)) {
        const ranked = rankOffers(offers, criteria, formula).filter(({ rank }) => rank === 1);
        expect(ranked.map(({ offerId }) => offerId)).toEqual(declared?.winners);
      }
    }),
  );
});

test('signs of a low offer call for a question, each with its limit', () => {
  const prices = [1000_00, 980_00, 1020_00, 400_00].map((net, index) => ({
    offerId: `o${index}`,
    priceNet: cents(net),
  }));
  const signs = lowOfferSigns(prices, cents(1100_00), lowOfferTests);
  expect([...new Set(signs.map(({ offerId }) => offerId))]).toEqual(['o3']);
  expect(signs.map(({ test: by }) => by)).toEqual(['belowDeviation', 'doubleMean', 'halfOfMean', 'belowEstimate']);
  expect(lowOfferSigns(prices.slice(0, 2), null, lowOfferTests)).toEqual([]);
});
