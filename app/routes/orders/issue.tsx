// Issues the purchase orders of an accepted order: one per lot, once, with the document and its number together.

import { redirect } from '@remix-run/node';
import type { Reads, Tx } from 'db/client';
import {
  addPurchaseOrder,
  advanceOrder,
  findOrder,
  findPurchaseOrderOf,
  listOrderLines,
  listOrderLots,
  type OrderLot,
} from 'db/orders';
import { findMembership, findOrganisation, findSyndicat, listServiceCodes } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import { purchaseOrderTemplateVersion } from '~/documents/finance/template-versions';
import { validityRefusals } from '~/domain/accords-cadres/accord-cadre';
import { billingRefusals, membershipRefusals } from '~/domain/orders/gates';
import { purchaseOrderNumber } from '~/domain/orders/numbers';
import { reconcile } from '~/domain/orders/reconciliation';
import { type OrderRefusal, refusalSentence } from '~/domain/orders/refusals';
import { totalsOf } from '~/domain/orders/totals';
import { type Day, yearOf } from '~/domain/shared/day';
import { issueOnce } from '~/platform/issuing';
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { issueOrderReport, reportNumberOf } from '../checks/issue-report.server';
import { refused } from '../form.server';
import { readStartHolds } from '../grants/holds.server';
import type { AskedBy } from '../guard.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { backToOrder } from './deed.server';
import { partiesOf } from './parties.server';
import { purchaseOrderFacts } from './purchase-order-facts.server';

export const loader = reader('order.read', backToOrder);

/** The order with its lots and parties, and all that stands against issuing. */
function readOrderToIssue({ db, user, params, today }: AskedBy) {
  const { order, communeName } = orNotFound(findOrder(db, params['id'] ?? '', user.scope));
  const commune = orNotFound(findOrganisation(db, order.communeId));
  const syndicat = findSyndicat(db);
  const lines = listOrderLines(db, order.id, today);
  const lots = listOrderLots(db, order.id);
  const refusals: OrderRefusal[] = [];
  if (order.state !== 'accepted') {
    refusals.push({ tag: 'wrongState', state: order.state, deed: 'issue' });
  }
  const serviceCodes = listServiceCodes(db, commune.id).map(({ code }) => code);
  refusals.push(...billingRefusals({ ...commune, serviceCodes }, order));
  if (syndicat.siret === null) refusals.push({ tag: 'siretMissing', name: syndicat.name });
  // Orders are issued during the accord-cadre only (CCP R2162-5): it may have ended since the order was submitted.
  for (const { lot, accordCadre } of lots) {
    for (const refusal of validityRefusals(accordCadre, today)) {
      refusals.push({ tag: 'accordCadre', lot: `${accordCadre.reference}, lot ${lot.number}`, refusal });
    }
  }
  refusals.push(...membershipRefusals(findMembership(db, commune.id, today), today));
  refusals.push(...holdRefusals(db, order.id, today));
  const ofLot = (lotId: string) => lines.filter(({ line }) => line.lotId === lotId);
  const documents = lots.map(({ lot }) => totalsOf(ofLot(lot.id).map(({ line }) => line)));
  const differences = reconcile(
    lines.map(({ line }) => line),
    documents,
  );
  if (differences.length > 0) refusals.push({ tag: 'unreconciled', differences });
  const isIssued = lots.length > 0 && lots.every(({ purchaseOrderId }) => purchaseOrderId !== null);
  return { order, communeName, commune, syndicat, lots, ofLot, refusals, isIssued };
}

/** Grant requests not received yet: a purchase order would be the first legal act and lose the grant. */
function holdRefusals(db: Reads, orderId: string, today: Day): readonly OrderRefusal[] {
  return readStartHolds(db, orderId, today).map(({ schemeName, schoolName, article }) => ({
    tag: 'grantHold',
    scheme: schemeName,
    school: schoolName,
    article,
  }));
}

type ToIssue = ReturnType<typeof readOrderToIssue>;

type Outcome = { readonly number: string } | { readonly refusal: OrderRefusal };

