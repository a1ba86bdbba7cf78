// Store of what a campaign writes to its members: the grades of its reminders, its mailings, and who receives them.
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { communeRoles, type Role } from '~/domain/accounts/permissions';
import type { ReminderGrade } from '~/domain/campaigns/reminders';
import type { Reads, Tx } from './client';
import { campaignMailings, campaignReminders, campaigns, organisations, userRoles, users } from './schema';

/** The grades of a campaign's reminders, the earliest first. */
export function listGrades(db: Reads, campaignId: string): readonly ReminderGrade[] {
  return db
    .select({ daysBefore: campaignReminders.daysBefore, toElected: campaignReminders.toElected })
    .from(campaignReminders)
    .where(eq(campaignReminders.campaignId, campaignId))
    .orderBy(desc(campaignReminders.daysBefore))
    .all();
}

/** Whether the opening of a campaign is announced by mail. */
export function isAnnounced(db: Reads, campaignId: string): boolean {
  const row = db.select({ announced: campaigns.announced }).from(campaigns).where(eq(campaigns.id, campaignId)).get();
  return row?.announced ?? false;
}

/** Replaces what a campaign writes by itself: the announcement of its opening, and its reminders. */
export function replacePlan(
  tx: Tx,
  campaignId: string,
  { announced, grades }: { readonly announced: boolean; readonly grades: readonly ReminderGrade[] },
): void {
  tx.update(campaigns).set({ announced }).where(eq(campaigns.id, campaignId)).run();
  tx.delete(campaignReminders).where(eq(campaignReminders.campaignId, campaignId)).run();
  for (const { daysBefore, toElected } of grades) {
    tx.insert(campaignReminders).values({ campaignId, daysBefore, toElected }).run();
  }
}

export type NewMailing = typeof campaignMailings.$inferInsert;

/** Adds a mailing; the same occasion, or the same form sent twice, adds nothing. Says whether it was added. */
export function addMailing(tx: Tx, mailing: NewMailing): boolean {
  return tx.insert(campaignMailings).values(mailing).onConflictDoNothing().run().changes > 0;
}

/** The mailings of a campaign, the latest first, with who chose them. */
export function listMailings(db: Reads, campaignId: string) {
  return db
    .select({
      id: campaignMailings.id,
      kind: campaignMailings.kind,
      occasion: campaignMailings.occasion,
      daysBefore: campaignMailings.daysBefore,
      writtenAt: campaignMailings.writtenAt,
      byName: users.name,
    })
    .from(campaignMailings)
    .leftJoin(users, eq(users.id, campaignMailings.writtenBy))
    .where(eq(campaignMailings.campaignId, campaignId))
    .orderBy(desc(campaignMailings.writtenAt), desc(campaignMailings.id))
    .all();
}

export type Mailing = ReturnType<typeof listMailings>[number];

export interface Recipient {
  readonly communeId: string;
  /** Lower case. */
  readonly address: string;
  readonly name: string;
  /** Null for the contact address of the commune. */
  readonly role: Role | null;
}

/** Who may receive the messages of communes: their people with a role, then the contact address, each address once. */
export function listRecipients(db: Reads, communeIds: readonly string[], roles: readonly Role[]): readonly Recipient[] {
  const wanted = roles.filter((role) => communeRoles.includes(role));
  const some = [...communeIds];
  const people = db
    .select({ communeId: users.organisationId, address: users.email, name: users.name, role: userRoles.role })
    .from(users)
    .innerJoin(userRoles, eq(userRoles.userId, users.id))
    .where(and(inArray(users.organisationId, some), inArray(userRoles.role, wanted), isNull(users.disabledAt)))
    .orderBy(asc(users.email))
    .all();
  const contacts = db
    .select({ communeId: organisations.id, address: organisations.email, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, some))
    .all()
    .flatMap(({ address, ...commune }) => (address ? [{ ...commune, address: address.trim(), role: null }] : []));
  const byAddress = new Map<string, Recipient>();
  for (const one of [...people, ...contacts]) {
    const address = one.address.toLowerCase();
    const key = `${one.communeId} ${address}`;
    if (!byAddress.has(key)) byAddress.set(key, { ...one, address });
  }
  return [...byAddress.values()];
}
