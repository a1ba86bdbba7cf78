// Orders are possible during the validity and below the maximum only, and the buyer is warned in time.
import { award } from 'catalog/award';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canOrderOn,
  type LotStanding,
  orderingRefusals,
  remainingNet,
  useOfMaximum,
} from '~/domain/accords-cadres/accord-cadre';
import { findPriceOn, succeedPrices } from '~/domain/accords-cadres/prices';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';

function aLot(facts: Partial<LotStanding> = {}): LotStanding {
  return {
    notifiedOn: day('2025-12-15'),
    startsOn: day('2026-01-01'),
    endsOn: day('2029-12-31'),
    maximumNet: cents(10_000_000),
    committedNet: cents(0),
    ...facts,
  };
}

test('the first and last days of the validity are days of ordering', () => {
  expect(['2025-12-31', '2026-01-01', '2029-12-31', '2030-01-01'].map((text) => canOrderOn(aLot(), day(text)))).toEqual(
    [false, true, true, false],
  );
});

test('all reasons against ordering are given at once', () => {
  const exhausted = aLot({ committedNet: cents(10_000_000) });
  expect(orderingRefusals(exhausted, day('2025-12-01')).map(({ tag }) => tag)).toEqual([
    'notNotified',
    'notStarted',
    'maximumReached',
  ]);
  expect(orderingRefusals(exhausted, day('2031-01-01'))).toEqual([
    { tag: 'ended', endsOn: '2029-12-31' },
    { tag: 'maximumReached', maximumNet: 10_000_000, committedNet: 10_000_000 },
  ]);
});

test.each([
  [6_999_999, null],
  [7_000_000, 7000],
  [8_499_999, 7000],
  [8_500_000, 8500],
  [9_500_000, 9500],
  [10_000_001, 9500],
])('%i cents of 100 000 € call for the warning %s', (committed, alertLevel) => {
  expect(useOfMaximum(aLot({ committedNet: cents(committed) }), award.maximumAlerts.shares).alertLevel).toBe(
    alertLevel,
  );
});

test('a share of the maximum is never rounded up to the next warning', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000_000 }),
      fc.integer({ min: 0, max: 1_000_000_000_000 }),
      (maximum, committed) => {
        const lot = aLot({ maximumNet: cents(maximum), committedNet: cents(committed) });
        const { share, exhausted } = useOfMaximum(lot, award.maximumAlerts.shares);
        expect(share >= 10_000).toBe(exhausted);
        expect(remainingNet(lot)).toBe(Math.max(0, maximum - committed));
      },
    ),
  );
});

const first = { validFrom: day('2026-01-01'), validTo: day('2026-06-30') };
const second = { validFrom: day('2026-07-01'), validTo: null };

test('one price at most holds on a day', () => {
  expect(findPriceOn([first, second], day('2025-12-31'))).toBeUndefined();
  expect(findPriceOn([first, second], day('2026-06-30'))).toBe(first);
  expect(findPriceOn([first, second], day('2027-01-01'))).toBe(second);
  expect(() => findPriceOn([second, second], day('2027-01-01'))).toThrow();
});

test('a new price ends the one before on its eve, and never rewrites a later one', () => {
  expect(succeedPrices([first, second], day('2027-01-01'))).toEqual({
    possible: true,
    closed: { price: second, validTo: '2026-12-31' },
  });
  expect(succeedPrices([], day('2027-01-01'))).toEqual({ possible: true, closed: undefined });
  expect(succeedPrices([first, second], day('2026-07-01'))).toMatchObject({
    possible: false,
    refusal: { tag: 'laterPriceExists', validFrom: '2026-07-01' },
  });
});
