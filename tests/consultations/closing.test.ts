// The end of a contract: by its term, its maximum or a termination, with the state of each buyer and what stays open.
import { findLot } from 'db/accords-cadres';
import { findClosing, listBuyerStates } from 'db/contract-closings';
import { findContract } from 'db/contracts';
import { listPurchaseOrders } from 'db/orders';
import { readDocumentBytes } from 'db/records';
import { deliveries } from 'db/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BuyerState,
  buyersWhoOrdered,
  type ClosingQuestion,
  closedEnd,
  closingRefusals,
  contractTotals,
  openPoints,
} from '~/domain/consultations/contract-closing';
import { day } from '~/domain/shared/day';
import { cents } from '~/domain/shared/money';
import { action as amend } from '~/routes/consultations/amendments';
import { action as openCatalogue, loader as preview } from '~/routes/consultations/catalogue-opening';
import { action as close, loader as page } from '~/routes/consultations/closing';
import { loader as download } from '~/routes/consultations/contract-document';
import { action as accept } from '~/routes/orders/acceptance';
import { action as approve } from '~/routes/orders/approval';
import { action as invoice } from '~/routes/orders/invoice';
import { action as issue } from '~/routes/orders/issue';
import { action as receive } from '~/routes/orders/reception';
import { plain, readPdf } from '../documents/reading';
import { read, send } from '../orders/asking';
import { aCentrale, aSubmittedOrder, orderAsStored } from '../orders/centrale';
import { aNotifiedContract } from './awarding';
import { readDocx } from './reading';

const question = (over: Partial<ClosingQuestion> = {}): ClosingQuestion => ({
  kind: 'termination',
  ground: 'fault',
  grounds: ['fault'],
  reason: 'Mise en demeure sans effet.',
  lastDay: day('2028-03-01'),
  notifiedOn: day('2027-01-25'),
  endsOn: day('2031-01-24'),
  closed: false,
  amendmentPending: false,
  maximumNet: cents(500_000_00),
  committedNet: cents(499_999_99),
  openOrders: 0,
  today: day('2028-02-01'),
  ...over,
});

test('each end has its own conditions, on their boundary days and cents', () => {
  const kinds = (over: Partial<ClosingQuestion>) => closingRefusals(question(over)).map(({ kind }) => kind);
  expect(kinds({})).toEqual([]);
  expect(kinds({ notifiedOn: null })).toEqual(['notNotified']);
  expect(kinds({ closed: true })).toEqual(['closed']);
  expect(kinds({ ground: 'other', reason: '', amendmentPending: true })).toEqual([
    'amendmentPending',
    'noGround',
    'noReason',
  ]);
  expect(kinds({ lastDay: day('2028-01-31') })).toEqual(['lastDayOutside']);
  expect(kinds({ lastDay: day('2031-01-24') })).toEqual([]);
  expect(kinds({ lastDay: day('2031-01-25') })).toEqual(['lastDayOutside']);
  expect(kinds({ today: day('2031-01-25') })).toEqual(['ended']);
  expect(kinds({ kind: 'term', today: day('2031-01-24') })).toEqual(['notEnded']);
  expect(kinds({ kind: 'term', today: day('2031-01-25') })).toEqual([]);
  const ended = { kind: 'term', today: day('2031-01-25'), openOrders: 2 } as const;
  expect(kinds({ ...ended, reason: '' })).toEqual(['openOrders']);
  expect(kinds({ ...ended, reason: 'Titulaire en liquidation.' })).toEqual([]);
  expect(kinds({ kind: 'maximum' })).toEqual(['maximumNotReached']);
  expect(kinds({ kind: 'maximum', committedNet: cents(500_000_00) })).toEqual([]);
  expect(closedEnd(question())).toBe('2028-03-01');
  expect(closedEnd(question({ kind: 'maximum' }))).toBe('2028-02-01');
  expect(closedEnd(question({ kind: 'term', today: day('2031-02-01') }))).toBe('2031-01-24');
});

