// Issues the compliance report that goes with the purchase orders of an order: once, numbered, kept byte for byte.
import type { Tx } from 'db/client';
import { findOrder, joinReport } from 'db/orders';
import { findSyndicat } from 'db/organisations';
import { addDeed, addDocument, findDocument } from 'db/records';
import type { orders } from 'db/schema';
import { complianceReportModel, complianceReportTemplateVersion } from '~/documents/checks/compliance-report';
import { yearOf } from '~/domain/shared/day';
import { issueOnce } from '~/platform/issuing';
import type { AskedBy } from '../guard.server';
import { orderReportFacts } from './report.server';

const whole = { kind: 'syndicat' } as const;

type Order = typeof orders.$inferSelect;

/** The number of the report issued for an order; undefined when there is none. */
export function reportNumberOf(db: Parameters<typeof findDocument>[0], order: Order): string | undefined {
  return order.reportDocumentId === null ? undefined : findDocument(db, order.reportDocumentId, whole)?.number;
}

/** The number of the report of an accepted order, issued now unless it was; null when the order changed meanwhile. */
export async function issueOrderReport(
  { db, platform, user, now, today }: AskedBy,
  found: { readonly order: Order; readonly communeName: string },
): Promise<string | null> {
  const { order, communeName } = found;
  const series = { issuerId: findSyndicat(db).id, series: 'complianceReport', year: yearOf(today) };
  const already = (tx: Tx): { readonly number: string | null } | undefined => {
    const current = findOrder(tx, order.id, whole)?.order;
    if (current?.state !== 'accepted') return { number: null };
    const number = reportNumberOf(tx, current);
    return number === undefined ? undefined : { number };
  };
  const issued = await issueOnce(db, {
    series,
    numberText: (number) => `RC-${series.year}-${String(number).padStart(5, '0')}`,
    already,
    render: (number) =>
      platform.documents.render({
        kind: 'pdf',
        model: complianceReportModel(
          orderReportFacts(db, found, { today, number, demonstration: platform.demonstration }),
        ),
      }),
    store(tx, number, bytes): { readonly number: string | null } {
      const documentId = addDocument(tx, {
        kind: 'complianceReport',
        number,
        issuerId: series.issuerId,
        communeId: order.communeId,
        title: `Rapport de conformité, ${communeName}, commande ${order.reference ?? ''}`,
        issuedOn: today,
        issuedAt: now,
        issuedBy: user.id,
        fileName: `${number}-rapport-de-conformite.pdf`,
        mediaType: 'application/pdf',
        templateVersion: complianceReportTemplateVersion,
        bytes,
      });
      joinReport(tx, order.id, documentId);
      addDeed(tx, {
        at: now,
        userId: user.id,
        communeId: order.communeId,
        deed: 'order.reportIssued',
        subjectKind: 'order',
        subjectId: order.id,
        detail: { number, documentId },
      });
      return { number };
    },
  });
  return issued.number;
}
