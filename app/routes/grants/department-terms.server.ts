// Reads what a department retains of a yearly dotation.
import type { DepartmentTerms } from 'catalog/grants/types';
import { parseDay } from '~/domain/shared/day';
import { readingOf } from './scheme-form/reading.server';

const department = /^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])$/;

/** The terms of the form, or what is wrong beside each field. */
export function readDepartmentTerms(
  form: FormData,
  schemeIds: readonly string[],
): { readonly terms: DepartmentTerms } | { readonly problems: Readonly<Record<string, string>> } {
  const reading = readingOf(form);
  const { problems } = reading;
  const schemeId = reading.text('schemeId');
  if (!schemeIds.includes(schemeId)) problems['schemeId'] = 'Choisissez le dispositif.';
  const departmentCode = reading.text('departmentCode').toUpperCase();
  if (!department.test(departmentCode)) problems['departmentCode'] = 'Écrivez un code de département, comme 35.';
  const year = reading.count('year') ?? 0;
  if (year < 2000 || year > 2100) problems['year'] ??= 'Écrivez une année, comme 2027.';
  const retained = reading.text('retained');
  const date = (name: string) => {
    const typed = reading.text(name);
    if (typed !== '' && !parseDay(typed)) problems[name] = 'Cette date n’existe pas.';
    return typed === '' ? null : typed;
  };
  const [lowestRate, highestRate] = [reading.rate('lowestRate'), reading.rate('highestRate')];
  if (lowestRate !== null && highestRate !== null && lowestRate > highestRate) {
    problems['highestRate'] = 'Le taux le plus haut est inférieur au plus bas.';
  }
  const source = reading.text('source').slice(0, 300) || null;
  const confirmed = reading.text('confirmed') === 'on';
  if (confirmed && source === null) problems['source'] = 'Citez la circulaire ou la page où cela a été lu.';
  const terms: DepartmentTerms = {
    schemeId,
    departmentCode,
    year,
    retained: retained === 'oui' ? true : retained === 'non' ? false : null,
    category: reading.text('category').slice(0, 300) || null,
    lowestRate,
    highestRate,
    minimumCostCents: reading.amount('minimumCost'),
    maximumCostCents: reading.amount('maximumCost'),
    maximumGrantCents: reading.amount('maximumGrant'),
    advanceRate: reading.rate('advanceRate'),
    opensOn: date('opensOn'),
    closesOn: date('closesOn'),
    source,
    confidence: confirmed ? 'confirmed' : 'unsure',
  };
  return Object.keys(problems).length > 0 ? { problems } : { terms };
}