test('the statement names the buyers who ordered and counts the others', () => {
  const aBuyer = (name: string, ordered: number): BuyerState => ({
    communeId: name,
    name,
    ceilingNet: null,
    orderedNet: cents(ordered),
    deliveredNet: cents(0),
    invoicedNet: null,
    toIssue: 0,
    toDeliver: 0,
    lastDeliveredOn: null,
  });
  const said = (...ordered: number[]) => {
    const shown = buyersWhoOrdered(ordered.map((net, index) => aBuyer(`${index}`, net)));
    return [shown.ordered.map(({ name }) => name).join(), shown.others];
  };
  expect(said()).toEqual(['', null]);
  expect(said(1, 2)).toEqual(['0,1', null]);
  expect(said(0)).toEqual(['', 'Un acheteur identifié n’a rien commandé.']);
  expect(said(0, 0)).toEqual(['', '2 acheteurs identifiés n’ont rien commandé.']);
  expect(said(0, 5)).toEqual(['1', 'Un autre acheteur identifié n’a rien commandé.']);
  expect(said(0, 5, 0)).toEqual(['1', '2 autres acheteurs identifiés n’ont rien commandé.']);
});

test('the sums of a contract are those of its buyers in any order, and nothing open is passed over', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_00 });
  const buyer = fc.record({ ordered: amount, delivered: amount, invoiced: amount, holder: fc.boolean() });
  fc.assert(
    fc.property(fc.array(buyer, { maxLength: 20 }), amount, (given, maximum) => {
      const buyers = given.map(
        ({ ordered, delivered, invoiced, holder }, index): BuyerState => ({
          communeId: String(index),
          name: String(index),
          ceilingNet: null,
          orderedNet: cents(ordered),
          deliveredNet: cents(Math.min(ordered, delivered)),
          invoicedNet: holder ? null : cents(Math.min(ordered, delivered, invoiced)),
          toIssue: 0,
          toDeliver: delivered < ordered ? 1 : 0,
          lastDeliveredOn: null,
        }),
      );
      const totals = contractTotals(buyers, cents(maximum));
      expect(contractTotals(buyers.toReversed(), cents(maximum))).toEqual(totals);
      expect(totals.orderedNet).toBe(given.reduce((sum, { ordered }) => sum + ordered, 0));
      expect(totals.remainingNet).toBe(Math.max(0, maximum - totals.orderedNet));
      expect(totals.invoicedNet === null).toBe(given.some(({ holder }) => holder));
      const unbilled = totals.invoicedNet !== null && totals.invoicedNet < totals.deliveredNet;
      expect(openPoints(totals)).toHaveLength((totals.toDeliver > 0 ? 1 : 0) + (unbilled ? 1 : 0));
    }),
  );
});

test('the state of a buyer follows its orders from submission to delivery and invoice, to the cent', async () => {
  const centrale = aCentrale();
  const { db, platform, buyer, elected, secretary, finance, otherId, communeId } = centrale;
  const state = () => listBuyerStates(db, 'lot-1').find((one) => one.communeId === communeId);
  expect(state()).toMatchObject({ ceilingNet: 50_000_00, orderedNet: 0, deliveredNet: 0, invoicedNet: 0, toIssue: 0 });
  const id = await aSubmittedOrder(centrale, 3);
  expect(state()).toMatchObject({ orderedNet: 300_00, deliveredNet: 0, toIssue: 1, toDeliver: 0 });
  await send(platform, elected, approve, {}, { id });
  await send(platform, buyer, accept, {}, { id });
  await send(platform, buyer, issue, {}, { id });
  expect(state()).toMatchObject({ toIssue: 0, toDeliver: 1, lastDeliveredOn: null });
  const [purchaseOrder] = listPurchaseOrders(db, id);
  const [line] = orderAsStored(db, id).lines;
  const received = { deliveryId: crypto.randomUUID(), deliveredOn: '2026-11-23', [`received:${line?.id}`]: '2' };
  await send(platform, secretary, receive, received, { id: purchaseOrder?.id ?? '' });
  expect(state()).toMatchObject({ deliveredNet: 200_00, invoicedNet: 0, toDeliver: 1, lastDeliveredOn: '2026-11-23' });
  const [delivery] = db.select().from(deliveries).all();
  await send(platform, finance, invoice, {}, { id: delivery?.id ?? '' });
  expect(state()).toMatchObject({ orderedNet: 300_00, deliveredNet: 200_00, invoicedNet: 200_00, toDeliver: 1 });
  expect(otherId).toBeDefined();
});

