// Which rules concern what, on a day: products, orders with their lines and schools, years and consultations.
import type {
  BuyerFact,
  ConsultationFact,
  InvoiceFact,
  LineFact,
  OrderFact,
  ProductFact,
  SchoolFact,
  YearFact,
} from 'catalog/frameworks/facts';
import type { FactValue, Rule, RuleStage } from 'catalog/frameworks/types';
import type { Day } from '~/domain/shared/day';
import type { Facts } from './conditions';
import { answerRule, type CheckResult } from './results';

/** Known facts by name; absent, undefined or null is unknown. */
export type FactsOf<Name extends string> = Readonly<Partial<Record<Name, FactValue | null | undefined>>>;

export interface ProductToCheck {
  readonly id: string;
  /** Code of catalog/products/categories.ts. */
  readonly category: string;
  readonly ecoContributionCents: number | null;
  /** By code of catalog/products/attributes.ts. */
  readonly attributes: FactsOf<ProductFact>;
}

export interface LineToCheck {
  readonly id: string;
  /** A key of `schools`; null when the line is for no school in particular. */
  readonly schoolId: string | null;
  readonly product: ProductToCheck;
  /** `condition` is the product's own when it isn't given. */
  readonly facts: FactsOf<LineFact>;
  /** The buyer's year so far in the line's AGEC category, when it was counted. */
  readonly year?: FactsOf<YearFact>;
}

export interface OrderToCheck {
  readonly id: string;
  /** Day of the order: chooses the versions of the rules, and is its placedOn. */
  readonly day: Day;
  readonly buyer: FactsOf<BuyerFact>;
  readonly order: FactsOf<OrderFact>;
  /** By school id, the counts after the order included (see after-order.ts). */
  readonly schools: Readonly<Record<string, FactsOf<SchoolFact>>>;
  readonly lines: readonly LineToCheck[];
  /** Only once an invoice is known. */
  readonly invoice?: FactsOf<InvoiceFact>;
}

/** Rules switched on and in force on a day. */
export function rulesInForce(rules: readonly Rule[], day: Day): readonly Rule[] {
  return rules.filter(
    (rule) => rule.enabled && (rule.from === null || rule.from <= day) && (rule.until === null || day <= rule.until),
  );
}

const concerns = (rule: Rule, category: string) => rule.categories?.includes(category) ?? true;

const productFactsOf = (product: ProductToCheck): Record<string, FactValue | null | undefined> => ({
  ...product.attributes,
  category: product.category,
  ecoContributionCents: product.ecoContributionCents,
});

/** Holds a reference of the catalogue against the rules about products in force on a day; all its answers. */
export function checkProduct(rules: readonly Rule[], product: ProductToCheck, day: Day): readonly CheckResult[] {
  return rulesInForce(rules, day)
    .filter((rule) => rule.scope === 'product' && concerns(rule, product.category))
    .map((rule) => answerRule(rule, { kind: 'product', id: product.id }, { product: productFactsOf(product) }));
}

/**
 * Holds an order against the rules of the given stages: each distinct product, each line, each school that a line is
 * for, and the order as a whole. A rule whose categories are absent from the subject gives no result.
 */
export function checkOrder(
  rules: readonly Rule[],
  checked: OrderToCheck,
  stages: readonly RuleStage[] = ['catalogue', 'order'],
): readonly CheckResult[] {
  const inForce = rulesInForce(rules, checked.day).filter((rule) => stages.includes(rule.stage));
  const common: Facts = {
    buyer: checked.buyer,
    order: { ...checked.order, placedOn: checked.day },
    invoice: checked.invoice ?? {},
  };
  const schoolOf = (id: string | null) => (id === null ? {} : (checked.schools[id] ?? {}));
  const products = new Map(checked.lines.map(({ product }) => [product.id, product]));
  const schoolIds = [...new Set(checked.lines.flatMap(({ schoolId }) => (schoolId === null ? [] : [schoolId])))];
  const anyConcerned = (rule: Rule, lines: readonly LineToCheck[]) =>
    lines.some((line) => concerns(rule, line.product.category));

  return inForce.flatMap((rule): readonly CheckResult[] => {
    if (rule.scope === 'product') {
      return [...products.values()]
        .filter((product) => concerns(rule, product.category))
        .map((product) =>
          answerRule(rule, { kind: 'product', id: product.id }, { ...common, product: productFactsOf(product) }),
        );
    }
    if (rule.scope === 'line') {
      return checked.lines
        .filter((line) => concerns(rule, line.product.category))
        .map((line) =>
          answerRule(
            rule,
            { kind: 'line', id: line.id },
            {
              ...common,
              product: productFactsOf(line.product),
              school: schoolOf(line.schoolId),
              year: line.year ?? {},
              line: { ...line.facts, condition: line.facts.condition ?? line.product.attributes.condition },
            },
          ),
        );
    }
    if (rule.scope === 'school') {
      return schoolIds
        .filter((id) =>
          anyConcerned(
            rule,
            checked.lines.filter(({ schoolId }) => schoolId === id),
          ),
        )
        .map((id) => answerRule(rule, { kind: 'school', id }, { ...common, school: schoolOf(id) }));
    }
    if (rule.scope !== 'order' || !anyConcerned(rule, checked.lines)) return [];
    return [answerRule(rule, { kind: 'order', id: checked.id }, common)];
  });
}

/** Holds a buyer's year in one AGEC category against the rules in force on a day. */
export function checkYear(
  rules: readonly Rule[],
  checked: { readonly id: string; readonly buyer: FactsOf<BuyerFact>; readonly year: FactsOf<YearFact> },
  day: Day,
): readonly CheckResult[] {
  return rulesInForce(rules, day)
    .filter((rule) => rule.scope === 'year')
    .map((rule) => answerRule(rule, { kind: 'year', id: checked.id }, { buyer: checked.buyer, year: checked.year }));
}

/** Holds a consultation, or one of its lots, against the rules in force on a day. */
export function checkConsultation(
  rules: readonly Rule[],
  checked: {
    readonly id: string;
    readonly categories: readonly string[];
    readonly buyer: FactsOf<BuyerFact>;
    readonly consultation: FactsOf<ConsultationFact>;
  },
  day: Day,
): readonly CheckResult[] {
  const { buyer, consultation } = checked;
  return rulesInForce(rules, day)
    .filter((rule) => rule.scope === 'consultation')
    .filter((rule) => !rule.categories || checked.categories.some((category) => concerns(rule, category)))
    .map((rule) => answerRule(rule, { kind: 'consultation', id: checked.id }, { buyer, consultation }));
}
