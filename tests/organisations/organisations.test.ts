// Communes and schools: each sees its own, gives its own billing references.

import { write } from 'db/client';
import {
  changeBillingReferences,
  findCommune,
  findMembership,
  findOrganisation,
  findSchool,
  listSchools,
  listServiceCodes,
} from 'db/organisations';
import { expect, test } from 'vitest';
import { day } from '~/domain/shared/day';
import type { Siret } from '~/domain/shared/identifiers';
import { billingSchema } from '~/routes/organisations/billing.server';
import { aCommune, aDatabase } from '../database';

test('a commune finds itself and its schools, and not another’s', () => {
  const db = aDatabase();
  const first = aCommune(db, 0);
  const second = aCommune(db, 1);
  const scope = { kind: 'commune', communeId: first.communeId } as const;
  expect(findCommune(db, first.communeId, scope)?.organisation.name).toBe('Commune 0');
  expect(findCommune(db, second.communeId, scope)).toBeUndefined();
  expect(findSchool(db, second.uai, scope)).toBeUndefined();
  expect(listSchools(db, scope).map(({ school }) => school.uai)).toEqual([first.uai]);
  expect(listSchools(db, { kind: 'syndicat' })).toHaveLength(2);
});

test('a membership holds from its first day until the day before its end', () => {
  const db = aDatabase();
  const { communeId } = aCommune(db, 0);
  expect(findMembership(db, communeId, day('2023-12-31'))).toBeUndefined();
  expect(findMembership(db, communeId, day('2024-01-01'))?.deliberationNumber).toBe('2023-0');
});

test('billing references replace the ones before, service codes included', () => {
  const db = aDatabase();
  const { communeId } = aCommune(db, 0);
  const references = {
    siret: '21350001000029' as Siret,
    address: '1 rue de la Mairie',
    email: null,
    phone: null,
    serviceCodeRequired: true,
    commitmentNumberRequired: false,
  };
  const change = (codes: { code: string; label: string }[]) =>
    write(db, (tx) => changeBillingReferences(tx, communeId, { ...references, serviceCodes: codes }));
  change([{ code: 'A', label: 'Écoles' }]);
  change([{ code: 'B', label: 'Mairie' }]);
  expect(listServiceCodes(db, communeId).map(({ code }) => code)).toEqual(['B']);
  expect(findOrganisation(db, communeId)).toMatchObject({ siretSource: 'given', serviceCodeRequired: true });
});

test('a wrong SIRET and a service code given twice are told beside their field', () => {
  const typed = { siret: '21350001000012', address: '', email: '', phone: '', serviceCodes: 'A – Écoles\nA' };
  const read = billingSchema.safeParse(typed);
  expect(read.success).toBe(false);
  const messages = Object.fromEntries(read.error?.issues.map((issue) => [issue.path[0], issue.message]) ?? []);
  expect(messages['siret']).toMatch(/SIRET est faux/);
  expect(messages['serviceCodes']).toMatch(/donné deux fois/);
});

test('service codes are read one per line, with or without a label', () => {
  const typed = {
    siret: '21350001000011',
    address: ' ',
    email: '',
    phone: '',
    serviceCodes: 'ECOLES – Affaires scolaires\n\nST',
  };
  const read = billingSchema.parse(typed);
  expect(read.serviceCodes).toEqual([
    { code: 'ECOLES', label: 'Affaires scolaires' },
    { code: 'ST', label: 'ST' },
  ]);
  expect(read.address).toBeNull();
});
