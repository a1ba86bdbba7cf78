// Store of the sheets of needs that came back, and their application to a commune's answer.
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { NeedSheetDecision } from '~/domain/campaigns/need-sheet';
import type { Instant } from '~/domain/shared/day';
import { type AnswerChange, addNeeds, changeNeed, draftAnswer, removeNeed } from './campaign-answers';
import type { Reads, Tx } from './client';
import { needSheets, organisations, users } from './schema';

function visibleTo(scope: Scope) {
  return scope.kind === 'syndicat' ? undefined : eq(needSheets.communeId, scope.communeId);
}

/** Keeps a sheet as read; a second sending of the same form keeps nothing more. */
export function addNeedSheet(tx: Tx, sheet: typeof needSheets.$inferInsert): void {
  tx.insert(needSheets).values(sheet).onConflictDoNothing().run();
}

/** A sheet that the scope may see, with the commune it concerns. */
export function findNeedSheet(db: Reads, campaignId: string, id: string, scope: Scope) {
  return db
    .select({ sheet: needSheets, communeName: organisations.name })
    .from(needSheets)
    .innerJoin(organisations, eq(organisations.id, needSheets.communeId))
    .where(and(eq(needSheets.id, id), eq(needSheets.campaignId, campaignId), visibleTo(scope)))
    .get();
}

/** The sheets received for a campaign that the scope may see, the latest first, without their rows. */
export function listNeedSheets(db: Reads, campaignId: string, scope: Scope) {
  return db
    .select({
      id: needSheets.id,
      communeId: needSheets.communeId,
      communeName: organisations.name,
      fileName: needSheets.fileName,
      receivedAt: needSheets.receivedAt,
      receivedBy: users.name,
      onBehalfReason: needSheets.onBehalfReason,
      confirmedAt: needSheets.confirmedAt,
      outcome: needSheets.outcome,
    })
    .from(needSheets)
    .innerJoin(organisations, eq(organisations.id, needSheets.communeId))
    .innerJoin(users, eq(users.id, needSheets.receivedBy))
    .where(and(eq(needSheets.campaignId, campaignId), visibleTo(scope)))
    .orderBy(desc(needSheets.receivedAt), desc(needSheets.id))
    .all();
}

/** How many rows of each decision there are. */
export function outcomeOf(
  decisions: readonly NeedSheetDecision[],
): Readonly<Record<NeedSheetDecision['kind'], number>> {
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0, refused: 0 };
  for (const { kind } of decisions) counts[kind] += 1;
  return counts;
}

/** Marks a sheet as confirmed with its outcome; false when it already was. */
export function confirmNeedSheet(
  tx: Tx,
  id: string,
  by: { readonly confirmedAt: Instant; readonly confirmedBy: string },
  outcome: Readonly<Record<string, number>>,
): boolean {
  const own = and(eq(needSheets.id, id), isNull(needSheets.confirmedAt));
  return (
    tx
      .update(needSheets)
      .set({ ...by, outcome })
      .where(own)
      .run().changes === 1
  );
}

/** Writes what the rows say into the answer, which becomes a draft; refused rows write nothing. */
export function applyNeedSheet(tx: Tx, change: AnswerChange, decisions: readonly NeedSheetDecision[]): void {
  draftAnswer(tx, change);
  addNeeds(
    tx,
    change,
    decisions.flatMap((decision) => (decision.kind === 'added' ? [decision.need] : [])),
  );
  for (const decision of decisions) {
    if (decision.kind === 'removed') removeNeed(tx, change, decision.need.id);
    if (decision.kind === 'changed') {
      const { id, quantity, schoolUai, reason, year } = decision.need;
      changeNeed(tx, change, { id, quantity, schoolUai, reason, year });
    }
  }
}
