// What was spent on an aided project, read from the invoices issued here and from those entered by hand, and settled.
import { categories, isCategoryCode } from 'catalog/products/categories';
import type { Db } from 'db/client';
import {
  findAwardTerms,
  listExpenses,
  listInvoicesOf,
  listLinkedOrders,
  listPurchaseOrdersOf,
  listResultDays,
} from 'db/grant-awards';
import { listFileSteps } from 'db/grant-file-steps';
import { readGrantOrder } from 'db/grants';
import { listDeliveryLines } from 'db/orders';
import type { Scope } from '~/domain/accounts/permissions';
import { awardDatesOf } from '~/domain/grants/award-dates';
import {
  awardIn,
  eligibleByPart,
  invoiceDifferences,
  receivedIn,
  type Spending,
  settlementOf,
} from '~/domain/grants/award-spending';
import { assessLines } from '~/domain/grants/eligible-costs';
import { grantLinesOf, type OrderedLine } from '~/domain/grants/lines';
import { amountsOfPart } from '~/domain/orders/totals';
import type { Day } from '~/domain/shared/day';
import { formatDayShort } from '~/domain/shared/format';
import { sumCents } from '~/domain/shared/money';
import { type ComposedFile, composeFile } from './composition.server';

/** The lines that a delivery brought, as lines of an order. */
function deliveredLines(db: Db, deliveryId: string, ordered: readonly OrderedLine[]): readonly OrderedLine[] {
  return listDeliveryLines(db, deliveryId).flatMap(({ line, ...part }) => {
    const own = ordered.find(({ id }) => id === line.id);
    return own ? [{ ...own, quantity: part.quantity, ...amountsOfPart(line, part) }] : [];
  });
}

function invoiceSpendings(db: Db, { file, scheme, dossier }: ComposedFile, orderIds: readonly string[], scope: Scope) {
  const parts = [...new Set(scheme.funding.map(({ part }) => part))];
  return listInvoicesOf(db, orderIds, scope).map((invoice) => {
    const ordered = (readGrantOrder(db, invoice.orderId, scope)?.lines ?? []).map((line) => ({
      ...line,
      categoryLabel: isCategoryCode(line.categoryCode) ? categories[line.categoryCode].label : line.categoryCode,
    }));
    const lines = deliveredLines(db, invoice.deliveryId, ordered);
    const schools = [...new Set(lines.map(({ schoolUai }) => schoolUai))];
    const whole = schools.flatMap((uai) => grantLinesOf(lines, uai));
    const own = grantLinesOf(lines, file.schoolUai);
    const assessed = assessLines(scheme, own, new Map(Object.entries(file.answers.countedLines)));
    const spending: Spending = {
      id: invoice.id,
      origin: 'invoice',
      supplier: invoice.issuerName,
      number: invoice.number,
      label: `Bon de commande ${invoice.purchaseOrderNumber} : ${own.map(({ label }) => label).join(', ')}`,
      invoicedOn: invoice.issuedOn,
      serviceDoneOn: invoice.deliveredOn,
      serviceReference: `Attesté par ${invoice.attestedBy}, livraison du ${formatDayShort(invoice.deliveredOn)}`,
      net: sumCents(own.map(({ totalNet }) => totalNet)),
      vat: sumCents(own.map(({ vat }) => vat)),
      gross: sumCents(own.map(({ totalGross }) => totalGross)),
      eligible: eligibleByPart(assessed, parts, dossier.basis),
      documentId: invoice.documentId,
    };
    return {
      spending: own.length > 0 ? spending : null,
      check: {
        number: invoice.number,
        computed: sumCents(whole.map(({ totalGross }) => totalGross)),
        stored: invoice.gross,
      },
    };
  });
}

function enteredSpendings(db: Db, { file, scheme, dossier }: ComposedFile): readonly Spending[] {
  const part = scheme.funding[0]?.part;
  return listExpenses(db, file.id).map((expense) => ({
    id: expense.id,
    origin: 'entered',
    supplier: expense.supplier,
    number: expense.number,
    label: expense.label,
    invoicedOn: expense.invoicedOn,
    serviceDoneOn: expense.serviceDoneOn,
    serviceReference: null,
    net: expense.net,
    vat: expense.vat,
    gross: expense.gross,
    eligible:
      part === undefined ? {} : { [part]: dossier.basis === 'net' ? expense.eligibleNet : expense.eligibleGross },
    documentId: expense.documentId,
  }));
}

/** The rates of the scheme by part: as settled for the file, null where one is not known. */
function schemeRatesOf({ scheme, dossier }: ComposedFile) {
  const settled = dossier.amounts[dossier.basis].amount.perBase.flatMap(({ parts }) => parts);
  return Object.fromEntries(
    scheme.funding.map(({ part, rate }) => [part, settled.find((one) => one.part === part)?.rate ?? rate.value]),
  );
}

/** An awarded file with its spending and what the grant pays for it; undefined when the scope sees no such file. */
export function readAward(db: Db, id: string, scope: Scope, today: Day) {
  const composed = composeFile(db, id, scope, today);
  if (!composed) return undefined;
  const { file, scheme } = composed;
  const steps = listFileSteps(db, file.id);
  const linked = listLinkedOrders(db, file.id);
  const orderIds = [...new Set([...(file.orderId === null ? [] : [file.orderId]), ...linked])];
  const invoiced = invoiceSpendings(db, composed, orderIds, scope);
  const spendings = [
    ...invoiced.flatMap(({ spending }) => (spending ? [spending] : [])),
    ...enteredSpendings(db, composed),
  ].sort((a, b) => a.invoicedOn.localeCompare(b.invoicedOn) || a.number.localeCompare(b.number));
  const terms = findAwardTerms(db, file.id);
  return {
    composed,
    steps,
    linked,
    spendings,
    terms,
    differences: invoiceDifferences(invoiced.map(({ check }) => check)),
    purchaseOrders: listPurchaseOrdersOf(db, orderIds, scope),
    dates: awardDatesOf(scheme, terms, steps, listResultDays(db, [file.id]).get(file.id) ?? null),
    settlement: settlementOf({
      award: awardIn(steps),
      spendings,
      decidedRate: terms?.rate ?? null,
      highestBase: terms?.highestBase ?? null,
      schemeRates: schemeRatesOf(composed),
      received: receivedIn(steps),
    }),
  };
}

export type Award = NonNullable<ReturnType<typeof readAward>>;

/** Deed of the journal for a file, as every write of this room records it. */
export function deedOn(
  file: ComposedFile['file'],
  by: { readonly userId: string; readonly at: string },
  deed: string,
  detail: Readonly<Record<string, unknown>>,
) {
  return { ...by, communeId: file.communeId, deed, subjectKind: 'grantFile', subjectId: file.id, detail };
}
