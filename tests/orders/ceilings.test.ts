// The two ceilings in euros: what fits is never refused, what does not fit is, with the exact remainder.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ceilingRefusals, remainderOf } from '~/domain/orders/ceilings';
import { refusalSentence } from '~/domain/orders/refusals';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { anAskedLot, today } from './builders';

const amount = fc.integer({ min: 0, max: 1_000_000_00 });

test('an order is refused exactly when it passes what remains under the lot or under the member', () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, amount, (askedNet, maximumNet, used, memberMaximumNet, memberUsed) => {
      const lot = anAskedLot({
        askedNet,
        maximumNet,
        committedNet: used,
        memberMaximumNet,
        memberCommittedNet: memberUsed,
      });
      const tags = ceilingRefusals([lot], today).map(({ tag }) => tag);
      expect(tags.includes('lotCeiling')).toBe(askedNet > Math.max(0, maximumNet - used));
      expect(tags.includes('memberCeiling')).toBe(askedNet > Math.max(0, memberMaximumNet - memberUsed));
    }),
  );
});

test('asking for the stated remainder is accepted, and one cent more is refused', () => {
  fc.assert(
    fc.property(amount, amount, (maximumNet, committedNet) => {
      const remaining = remainderOf(cents(maximumNet), cents(committedNet));
      const asked = (askedNet: number) =>
        ceilingRefusals(
          [anAskedLot({ askedNet, maximumNet, committedNet, memberMaximumNet: 1_000_000_00 + 1 })],
          today,
        );
      expect(asked(remaining)).toEqual([]);
      expect(asked(remaining + 1)).toMatchObject([{ tag: 'lotCeiling', remainingNet: remaining }]);
    }),
  );
});

test('however needs are cut into orders, the ceiling holds and whatever still fits is accepted', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300_00 }), { maxLength: 30 }), (orders) => {
      let committedNet = 0;
      for (const askedNet of orders) {
        const lot = anAskedLot({ askedNet, committedNet, maximumNet: 1_000_00, memberMaximumNet: 1_000_00 });
        const accepted = ceilingRefusals([lot], today).length === 0;
        expect(accepted).toBe(committedNet + askedNet <= 1_000_00);
        if (accepted) committedNet += askedNet;
      }
    }),
  );
});

test('without a ceiling of its own a member has no right to order under the lot, even for nothing', () => {
  const refusals = ceilingRefusals([anAskedLot({ memberMaximumNet: null, askedNet: 0 })], today);
  expect(refusals).toEqual([{ tag: 'notEntitled', lot: 'AC-1, lot 1' }]);
});

test('all reasons come at once, on every lot asked, each with its figures', () => {
  const refusals = ceilingRefusals(
    [
      anAskedLot({ title: 'A', askedNet: 900_00, committedNet: 300_00, memberCommittedNet: 100_00 }),
      anAskedLot({ title: 'B', endsOn: day('2026-11-22') }),
      anAskedLot({ title: 'C', memberMaximumNet: null }),
    ],
    today,
  );
  expect(refusals).toMatchObject([
    { tag: 'lotCeiling', lot: 'A', askedNet: 900_00, remainingNet: 700_00 },
    { tag: 'memberCeiling', lot: 'A', askedNet: 900_00, remainingNet: 400_00 },
    { tag: 'accordCadre', lot: 'B', refusal: { tag: 'ended' } },
    { tag: 'notEntitled', lot: 'C' },
  ]);
  expect(refusals.map(refusalSentence)[0]).toMatch(/900,00\s€ HT demandés, il reste 700,00\s€ HT/);
});

test('an accord-cadre is ordered on from its start to its last day, both included', () => {
  const lot = anAskedLot();
  const tags = (text: string) =>
    ceilingRefusals([lot], day(text)).map((one) => (one.tag === 'accordCadre' ? one.refusal.tag : one.tag));
  expect(tags('2025-11-30')).toEqual(['notNotified', 'notStarted']);
  expect(tags('2025-12-31')).toEqual(['notStarted']);
  expect(tags('2026-01-01')).toEqual([]);
  expect(tags('2029-12-31')).toEqual([]);
  expect(tags('2030-01-01')).toEqual(['ended']);
});

test('a ceiling of zero, or one already passed, leaves nothing', () => {
  expect(remainderOf(cents(0), cents(0))).toBe(0);
  expect(remainderOf(cents(100), cents(250))).toBe(0);
  expect(ceilingRefusals([anAskedLot({ maximumNet: 0, askedNet: 1 })], today)).toMatchObject([
    { tag: 'lotCeiling', remainingNet: 0 },
  ]);
});
