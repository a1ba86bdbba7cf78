// Amounts of lines and totals, against figures computed by hand and laws that hold for any lines.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReconciledLine, reconcile } from '~/domain/orders/reconciliation';
import { amountsOf, totalsOf } from '~/domain/orders/totals';
import { cents, netOf, unitPrice } from '~/domain/shared/money';
import { anAmountedLine } from './builders';

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 9_999 }),
    price: fc.integer({ min: 0, max: 50_000_0000 }),
    eco: fc.integer({ min: 0, max: 50_0000 }),
    vatRate: fc.constantFrom(2000, 1000, 550, 210, 0),
  })
  .map(anAmountedLine);
const lines = fc.array(line, { minLength: 1, maxLength: 40 });

test('totals are those computed by hand, eco-contribution apart and taxed with its line', () => {
  const totals = totalsOf([
    anAmountedLine({ quantity: 3, price: 249_9000, eco: 250 }),
    anAmountedLine({ quantity: 7, price: 12_3450, eco: 0, vatRate: 550 }),
    anAmountedLine({ quantity: 1, price: 0, eco: 0, vatRate: 2000 }),
  ]);
  // 3 x 249.90 = 749.70 and 3 x 0.025 = 0.08 (0.075); 7 x 12.345 = 86.42 (86.415).
  // VAT: 20 % of 749.78 = 149.96 (149.956); 5.5 % of 86.42 = 4.75 (4.7531).
  expect(totals).toEqual({
    linesNet: 836_12,
    ecoContributionNet: 8,
    net: 836_20,
    vatByRate: [
      { rate: 2000, net: 749_78, ecoContributionNet: 8, vat: 149_96 },
      { rate: 550, net: 86_42, ecoContributionNet: 0, vat: 4_75 },
    ],
    vat: 154_71,
    gross: 990_91,
  });
});

test('VAT is taken once on the sum of a rate, not line by line', () => {
  const totals = totalsOf(Array.from({ length: 3 }, () => anAmountedLine({ price: 1200, vatRate: 2000 })));
  // 3 lines of 0.12: 20 % of 0.36 is 0.07, where line by line it would be 3 x 0.02.
  expect(totals.vat).toBe(7);
});

test('net, VAT and gross add up for any lines, in any order', () => {
  fc.assert(
    fc.property(lines, (some) => {
      const totals = totalsOf(some);
      expect(totals.net).toBe(totals.linesNet + totals.ecoContributionNet);
      expect(totals.vatByRate.reduce((sum, { net }) => sum + net, 0)).toBe(totals.net);
      expect(totals.vatByRate.reduce((sum, { vat }) => sum + vat, 0)).toBe(totals.vat);
      expect(totals.gross).toBe(totals.net + totals.vat);
      expect(totalsOf([...some].reverse())).toEqual(totals);
    }),
  );
});

const reconciled = fc.array(
  fc.record({
    line,
    lotId: fc.constantFrom('a', 'b', 'c'),
    schoolUai: fc.constantFrom('x', 'y'),
    reference: fc.string(),
  }),
  { minLength: 1, maxLength: 20 },
);
const asLines = (rows: readonly { line: ReturnType<typeof anAmountedLine> }[]) =>
  rows.map(({ line: one, ...rest }) => ({ ...one, ...rest })) as unknown as ReconciledLine[];
const byLot = (rows: readonly ReconciledLine[]) =>
  [...new Set(rows.map(({ lotId }) => lotId))].map((lot) => totalsOf(rows.filter(({ lotId }) => lotId === lot)));

test('lines, schools, lots and documents of an order always reconcile', () => {
  fc.assert(
    fc.property(reconciled, (rows) => {
      const some = asLines(rows);
      expect(reconcile(some, byLot(some))).toEqual([]);
    }),
  );
});

test('one cent moved anywhere is found, and said with both figures', () => {
  fc.assert(
    fc.property(reconciled, fc.nat(), fc.constantFrom(1, -1), (rows, at, by) => {
      const some = asLines(rows);
      const documents = byLot(some);
      const index = at % some.length;
      const wrong = some.map((one, i) => (i === index ? { ...one, net: cents(one.net + by) } : one));
      const differences = reconcile(wrong, documents);
      expect(differences.some(({ expected, found }) => found - expected === by)).toBe(true);
      const cut = documents.map((one, i) => (i === 0 ? { ...one, vat: cents(one.vat + by) } : one));
      expect(reconcile(some, cut).length).toBeGreaterThan(0);
    }),
  );
});

test('a document left out is found', () => {
  const some = asLines([{ line: anAmountedLine() }]).map((one) => ({ ...one, lotId: 'a', schoolUai: 'x' as never }));
  expect(reconcile(some, [])).toMatchObject([{ where: 'documents', expected: 100_00, found: 0 }]);
});

test('a unit price of four decimals is rounded once, on the whole quantity', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 99_999_9999 }), (quantity, price) => {
      const { net } = amountsOf({
        quantity,
        unitPriceNet: unitPrice(price),
        ecoContributionNet: unitPrice(0),
        vatRate: 2000,
      });
      expect(net).toBe(netOf(quantity, unitPrice(price)));
      expect(Math.abs(net * 100 - quantity * price)).toBeLessThanOrEqual(50);
    }),
  );
});
