// Up to four references are compared attribute by attribute, unknown apart from different.
import { expect, test } from 'vitest';
import { compareReferences } from '~/domain/products/comparison';

const attributes = [
  { code: 'ramGb', label: 'Mémoire vive', unit: 'Go' },
  { code: 'camera', label: 'Caméra', unit: null },
  { code: 'weightKg', label: 'Poids', unit: 'kg' },
];

test('rows come in the order of the attributes, those that nobody knows left out', () => {
  expect(
    compareReferences(
      [{ attributes: { camera: true, ramGb: 8 } }, { attributes: { ramGb: 4, camera: true } }],
      attributes,
    ),
  ).toEqual([
    { code: 'ramGb', label: 'Mémoire vive', unit: 'Go', values: [8, 4], differs: true },
    { code: 'camera', label: 'Caméra', unit: null, values: [true, true], differs: false },
  ]);
});

test('a value that one reference does not know may differ', () => {
  expect(compareReferences([{ attributes: { ramGb: 8 } }, { attributes: {} }], attributes)).toMatchObject([
    { values: [8, null], differs: null },
  ]);
});

test('false is a value, not an unknown', () => {
  expect(
    compareReferences([{ attributes: { camera: false } }, { attributes: { camera: true } }], attributes),
  ).toMatchObject([{ values: [false, true], differs: true }]);
});

test('a fifth reference is one too many', () => {
  expect(() =>
    compareReferences(
      Array.from({ length: 5 }, () => ({ attributes: {} })),
      attributes,
    ),
  ).toThrow(RangeError);
});
