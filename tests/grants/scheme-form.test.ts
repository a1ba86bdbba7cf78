// A scheme survives its form and its storage: what is shown is what is sent back, and what changes is marked.
import { grantSchemes } from 'catalog/grants';
import { enir2018 } from 'catalog/grants/enir-2018';
import { labelEcolesNumeriques2020 } from 'catalog/grants/label-ecoles-numeriques-2020';
import type { GrantScheme } from 'catalog/grants/types';
import { expect, test } from 'vitest';
import { schemeFieldsOf } from '~/routes/grants/scheme-form/fields.server';
import { readScheme } from '~/routes/grants/scheme-form/scheme.server';
import { schemeOfContent } from '~/routes/grants/scheme-shape.server';

function formOf(scheme: GrantScheme, changes: Readonly<Record<string, string>> = {}): FormData {
  const { texts, lists } = schemeFieldsOf(scheme);
  const form = new FormData();
  for (const [name, text] of Object.entries({ ...texts, ...changes })) form.append(name, text);
  for (const [name, values] of Object.entries(lists)) for (const value of values) form.append(name, value);
  return form;
}

function changed(scheme: GrantScheme, changes: Readonly<Record<string, string>>): GrantScheme {
  const read = readScheme(formOf(scheme, changes), scheme);
  if (!('scheme' in read)) throw new Error(JSON.stringify(read.problems));
  return read.scheme;
}

const plain = (scheme: GrantScheme): unknown => JSON.parse(JSON.stringify(scheme));

test('every published scheme comes back the same from storage and from its form', () => {
  for (const scheme of grantSchemes) {
    expect(schemeOfContent(plain(scheme)), scheme.id).toEqual(scheme);
    expect(plain(changed(scheme, {})), scheme.id).toEqual(plain(scheme));
  }
});

test('a changed figure is to be verified until the person says it was read in the text', () => {
  const scheme = changed(labelEcolesNumeriques2020, { 'fund:0:maximumGrant': '8 000', 'fund:0:rate': '60' });
  expect(scheme.funding[0]?.maximumGrantCents).toEqual({ value: 800_000, confidence: 'unsure', sources: [] });
  expect(scheme.funding[0]?.rate).toMatchObject({ value: 6000, confidence: 'unsure' });
  expect(scheme.funding[0]?.maximumCostCents).toEqual(labelEcolesNumeriques2020.funding[0]?.maximumCostCents);
  const verified = changed(labelEcolesNumeriques2020, { 'fund:0:rate': '60', 'verified[]': 'funding' });
  expect(verified.funding[0]?.rate.confidence).toBe('confirmed');
});

test('a threshold inside a nested criterion changes where it stands, and nothing else', () => {
  const scheme = changed(enir2018, { 'crit:0:leaf:1': '2 500' });
  expect(JSON.stringify(scheme.criteria[0]?.condition)).toBe(
    JSON.stringify(enir2018.criteria[0].condition).replace('2000', '2500'),
  );
  expect(scheme.criteria[0]?.confidence).toBe('unsure');
  expect(scheme.criteria.slice(1)).toEqual(enir2018.criteria.slice(1));
});

test('a criterion, a family of purchases and a rule can be added and removed', () => {
  const more = changed(enir2018, {
    'new:0:fact': 'commune.department',
    'new:0:operator': 'is',
    'new:0:value': '35',
    'new:0:statement': 'Commune d’Ille-et-Vilaine.',
    'crit:3:remove': 'on',
    'fund:1:rate': '20',
    'fund:1:part': 'services',
  });
  expect(more.criteria.map(({ id }) => id)).toEqual(['ENIR18-COM', 'ENIR18-EPCI', 'ENIR18-NIV', 'CRIT-1']);
  expect(more.criteria.at(-1)?.condition).toEqual({ fact: 'commune.department', is: '35' });
  expect(more.funding).toHaveLength(2);
  expect(schemeOfContent(plain(more))).toEqual(more);
});

test('what makes no figure is told beside its field, and nothing is read', () => {
  const read = readScheme(
    formOf(enir2018, { name: '', 'fund:0:rate': 'moitié', 'crit:0:leaf:1': 'peu', closesOn: '2027-02-30' }),
    enir2018,
  );
  expect('problems' in read && Object.keys(read.problems).sort()).toEqual([
    'closesOn',
    'crit:0:leaf:1',
    'fund:0:rate',
    'name',
  ]);
});

test('a content that is no scheme is refused when it is read', () => {
  expect(() => schemeOfContent({ ...(plain(enir2018) as object), funding: 'beaucoup' })).toThrow();
  expect(() => schemeOfContent({ ...(plain(enir2018) as object), script: 'x' })).toThrow();
});
