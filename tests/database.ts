// A real database file per test, with speaking defaults for who and what stands in it.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUser } from 'db/accounts';
import { type Db, migrateDatabase, openDatabase, write } from 'db/client';
import * as tables from 'db/schema';
import { onTestFinished } from 'vitest';
import type { Role, SignedIn } from '~/domain/accounts/permissions';
import { communeRoles } from '~/domain/accounts/permissions';
import { day } from '~/domain/shared/day';
import type { InseeCode, Siren, Siret, Uai } from '~/domain/shared/identifiers';
import { cents, unitPrice } from '~/domain/shared/money';

export const testNow = '2026-11-23T09:00:00.000Z';

/** An empty, migrated database in a file of its own, removed when the test ends. */
export function aDatabase(): Db {
  const folder = mkdtempSync(join(tmpdir(), 'preau-'));
  const db = openDatabase(join(folder, 'preau.sqlite'));
  migrateDatabase(db, 'db/migrations');
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return db;
}

/** Adds a row to any table, in a write of its own. */
function add(db: Db, table: Parameters<Db['insert']>[0], values: object): void {
  write(db, (tx) =>
    tx
      .insert(table)
      .values(values as never)
      .run(),
  );
}

// Sirens and sirets of these builders pass their keys; the organisations behind them are invented.
const syndicatSiren = '200000008' as Siren;
const communeSirens: readonly Siren[] = ['213500010', '213500028', '213500036'] as Siren[];

export function aSyndicat(db: Db, id = 'syndicat'): string {
  add(db, tables.organisations, {
    id,
    kind: 'syndicat',
    name: 'Syndicat d’essai',
    siren: syndicatSiren,
    siret: '20000000800015' as Siret,
    address: '1 place du Préau',
    postalCode: '35000',
    city: 'Rennes',
  });
  return id;
}

/** A member commune with one school; `index` chooses among three. */
export function aCommune(
  db: Db,
  index: 0 | 1 | 2 = 0,
  changes: Partial<typeof tables.organisations.$inferInsert> = {},
) {
  const id = `commune-${index}`;
  const siren = communeSirens[index] as Siren;
  add(db, tables.organisations, {
    id,
    kind: 'commune',
    name: `Commune ${index}`,
    siren,
    siret: (['21350001000011', '21350002800015', '21350003600016'] as Siret[])[index],
    ...changes,
  });
  add(db, tables.communes, {
    organisationId: id,
    inseeCode: `3500${index + 1}` as InseeCode,
    departmentCode: '35',
    population: 1000 + index,
    populationSource: 'essai',
  });
  add(db, tables.memberships, {
    communeId: id,
    from: day('2024-01-01'),
    deliberationNumber: `2023-${index}`,
    deliberationOn: day('2023-11-15'),
    enforceableOn: day('2023-11-20'),
    enforceableSource: 'given',
  });
  const uai = (['0350103X', '0351981N', '0352676U'] as Uai[])[index] as Uai;
  add(db, tables.schools, {
    uai,
    communeId: id,
    name: `École ${index}`,
    nursery: true,
    elementary: true,
    pupils: 120,
    classes: 5,
    figuresSource: 'essai',
  });
  return { communeId: id, uai };
}

/** A person with roles, signed in as the guard would give it. */
export function aPerson(db: Db, organisationId: string, ...roles: readonly Role[]): SignedIn {
  const id = randomUUID();
  const email = `${id}@essai.example`;
  write(db, (tx) => addUser(tx, { id, email, name: 'Personne', passwordHash: 'none', organisationId, roles }));
  return {
    id,
    email,
    name: 'Personne',
    roles,
    organisationId,
    organisationName: organisationId,
    scope: roles.some((role) => communeRoles.includes(role))
      ? { kind: 'commune', communeId: organisationId }
      : { kind: 'syndicat' },
  };
}

/** An accord-cadre in force with one lot, its holder, and a ceiling for each commune given. */
export function aLot(
  db: Db,
  wanted: {
    id?: string;
    mode?: 'wholesaler' | 'intermediary';
    maximumNet?: number;
    ceilings?: Readonly<Record<string, number>>;
    accordCadre?: Partial<typeof tables.accordsCadres.$inferInsert>;
  } = {},
) {
  const id = wanted.id ?? 'lot-1';
  const holderId = `holder-${id}`;
  const accordCadreId = `accord-${id}`;
  add(db, tables.organisations, {
    id: holderId,
    kind: 'supplier',
    name: `Titulaire ${id}`,
    siren: `holder-${id}` as Siren,
    siret: '20000000800015' as Siret,
  });
  add(db, tables.accordsCadres, {
    id: accordCadreId,
    reference: `AC-${id}`,
    title: `Accord-cadre ${id}`,
    mode: wanted.mode ?? 'wholesaler',
    notifiedOn: day('2025-12-01'),
    startsOn: day('2026-01-01'),
    endsOn: day('2029-12-31'),
    ...wanted.accordCadre,
  });
  add(db, tables.lots, {
    id,
    accordCadreId,
    number: 1,
    title: `Lot ${id}`,
    cpv: '30213200',
    holderId,
    maximumNet: cents(wanted.maximumNet ?? 100_000_00),
    deliveryDays: 30,
  });
  for (const [communeId, maximum] of Object.entries(wanted.ceilings ?? {})) {
    add(db, tables.memberCeilings, { lotId: id, communeId, maximumNet: cents(maximum) });
  }
  return { lotId: id, holderId, accordCadreId };
}

/** A reference of a lot with a price in force since the start of 2026. Prices in euros to four decimals at most. */
export function aProduct(
  db: Db,
  lotId: string,
  wanted: {
    id?: string;
    euros?: number;
    ecoEuros?: number;
    vatRate?: number;
    category?: string;
    label?: string;
    attributes?: Readonly<Record<string, string | number | boolean>>;
  } = {},
) {
  const id = wanted.id ?? randomUUID();
  const scheduleId = `schedule-${id}`;
  const priceId = `price-${id}`;
  const tenThousandths = (euros: number) => unitPrice(Math.round(euros * 10_000));
  add(db, tables.priceSchedules, {
    id: scheduleId,
    lotId,
    fileName: 'bpu.xlsx',
    sha256: '0'.repeat(64),
    effectiveOn: day('2026-01-01'),
    report: {},
    receivedAt: testNow,
    confirmedAt: testNow,
  });
  add(db, tables.products, {
    id,
    lotId,
    reference: `REF-${id.slice(0, 8)}`,
    label: wanted.label ?? 'Tablette 10 pouces',
    category: wanted.category ?? 'tablet',
    unit: 'unité',
    attributes: wanted.attributes ?? {},
    createdAt: testNow,
  });
  add(db, tables.prices, {
    id: priceId,
    productId: id,
    priceScheduleId: scheduleId,
    unitPriceNet: tenThousandths(wanted.euros ?? 250),
    vatRate: wanted.vatRate ?? 2000,
    ecoContributionNet: tenThousandths(wanted.ecoEuros ?? 0.02),
    validFrom: day('2026-01-01'),
  });
  return { productId: id, priceId };
}
