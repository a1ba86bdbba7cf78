// Reads the eligible purchases and the funding rules of a scheme's form.
import { grantFacts } from 'catalog/grants';
import type { FactName } from 'catalog/grants/facts';
import type { ExpenseKind, FundingRule, GrantScheme } from 'catalog/grants/types';
import { isCategoryCode } from 'catalog/products/categories';
import { marked, optional, type Reading } from './reading.server';

export const parts = ['project', 'equipment', 'services', 'operation'] as const;
export const eligibilities = ['yes', 'no', 'toVerify', 'byDepartment'] as const;
export const bases = ['school', 'operation', 'project'] as const;

function readExpense(reading: Reading, index: number, before: ExpenseKind | undefined, verified: boolean) {
  const at = (field: string) => `exp:${index}:${field}`;
  const label = reading.text(at('label'));
  const chosen = reading.list(at('categories[]')).filter(isCategoryCode);
  if (reading.has(at('remove')) || (label === '' && chosen.length === 0)) return [];
  if (label === '') reading.problems[at('label')] = 'Nommez cette famille de dépenses.';
  const categories = [
    ...(before?.categories.filter((code) => chosen.includes(code)) ?? []),
    ...chosen.filter((code) => !before?.categories.includes(code)),
  ];
  const condition = reading.text(at('condition'));
  const next = {
    code: before?.code ?? `DEP-${index + 1}`,
    label,
    part: reading.chosen(at('part'), parts, before?.part ?? 'project'),
    categories,
    eligible: reading.chosen(at('eligible'), eligibilities, before?.eligible ?? 'yes'),
    ...(condition !== '' && { condition }),
  };
  const mark = { confidence: verified ? 'confirmed' : 'unsure', sources: [] } as const;
  if (!before) return [{ ...next, ...mark }];
  const { confidence, sources, ...told } = before;
  const same = Object.keys({ ...told, ...next }).every(
    (key) => JSON.stringify(told[key as keyof typeof told]) === JSON.stringify(next[key as keyof typeof next]),
  );
  return [{ ...next, ...(same && (!verified || confidence === 'confirmed') ? { confidence, sources } : mark) }];
}

/** The purchases as the form leaves them, and one more when it names one. */
export function readExpenses(reading: Reading, before: GrantScheme): readonly ExpenseKind[] {
  const verified = reading.list('verified[]').includes('expenses');
  return Array.from({ length: before.expenses.length + 1 }, (_, index) =>
    readExpense(reading, index, before.expenses[index], verified),
  ).flat();
}

const isFact = (text: string): text is FactName => Object.hasOwn(grantFacts, text);

function readRule(
  reading: Reading,
  index: number,
  before: FundingRule | undefined,
  verified: boolean,
): readonly FundingRule[] {
  const at = (field: string) => `fund:${index}:${field}`;
  const rate = reading.rate(at('rate'));
  const [lowest, highest] = [reading.rate(at('lowestRate')), reading.rate(at('highestRate'))];
  const [upTo, below, above] = [
    reading.amount(at('bandUpTo')),
    reading.rate(at('bandRate')),
    reading.rate(at('bandRateAbove')),
  ];
  if (reading.has(at('remove'))) return [];
  if (!before && rate === null && lowest === null && highest === null) return [];
  const perFact = reading.text(at('perFact'));
  const perAmount = reading.amount(at('perAmount'));
  const bands =
    upTo !== null && below !== null && above !== null
      ? [
          { upToCents: upTo, rate: below },
          { upToCents: null, rate: above },
        ]
      : null;
  if (bands === null && [upTo, below, above].some((value) => value !== null)) {
    reading.problems[at('bandUpTo')] = 'Donnez le seuil et les deux taux, ou aucun des trois.';
  }
  return [
    {
      part: reading.chosen(at('part'), parts, before?.part ?? 'project'),
      per: reading.chosen(at('per'), bases, before?.per ?? 'school'),
      rate: marked(rate, before?.rate, verified),
      ...optional('ratesByTotal', bands, before?.ratesByTotal, verified),
      ...optional('lowestRate', lowest, before?.lowestRate, verified),
      ...optional('highestRate', highest, before?.highestRate, verified),
      ...optional('minimumCostCents', reading.amount(at('minimumCost')), before?.minimumCostCents, verified),
      ...optional('maximumCostCents', reading.amount(at('maximumCost')), before?.maximumCostCents, verified),
      ...optional(
        'maximumCostPer',
        isFact(perFact) && perAmount !== null ? { fact: perFact, cents: perAmount } : null,
        before?.maximumCostPer,
        verified,
      ),
      ...optional('minimumGrantCents', reading.amount(at('minimumGrant')), before?.minimumGrantCents, verified),
      ...optional('maximumGrantCents', reading.amount(at('maximumGrant')), before?.maximumGrantCents, verified),
      rounding: marked(
        reading.chosen(at('rounding'), ['cent', 'euroDown'] as const, before?.rounding.value ?? 'cent'),
        before?.rounding,
        verified,
      ),
    },
  ];
}

/** The rules as the form leaves them, and one more when it gives a rate. */
export function readFunding(reading: Reading, before: GrantScheme): readonly FundingRule[] {
  const verified = reading.list('verified[]').includes('funding');
  return Array.from({ length: before.funding.length + 1 }, (_, index) =>
    readRule(reading, index, before.funding[index], verified),
  ).flat();
}
