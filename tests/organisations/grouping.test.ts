// Buying together: who is an identified buyer and why not, who orders and pays, what each member owes, what acts allow.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actRefusals, joiningRefusals, leavingRefusals, rewritingRefusals } from '~/domain/organisations/conventions';
import { costKeys, costShares } from '~/domain/organisations/cost-shares';
import { buyerFaults, identifiedBuyers, latecomers, type MemberActs } from '~/domain/organisations/identified-buyers';
import { buyingWays, partiesOf, partyEntries, repaysSyndicat } from '~/domain/organisations/parties';
import { addDays, day } from '~/domain/shared/day';
import type { Siren } from '~/domain/shared/identifiers';
import { cents, sumCents } from '~/domain/shared/money';

const start = day('2026-01-01');

function someActs(over: Partial<MemberActs> = {}): MemberActs {
  return {
    communeId: 'a',
    name: 'Acigné',
    siren: '213500010' as Siren,
    siret: null,
    joinedOn: day('2026-01-10'),
    leftOn: null,
    deliberationNumber: '2026-3',
    deliberationOn: day('2026-01-05'),
    enforceableOn: day('2026-01-08'),
    signedOn: day('2026-01-12'),
    ...over,
  };
}

const offset = fc.integer({ min: 0, max: 60 });
const maybeDay = fc.option(offset.map((days) => addDays(start, days)));
const anyActs: fc.Arbitrary<MemberActs> = fc.record({
  communeId: fc.constantFrom('a', 'b', 'c', 'd'),
  name: fc.constant('Commune'),
  siren: fc.constant('213500010' as Siren),
  siret: fc.constant(null),
  joinedOn: offset.map((days) => addDays(start, days)),
  leftOn: maybeDay,
  deliberationNumber: fc.option(fc.constant('1')),
  deliberationOn: maybeDay,
  enforceableOn: maybeDay,
  signedOn: maybeDay,
});

test('identified buyers are exactly the members in force that day, with an enforceable act, who signed when asked', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyActs, { selector: ({ communeId }) => communeId }),
      offset,
      fc.constantFrom('centrale' as const, 'convention' as const),
      (all, days, grouping) => {
        const on = addDays(start, days);
        const { buyers, excluded } = identifiedBuyers(all, on, grouping);
        const expected = all.filter(
          (acts) =>
            acts.joinedOn <= on &&
            (acts.leftOn === null || acts.leftOn > on) &&
            acts.deliberationNumber !== null &&
            acts.deliberationOn !== null &&
            acts.enforceableOn !== null &&
            acts.enforceableOn <= on &&
            (grouping === 'centrale' || (acts.signedOn !== null && acts.signedOn <= on)),
        );
        expect(buyers.map(({ communeId }) => communeId)).toEqual(expected.map(({ communeId }) => communeId));
        expect(buyers.length + excluded.length).toBe(all.length);
        expect(excluded.every(({ faults }) => faults.length > 0)).toBe(true);
      },
    ),
  );
});

test('a commune that came back is judged on the stay of that day', () => {
  const first = someActs({ leftOn: day('2026-02-01') });
  const back = someActs({ joinedOn: day('2026-03-01') });
  const idsOn = (on: string) => identifiedBuyers([back, first], day(on), 'convention').buyers.length;
  expect([idsOn('2026-01-20'), idsOn('2026-02-10'), idsOn('2026-03-01')]).toEqual([1, 0, 1]);
  expect(identifiedBuyers([back, first], day('2026-02-10'), 'convention').excluded[0]?.faults).toEqual([
    { kind: 'left', leftOn: '2026-02-01' },
  ]);
});

test('every reason against a buyer is said at once', () => {
  const acts = someActs({ joinedOn: day('2026-02-01'), enforceableOn: null, signedOn: null });
  expect(buyerFaults(acts, day('2026-01-15'), 'convention').map(({ kind }) => kind)).toEqual([
    'joinedAfter',
    'notEnforceable',
    'notSigned',
  ]);
});

test('who joins after the buyers were frozen is a latecomer, and nobody else', () => {
  const all = [someActs(), someActs({ communeId: 'b', name: 'Betton', joinedOn: day('2026-06-01') })];
  expect(latecomers(all, new Set(['a']), day('2026-06-02'), 'convention')).toEqual([
    { communeId: 'b', name: 'Betton', joinedOn: '2026-06-01' },
  ]);
  expect(latecomers(all, new Set(['a']), day('2026-05-31'), 'convention')).toEqual([]);
});

