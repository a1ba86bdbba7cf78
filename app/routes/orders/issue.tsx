// Issues the purchase orders of an accepted order: one per lot, once, with the document and its number together.

import { write } from 'db/client';
import {
  addPurchaseOrder,
  advanceOrder,
  findOrder,
  findPurchaseOrderOf,
  listOrderLines,
  listOrderLots,
  type OrderLot,
} from 'db/orders';
import { findOrganisation, findSyndicat, listServiceCodes } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import { purchaseOrderTemplateVersion } from '~/documents/finance/template-versions';
import { billingRefusals } from '~/domain/orders/gates';
import { reconcile } from '~/domain/orders/reconciliation';
import { type OrderRefusal, refusalSentence } from '~/domain/orders/refusals';
import { totalsOf } from '~/domain/orders/totals';
import { yearOf } from '~/domain/shared/day';
import { issueOnce } from '~/platform/issuing';
import { RefusedDeed } from '~/ui/orders/refused-deed';
import { refused } from '../form.server';
import type { AskedBy } from '../guard.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { backToOrder } from './deed.server';
import { partiesOf } from './parties.server';
import { purchaseOrderFacts } from './purchase-order-facts.server';

export const loader = reader('order.read', backToOrder);

/** The order with its lots and parties, and all that stands against issuing. */
function readOrderToIssue({ db, user, params, today }: AskedBy) {
  const { order } = orNotFound(findOrder(db, params['id'] ?? '', user.scope));
  const commune = orNotFound(findOrganisation(db, order.communeId));
  const syndicat = findSyndicat(db);
  const lines = listOrderLines(db, order.id, today);
  const lots = listOrderLots(db, order.id);
  const refusals: OrderRefusal[] = [];
  if (order.state !== 'accepted' && order.state !== 'issued' && order.state !== 'delivered') {
    refusals.push({ tag: 'wrongState', state: order.state, deed: 'issue' });
  }
  const serviceCodes = listServiceCodes(db, commune.id).map(({ code }) => code);
  refusals.push(...billingRefusals({ ...commune, serviceCodes }, order));
  if (syndicat.siret === null) refusals.push({ tag: 'siretMissing', name: syndicat.name });
  const ofLot = (lotId: string) => lines.filter(({ line }) => line.lotId === lotId);
  const documents = lots.map(({ lot }) => totalsOf(ofLot(lot.id).map(({ line }) => line)));
  const differences = reconcile(
    lines.map(({ line }) => line),
    documents,
  );
  if (differences.length > 0) refusals.push({ tag: 'unreconciled', differences });
  return { order, commune, syndicat, lots, ofLot, refusals };
}

type ToIssue = ReturnType<typeof readOrderToIssue>;

/** The purchase order of one lot: its number, taken with the document that bears it. */
function issueLot({ db, platform, user, now, today }: AskedBy, toIssue: ToIssue, orderLot: OrderLot): Promise<string> {
  const { order, commune, syndicat } = toIssue;
  const { lot, accordCadre } = orderLot;
  const lines = toIssue.ofLot(lot.id);
  const parties = partiesOf(accordCadre.mode, syndicat, commune);
  const totals = totalsOf(lines.map(({ line }) => line));
  const year = yearOf(today);
  return issueOnce(db, {
    series: { issuerId: parties.issuer.id, series: 'purchaseOrder', year },
    numberText: (number) => `BC-${year}-${String(number).padStart(5, '0')}`,
    already: (tx) => findPurchaseOrderOf(tx, order.id, lot.id)?.number,
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
          demonstration: platform.demonstration,
        }),
      }),
    store(tx, number, bytes) {
      // The order may have been sent back while its document was drawn: nothing is then stored.
      if (findOrder(tx, order.id, user.scope)?.order.state !== 'accepted') throw new Response(null, { status: 409 });
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
      return number;
    },
  });
}

export const action = writer('order.issue', async (sent) => {
  const toIssue = readOrderToIssue(sent);
  if (toIssue.refusals.length > 0) return refused(toIssue.refusals.map(refusalSentence));
  const numbers: string[] = [];
  for (const orderLot of toIssue.lots) numbers.push(await issueLot(sent, toIssue, orderLot));
  write(sent.db, (tx) => {
    const now = findOrder(tx, toIssue.order.id, sent.user.scope)?.order;
    if (now?.state === 'accepted') advanceOrder(tx, now, 'issue', { userId: sent.user.id, now: sent.now });
  });
  return redirectSaying(`/commandes/${toIssue.order.id}`, `Émis : ${numbers.join(', ')}.`);
});

export default RefusedDeed;
