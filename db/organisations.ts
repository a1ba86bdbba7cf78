// Store of the syndicat, communes, suppliers and schools.
import { and, asc, count, eq, gt, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { Declared } from '~/domain/checks/equipment-today';
import type { Day, Instant } from '~/domain/shared/day';
import type { Siren, Siret, Uai } from '~/domain/shared/identifiers';
import type { Reads, Tx } from './client';
import { communes, memberships, organisations, schools, serviceCodes, startingPoints, users } from './schema';

/** Whether the database holds any organisation: an empty one receives the demonstration. */
export function hasOrganisations(db: Reads): boolean {
  return db.select({ id: organisations.id }).from(organisations).limit(1).get() !== undefined;
}

/** The syndicat whose site this is. Throws when the database has none. */
export function findSyndicat(db: Reads) {
  const syndicat = db.select().from(organisations).where(eq(organisations.kind, 'syndicat')).get();
  if (!syndicat) throw new Error('The database has no syndicat');
  return syndicat;
}

/** An organisation by id, whatever its kind: for the parties of a document that the viewer may already see. */
export function findOrganisation(db: Reads, id: string) {
  return db.select().from(organisations).where(eq(organisations.id, id)).get();
}

/** A supplier by its SIREN: the same firm, whichever establishment answers. */
export function findSupplierBySiren(db: Reads, siren: Siren) {
  return db
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, 'supplier'), eq(organisations.siren, siren)))
    .get();
}

function communeVisibleTo(scope: Scope): SQL | undefined {
  return scope.kind === 'syndicat' ? undefined : eq(organisations.id, scope.communeId);
}

/** A commune that the scope may see, with what the national lists say of it. */
export function findCommune(db: Reads, id: string, scope: Scope) {
  return db
    .select({ organisation: organisations, commune: communes })
    .from(communes)
    .innerJoin(organisations, eq(organisations.id, communes.organisationId))
    .where(and(eq(organisations.id, id), communeVisibleTo(scope)))
    .get();
}

/** The communes that the scope may see, by name. */
export function listCommunes(db: Reads, scope: Scope) {
  return db
    .select({ id: organisations.id, name: organisations.name, population: communes.population })
    .from(communes)
    .innerJoin(organisations, eq(organisations.id, communes.organisationId))
    .where(communeVisibleTo(scope))
    .orderBy(asc(organisations.name))
    .all();
}

/** The public schools that the scope may see, by commune and name. */
export function listSchools(db: Reads, scope: Scope) {
  return db
    .select({ school: schools, communeName: organisations.name })
    .from(schools)
    .innerJoin(organisations, eq(organisations.id, schools.communeId))
    .where(scope.kind === 'syndicat' ? undefined : eq(schools.communeId, scope.communeId))
    .orderBy(asc(organisations.name), asc(schools.name))
    .all();
}

/** A school that the scope may see. */
export function findSchool(db: Reads, uai: string, scope: Scope) {
  return db
    .select({ school: schools, communeName: organisations.name })
    .from(schools)
    .innerJoin(organisations, eq(organisations.id, schools.communeId))
    .where(
      and(
        eq(schools.uai, uai as typeof schools.$inferSelect.uai),
        scope.kind === 'syndicat' ? undefined : eq(schools.communeId, scope.communeId),
      ),
    )
    .get();
}

/** The membership of a commune in force on a day. */
export function findMembership(db: Reads, communeId: string, day: Day) {
  return db
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.communeId, communeId),
        lte(memberships.from, day),
        or(isNull(memberships.to), gt(memberships.to, day)),
      ),
    )
    .get();
}

/** Service codes that an organisation gave for Chorus Pro. */
export function listServiceCodes(db: Reads, organisationId: string) {
  return db
    .select()
    .from(serviceCodes)
    .where(eq(serviceCodes.organisationId, organisationId))
    .orderBy(asc(serviceCodes.code))
    .all();
}