test('each way of buying together has its four parties, and the commune always owns', () => {
  const rows = buyingWays.map((way) => [way, ...Object.values(partiesOf(way, 'S', 'C')), repaysSyndicat(way)]);
  expect(rows).toEqual([
    ['wholesaler', 'S', 'S', 'S', 'C', true],
    ['intermediary', 'C', 'C', 'C', 'C', false],
    ['eachSigns', 'C', 'C', 'C', 'C', false],
    ['coordinatorSigns', 'C', 'C', 'C', 'C', false],
    ['coordinatorExecutes', 'S', 'S', 'S', 'C', true],
  ]);
  expect(partyEntries('coordinatorExecutes', 'le syndicat', 'le membre').map(({ who }) => who)).toEqual([
    'le syndicat',
    'le syndicat',
    'le syndicat',
    'le membre',
    'le membre, sur titre de recettes émis par : le syndicat',
  ]);
});

test('the shares of a cost add up to it to the cent, whatever the key', () => {
  const members = fc.array(
    fc.record({ inhabitants: fc.nat(60_000), pupils: fc.nat(3_000), needs: fc.nat(500_000_00) }),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(fc.nat(900_000_00), fc.constantFrom(...costKeys), members, (costNet, key, weights) => {
      const rule = { kind: 'proRata' as const, costNet: cents(costNet), key };
      const outcome = costShares(
        rule,
        weights.map((one, index) => ({ communeId: `${index}`, name: `${index}`, weights: one })),
      );
      if ('kind' in outcome) expect(weights.every((one) => one[key] === 0)).toBe(true);
      else {
        expect(sumCents(outcome.shares.map(({ shareNet }) => shareNet))).toBe(costNet);
        expect(outcome.shares.filter(({ weight, shareNet }) => weight === 0 && shareNet > 0)).toEqual([]);
      }
    }),
  );
});

test('a fee is the same for each member, and a free groupement asks nothing', () => {
  const members = ['a', 'b'].map((communeId) => ({
    communeId,
    name: communeId,
    weights: { inhabitants: 1, pupils: 0, needs: 0 },
  }));
  expect(costShares({ kind: 'fixed', feeNet: cents(150_00) }, members)).toMatchObject({ totalNet: 300_00 });
  expect(costShares({ kind: 'none' }, members)).toEqual({ shares: [], totalNet: 0 });
});

test('acts follow one another: a vote, then its effects and the signature, none in the future', () => {
  const none = { deliberationNumber: null, deliberationOn: null, enforceableOn: null, signedOn: null };
  const voted = { ...none, deliberationNumber: '7', deliberationOn: day('2026-01-05') };
  const kinds = (acts: Parameters<typeof actRefusals>[0]) => actRefusals(acts, start).map(({ kind }) => kind);
  expect(kinds(none)).toEqual([]);
  expect(kinds(voted)).toEqual(['inFuture']);
  const past = { ...voted, deliberationOn: day('2025-12-10') };
  // A deliberation may become enforceable later: that day may be to come.
  expect(kinds({ ...past, enforceableOn: day('2026-01-03') })).toEqual([]);
  expect(kinds({ ...past, enforceableOn: day('2025-12-09'), signedOn: day('2025-12-01') })).toEqual([
    'enforceableBeforeVote',
    'signedBeforeVote',
  ]);
  expect(kinds({ ...none, signedOn: day('2025-12-01') })).toEqual(['signedWithoutVote']);
});

test('acts that a market relies on are completed, never rewritten', () => {
  const before = {
    deliberationNumber: '7',
    deliberationOn: day('2025-12-10'),
    enforceableOn: null,
    signedOn: day('2025-12-12'),
  };
  expect(rewritingRefusals(before, { ...before, enforceableOn: day('2025-12-20') })).toEqual([]);
  expect(rewritingRefusals(before, { ...before, deliberationNumber: '8', signedOn: null })).toMatchObject([
    { kind: 'rewritten', kept: '7' },
    { kind: 'rewritten', kept: '12 décembre 2025' },
  ]);
});

test('a commune joins once at a time, and leaves after it joined, once', () => {
  const stay = { joinedOn: day('2026-01-10'), leftOn: null };
  const over = { joinedOn: day('2026-01-10'), leftOn: day('2026-02-01') };
  expect(joiningRefusals([stay], day('2026-05-01'))).toHaveLength(1);
  expect(joiningRefusals([over], day('2026-01-20'))).toHaveLength(1);
  expect(joiningRefusals([over], day('2026-02-01'))).toEqual([]);
  expect(leavingRefusals(stay, day('2026-01-10'))).toHaveLength(1);
  expect(leavingRefusals(over, day('2026-03-01'))).toHaveLength(1);
  expect(leavingRefusals(stay, day('2026-03-01'))).toEqual([]);
});
