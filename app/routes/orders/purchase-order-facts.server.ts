// What a purchase order states, gathered from the stored lines, the contract, the parties and the frozen checks.
import { rules } from 'catalog/frameworks';
import { committedNetByLot } from 'db/accords-cadres';
import type { Reads } from 'db/client';
import {
  listFrozenChecks,
  listOrderSteps,
  listPriceSchedulesOf,
  listReplies,
  type OrderLine,
  type OrderLot,
} from 'db/orders';
import type { orders } from 'db/schema';
import type { CheckSummary, DeliveryPlace, DocumentLine, PurchaseOrderFacts } from '~/documents/finance/facts';
import type { CheckResult } from '~/domain/checks/results';
import { remainderOf } from '~/domain/orders/ceilings';
import { totalsOf } from '~/domain/orders/totals';
import { addDays, type Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { Siret } from '~/domain/shared/identifiers';
import { zeroCents } from '~/domain/shared/money';
import { type OrganisationRow, partiesOf, partyOf } from './parties.server';

export const demonstrationMention = 'Démonstration : fournisseurs et prix fictifs, document sans valeur';

/** Lines of a document, numbered from 1, with their amounts as stored. */
export function documentLines(lines: readonly OrderLine['line'][]): readonly DocumentLine[] {
  return lines.map((line, index) => ({
    number: index + 1,
    reference: line.reference,
    label: line.label,
    quantity: line.quantity,
    unitPriceNet: line.unitPriceNet,
    net: line.net,
    vatRate: line.vatRate,
    unitEcoContributionNet: line.ecoContributionNet > 0 ? line.ecoContributionNet : null,
    ecoContributionNet: line.ecoNet,
  }));
}

function checkSummaries(db: Reads, orderId: string, ids: ReadonlySet<string>): readonly CheckSummary[] {
  const replies = listReplies(db, orderId);
  const groups = new Map<string, CheckResult[]>();
  for (const result of listFrozenChecks(db, orderId)) {
    if ((result.subject.kind === 'line' || result.subject.kind === 'product') && !ids.has(result.subject.id)) continue;
    const framework = rules.find(({ id }) => id === result.ruleId)?.framework ?? 'Règle du syndicat';
    groups.set(framework, [...(groups.get(framework) ?? []), result]);
  }
  const count = (results: readonly CheckResult[], answer: CheckResult['answer']) =>
    results.filter((result) => result.answer === answer).length;
  return [...groups].map(([framework, results]) => ({
    framework,
    ruleVersion: [...new Set(results.map(({ ruleVersion }) => String(ruleVersion)))].join(', '),
    met: count(results, 'met'),
    unmet: count(results, 'unmet'),
    unknown: count(results, 'unknown'),
    notApplicable: count(results, 'notApplicable'),
    remarks: [
      ...new Set(
        results.flatMap((result) =>
          replies
            .filter(({ key }) => key === result.key)
            .map(({ comment, documents }) => {
              const joined = documents.length === 0 ? [] : [`document joint, ${documents.join(', ')}`];
              const words = [comment, ...joined].filter((text) => text !== '').join(' ; ');
              return `${result.ruleId} : ${result.sentence} Réponse : ${words}`;
            }),
        ),
      ),
    ],
  }));
}

function deliveryPlaces(lines: readonly OrderLine[]): readonly DeliveryPlace[] {
  const places = new Map<string, DeliveryPlace>();
  lines.forEach(({ line, schoolName }, index) => {
    const place = places.get(line.schoolUai) ?? { name: schoolName, uai: line.schoolUai, address: null, lines: [] };
    const here = { lineNumber: index + 1, quantity: line.quantity };
    places.set(line.schoolUai, { ...place, lines: [...place.lines, here] });
  });
  return [...places.values()];
}

/** The facts of the purchase order of one lot; `lines` are those of the lot, in order. */
export function purchaseOrderFacts(
  db: Reads,
  asked: {
    readonly number: string;
    readonly today: Day;
    readonly order: typeof orders.$inferSelect;
    readonly orderLot: OrderLot;
    readonly lines: readonly OrderLine[];
    readonly syndicat: OrganisationRow;
    readonly commune: OrganisationRow;
    readonly issuedBy: string;
    readonly reportNumber: string | null;
    readonly demonstration: boolean;
  },
): PurchaseOrderFacts {
  const { order, orderLot, lines, syndicat, commune } = asked;
  const { lot, accordCadre, holder } = orderLot;
  const parties = partiesOf(accordCadre.mode, syndicat, commune);
  const ownReferences = accordCadre.mode === 'intermediary';
  const schedules = listPriceSchedulesOf(db, order.id, lot.id);
  const orderedNet = committedNetByLot(db).get(lot.id) ?? zeroCents;
  const approver = listOrderSteps(db, order.id).findLast(({ state }) => state === 'approved')?.by;
  return {
    number: asked.number,
    issuedOn: asked.today,
    replaces: null,
    issuer: partyOf(parties.issuer),
    commitmentNumber: ownReferences ? order.commitmentNumber : null,
    accordCadre: {
      number: accordCadre.reference,
      title: accordCadre.title,
      lotNumber: String(lot.number),
      lotTitle: lot.title,
      priceSchedule:
        schedules.map((one) => `bordereau en vigueur depuis le ${formatDay(one.effectiveOn)}`).join(' ; ') || null,
      endsOn: accordCadre.endsOn,
    },
    holder: partyOf(holder),
    orderer: partyOf(parties.orderer),
    invoicee: partyOf(parties.invoicee),
    payer: partyOf(parties.payer),
    owner: partyOf(parties.owner),
    lines: documentLines(lines.map(({ line }) => line)),
    totals: totalsOf(lines.map(({ line }) => line)),
    deliveries: deliveryPlaces(lines),
    delivery: {
      deadline: `${lot.deliveryDays} jours à compter de la notification du bon`,
      latestDay: addDays(asked.today, lot.deliveryDays),
    },
    invoicing: {
      // The gate before issue has held the SIRET to its key.
      siret: parties.invoicee.siret as Siret,
      serviceCode: ownReferences ? order.serviceCode : null,
      commitmentNumber: ownReferences ? order.commitmentNumber : null,
    },
    checks: checkSummaries(db, order.id, new Set(lines.flatMap(({ line }) => [line.id, line.productId]))),
    ceiling: { maximumNet: lot.maximumNet, orderedNet, remainingNet: remainderOf(lot.maximumNet, orderedNet) },
    signatory:
      accordCadre.mode === 'wholesaler'
        ? { role: 'Pour le syndicat', name: asked.issuedBy, delegation: null }
        : { role: 'Pour la commune', name: approver ?? '', delegation: null },
    reportNumber: asked.reportNumber,
    budgetLine: null,
    mention: asked.demonstration ? demonstrationMention : null,
  };
}
