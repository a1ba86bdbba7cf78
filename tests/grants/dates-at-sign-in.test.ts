// The dates of a grant at sign-in: to its commune and to those who oversee, never to another commune.
import { randomUUID } from 'node:crypto';
import { labelEcolesNumeriques2020 } from 'catalog/grants/label-ecoles-numeriques-2020';
import { write } from 'db/client';
import { addAwardTerms } from 'db/grant-awards';
import { addFileStep } from 'db/grant-file-steps';
import { addSchemeVersion } from 'db/grant-schemes';
import { addGrantFile } from 'db/grants';
import { aCommune, aPerson, testNow } from 'tests/database';
import { read } from 'tests/orders/asking';
import { aCentrale } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import type { SignedIn } from '~/domain/accounts/permissions';
import { noAnswers } from '~/domain/grants/answers';
import { day } from '~/domain/shared/day';
import { loader as timelinePage } from '~/routes/consultations/timeline';
import { grantEntries } from '~/routes/grants/dates.server';
import { loader as home } from '~/routes/home';

interface AtHome {
  readonly dates: readonly {
    readonly to: string;
    readonly text: string;
    readonly state: string;
    readonly late: boolean;
  }[];
}

test('a balance to ask for within fifteen days, and one that is late, are said to the commune and to the buyer alone', async () => {
  const centrale = aCentrale();
  const { db, platform, secretary, buyer, communeId, uai } = centrale;
  const dates = { start: '2026-11-20', completion: '2026-12-08', evidence: '2026-12-09' };
  const id = randomUUID();
  write(db, (tx) => {
    addGrantFile(tx, {
      id,
      schemeId: 'enir-2018',
      schemeVersion: '1',
      communeId,
      schoolUai: uai,
      orderId: null,
      answers: { ...noAnswers, purpose: 'period', written: {} },
      createdAt: testNow,
      createdBy: secretary.id,
      updatedAt: testNow,
    });
    for (const state of ['deposited', 'received', 'awarded'] as const) {
      const step = {
        id: randomUUID(),
        grantFileId: id,
        state,
        on: day('2026-11-02'),
        at: testNow,
        byUserId: secretary.id,
      };
      addFileStep(tx, { ...step, reference: null, amount: null, comment: null, cancels: null });
    }
    addAwardTerms(tx, {
      id: randomUUID(),
      grantFileId: id,
      startBefore: day(dates.start),
      completeBefore: day(dates.completion),
      evidenceBefore: day(dates.evidence),
      givenAt: testNow,
      givenBy: secretary.id,
    });
  });
  const atHome = async (person: SignedIn) => ((await read(platform, person, home as never)) as AtHome).dates;
  const said = await atHome(secretary);
  // Today is 23 November: the 20th is three days late, 8 December is fifteen days ahead, the 9th is not yet near.
  expect(said).toMatchObject([
    { to: `/subventions/${id}/depenses`, state: 'en retard de 3 jours', late: true },
    { to: `/subventions/${id}/depenses`, state: 'dans 15 jours', late: false },
  ]);
  expect((await atHome(buyer)).filter(({ to }) => to.includes(id))).toHaveLength(2);
  const other = aPerson(db, aCommune(db, 1).communeId, 'secretary');
  expect(await atHome(other)).toEqual([]);
  const page = (await read(platform, other, timelinePage as never, {}, '/echeances')) as { lines: unknown[] };
  expect(page.lines).toEqual([]);
  const own = (await read(platform, secretary, timelinePage as never, {}, '/echeances')) as { lines: unknown[] };
  expect(own.lines).toHaveLength(3);
});

test('a file in preparation has the last day of its call, while the call is open and nothing is deposited', async () => {
  const { db, platform, secretary, communeId, uai } = aCentrale();
  const id = randomUUID();
  const by = { createdAt: testNow, createdBy: secretary.id, updatedAt: testNow };
  const period = { ...labelEcolesNumeriques2020.period, opensOn: '2026-11-01', closesOn: '2026-11-30' } as const;
  const content = { ...labelEcolesNumeriques2020, id: 'appel-essai', version: 1, status: 'open' as const, period };
  write(db, (tx) => {
    addSchemeVersion(tx, {
      schemeId: 'appel-essai',
      version: 1,
      content,
      ...by,
      openedAt: testNow,
      openedBy: secretary.id,
    });
    const file = { id, schemeId: 'appel-essai', schemeVersion: '1', communeId, schoolUai: uai, orderId: null };
    addGrantFile(tx, { ...file, answers: { ...noAnswers, purpose: 'period', written: {} }, ...by });
  });
  const said = async () => ((await read(platform, secretary, home as never)) as AtHome).dates;
  expect(await said()).toMatchObject([{ to: `/subventions/${id}`, state: 'dans 7 jours' }]);
  const step = { id: randomUUID(), grantFileId: id, state: 'deposited' as const, on: day('2026-11-20') };
  const told = { reference: null, amount: null, comment: null, cancels: null, at: testNow, byUserId: secretary.id };
  write(db, (tx) => addFileStep(tx, { ...step, ...told }));
  expect(await said()).toEqual([]);
});

test('the dates of two hundred files are read in as many queries as those of two', () => {
  const centrale = aCentrale();
  const { db, secretary, buyer, communeId, uai } = centrale;
  const add = (count: number, from: number) =>
    write(db, (tx) => {
      for (let index = from; index < from + count; index += 1) {
        const id = `file-${index}`;
        const [schemeId, schemeVersion] = index % 2 === 0 ? ['enir-2018', '1'] : ['detr', '2026'];
        const file = { id, schemeId, schemeVersion, communeId, schoolUai: uai, orderId: null };
        const by = { createdAt: testNow, createdBy: secretary.id, updatedAt: testNow };
        addGrantFile(tx, { ...file, answers: { ...noAnswers, purpose: 'period', written: {} }, ...by });
        const told = {
          reference: null,
          amount: null,
          comment: null,
          cancels: null,
          at: testNow,
          byUserId: secretary.id,
        };
        for (const state of ['deposited', 'received', 'awarded'] as const) {
          addFileStep(tx, { ...told, id: `${id}-${state}`, grantFileId: id, state, on: day('2026-11-02') });
        }
        addAwardTerms(tx, {
          id: `${id}-terms`,
          grantFileId: id,
          agreementBefore: day('2026-11-30'),
          resultsBefore: day('2026-12-01'),
          givenAt: testNow,
          givenBy: secretary.id,
        });
      }
    });
  const asked = () => {
    const { prepare } = db.$client;
    let queries = 0;
    db.$client.prepare = ((sql: string) => {
      queries += 1;
      return prepare.call(db.$client, sql);
    }) as typeof prepare;
    const entries = grantEntries(db, buyer.scope, day('2026-11-23'));
    db.$client.prepare = prepare;
    return { queries, entries: entries.length };
  };
  add(2, 0);
  const few = asked();
  add(198, 2);
  const many = asked();
  // Each file has its agreement and its results; every other one the start that its text asks for too.
  expect([few.entries, many.entries]).toEqual([5, 500]);
  expect(many.queries).toBe(few.queries);
  expect(few.queries).toBeLessThanOrEqual(8);
});