test('a termination ends the contract and its catalogue on its day, once, with a statement that says what is open', async () => {
  const { db, platform, buyer, contractId } = await aNotifiedContract();
  const params = { id: contractId };
  const opening = platform('2027-01-26T09:00');
  const path = `/contrats/${contractId}/catalogue?vatRate=2000`;
  const shown = (await read(opening, buyer, preview as never, params, path)) as { readonly digest: string };
  const form = { mode: 'intermediary', effectiveOn: '2027-01-25', vatRate: '2000', digest: shown.digest };
  await send(opening, buyer, openCatalogue, { ...form, 'ceiling-commune-0': '100000' }, params);
  const on = platform('2027-10-01T09:00');
  const closing = {
    id: crypto.randomUUID(),
    kind: 'termination',
    ground: 'fault',
    reason: 'Deux mises en demeure sont restées sans effet.',
    lastDay: '2027-11-02',
    retentionUntil: '',
  };
  expect((await send(on, buyer, close, { ...closing, kind: '' }, params)).status).toBe(400);
  const wrong = await send(on, buyer, close, { ...closing, ground: '', reason: '' }, params);
  expect([wrong.status, wrong.reasons.length]).toEqual([422, 2]);
  expect((await send(on, buyer, close, { ...closing, kind: 'term' }, params)).reasons.map(plain).join()).toContain(
    '24 janvier 2031',
  );
  for (const _ of [1, 2]) expect(await send(on, buyer, close, closing, params)).toMatchObject({ status: 302 });
  const found = findContract(db, contractId);
  expect(found?.contract.endsOn).toBe('2027-11-02');
  expect(findLot(db, found?.contract.lotId ?? '')?.accordCadre.endsOn).toBe('2027-11-02');
  const stored = findClosing(db, contractId);
  const pdf = plain((await readPdf(new Uint8Array(readDocumentBytes(db, stored?.pdfDocumentId ?? '')))).text);
  const docx = plain(readDocx(new Uint8Array(readDocumentBytes(db, stored?.docxDocumentId ?? ''))));
  for (const text of [pdf, docx])
    for (const said of [
      '2 novembre 2027',
      'Faute du titulaire',
      'Deux mises en demeure',
      'Un acheteur identifié n’a rien commandé',
      'aucune retenue',
    ])
      expect(text).toContain(said);
  const address = { ...params, document: stored?.docxDocumentId ?? '' };
  expect(await read(on, buyer, download as never, address)).toMatchObject({ status: 200 });
  // Closed: neither again, nor amended, though its last day is still to come.
  const again = await send(on, buyer, close, { ...closing, id: crypto.randomUUID() }, params);
  expect(again.reasons.map(plain)).toEqual(['Le marché est déjà clos.']);
  const amendment = {
    id: crypto.randomUUID(),
    kind: 'clause',
    object: 'Prolongation du marché.',
    reason: 'Le besoin demeure.',
    maximumNet: '1000000',
    endsOn: '2031-01-24',
    caoOpinionOn: '',
  };
  expect((await send(on, buyer, amend, amendment, params)).reasons.join()).toContain('n’est pas en cours');
  const view = (await read(on, buyer, page as never, params)) as { mayClose: boolean; closing: { cause: string } };
  expect([view.mayClose, plain(view.closing.cause)]).toEqual([false, expect.stringContaining('Résiliation')]);
});
