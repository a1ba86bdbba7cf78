// Public identifiers and their keys.
import { expect, test } from 'vitest';
import { parseInseeCode, parseSiren, parseSiret, parseUai, vatNumberOf } from '~/domain/shared/identifiers';

test('a SIRET is read with its spaces, and refused when one digit is wrong', () => {
  expect(parseSiret('213 500 010 00011')).toBe('21350001000011');
  expect(parseSiret('21350001000012')).toBeUndefined();
  expect(parseSiret('2135000100001')).toBeUndefined();
});

test('La Poste has its own key: the sum of the digits is a multiple of five', () => {
  expect(parseSiret('35600000000048')).toBe('35600000000048');
  expect(parseSiret('35600000049837')).toBe('35600000049837');
  expect(parseSiret('35600000049838')).toBeUndefined();
});

test('a SIREN, a UAI and an INSEE code are held to their keys and shapes', () => {
  expect(parseSiren('213500010')).toBe('213500010');
  expect(parseSiren('213500011')).toBeUndefined();
  expect(parseUai('0350103x')).toBe('0350103X');
  expect(parseUai('0350103Y')).toBeUndefined();
  expect(parseInseeCode('2a004')).toBe('2A004');
  expect(parseInseeCode('3500')).toBeUndefined();
});

test('the VAT number carries the key of its SIREN', () => {
  const siren = parseSiren('732829320');
  expect(siren && vatNumberOf(siren)).toBe('FR44732829320');
});
