// Everything the page of an order shows, and which deeds the signed-in person may do on it.

import { randomUUID } from 'node:crypto';
import {
  findOrder,
  lastJoinedReport,
  listAcknowledgements,
  listAnsweredKeys,
  listClosures,
  listDeliveries,
  listFrozenChecks,
  listLinesToReceive,
  listOrderLines,
  listOrderSteps,
  listPurchaseOrders,
  listReplies,
  listReservationDocuments,
} from 'db/orders';
import { findOrganisation, listServiceCodes } from 'db/organisations';
import { isAllowed, type Permission } from '~/domain/accounts/permissions';
import { complianceReportOf, type Reply } from '~/domain/checks/report';
import type { CheckResult } from '~/domain/checks/results';
import { billingRefusals } from '~/domain/orders/gates';
import { openStates, orderTransitions } from '~/domain/orders/order-states';
import { refusalSentence } from '~/domain/orders/refusals';
import { totalsOf } from '~/domain/orders/totals';
import { dayInParis } from '~/domain/shared/day';
import { explained } from '../checks/explained.server';
import { reportNumberOf } from '../checks/issue-report.server';
import { readChanges } from '../checks/recheck.server';
import { rulesInForce } from '../checks/rules-in-force.server';
import { readStartHolds } from '../grants/holds.server';
import { type AskedBy, orNotFound } from '../guard.server';
import { cartYear } from './cart-year.server';
import { asksTheSyndicat } from './checking.server';

/** The reservations that can still be answered, one per rule and sentence. */
function replyableOf(checks: readonly CheckResult[], replies: readonly Reply[], closures: readonly Reply[]) {
  return complianceReportOf(checks, { replies, closures }, {})
    .reserved.filter(({ closed }) => closed === undefined)
    .map(({ keys, ruleId, title }) => ({ keys, label: `${ruleId} – ${title}` }));
}

/** The order of the address, within the person's scope; ends with 404 when it is absent or not theirs. */
export function readOrderPage({ db, user, params, today }: AskedBy) {
  const { order, communeName } = orNotFound(findOrder(db, params['id'] ?? '', user.scope));
  const lines = listOrderLines(db, order.id, today);
  const checks = listFrozenChecks(db, order.id);
  const acknowledgements = listAcknowledgements(db, order.id);
  const answered = listAnsweredKeys(db, order.id);
  const closures = listClosures(db, order.id);
  const commune = orNotFound(findOrganisation(db, order.communeId));
  const serviceCodes = listServiceCodes(db, order.communeId);
  const possible = orderTransitions[order.state];
  const may = (permission: Permission) => isAllowed(user.roles, permission);
  return {
    order,
    communeName,
    lines: lines.map(({ line, schoolName, accordCadreReference, lotNumber, lotTitle, holderName }) => ({
      ...line,
      schoolName,
      lot: `${accordCadreReference}, lot ${lotNumber} – ${lotTitle}`,
      holderName,
    })),
    totals: totalsOf(lines.map(({ line }) => line)),
    subjects: Object.fromEntries(
      lines.flatMap(({ line, schoolName }) => [
        [line.id, `${line.label} (${schoolName})`],
        [line.productId, line.label],
        [line.schoolUai, schoolName],
      ]),
    ),
    schoolOf: Object.fromEntries(
      lines.flatMap(({ line }) => [line.id, line.schoolUai].map((id) => [id, line.schoolUai] as const)),
    ),
    checks,
    changes: readChanges(db, order, today),
    // Once issued, the order is in the year itself.
    year: openStates.includes(order.state) ? cartYear(db, order.communeId, lines, today) : null,
    acknowledgements,
    replied: {
      orderId: order.id,
      documents: listReservationDocuments(db, order.id),
      closures,
    },
    forSyndicat: checks.filter((result) => asksTheSyndicat(result) && !answered.has(result.key)).map(({ key }) => key),
    pendingProofs: checks.filter((result) => asksTheSyndicat(result) && !answered.has(result.key)).length,
    joinReport: lastJoinedReport(db, user.id),
    reportNumber: reportNumberOf(db, order),
    replyable:
      may('reservation.reply') && order.state !== 'draft' && order.state !== 'cancelled'
        ? replyableOf(
            checks.filter((result) => user.scope.kind === 'syndicat' || !asksTheSyndicat(result)),
            listReplies(db, order.id),
            closures,
          )
        : [],
    steps: listOrderSteps(db, order.id),
    purchaseOrders: listPurchaseOrders(db, order.id),
    deliveries: listDeliveries(db, order.id),
    toReceive: listLinesToReceive(db, order.id),
    serviceCodes,
    billing: billingRefusals({ ...commune, serviceCodes: serviceCodes.map(({ code }) => code) }, order).map(
      refusalSentence,
    ),
    holds: order.state === 'issued' || order.state === 'cancelled' ? [] : readStartHolds(db, order.id, today),
    schools: [...new Map(lines.map(({ line, schoolName }) => [line.schoolUai, schoolName]))].map(([uai, name]) => ({
      uai,
      name,
    })),
    // The texts of the day the order was submitted, not those of today.
    explained: explained(checks, rulesInForce(db, order.submittedAt ? dayInParis(order.submittedAt) : today)),
    today,
    /** Identifies the delivery that the form will attest: sent twice, it is one delivery. */
    nextDeliveryId: randomUUID(),
    may: {
      approve: possible.approve !== undefined && may('order.approve'),
      accept: possible.accept !== undefined && may('order.accept'),
      refuse: possible.refuse !== undefined && may('order.accept'),
      resume: possible.resume !== undefined && may('order.submit'),
      cancel: possible.cancel !== undefined && may('order.cancel'),
      issue: possible.issue !== undefined && may('order.issue'),
      changeReferences: ['submitted', 'approved', 'accepted'].includes(order.state) && may('order.reference'),
      attest: order.state === 'issued' && may('order.attest'),
      invoice: may('order.invoice'),
      readDocuments: may('finance.read'),
      apply: may('grant.write'),
      releaseHold: may('grant.release'),
      recheck: openStates.includes(order.state) && may('order.accept'),
    },
  };
}
