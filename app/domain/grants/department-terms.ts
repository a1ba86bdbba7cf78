// A yearly dotation as one department applies it: its categories, rates, ceilings and dates laid over the national text.
import type { DepartmentTerms, ExpenseKind, FundingRule, GrantScheme, Sourced } from 'catalog/grants/types';
import type { Facts } from './facts';

function sourced<Value>(value: Value, terms: DepartmentTerms): Sourced<Value> {
  return {
    value,
    confidence: terms.confidence,
    sources: [],
    ...(terms.source === null ? {} : { note: terms.source }),
  };
}

function expenseIn(expense: ExpenseKind, terms: DepartmentTerms): ExpenseKind {
  if (expense.eligible !== 'byDepartment' || terms.retained === null) return expense;
  return { ...expense, eligible: terms.retained ? 'yes' : 'no', confidence: terms.confidence };
}

function fundingIn(rule: FundingRule, terms: DepartmentTerms): FundingRule {
  const { lowestRate, highestRate, minimumCostCents, maximumCostCents, maximumGrantCents } = terms;
  const highest =
    highestRate === null ? undefined : Math.min(highestRate, rule.highestRate?.value ?? Number.MAX_SAFE_INTEGER);
  return {
    ...rule,
    ...(lowestRate !== null && lowestRate === highestRate ? { rate: sourced(lowestRate, terms) } : {}),
    ...(lowestRate === null ? {} : { lowestRate: sourced(lowestRate, terms) }),
    ...(highest === undefined ? {} : { highestRate: sourced(highest, terms) }),
    ...(minimumCostCents === null ? {} : { minimumCostCents: sourced(minimumCostCents, terms) }),
    ...(maximumCostCents === null ? {} : { maximumCostCents: sourced(maximumCostCents, terms) }),
    ...(maximumGrantCents === null ? {} : { maximumGrantCents: sourced(maximumGrantCents, terms) }),
  };
}

/** The scheme as the department applies it; unchanged when it has no local terms or none are known. */
export function withDepartmentTerms(scheme: GrantScheme, terms: DepartmentTerms | undefined): GrantScheme {
  if (scheme.localTerms !== true || terms === undefined) return scheme;
  return {
    ...scheme,
    period: {
      ...scheme.period,
      opensOn: terms.opensOn ?? scheme.period.opensOn,
      closesOn: terms.closesOn ?? scheme.period.closesOn,
    },
    expenses: scheme.expenses.map((expense) => expenseIn(expense, terms)),
    funding: scheme.funding.map((rule) => fundingIn(rule, terms)),
    payment:
      terms.advanceRate === null ? scheme.payment : { ...scheme.payment, advance: sourced(terms.advanceRate, terms) },
  };
}

/** What the department's categories answer; nothing when they are not known. */
export function departmentFactsOf(terms: DepartmentTerms | undefined): Facts {
  if (terms === undefined || terms.retained === null) return {};
  const origin = [terms.category, terms.source].filter((text) => text !== null).join(', ');
  return {
    'operation.localCategoryFound': { value: terms.retained, origin: origin || `Année ${terms.year}` },
    ...(terms.category !== null && {
      'operation.localCategory': { value: terms.category, origin: terms.source ?? `Année ${terms.year}` },
    }),
  };
}
