// Renewals of a contract: tacit unless refused in time, and a refusal ends the contract and its catalogue.
import { award } from 'catalog/award';
import { findLot } from 'db/accords-cadres';
import { listRenewals } from 'db/contract-renewals';
import { findContract } from 'db/contracts';
import { readDocumentBytes } from 'db/records';
import { orders, products } from 'db/schema';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  contractPeriods,
  lastDayOf,
  type PeriodTerms,
  type RenewalDecision,
} from '~/domain/consultations/contract-periods';
import { renewalReceiptRefusals, renewalRefusals } from '~/domain/consultations/renewals';
import { addDays, type Day, day } from '~/domain/shared/day';
import { action as openCatalogue, loader as preview } from '~/routes/consultations/catalogue-opening';
import { action as receive } from '~/routes/consultations/renewal-receipt';
import { loader as page, action as renew } from '~/routes/consultations/renewals';
import { loader as timelinePage } from '~/routes/consultations/timeline';
import { loader as home } from '~/routes/home';
import { action as putLine } from '~/routes/orders/cart-line';
import { action as submit } from '~/routes/orders/submission';
import { aPerson } from '../database';
import { plain, readPdf } from '../documents/reading';
import { read, send } from '../orders/asking';
import { aNotifiedContract } from './awarding';

const terms: PeriodTerms = {
  startsOn: day('2027-01-25'),
  endsOn: day('2031-01-24'),
  firmMonths: 12,
  renewals: 3,
  renewalMonths: 12,
  renewalNoticeMonths: 3,
};
const refusedFirst: RenewalDecision = {
  number: 1,
  outcome: 'refused',
  decidedOn: day('2027-10-01'),
  receivedOn: day('2027-10-05'),
};
const notice = award.renewalNotice;
const statesOn = (on: string, decisions: readonly RenewalDecision[] = [], over: Partial<PeriodTerms> = {}) =>
  contractPeriods({ ...terms, ...over }, decisions, day(on)).map(({ state }) => state);

test('a renewal is open until its limit day, that day included, and tacit the day after', () => {
  expect(contractPeriods(terms, [], day('2027-02-01')).map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2027-01-25 2028-01-24',
    '2028-01-25 2029-01-24',
    '2029-01-25 2030-01-24',
    '2030-01-25 2031-01-24',
  ]);
  expect(statesOn('2027-10-24')).toEqual(['firm', 'open', 'open', 'open']);
  expect(statesOn('2027-10-25')).toEqual(['firm', 'tacit', 'open', 'open']);
  expect(statesOn('2027-10-25', [{ ...refusedFirst, receivedOn: null }])).toEqual(['firm', 'tacit', 'open', 'open']);
  expect(statesOn('2027-10-06', [refusedFirst], { endsOn: day('2028-01-24') })).toEqual([
    'firm',
    'refused',
    'void',
    'void',
  ]);
  expect(statesOn('2027-10-06', [], { startsOn: null, endsOn: null })).toEqual([]);
  // The notice is that of the contract.
  const sixMonths = { renewalNoticeMonths: 6 };
  expect(statesOn('2027-07-24', [], sixMonths)[1]).toBe('open');
  expect(statesOn('2027-07-25', [], sixMonths)[1]).toBe('tacit');
});

