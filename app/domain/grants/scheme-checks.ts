// What a scheme must have before it is opened: everything that would make its figures wrong or its files impossible.
import type { FundingRule, GrantScheme } from 'catalog/grants/types';
import type { Day } from '~/domain/shared/day';

export type SchemeRefusal =
  | { readonly tag: 'noText' }
  | { readonly tag: 'noApplicant' }
  | { readonly tag: 'noFunding' }
  | { readonly tag: 'noExpense' }
  | { readonly tag: 'noSection' }
  | { readonly tag: 'noDates' }
  | { readonly tag: 'datesReversed' }
  | { readonly tag: 'alreadyClosed'; readonly closesOn: string }
  | { readonly tag: 'notOpenable' }
  | { readonly tag: 'categoryTwice'; readonly category: string; readonly labels: readonly string[] }
  | { readonly tag: 'floorAboveCeiling'; readonly part: string }
  | { readonly tag: 'ratesReversed'; readonly part: string }
  | { readonly tag: 'noRate'; readonly part: string }
  | { readonly tag: 'partWithoutFunding'; readonly label: string }
  | { readonly tag: 'partTwice'; readonly part: string };

const above = (a: { readonly value: number } | undefined, b: { readonly value: number } | undefined) =>
  a !== undefined && b !== undefined && a.value > b.value;

function ruleRefusals(rule: FundingRule): readonly SchemeRefusal[] {
  const { part } = rule;
  const refusals: SchemeRefusal[] = [];
  if (above(rule.minimumCostCents, rule.maximumCostCents) || above(rule.minimumGrantCents, rule.maximumGrantCents)) {
    refusals.push({ tag: 'floorAboveCeiling', part });
  }
  if (above(rule.lowestRate, rule.highestRate)) refusals.push({ tag: 'ratesReversed', part });
  if (rule.rate.value === null && !rule.ratesByTotal && !rule.lowestRate && !rule.highestRate) {
    refusals.push({ tag: 'noRate', part });
  }
  return refusals;
}

function expenseRefusals({ expenses, funding }: GrantScheme): readonly SchemeRefusal[] {
  const categories = expenses.flatMap((expense) => expense.categories);
  const twice = [...new Set(categories.filter((code, index) => categories.indexOf(code) !== index))];
  const parts = new Set(funding.map(({ part }) => part));
  return [
    ...(expenses.some(({ eligible, categories: own }) => eligible !== 'no' && own.length > 0)
      ? []
      : [{ tag: 'noExpense' } as const]),
    ...twice.map((category) => ({
      tag: 'categoryTwice' as const,
      category,
      labels: expenses.filter((expense) => expense.categories.includes(category)).map(({ label }) => label),
    })),
    // A family whose part no rule funds would be shown as eligible and paid nothing.
    ...expenses
      .filter(({ eligible, part }) => eligible !== 'no' && !parts.has(part))
      .map(({ label }) => ({ tag: 'partWithoutFunding' as const, label })),
  ];
}

/** All that stands against opening a scheme on a day; none when it can be opened. */
export function openingRefusals(scheme: GrantScheme, today: Day): readonly SchemeRefusal[] {
  const { opensOn, closesOn } = scheme.period;
  const parts = scheme.funding.map(({ part }) => part);
  return [
    ...(scheme.legalTexts.length === 0 ? [{ tag: 'noText' } as const] : []),
    ...(scheme.applicants.length === 0 ? [{ tag: 'noApplicant' } as const] : []),
    ...(scheme.funding.length === 0 ? [{ tag: 'noFunding' } as const] : []),
    ...(scheme.sections.length === 0 ? [{ tag: 'noSection' } as const] : []),
    ...(scheme.status === 'closed' || scheme.status === 'toVerify' ? [{ tag: 'notOpenable' } as const] : []),
    ...(scheme.status === 'open' && closesOn === null ? [{ tag: 'noDates' } as const] : []),
    ...(opensOn !== null && closesOn !== null && opensOn > closesOn ? [{ tag: 'datesReversed' } as const] : []),
    ...(closesOn !== null && today.slice(0, closesOn.length) > closesOn
      ? [{ tag: 'alreadyClosed', closesOn } as const]
      : []),
    ...expenseRefusals(scheme),
    ...scheme.funding.flatMap(ruleRefusals),
    ...[...new Set(parts.filter((part, index) => parts.indexOf(part) !== index))].map((part) => ({
      tag: 'partTwice' as const,
      part,
    })),
  ];
}
