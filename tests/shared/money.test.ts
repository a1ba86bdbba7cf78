// Money: exact, rounded once, split without losing a cent.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmount } from '~/domain/shared/amount-text';
import { formatCents, formatRate, formatUnitPrice } from '~/domain/shared/format';
import {
  cents,
  divideRounded,
  netOf,
  shareOf,
  splitByLargestRemainder,
  sumCents,
  unitPrice,
} from '~/domain/shared/money';

test('rounding goes half away from zero, on both sides', () => {
  expect(divideRounded(5n, 10n)).toBe(1);
  expect(divideRounded(-5n, 10n)).toBe(-1);
  expect(divideRounded(4n, 10n)).toBe(0);
});

test('three units at 0,0149 € make 4 cents, not three rounded prices', () => {
  expect(netOf(3, unitPrice(149))).toBe(4);
});

test('a fraction of a cent never becomes an amount', () => {
  expect(() => cents(0.5)).toThrow(RangeError);
  expect(() => netOf(1.5, unitPrice(100))).toThrow(RangeError);
});

test('VAT of 20 % and 5,5 % is exact to the cent', () => {
  expect(shareOf(cents(1_050_25), 2000)).toBe(210_05);
  expect(shareOf(cents(10_01), 550)).toBe(55);
});

test('a split adds up to its amount and each part is within a cent of its share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e11, max: 1e11 }),
      fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 40 }).filter((w) => w.some((x) => x > 0)),
      (amount, weights) => {
        const parts = splitByLargestRemainder(cents(amount), weights);
        expect(sumCents(parts)).toBe(amount);
        const total = weights.reduce((a, b) => a + b, 0);
        parts.forEach((part, index) => {
          const exact = (amount * (weights[index] ?? 0)) / total;
          expect(Math.abs(part - exact)).toBeLessThan(1.001);
        });
      },
    ),
  );
});

test('what is written as an amount is read as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
      expect(parseAmount(formatCents(cents(value)))).toBe(value);
    }),
  );
});

test('amounts are written the French way', () => {
  expect(formatCents(cents(123456))).toBe('1\u202f234,56\u00a0€');
  expect(formatUnitPrice(unitPrice(12_5000))).toBe('12,50\u00a0€');
  expect(formatUnitPrice(unitPrice(12_3456))).toBe('12,3456\u00a0€');
  expect(formatRate(550)).toBe('5,5\u00a0%');
  expect(formatRate(2000)).toBe('20\u00a0%');
});

test('an amount that is none is refused rather than guessed', () => {
  for (const text of ['', 'abc', '12,345', '1.2.3', 'sur devis']) expect(parseAmount(text)).toBeUndefined();
});
