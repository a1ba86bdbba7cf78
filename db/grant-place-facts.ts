// Store of what people said of communes and schools outside any file: every answer stays, the latest counts.
import { randomUUID } from 'node:crypto';
import type { FactName } from 'catalog/grants/facts';
import { asc, eq } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { Facts, KnownFact } from '~/domain/grants/facts';
import { dayInParis, type Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { grantPlaceFacts, users } from './schema';

export interface PlaceFacts {
  /** By commune id, then by UAI of a school. */
  readonly communes: ReadonlyMap<string, Facts>;
  readonly schools: ReadonlyMap<string, Facts>;
}

/** The answers in force that the scope may see, each with who gave it, when and from which source. */
export function readPlaceFacts(db: Reads, scope: Scope): PlaceFacts {
  const rows = db
    .select({ fact: grantPlaceFacts, name: users.name })
    .from(grantPlaceFacts)
    .innerJoin(users, eq(users.id, grantPlaceFacts.givenBy))
    .where(scope.kind === 'syndicat' ? undefined : eq(grantPlaceFacts.communeId, scope.communeId))
    .orderBy(asc(grantPlaceFacts.givenAt))
    .all();
  const communes = new Map<string, Record<string, KnownFact>>();
  const schools = new Map<string, Record<string, KnownFact>>();
  for (const { fact, name } of rows) {
    const [map, subject] = fact.schoolUai === null ? [communes, fact.communeId] : [schools, fact.schoolUai];
    const facts = { ...map.get(subject) };
    if (fact.value === null) delete facts[fact.key];
    else {
      const by = `${name}, ${dayInParis(fact.givenAt).split('-').reverse().join('/')}`;
      facts[fact.key] = { ...fact.value, origin: fact.source === null ? by : `${fact.source} (${by})` };
    }
    map.set(subject, facts);
  }
  return { communes, schools };
}

export interface PlaceFact {
  readonly communeId: string;
  readonly schoolUai: string | null;
  readonly key: FactName;
  /** Null takes the answer back. */
  readonly value: Omit<KnownFact, 'origin'> | null;
  readonly source: string | null;
}

/** Adds answers; an answer that repeats the one in force is not added again. Returns the keys that changed. */
export function addPlaceFacts(
  tx: Tx,
  given: readonly PlaceFact[],
  by: { readonly userId: string; readonly at: Instant },
): readonly FactName[] {
  const rows = tx.select().from(grantPlaceFacts).orderBy(asc(grantPlaceFacts.givenAt)).all();
  const changed = given.filter((fact) => {
    const before = rows
      .filter(
        ({ communeId, schoolUai, key }) =>
          communeId === fact.communeId && schoolUai === fact.schoolUai && key === fact.key,
      )
      .at(-1);
    const same = JSON.stringify(before?.value ?? null) === JSON.stringify(fact.value);
    return !same || (fact.value !== null && (before?.source ?? null) !== fact.source);
  });
  for (const fact of changed) {
    tx.insert(grantPlaceFacts)
      .values({ ...fact, id: randomUUID(), givenBy: by.userId, givenAt: by.at })
      .run();
  }
  return changed.map(({ key }) => key);
}
