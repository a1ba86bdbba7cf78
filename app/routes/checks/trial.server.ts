// Tries a rule on the orders of the last twelve months and on the catalogue: what it would have done, and to whom.
import { rules as shippedRules } from 'catalog/frameworks';
import type { FactPath } from 'catalog/frameworks/facts';
import type { Rule } from 'catalog/frameworks/types';
import type { Reads } from 'db/client';
import { countOrdersSince, listOrdersSince, listSchoolLines, readFrozenInputsSince, readLinesSince } from 'db/orders';
import { findSchool, listStartingPoint } from 'db/organisations';
import { listProductsToCheck } from 'db/products';
import { orderFactsOfLines, schoolAfterOrder } from '~/domain/checks/after-order';
import type { FactsOf, LineToCheck } from '~/domain/checks/check';
import { pathsOf } from '~/domain/checks/conditions';
import { equipmentBefore, equipmentOf } from '~/domain/checks/equipment-today';
import type { Answer } from '~/domain/checks/results';
import { type PastOrder, readsContext, tryOnOrders, tryOnProduct, withFrozenInputs } from '~/domain/checks/trial';
import { addMonths, type Day, dayInParis } from '~/domain/shared/day';
import { lineToCheck } from '../orders/line-to-check.server';
import { schoolFactsOf } from '../organisations/school-facts.server';
import { readDecisions } from './rules-in-force.server';

/** Orders read for one trial; beyond, the latest are tried and the page says how many were left out. */
const mostOrders = 2000;
/** A rule about schools reads the equipment of each. */
const mostOrdersWithSchools = 800;
const mostProducts = 20_000;

const whole = { kind: 'syndicat' } as const;

const readPaths = (rule: Rule) => [
  ...(rule.when ? pathsOf(rule.when) : []),
  ...(rule.require ? pathsOf(rule.require) : []),
];

/** What each school was, without one order: its directory, declarations and lines are read once. */
function schoolReader(db: Reads) {
  const known = new Map<string, ReturnType<typeof readSchool>>();
  const readSchool = (uai: string) => {
    const found = findSchool(db, uai, whole);
    const lines = listSchoolLines(db, uai).map((line) => ({
      line: lineToCheck(line),
      orderId: line.line.orderId,
      ordered: line.line.quantity,
      delivered: line.delivered,
    }));
    return found && { facts: schoolFactsOf(db, found.school), declared: listStartingPoint(db, uai), lines };
  };
  return (orderId: string, lines: readonly LineToCheck[]) => {
    const uais = [...new Set(lines.flatMap(({ schoolId }) => (schoolId === null ? [] : [schoolId])))];
    return Object.fromEntries(
      uais.flatMap((uai) => {
        if (!known.has(uai)) known.set(uai, readSchool(uai));
        const school = known.get(uai);
        if (!school) return [];
        const others = school.lines.filter((line) => line.orderId !== orderId);
        const own = lines.filter(({ schoolId }) => schoolId === uai);
        const after = schoolAfterOrder(equipmentBefore(equipmentOf(school.declared, others)), own);
        return [[uai, { ...school.facts, ...after }] as const];
      }),
    );
  };
}

/** The rules whose frozen results hold what is known of these facts. */
function rulesReading(db: Reads, paths: readonly FactPath[]): readonly string[] {
  const all = [...shippedRules, ...readDecisions(db).policies];
  return [...new Set(all.filter((rule) => readPaths(rule).some((path) => paths.includes(path))).map(({ id }) => id))];
}

/** The orders of the last twelve months as the rules read them: what was frozen on submission, else what is known now. */
function readPastOrders(db: Reads, rules: readonly Rule[], today: Day) {
  const since = addMonths(today, -12);
  const paths = [...new Set(rules.flatMap(readPaths))];
  const withSchools = readsContext(paths, 'school') || rules.some(({ scope }) => scope === 'school');
  const limit = withSchools ? mostOrdersWithSchools : mostOrders;
  const found = listOrdersSince(db, since, limit);
  const lines = readLinesSince(db, since);
  const recorded = paths.filter((path) => path !== 'product.category');
  const frozen = readFrozenInputsSince(db, since, rulesReading(db, recorded));
  const schoolsOf = schoolReader(db);
  const orders = found.map(({ id, reference, communeName, net, submittedAt }): PastOrder => {
    const checked = (lines.get(id) ?? []).map(lineToCheck);
    const schools: Readonly<Record<string, FactsOf<never>>> = withSchools
      ? schoolsOf(id, checked)
      : Object.fromEntries(checked.map(({ schoolId }) => [schoolId ?? '', {}]));
    const asNow = {
      id,
      day: submittedAt === null ? today : dayInParis(submittedAt),
      buyer: { kind: 'commune' },
      order: orderFactsOfLines(checked),
      schools,
      lines: checked,
    };
    return { id, reference, communeName, net, checked: withFrozenInputs(asNow, frozen.get(id) ?? []) };
  });
  const total = countOrdersSince(db, since);
  return { since, orders, total, leftOut: total - orders.length };
}

/** Whether a rule can be tried on orders: a year or a consultation is no order. */
export const isTriedOnOrders = ({ scope }: Rule) => scope !== 'year' && scope !== 'consultation';

/** The rule on the orders of the last twelve months, beside the version in force. */
export function tryOnPastOrders(db: Reads, rule: Rule, inForce: Rule | undefined, today: Day) {
  const { since, orders, total, leftOut } = readPastOrders(db, inForce ? [rule, inForce] : [rule], today);
  return { since, total, leftOut, tried: tryOnOrders(rule, inForce, orders) };
}

/** The rule on every reference that can be ordered: the answers counted, and each reference of one answer. */
export function tryOnCatalogue(db: Reads, rule: Rule, today: Day) {
  const products = listProductsToCheck(db, today, rule.categories, mostProducts + 1);
  const capped = products.length > mostProducts;
  if (rule.scope !== 'product') {
    return { concerned: Math.min(products.length, mostProducts), capped, answers: null, products: [] };
  }
  const tried = products.slice(0, mostProducts).flatMap((product) => {
    const result = tryOnProduct(rule, product, today);
    const { id, reference, label } = product;
    return result ? [{ id, reference, label, answer: result.answer, sentence: result.sentence }] : [];
  });
  const count = (answer: Answer) => tried.filter((one) => one.answer === answer).length;
  return {
    concerned: tried.length,
    capped,
    answers: {
      met: count('met'),
      unmet: count('unmet'),
      unknown: count('unknown'),
      notApplicable: count('notApplicable'),
    },
    products: tried,
  };
}
