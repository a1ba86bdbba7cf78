// Withdrawn equipment of a year: the share that went to reuse, never guessed, against the text of each year.
import { randomUUID } from 'node:crypto';
import { listYearWithdrawals } from 'db/year-withdrawals';
import fc from 'fast-check';
import { aPlatform, read, send } from 'tests/orders/asking';
import { aCentrale } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { type WithdrawnBatch, withdrawnYear } from '~/domain/checks/withdrawn-equipment';
import { loader as yearPage } from '~/routes/checks/year';
import { action as say } from '~/routes/checks/year-fact';
import { action as withdraw } from '~/routes/checks/year-withdrawal';
import { action as takeBack } from '~/routes/checks/year-withdrawal-removal';
import { aCommune, aPerson } from '../database';

const aBatch = (over: Readonly<Record<string, string>> = {}) => ({
  id: randomUUID(),
  label: 'Portables de 2019',
  quantity: '10',
  route: 'donation',
  reused: 'yes',
  ...over,
});

function aYear() {
  const { db, secretary } = aCentrale();
  const platform = aPlatform(db, '2026-11-24T09:00:00.000Z');
  type Page = Awaited<ReturnType<typeof yearPage>>;
  const shown = async (annee = '2026') =>
    ((await read(platform, secretary, yearPage as never, { annee })) as Page).withdrawals;
  const add = (over: Readonly<Record<string, string>>, annee = '2026') =>
    send(platform, secretary, withdraw, aBatch(over), { annee });
  return { db, secretary, platform, shown, add };
}

test('unknown destinations widen the share, and never change what is certain', () => {
  const batch = fc.record({
    id: fc.uuid(),
    label: fc.constant('x'),
    quantity: fc.integer({ min: 1, max: 500 }),
    route: fc.constant(null),
    reused: fc.option(fc.boolean()),
  });
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 8 }), (batches: readonly WithdrawnBatch[]) => {
      const { stock, reuseShare } = withdrawnYear(batches, false);
      const settled = (reused: boolean) =>
        withdrawnYear(
          batches.map((one) => ({ ...one, reused: one.reused ?? reused })),
          false,
        ).reuseShare;
      expect(stock).toBe(batches.reduce((sum, { quantity }) => sum + quantity, 0));
      expect(settled(false)).toEqual({ least: reuseShare?.least, most: reuseShare?.least });
      expect(settled(true)).toEqual({ least: reuseShare?.most, most: reuseShare?.most });
      expect(reuseShare?.least).toBeGreaterThanOrEqual(0);
      expect(reuseShare?.most).toBeLessThanOrEqual(10_000);
    }),
  );
});

test('nothing said is unknown, nothing withdrawn is no object, and half reused meets the text', async () => {
  const { db, secretary, platform, shown, add } = aYear();
  const answerOf = async (annee?: string) => (await shown(annee)).results.map(({ ruleId, answer }) => [ruleId, answer]);
  expect(await answerOf()).toEqual([['REEN-04', 'unknown']]);
  const none = { id: randomUUID(), fact: 'nothingWithdrawn', category: '', value: 'yes' };
  expect(await send(platform, secretary, say, none, { annee: '2026' })).toMatchObject({ status: 302 });
  expect(await shown()).toMatchObject({ stock: 0, noneSaid: {} });
  expect(await answerOf()).toEqual([['REEN-04', 'notApplicable']]);

  const half = { ...aBatch(), quantity: '50' };
  for (const _ of [1, 2])
    expect(await send(platform, secretary, withdraw, half, { annee: '2026' })).toMatchObject({ status: 302 });
  await add({ quantity: '50', reused: '', route: '' });
  expect(await shown()).toMatchObject({ stock: 100, reuseShare: { least: 5000, most: 10_000 } });
  expect(await answerOf()).toEqual([['REEN-04', 'unknown']]);
  const open = listYearWithdrawals(db, secretary.organisationId, 2026).find(({ reused }) => reused === null);
  await send(platform, secretary, takeBack, {}, { annee: '2026', batch: open?.id ?? '' });
  await add({ quantity: '51', reused: 'no', route: 'ecoOrganisation' });
  expect(await answerOf()).toEqual([['REEN-04', 'unmet']]);
  await add({ quantity: '1' });
  expect(await shown()).toMatchObject({ stock: 102, reuseShare: { least: 5000, most: 5000 } });
  expect(await answerOf()).toEqual([['REEN-04', 'met']]);
  // The step of 2024 was lower.
  await add({ quantity: '35' }, '2024');
  await add({ quantity: '65', reused: 'no' }, '2024');
  expect(await answerOf('2024')).toEqual([['REEN-04', 'met']]);
});

test('a wrong count says what to write, and a commune neither sees nor takes back the batch of another', async () => {
  const { db, secretary, platform, shown, add } = aYear();
  expect((await add({ quantity: '0' })).reasons).toEqual(['Comptez au moins un matériel.']);
  expect((await add({ quantity: '2,5' })).reasons).toEqual(['Écrivez un nombre entier de matériels.']);
  expect((await add({ label: '' })).reasons).toEqual(['Décrivez en quelques mots.']);
  expect((await shown()).batches).toEqual([]);
  await add({});
  const [batch] = (await shown()).batches;
  const otherYear = await send(platform, secretary, takeBack, {}, { annee: '2025', batch: batch?.id ?? '' });
  expect(otherYear.status).toBe(404);
  const other = aPerson(db, aCommune(db, 2).communeId, 'secretary');
  const refused = takeBack as never;
  await expect(send(platform, other, refused, {}, { annee: '2026', batch: batch?.id ?? '' })).resolves.toMatchObject({
    status: 404,
  });
  expect(listYearWithdrawals(db, secretary.organisationId, 2026)).toHaveLength(1);
});