test('the periods of any contract follow each other without a gap to its last day', () => {
  const anyTerms = fc.record({
    offset: fc.integer({ min: 0, max: 3000 }),
    firmMonths: fc.integer({ min: 4, max: 48 }),
    renewals: fc.integer({ min: 0, max: 4 }),
    renewalMonths: fc.integer({ min: 4, max: 24 }),
    renewalNoticeMonths: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(anyTerms, ({ offset, ...lengths }) => {
      const startsOn: Day = addDays(day('2026-01-01'), offset);
      const endsOn = lastDayOf(startsOn, lengths.firmMonths + lengths.renewals * lengths.renewalMonths);
      const periods = contractPeriods({ startsOn, endsOn, ...lengths }, [], startsOn);
      expect(periods).toHaveLength(lengths.renewals + 1);
      expect(periods[0]?.from).toBe(startsOn);
      expect(periods.at(-1)?.to).toBe(endsOn);
      for (const [index, period] of periods.entries())
        if (index > 0) expect(period.from).toBe(addDays(periods[index - 1]?.to ?? startsOn, 1));
    }),
  );
});

test('a decision is refused once acquired, before its turn, without a reason, or once received', () => {
  const kinds = (over: Partial<Parameters<typeof renewalRefusals>[0]>) =>
    renewalRefusals({
      ...terms,
      decisions: [],
      number: 1,
      outcome: 'refused',
      reason: 'Le besoin a changé.',
      notice,
      today: day('2027-10-24'),
      ...over,
    }).map(({ kind }) => kind);
  expect(kinds({})).toEqual([]);
  expect(kinds({ today: day('2027-10-25') })).toEqual(['acquired']);
  expect(kinds({ number: 2, reason: '' })).toEqual(['notNext', 'noReason']);
  expect(kinds({ number: 2, today: day('2027-10-25') })).toEqual([]);
  expect(kinds({ number: 4 })).toEqual(['unknownRenewal']);
  expect(kinds({ decisions: [refusedFirst], endsOn: day('2028-01-24') })).toEqual(['received']);
  expect(kinds({ decisions: [{ ...refusedFirst, receivedOn: null }], outcome: 'renewed', reason: '' })).toEqual([]);
  expect(kinds({ today: day('2031-01-25') })).toEqual(['notInForce']);
});

test('a refusal counts only if received in time, after its letter, and while no amendment waits', () => {
  const kinds = (over: Partial<Parameters<typeof renewalReceiptRefusals>[0]>) =>
    renewalReceiptRefusals({
      decision: { ...refusedFirst, receivedOn: null },
      holds: true,
      decideBy: day('2027-10-24'),
      receivedOn: day('2027-10-24'),
      amendmentPending: false,
      today: day('2027-10-30'),
      ...over,
    }).map(({ kind }) => kind);
  expect(kinds({})).toEqual([]);
  expect(kinds({ receivedOn: day('2027-10-25') })).toEqual(['tooLate']);
  expect(kinds({ receivedOn: day('2027-09-30') })).toEqual(['beforeLetter']);
  expect(kinds({ receivedOn: day('2027-10-31') })).toEqual(['inFuture', 'tooLate']);
  expect(kinds({ holds: false, amendmentPending: true })).toEqual(['replaced', 'amendmentPending']);
});

test('a renewal refused in time ends the contract and its catalogue, and the commune can no longer order', async () => {
  const { db, platform, buyer, members, contractId } = await aNotifiedContract();
  const params = { id: contractId };
  const opening = platform('2027-01-26T09:00');
  const path = `/contrats/${contractId}/catalogue?vatRate=2000`;
  const shown = (await read(opening, buyer, preview as never, params, path)) as { readonly digest: string };
  const form = { mode: 'intermediary', effectiveOn: '2027-01-25', vatRate: '2000', digest: shown.digest };
  await send(opening, buyer, openCatalogue, { ...form, 'ceiling-commune-0': '100000' }, params);
  const ends = () => {
    const found = findContract(db, contractId);
    return [found?.contract.endsOn, findLot(db, found?.contract.lotId ?? '')?.accordCadre.endsOn];
  };
  const on = platform('2027-10-01T09:00');
  // Said at sign-in two months ahead, and on the page of dates with the way to decide.
  const first = (await read(on, buyer, home as never)) as { readonly dates: readonly { readonly to: string }[] };
  expect(first.dates.map(({ to }) => to)).toContain(`/contrats/${contractId}/reconductions`);
  const decision = { id: crypto.randomUUID(), number: '1', outcome: 'refused', reason: 'Le besoin a changé.' };
  expect((await send(on, buyer, renew, { ...decision, outcome: '' }, params)).status).toBe(400);
  expect((await send(on, buyer, renew, { ...decision, reason: '' }, params)).reasons.join()).toContain('pourquoi');
  for (const _ of [1, 2]) expect(await send(on, buyer, renew, decision, params)).toMatchObject({ status: 302 });
  expect(ends()).toEqual(['2031-01-24', '2031-01-24']);
  const address = { ...params, renewal: decision.id };
  const later = platform('2027-10-30T09:00');
  const late = await send(later, buyer, receive, { receivedOn: '2027-10-25' }, address);
  expect(late.reasons.map(plain).join()).toContain('est acquise');
  for (const _ of [1, 2])
    expect(await send(later, buyer, receive, { receivedOn: '2027-10-24' }, address)).toMatchObject({ status: 302 });
  expect(ends()).toEqual(['2028-01-24', '2028-01-24']);
  const [stored] = listRenewals(db, contractId);
  const { text } = await readPdf(new Uint8Array(readDocumentBytes(db, stored?.pdfDocumentId ?? '')));
  for (const said of ['Non-reconduction', '24 janvier 2028', 'Le besoin a changé', '24 octobre 2027', 'sans objet'])
    expect(plain(text)).toContain(said);
  const [member] = members;
  if (!member) throw new Error('No member');
  const secretary = aPerson(db, member.communeId, 'secretary');
  const { lotId } = findContract(db, contractId)?.contract ?? {};
  const product = db
    .select()
    .from(products)
    .where(eq(products.lotId, lotId ?? ''))
    .get();
  const submitted = async (when: string) => {
    const at = platform(when);
    const line = { schoolUai: member.uai, productId: product?.id ?? '', quantity: '1' };
    await send(at, secretary, putLine, line);
    const cart = db.select().from(orders).where(eq(orders.communeId, member.communeId)).get();
    return (await send(at, secretary, submit, { orderId: cart?.id ?? '' })).reasons.map(plain).join();
  };
  expect(await submitted('2028-01-24T09:00')).not.toContain('terminé');
  expect(await submitted('2028-01-25T09:00')).toContain('terminé depuis le 24 janvier 2028');
});

test('a renewal confirmed is done on the page of dates, and can be changed until its letter is received', async () => {
  const { db, platform, buyer, contractId } = await aNotifiedContract();
  const params = { id: contractId };
  const on = platform('2027-10-01T09:00');
  const confirmed = { id: crypto.randomUUID(), number: '1', outcome: 'renewed', reason: '' };
  expect(await send(on, buyer, renew, confirmed, params)).toMatchObject({ status: 302 });
  interface Lines {
    readonly lines: readonly { readonly id: string; readonly state: string }[];
  }
  const stateOf = async () => {
    const { lines } = (await read(on, buyer, timelinePage as never)) as Lines;
    return lines.find(({ id }) => id === `renewal-${contractId}-1`)?.state;
  };
  expect(await stateOf()).toBe('fait le 01/10/2027');
  const changed = { id: crypto.randomUUID(), number: '1', outcome: 'refused', reason: 'Le besoin a changé.' };
  const after = platform('2027-10-02T09:00');
  expect(await send(after, buyer, renew, changed, params)).toMatchObject({ status: 302 });
  expect(await stateOf()).toBe('dans 23 jours');
  const replaced = await send(
    after,
    buyer,
    receive,
    { receivedOn: '2027-10-02' },
    { ...params, renewal: confirmed.id },
  );
  expect(replaced.reasons.join()).toContain('remplacée');
  const view = (await read(after, buyer, page as never, params)) as { letters: readonly { holds: boolean }[] };
  expect(view.letters.map(({ holds }) => holds)).toEqual([false, true]);
  expect(listRenewals(db, contractId)).toHaveLength(2);
});
