// Store of the messages to send: each is held by one job at a time, and stays when it could not be sent.
import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { campaignMailings, organisations, outboxMessages } from './schema';

export interface NewMessage {
  readonly id: string;
  readonly mailingId: string;
  readonly communeId: string;
  readonly address: string;
  readonly recipientName: string;
  readonly subject: string;
  readonly body: string;
}

/** Writes messages to send as soon as possible; an address already written to in the mailing gets nothing more. */
export function addMessages(tx: Tx, messages: readonly NewMessage[], at: Instant): number {
  let added = 0;
  for (const message of messages) {
    const row = { ...message, writtenAt: at, nextTryAt: at };
    added += tx.insert(outboxMessages).values(row).onConflictDoNothing().run().changes;
  }
  return added;
}

export type OutgoingMessage = Pick<
  typeof outboxMessages.$inferSelect,
  'id' | 'address' | 'recipientName' | 'subject' | 'body' | 'attempts'
>;

function isFree(now: Instant): SQL | undefined {
  return and(
    isNull(outboxMessages.sentAt),
    isNull(outboxMessages.withdrawnAt),
    or(isNull(outboxMessages.heldUntil), lte(outboxMessages.heldUntil, now)),
  );
}

/** Takes messages whose turn has come, oldest first, and holds them until the instant given: no other job takes them. */
export function takeMessages(
  tx: Tx,
  { now, heldUntil, limit }: { readonly now: Instant; readonly heldUntil: Instant; readonly limit: number },
): readonly OutgoingMessage[] {
  const taken = tx
    .select({
      id: outboxMessages.id,
      address: outboxMessages.address,
      recipientName: outboxMessages.recipientName,
      subject: outboxMessages.subject,
      body: outboxMessages.body,
      attempts: outboxMessages.attempts,
    })
    .from(outboxMessages)
    .where(and(isFree(now), isNotNull(outboxMessages.nextTryAt), lte(outboxMessages.nextTryAt, now)))
    .orderBy(asc(outboxMessages.writtenAt), asc(outboxMessages.id))
    .limit(limit)
    .all();
  const ids = taken.map(({ id }) => id);
  if (ids.length > 0) tx.update(outboxMessages).set({ heldUntil }).where(inArray(outboxMessages.id, ids)).run();
  return taken;
}

/** Keeps that a message left. */
export function markSent(tx: Tx, id: string, attempts: number, at: Instant): void {
  const sent = { sentAt: at, attempts, heldUntil: null, nextTryAt: null, fault: null };
  tx.update(outboxMessages)
    .set(sent)
    .where(and(eq(outboxMessages.id, id), isNull(outboxMessages.sentAt)))
    .run();
}

/** Keeps why a message did not leave, and when it is tried again; null when only a person may decide it. */
export function markFailed(
  tx: Tx,
  id: string,
  failure: { readonly attempts: number; readonly fault: string; readonly nextTryAt: Instant | null },
): void {
  tx.update(outboxMessages)
    .set({ ...failure, heldUntil: null })
    .where(and(eq(outboxMessages.id, id), isNull(outboxMessages.sentAt)))
    .run();
}

/** Lets go of messages that were taken and not tried. */
export function releaseMessages(tx: Tx, ids: readonly string[]): void {
  if (ids.length === 0) return;
  tx.update(outboxMessages)
    .set({ heldUntil: null })
    .where(inArray(outboxMessages.id, [...ids]))
    .run();
}

/** Has everything of some mailings that has not left tried now, refused or not. */
export function retryMessages(tx: Tx, mailingIds: readonly string[], now: Instant): void {
  if (mailingIds.length === 0) return;
  tx.update(outboxMessages)
    .set({ nextTryAt: now })
    .where(and(isFree(now), inArray(outboxMessages.mailingId, [...mailingIds])))
    .run();
}

/** Whether a campaign has a message that neither left nor was withdrawn. */
export function hasWaitingMessages(db: Reads, campaignId: string): boolean {
  const waiting = and(isNull(outboxMessages.sentAt), isNull(outboxMessages.withdrawnAt));
  const row = db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .innerJoin(campaignMailings, eq(campaignMailings.id, outboxMessages.mailingId))
    .where(and(eq(campaignMailings.campaignId, campaignId), waiting))
    .limit(1)
    .get();
  return row !== undefined;
}

/** Withdraws what has not left of some mailings, for some communes or all; says how many. What is being sent goes. */
export function withdrawMessages(
  tx: Tx,
  mailingIds: readonly string[],
  communeIds: readonly string[] | 'all',
  now: Instant,
): number {
  if (mailingIds.length === 0) return 0;
  const theirs = communeIds === 'all' ? undefined : inArray(outboxMessages.communeId, [...communeIds]);
  return tx
    .update(outboxMessages)
    .set({ withdrawnAt: now })
    .where(and(isFree(now), inArray(outboxMessages.mailingId, [...mailingIds]), theirs))
    .run().changes;
}

/** The messages of some mailings, by address, each with the name of its commune. */
export function listMessages(db: Reads, mailingIds: readonly string[]) {
  if (mailingIds.length === 0) return [];
  return db
    .select({ message: outboxMessages, communeName: organisations.name })
    .from(outboxMessages)
    .innerJoin(organisations, eq(organisations.id, outboxMessages.communeId))
    .where(inArray(outboxMessages.mailingId, [...mailingIds]))
    .orderBy(asc(outboxMessages.writtenAt), asc(outboxMessages.address))
    .all()
    .map(({ message, communeName }) => ({ ...message, communeName }));
}
