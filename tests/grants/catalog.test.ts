// What types cannot hold of the grant schemes: sources, pieces, criteria, and that they are plain data.
import { enirSchemes, grantPieces, grantSchemes, grantSections, grantSources, openRoutes } from 'catalog/grants';
import { expect, test } from 'vitest';

const values = (value: unknown): readonly Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(values);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(values)];
};

test('schemes, open routes, pieces and sections are plain data that survive JSON', () => {
  const all = { grantSchemes, openRoutes, grantPieces, grantSections };
  expect(JSON.parse(JSON.stringify(all))).toEqual(all);
});

test('each scheme and version stands once, each criterion has its own id', () => {
  const versions = grantSchemes.map(({ id, version }) => `${id} ${version}`);
  expect(new Set(versions).size).toBe(versions.length);
  const criteria = grantSchemes.flatMap((scheme) => scheme.criteria.map(({ id }) => id));
  expect(new Set(criteria).size).toBe(criteria.length);
});

test('what is confirmed names a source, and every source named exists', () => {
  for (const value of values([grantSchemes, openRoutes])) {
    if (!('confidence' in value) || !('sources' in value)) continue;
    const sources = value['sources'] as readonly string[];
    if (value['confidence'] === 'confirmed') expect(sources, JSON.stringify(value)).not.toHaveLength(0);
    for (const source of sources) expect(Object.keys(grantSources)).toContain(source);
  }
});

test('a category is accepted or refused by one kind of purchase only', () => {
  for (const scheme of grantSchemes) {
    const categories = scheme.expenses.flatMap((expense) => expense.categories);
    expect(new Set(categories).size, scheme.id).toBe(categories.length);
  }
});

test('the basis of the three ENIR calls was not read and is never asserted', () => {
  expect(enirSchemes.map(({ basis }) => basis.confidence)).toEqual(['unsure', 'unsure', 'unsure']);
});

test('every ENIR file has the eight parts in the order of the specification', () => {
  for (const { sections } of enirSchemes) {
    expect(sections.map((section) => grantSections[section].title)).toEqual([
      'Identification du demandeur',
      'Écoles concernées',
      'Existant',
      'Projet pédagogique',
      'Projet d’équipement et de services',
      'Calendrier',
      'Plan de financement',
      'Engagements et signatures',
    ]);
  }
});
