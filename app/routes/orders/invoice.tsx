// The syndicat re-invoices a commune for an attested delivery: numbered without gaps, issued once, never computed twice.
import { redirect } from '@remix-run/node';
import { useLocation } from '@remix-run/react';
import { execution } from 'catalog/thresholds';
import { addInvoice, findDelivery, findInvoiceOf, listDeliveryLines } from 'db/orders';
import { findOrganisation, findSchool, findSyndicat, listServiceCodes } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import type { InvoiceFacts } from '~/documents/finance/facts';
import { invoiceTemplateVersion } from '~/documents/finance/template-versions';
import { paymentTermsOn } from '~/domain/finance/payment-terms';
import { billingRefusals } from '~/domain/orders/gates';
import { reconcile } from '~/domain/orders/reconciliation';
import { type OrderRefusal, refusalSentence } from '~/domain/orders/refusals';
import { amountsOfPart, totalsOf } from '~/domain/orders/totals';
import { yearOf } from '~/domain/shared/day';
import { vatNumberOf } from '~/domain/shared/identifiers';
import { issueOnce } from '~/platform/issuing';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { type AskedBy, orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { partyOf } from './parties.server';
import { demonstrationMention, documentLines } from './purchase-order-facts.server';

export const loader = reader('order.read', ({ db, user, params }) => {
  const { order } = orNotFound(findDelivery(db, params['id'] ?? '', user.scope));
  return redirect(`/commandes/${order.id}`);
});

function readDeliveryToInvoice({ db, user, params }: AskedBy) {
  const found = orNotFound(findDelivery(db, params['id'] ?? '', user.scope));
  const customer = orNotFound(findOrganisation(db, found.order.communeId));
  const syndicat = findSyndicat(db);
  const delivered = listDeliveryLines(db, found.delivery.id);
  const ordered = delivered.map(({ line }) => line);
  const lines = delivered.map(({ line, ...part }) => ({
    ...line,
    quantity: part.quantity,
    ...amountsOfPart(line, part),
  }));
  const totals = totalsOf(lines);
  const refusals: OrderRefusal[] = [];
  if (found.accordCadre.mode !== 'wholesaler') refusals.push({ tag: 'notReinvoiced' });
  const serviceCodes = listServiceCodes(db, customer.id).map(({ code }) => code);
  refusals.push(...billingRefusals({ ...customer, serviceCodes }, found.order));
  const differences = reconcile(ordered, [totalsOf(ordered)]);
  if (differences.length > 0) refusals.push({ tag: 'unreconciled', differences });
  return { ...found, customer, syndicat, lines, totals, refusals };
}

type ToInvoice = ReturnType<typeof readDeliveryToInvoice>;

function invoiceFacts(asked: AskedBy, toInvoice: ToInvoice, number: string): InvoiceFacts {
  const { delivery, order, accordCadre, purchaseOrder, syndicat, customer, lines, totals } = toInvoice;
  const places = [...new Set(lines.map(({ schoolUai }) => schoolUai))].map(
    (uai) => findSchool(asked.db, uai, { kind: 'syndicat' })?.school.name ?? uai,
  );
  const terms = paymentTermsOn(execution.payment, asked.today);
  if (!terms) throw new Error(`No term of payment is known on ${asked.today}`);
  return {
    number,
    issuedOn: asked.today,
    kind: 'invoice',
    corrects: null,
    issuer: { ...partyOf(syndicat), vatNumber: vatNumberOf(syndicat.siren) },
    customer: partyOf(customer),
    orderNumber: purchaseOrder.number,
    accordCadreNumber: accordCadre.reference,
    serviceCode: order.serviceCode,
    commitmentNumber: order.commitmentNumber,
    deliveredOn: delivery.deliveredOn,
    deliveryPlaces: places,
    lines: documentLines(lines),
    totals,
    deductions: [],
    payableGross: totals.gross,
    payment: {
      termDays: terms.termDays,
      means: 'Virement, au vu d’un titre de recettes',
      iban: null,
      bic: null,
      lateInterest: terms.lateInterest,
    },
    notes: [`Commande ${order.reference ?? ''}`],
    mention: asked.platform.demonstration ? demonstrationMention : null,
  };
}

export const action = writer('order.invoice', async (sent) => {
  const toInvoice = readDeliveryToInvoice(sent);
  if (toInvoice.refusals.length > 0) return refused(toInvoice.refusals.map(refusalSentence));
  const { db, platform, user, now, today } = sent;
  const { delivery, order, syndicat, customer, totals } = toInvoice;
  const year = yearOf(today);
  const number = await issueOnce(db, {
    series: { issuerId: syndicat.id, series: 'invoice', year },
    numberText: (next) => `F-${year}-${String(next).padStart(5, '0')}`,
    already: (tx) => findInvoiceOf(tx, delivery.id)?.number,
    render: (next) => platform.documents.render({ kind: 'invoice', facts: invoiceFacts(sent, toInvoice, next) }),
    store(tx, next, bytes) {
      const issued = { issuedAt: now, issuedBy: user.id };
      const documentId = addDocument(tx, {
        ...issued,
        kind: 'invoice',
        number: next,
        issuerId: syndicat.id,
        communeId: customer.id,
        supplierId: syndicat.id,
        title: `${order.title ?? order.reference ?? ''} – ${toInvoice.purchaseOrder.number}`,
        issuedOn: today,
        net: totals.net,
        vat: totals.vat,
        gross: totals.gross,
        fileName: `${next}.pdf`,
        mediaType: 'application/pdf',
        templateVersion: invoiceTemplateVersion,
        bytes,
      });
      addInvoice(tx, {
        ...issued,
        deliveryId: delivery.id,
        issuerId: syndicat.id,
        customerId: customer.id,
        number: next,
        documentId,
      });
      addDeed(tx, {
        at: now,
        userId: user.id,
        communeId: customer.id,
        deed: 'invoice.issued',
        subjectKind: 'order',
        subjectId: order.id,
        detail: { number: next, deliveryId: delivery.id, grossCents: totals.gross },
      });
      return next;
    },
  });
  return redirectSaying(`/commandes/${order.id}`, `La facture ${number} est émise.`);
});

export default function InvoiceRefused() {
  const { pathname } = useLocation();
  return <RefusalPage title="La facture n’est pas émise" back={pathname} backLabel="Retour à la commande" />;
}
