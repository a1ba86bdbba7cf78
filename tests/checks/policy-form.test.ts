// The form of a rule: every condition it can show is written back as it was; what is mistyped is said beside its row.
import { rules } from 'catalog/frameworks';
import { expect, test } from 'vitest';
import { pathsOf } from '~/domain/checks/conditions';
import {
  type ConditionRow,
  conditionOfRows,
  rowProblemSentence,
  rowsOfCondition,
  scopeOfFacts,
} from '~/domain/checks/policy-form';
import { describeFact } from '~/routes/checks/words.server';

const row = (fact: string, operator: ConditionRow['operator'], value = '', other = ''): ConditionRow => ({
  fact,
  operator,
  value,
  other,
});
const one = (...rows: readonly ConditionRow[]) => conditionOfRows(rows, 'all', describeFact);

test('a condition shown in the form and sent back says the same', () => {
  let shown = 0;
  for (const { id, require } of rules) {
    const rows = require ? rowsOfCondition(require, describeFact) : undefined;
    if (!rows) continue;
    shown += 1;
    const back = conditionOfRows(rows.rows, rows.combine, describeFact);
    expect('problems' in back ? back.problems : back.condition, id).toEqual(require);
  }
  const policies = rules.filter(({ nature }) => nature === 'syndicatPolicy');
  for (const { id, require } of policies) {
    expect(require && rowsOfCondition(require, describeFact), id).toBeTruthy();
  }
  expect(shown).toBeGreaterThan(policies.length);
});

test('values are read as people write them', () => {
  expect(one(row('product.ramGb', 'gte', '4'))).toEqual({ condition: { gte: ['$product.ramGb', 4] } });
  expect(one(row('product.screenInches', 'gte', '10,9'))).toEqual({
    condition: { gte: ['$product.screenInches', 10.9] },
  });
  expect(one(row('product.onSiteWarranty', 'eq', 'Oui'))).toEqual({
    condition: { eq: ['$product.onSiteWarranty', true] },
  });
  expect(one(row('product.osSupportEndsOn', 'gte', '1/9/2030'))).toEqual({
    condition: { gte: ['$product.osSupportEndsOn', '2030-09-01'] },
  });
  expect(one(row('product.ecoContributionCents', 'lte', '12,50 €'))).toEqual({
    condition: { lte: ['$product.ecoContributionCents', 1250] },
  });
  expect(one(row('product.osSupportEndsOn', 'gte', '4', 'order.placedOn'))).toEqual({
    condition: { gte: ['$product.osSupportEndsOn', { addYears: ['$order.placedOn', 4] }] },
  });
  expect(one(row('', 'gte', '4'))).toEqual({ condition: undefined });
});

test.each([
  [row('product.ramGb', 'gte', 'quatre'), 'n’est pas un nombre'],
  [row('product.ramGb', 'gte'), 'indiquez une valeur'],
  [row('product.onSiteWarranty', 'eq', 'peut-être'), 'oui ou non'],
  [row('product.onSiteWarranty', 'gte', 'oui'), 'demande un nombre'],
  [row('product.osSupportEndsOn', 'gte', '31/02/2030'), 'n’est pas une date'],
  [row('product.throw', 'eq', 'moyenne'), 'Valeurs possibles'],
  [row('product.ramGb', 'gte', '', 'order.placedOn'), 'ne se compare pas'],
  [row('product.absent', 'gte', '1'), 'n’existe pas'],
])('%j is refused with its reason', (typed, reason) => {
  const read = one(typed);
  expect('problems' in read ? read.problems.map(rowProblemSentence).join() : '').toContain(reason);
});

test('whom a rule is about comes from the facts it reads, as in the rules shipped for the syndicat', () => {
  for (const { id, require, scope, nature } of rules) {
    if (nature === 'syndicatPolicy' && require) expect(scopeOfFacts(pathsOf(require)), id).toBe(scope);
  }
  expect(scopeOfFacts(['consultation.repairHours', 'product.ramGb'])).toBeUndefined();
});
