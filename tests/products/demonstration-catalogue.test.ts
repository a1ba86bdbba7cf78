// The demonstration catalogue holds together: codes that exist, values of the right type, contracts that the law allows.
import { type DemonstrationReference, demonstrationAccordsCadres, demonstrationSuppliers } from 'catalog/demonstration';
import { type Attribute, type AttributeCode, attributes } from 'catalog/products/attributes';
import { type CategoryCode, categories } from 'catalog/products/categories';
import { expect, test } from 'vitest';
import { addMonths, day } from '~/domain/shared/day';
import { parseSiret } from '~/domain/shared/identifiers';

const lots = demonstrationAccordsCadres.flatMap((accordCadre) => [...accordCadre.lots]);
const references = lots.flatMap((lot): readonly DemonstrationReference[] => lot.references);

test('there are at least 150 references, and one in every category', () => {
  expect(references.length).toBeGreaterThanOrEqual(150);
  const named = new Set<string>(references.map(({ category }) => category));
  expect(Object.keys(categories).filter((code) => !named.has(code))).toEqual([]);
});

test('references and ids are unique', () => {
  const unique = (values: readonly string[]) => new Set(values).size === values.length;
  expect(unique(references.map(({ reference }) => reference))).toBe(true);
  expect(unique(lots.map(({ id }) => id))).toBe(true);
  expect(unique(demonstrationSuppliers.map(({ siret }) => siret.slice(0, 9)))).toBe(true);
});

test('every attribute describes its category and has a value of its type', () => {
  for (const { reference, category, attributes: values } of references) {
    for (const [code, value] of Object.entries(values)) {
      const attribute: Attribute = attributes[code as AttributeCode];
      expect([reference, code, attribute.categories.includes(category)]).toEqual([reference, code, true]);
      const expected = {
        boolean: 'boolean',
        integer: 'number',
        number: 'number',
        text: 'string',
        day: 'string',
        choice: 'string',
      };
      expect([reference, code, typeof value]).toEqual([reference, code, expected[attribute.type]]);
      if (attribute.choices) expect(Object.keys(attribute.choices)).toContain(value);
    }
  }
});

test('prices are positive, the eco-contribution stays below them, and what is electrical carries one', () => {
  for (const { reference, category, netCents, ecoCents } of references) {
    expect(netCents).toBeGreaterThan(0);
    expect(ecoCents).toBeLessThan(netCents);
    if (categories[category as CategoryCode].electrical) expect([reference, ecoCents > 0]).toEqual([reference, true]);
  }
});

test('suppliers pass the key of their SIRET in a range that is attributed to nobody', () => {
  for (const { siret } of demonstrationSuppliers) {
    expect(parseSiret(siret)).toBe(siret);
    expect(siret).toMatch(/^00000/);
  }
});

test('accords-cadres last four years at most, and each lot has a holder, a maximum and a CPV code', () => {
  const holders = new Set<string>(demonstrationSuppliers.map(({ id }) => id));
  for (const { notifiedOn, startsOn, endsOn, lots: ownLots } of demonstrationAccordsCadres) {
    expect(notifiedOn <= startsOn).toBe(true);
    expect(day(endsOn) < addMonths(day(startsOn), 48)).toBe(true);
    for (const { holderId, maximumCents, cpv } of ownLots) {
      expect(holders.has(holderId)).toBe(true);
      expect(maximumCents).toBeGreaterThan(0);
      expect(cpv).toMatch(/^\d{8}-\d$/);
    }
  }
});
