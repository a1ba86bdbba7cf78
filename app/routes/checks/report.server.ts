// Facts of the compliance report of an order, as frozen on submission, or of a school, as it stands today.
import { facts } from 'catalog/frameworks/facts';
import type { Reads } from 'db/client';
import {
  listClosures,
  listFrozenChecks,
  listOrderLines,
  listOrderSteps,
  listReplies,
  namesOfSubjects,
} from 'db/orders';
import { findSyndicat } from 'db/organisations';
import type { orders, schools } from 'db/schema';
import type { ComplianceReportFacts } from '~/documents/checks/facts';
import { complianceReportOf } from '~/domain/checks/report';
import { declaredCountLabels } from '~/domain/checks/starting-point';
import { orderStateLabels } from '~/domain/orders/order-states';
import { schoolLevelLabels, schoolLevelOf } from '~/domain/organisations/schools';
import { type Day, dayInParis } from '~/domain/shared/day';
import { formatCount, formatDay } from '~/domain/shared/format';
import { demonstrationMention } from '../orders/purchase-order-facts.server';
import { checkSchoolToday } from './school-checks.server';

export interface AskedReport {
  readonly today: Day;
  readonly demonstration: boolean;
  /** Number of the report when it is issued. */
  readonly number?: string;
}

function shared(db: Reads, asked: AskedReport) {
  const syndicat = findSyndicat(db);
  const city = [syndicat.postalCode, syndicat.city].filter(Boolean).join(' ');
  return {
    issuer: { name: syndicat.name, lines: [syndicat.address, city].filter((line): line is string => Boolean(line)) },
    madeOn: asked.today,
    mention: asked.demonstration ? demonstrationMention : null,
  };
}

/** What was checked when the order was submitted, with the replies and closures known now. The order is not a cart. */
export function orderReportFacts(
  db: Reads,
  found: { readonly order: typeof orders.$inferSelect; readonly communeName: string },
  asked: AskedReport,
): ComplianceReportFacts {
  const { order, communeName } = found;
  const lines = listOrderLines(db, order.id, asked.today);
  const submitted = listOrderSteps(db, order.id).findLast(({ state }) => state === 'submitted');
  const checkedOn = dayInParis(order.submittedAt ?? order.createdAt);
  const schoolNames = [...new Set(lines.map(({ schoolName }) => schoolName))];
  const said = { replies: listReplies(db, order.id), closures: listClosures(db, order.id) };
  const reference = order.reference ?? '';
  return {
    ...shared(db, asked),
    reference: asked.number ?? reference,
    title: 'Rapport de conformité',
    subtitle: `${communeName}, commande ${reference}`,
    about: [
      {
        label: 'Commande',
        value: [
          reference,
          order.title,
          `${formatCount(lines.length)} ligne${lines.length > 1 ? 's' : ''} pour ${schoolNames.join('\u00a0; ')}`,
          asked.number === undefined ? orderStateLabels[order.state].toLowerCase() : 'jointe aux bons de commande',
        ]
          .filter(Boolean)
          .join(', '),
      },
      {
        label: 'Contrôlée le',
        value: `${formatDay(checkedOn)}, à la soumission${submitted ? ` par ${submitted.by}` : ''}`,
      },
    ],
    checkedOn,
    report: complianceReportOf(listFrozenChecks(db, order.id), said, namesOfSubjects(db, order.id)),
  };
}

/** What the rules about schools say of a school today, with its equipment after deliveries and open orders. */
export function schoolReportFacts(
  db: Reads,
  found: { readonly school: typeof schools.$inferSelect; readonly communeName: string },
  asked: AskedReport,
): ComplianceReportFacts {
  const { school, communeName } = found;
  const { results, counts, openOrders } = checkSchoolToday(db, school, asked.today);
  return {
    ...shared(db, asked),
    reference: school.uai,
    title: 'Rapport de conformité',
    subtitle: `${communeName}, ${school.name}`,
    about: [
      {
        label: 'École',
        value: `${school.name}, UAI ${school.uai}, ${schoolLevelLabels[schoolLevelOf(school.nursery, school.elementary)]}`,
      },
      {
        label: facts.school.classes.label,
        value: `${school.classes ?? 'inconnu'} (élèves\u00a0: ${school.pupils ?? 'inconnu'})`,
      },
      {
        label: 'Commandes en cours',
        value: openOrders.length === 0 ? 'aucune' : openOrders.map(({ reference }) => reference).join(', '),
      },
    ],
    checkedOn: asked.today,
    report: complianceReportOf(results, { replies: [], closures: [] }, {}),
    equipment: counts.map(({ count, declared, declaredAt, delivered, expected, after }) => ({
      label: declaredCountLabels[count],
      declared,
      declaredOn: declaredAt === null || declared === null ? null : dayInParis(declaredAt),
      delivered,
      expected,
      after,
    })),
  };
}