export interface BillingReferences {
  readonly siret: Siret;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly serviceCodeRequired: boolean;
  readonly commitmentNumberRequired: boolean;
  readonly serviceCodes: readonly { readonly code: string; readonly label: string }[];
}

/** Replaces the billing references of an organisation by those its people gave. */
export function changeBillingReferences(tx: Tx, organisationId: string, references: BillingReferences): void {
  const { serviceCodes: codes, ...columns } = references;
  tx.update(organisations)
    .set({ ...columns, siretSource: 'given' })
    .where(eq(organisations.id, organisationId))
    .run();
  tx.delete(serviceCodes).where(eq(serviceCodes.organisationId, organisationId)).run();
  for (const code of codes)
    tx.insert(serviceCodes)
      .values({ organisationId, ...code })
      .run();
}

/** What a school declared to have, by fact; a fact never said, or said not to be known, is absent. */
export function readStartingPoint(db: Reads, uai: string): Readonly<Record<string, string | number | boolean>> {
  const rows = db
    .select({ fact: startingPoints.fact, value: startingPoints.value })
    .from(startingPoints)
    .where(eq(startingPoints.schoolUai, uai as typeof startingPoints.$inferSelect.schoolUai))
    .all();
  return Object.fromEntries(rows.flatMap((row) => (row.value === null ? [] : [[row.fact, row.value]])));
}

/** Everything that was said of a school, by fact, with who said it and when; null is 'je ne sais pas'. */
export function listStartingPoint(db: Reads, uai: string): Readonly<Record<string, Declared>> {
  const rows = db
    .select({ fact: startingPoints.fact, value: startingPoints.value, by: users.name, at: startingPoints.declaredAt })
    .from(startingPoints)
    .innerJoin(users, eq(users.id, startingPoints.declaredBy))
    .where(eq(startingPoints.schoolUai, uai as typeof startingPoints.$inferSelect.schoolUai))
    .all();
  return Object.fromEntries(rows.map(({ fact, ...said }) => [fact, said]));
}

/** Number of facts known per school, of the schools that the scope may see. */
export function countDeclaredFacts(db: Reads, scope: Scope): Readonly<Record<string, number>> {
  const rows = db
    .select({ uai: startingPoints.schoolUai, n: count() })
    .from(startingPoints)
    .innerJoin(schools, eq(schools.uai, startingPoints.schoolUai))
    .where(
      and(
        isNotNull(startingPoints.value),
        scope.kind === 'syndicat' ? undefined : eq(schools.communeId, scope.communeId),
      ),
    )
    .groupBy(startingPoints.schoolUai)
    .all();
  return Object.fromEntries(rows.map((row) => [row.uai, row.n]));
}

/** Keeps answers about a school with who gave them and when; null is 'je ne sais pas'. Others stay as they were said. */
export function declareFacts(
  tx: Tx,
  uai: Uai,
  facts: Readonly<Record<string, string | number | boolean | null>>,
  by: string,
  at: Instant,
): void {
  for (const [fact, value] of Object.entries(facts)) {
    tx.insert(startingPoints)
      .values({ schoolUai: uai, fact, value, declaredBy: by, declaredAt: at })
      .onConflictDoUpdate({
        target: [startingPoints.schoolUai, startingPoints.fact],
        set: { value, declaredBy: by, declaredAt: at },
      })
      .run();
  }
}

/** Adds an organisation. Throws when its SIREN is already there for that kind. */
export function addOrganisation(tx: Tx, organisation: typeof organisations.$inferInsert): void {
  tx.insert(organisations).values(organisation).run();
}

/** Adds what the national lists say of a commune already added. */
export function addCommuneFacts(tx: Tx, facts: typeof communes.$inferInsert): void {
  tx.insert(communes).values(facts).run();
}

/** Adds a school of a commune already added. */
export function addSchool(tx: Tx, school: typeof schools.$inferInsert): void {
  tx.insert(schools).values(school).run();
}

/** Adds a commune's membership of the centrale. */
export function addMembership(tx: Tx, membership: typeof memberships.$inferInsert): void {
  tx.insert(memberships).values(membership).run();
}