/** What stands on a lot now: its purchase order, or what changed since the order was read and drawn. */
function outcomeNow(tx: Tx, { order }: ToIssue, lotId: string, today: Day): Outcome | undefined {
  const issued = findPurchaseOrderOf(tx, order.id, lotId);
  if (issued) return { number: issued.number };
  const now = findOrder(tx, order.id, { kind: 'syndicat' })?.order;
  const same =
    now?.state === 'accepted' &&
    now.commitmentNumber === order.commitmentNumber &&
    now.serviceCode === order.serviceCode;
  if (!same) return { refusal: { tag: 'changedMeanwhile' } };
  const [hold] = holdRefusals(tx, order.id, today);
  return hold && { refusal: hold };
}

/** The purchase order of one lot: its number, taken with the document that bears it. */
function issueLot(
  { db, platform, user, now, today }: AskedBy,
  toIssue: ToIssue,
  orderLot: OrderLot,
  reportNumber: string | null,
): Promise<Outcome> {
  const { order, commune, syndicat } = toIssue;
  const { lot, accordCadre } = orderLot;
  const lines = toIssue.ofLot(lot.id);
  const parties = partiesOf(accordCadre.mode, syndicat, commune);
  const totals = totalsOf(lines.map(({ line }) => line));
  const year = yearOf(today);
  return issueOnce(db, {
    series: { issuerId: parties.issuer.id, series: 'purchaseOrder', year },
    numberText: (number) => purchaseOrderNumber(accordCadre.mode === 'wholesaler' ? null : commune.siren, year, number),
    already: (tx) => outcomeNow(tx, toIssue, lot.id, today),
    render: (number) =>
      platform.documents.render({
        kind: 'purchaseOrder',
        facts: purchaseOrderFacts(db, {
          ...toIssue,
          number,
          today,
          orderLot,
          lines,
          issuedBy: user.name,
          reportNumber,
          demonstration: platform.demonstration,
        }),
      }),
    store(tx, number, bytes) {
      const issued = { issuedAt: now, issuedBy: user.id };
      const documentId = addDocument(tx, {
        ...issued,
        kind: 'purchaseOrder',
        number,
        issuerId: parties.issuer.id,
        communeId: commune.id,
        supplierId: lot.holderId,
        title: `${order.title ?? order.reference ?? ''} – ${lot.title}`,
        issuedOn: today,
        net: totals.net,
        vat: totals.vat,
        gross: totals.gross,
        fileName: `${number}.pdf`,
        mediaType: 'application/pdf',
        templateVersion: purchaseOrderTemplateVersion,
        bytes,
      });
      addPurchaseOrder(tx, {
        ...issued,
        orderId: order.id,
        lotId: lot.id,
        accordCadreId: accordCadre.id,
        issuerId: parties.issuer.id,
        invoiceeId: parties.invoicee.id,
        payerId: parties.payer.id,
        ownerId: parties.owner.id,
        number,
        documentId,
      });
      addDeed(tx, {
        at: now,
        userId: user.id,
        communeId: commune.id,
        deed: 'purchaseOrder.issued',
        subjectKind: 'order',
        subjectId: order.id,
        detail: { number, lotId: lot.id, grossCents: totals.gross },
      });
      if (listOrderLots(tx, order.id).every(({ purchaseOrderId }) => purchaseOrderId !== null)) {
        advanceOrder(tx, order, 'issue', { userId: user.id, now });
      }
      return { number };
    },
  });
}

export const action = writer('order.issue', async (sent) => {
  const toIssue = readOrderToIssue(sent);
  if (toIssue.isIssued) return redirect(`/commandes/${toIssue.order.id}`);
  if (toIssue.refusals.length > 0) return refused(toIssue.refusals.map(refusalSentence));
  const known = reportNumberOf(sent.db, toIssue.order) ?? null;
  const wanted = sent.form.get('joinReport') === 'on';
  const reportNumber = wanted ? await issueOrderReport(sent, toIssue) : known;
  const numbers: string[] = [];
  for (const orderLot of toIssue.lots) {
    const outcome = await issueLot(sent, toIssue, orderLot, reportNumber);
    if ('refusal' in outcome) return refused([refusalSentence(outcome.refusal)]);
    numbers.push(outcome.number);
  }
  if (reportNumber !== null) numbers.push(`rapport de conformité ${reportNumber}`);
  return redirectSaying(`/commandes/${toIssue.order.id}`, `Émis : ${numbers.join(', ')}.`);
});

export default RefusedDeed;
