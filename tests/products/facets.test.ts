// Facets count each value with the filters of the other facets applied.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFacets, facetColumns } from '~/domain/products/facets';

interface Thing {
  readonly brand: string | null;
  readonly size: string | null;
}

const things: readonly Thing[] = [
  { brand: 'Epson', size: '10' },
  { brand: 'Epson', size: '11' },
  { brand: 'Apple', size: '10' },
  { brand: null, size: '10' },
];
const columns = facetColumns(things, { brand: ({ brand }) => brand, size: ({ size }) => size });

test('without a filter every row counts, the unknown last', () => {
  const { matching, facets } = countFacets(columns, Uint32Array.from(things.keys()), {});
  expect([...matching]).toEqual([0, 1, 2, 3]);
  expect(facets.brand).toEqual([
    { value: 'Epson', count: 2, chosen: false },
    { value: 'Apple', count: 1, chosen: false },
    { value: null, count: 1, chosen: false },
  ]);
});

test('a filter narrows the other facets and leaves its own alternatives countable', () => {
  const { matching, facets } = countFacets(columns, Uint32Array.from(things.keys()), { brand: ['Epson'] });
  expect([...matching]).toEqual([0, 1]);
  expect(facets.brand.map(({ value, count }) => [value, count])).toEqual([
    ['Epson', 2],
    ['Apple', 1],
    [null, 1],
  ]);
  expect(facets.size.map(({ value, count }) => [value, count])).toEqual([
    ['10', 1],
    ['11', 1],
  ]);
});

test('the unknown can be asked for', () => {
  expect([...countFacets(columns, Uint32Array.from(things.keys()), { brand: [null] }).matching]).toEqual([3]);
});

test('only the rows that the search found are counted, in its order', () => {
  const { matching, facets } = countFacets(columns, Uint32Array.of(2, 0), { size: ['10'] });
  expect([...matching]).toEqual([2, 0]);
  expect(facets.brand.map(({ count }) => count)).toEqual([1, 1]);
});

test('a chosen value stays in the list even when nothing has it any more', () => {
  expect(countFacets(columns, Uint32Array.of(2), { brand: ['Epson'] }).facets.brand).toContainEqual({
    value: 'Epson',
    count: 0,
    chosen: true,
  });
});

test('counts agree with filtering one by one', () => {
  const value = fc.constantFrom<(string | null)[]>('a', 'b', 'c', null);
  fc.assert(
    fc.property(
      fc.array(fc.record({ brand: value, size: value })),
      fc.record({ brand: fc.uniqueArray(value), size: fc.uniqueArray(value) }),
      (rows, selection) => {
        const { matching, facets } = countFacets(
          facetColumns(rows, { brand: ({ brand }) => brand, size: ({ size }) => size }),
          Uint32Array.from(rows.keys()),
          selection,
        );
        const passes = (row: Thing, facet: 'brand' | 'size') =>
          selection[facet].length === 0 || selection[facet].includes(row[facet]);
        expect([...matching]).toEqual(
          [...rows.keys()].filter((at) => rows[at] && passes(rows[at], 'brand') && passes(rows[at], 'size')),
        );
        for (const { value: brand, count } of facets.brand) {
          expect(count).toBe(rows.filter((row) => row.brand === brand && passes(row, 'size')).length);
        }
      },
    ),
  );
});
