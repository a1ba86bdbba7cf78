// Store of the communes' answers to a campaign, and of their needs.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Scope } from '~/domain/accounts/permissions';
import type { Answer, AnswerState, Need, NeedReason } from '~/domain/campaigns/campaigns';
import { dayInParis, type Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { campaignAnswers, needs, organisations } from './schema';

function answerState(row: { readonly state: 'draft' | 'signed'; readonly noNeed: boolean }): AnswerState {
  if (row.state === 'draft') return 'draft';
  return row.noNeed ? 'noNeed' : 'signed';
}

function toNeed(row: typeof needs.$inferSelect): Need {
  const { id, schoolUai, productId, category, label, unit, quantity, estimatedUnitPriceNet, reason, year, kit } = row;
  return {
    id,
    schoolUai,
    productId,
    category,
    label,
    unit,
    quantity,
    estimatedUnitPriceNet,
    reason: reason as NeedReason,
    // Left out rather than null: what is issued from a need without them keeps its digest.
    ...(year === null ? {} : { year }),
    ...(kit === null ? {} : { kit }),
  };
}

/** The answers to a campaign that the scope may see, by commune, with their needs in order. */
export function listAnswers(
  db: Reads,
  campaignId: string,
  scope: Scope,
): readonly (Answer & { readonly updatedAt: Instant })[] {
  const rows = db
    .select({ answer: campaignAnswers, communeName: organisations.name })
    .from(campaignAnswers)
    .innerJoin(organisations, eq(organisations.id, campaignAnswers.communeId))
    .where(
      and(
        eq(campaignAnswers.campaignId, campaignId),
        scope.kind === 'commune' ? eq(campaignAnswers.communeId, scope.communeId) : undefined,
      ),
    )
    .orderBy(asc(organisations.name))
    .all();
  const byAnswer = new Map<string, Need[]>();
  const lines = db
    .select({ need: needs })
    .from(needs)
    .innerJoin(campaignAnswers, eq(campaignAnswers.id, needs.answerId))
    .where(
      and(
        eq(campaignAnswers.campaignId, campaignId),
        scope.kind === 'commune' ? eq(campaignAnswers.communeId, scope.communeId) : undefined,
      ),
    )
    .orderBy(asc(needs.answerId), asc(needs.position))
    .all();
  for (const { need } of lines) byAnswer.set(need.answerId, [...(byAnswer.get(need.answerId) ?? []), toNeed(need)]);
  return rows.map(({ answer, communeName }) => ({
    communeId: answer.communeId,
    communeName,
    state: answerState(answer),
    signedOn: answer.signedAt === null ? null : dayInParis(answer.signedAt),
    updatedAt: answer.updatedAt,
    needs: byAnswer.get(answer.id) ?? [],
  }));
}

/** The answer of one commune to a campaign. */
export function findAnswer(db: Reads, campaignId: string, communeId: string) {
  return listAnswers(db, campaignId, { kind: 'commune', communeId })[0];
}

function answerIdOf(campaignId: string, communeId: string): string {
  return `${campaignId}-${communeId}`;
}

export interface AnswerChange {
  readonly campaignId: string;
  readonly communeId: string;
  readonly at: Instant;
  readonly userId: string;
}

/** Makes the answer a draft touched now, adding it when there is none. */
export function draftAnswer(tx: Tx, change: AnswerChange): void {
  const { campaignId, communeId, at } = change;
  const state = { state: 'draft', noNeed: false, updatedAt: at, signedAt: null, signedBy: null } as const;
  tx.insert(campaignAnswers)
    .values({ id: answerIdOf(campaignId, communeId), campaignId, communeId, ...state })
    .onConflictDoUpdate({ target: [campaignAnswers.campaignId, campaignAnswers.communeId], set: state })
    .run();
}

/** Signs the answer, or signs that there is no need, adding it when there is none. */
export function signAnswer(tx: Tx, change: AnswerChange, noNeed: boolean): void {
  const { campaignId, communeId, at, userId } = change;
  const state = { state: 'signed', noNeed, updatedAt: at, signedAt: at, signedBy: userId } as const;
  tx.insert(campaignAnswers)
    .values({ id: answerIdOf(campaignId, communeId), campaignId, communeId, ...state })
    .onConflictDoUpdate({ target: [campaignAnswers.campaignId, campaignAnswers.communeId], set: state })
    .run();
}

/** Adds needs to the answer of a commune, in their order; what was added before is not added again. */
export function addNeeds(tx: Tx, change: AnswerChange, added: readonly Need[]): void {
  if (added.length === 0) return;
  const answerId = answerIdOf(change.campaignId, change.communeId);
  const last = tx
    .select({ position: sql<number | null>`max(${needs.position})` })
    .from(needs)
    .where(eq(needs.answerId, answerId))
    .get();
  const from = (last?.position ?? 0) + 1;
  tx.insert(needs)
    .values(added.map((need, index) => ({ ...need, answerId, position: from + index })))
    .onConflictDoNothing()
    .run();
}

/** Adds a need to the answer of a commune; a second sending of the same form adds nothing. */
export function addNeed(tx: Tx, change: AnswerChange, need: Need): void {
  addNeeds(tx, change, [need]);
}

/** Changes a need of the commune's own answer; says whether there was one. */
export function changeNeed(
  tx: Tx,
  change: AnswerChange,
  need: Pick<Need, 'id' | 'quantity' | 'schoolUai' | 'reason' | 'year'> & Partial<Pick<Need, 'estimatedUnitPriceNet'>>,
): boolean {
  const { id, ...columns } = need;
  const own = and(eq(needs.id, id), eq(needs.answerId, answerIdOf(change.campaignId, change.communeId)));
  return tx.update(needs).set(columns).where(own).run().changes > 0;
}

/** Removes a need of the commune's own answer; says whether there was one. */
export function removeNeed(tx: Tx, change: AnswerChange, needId: string): boolean {
  const own = and(eq(needs.id, needId), eq(needs.answerId, answerIdOf(change.campaignId, change.communeId)));
  return tx.delete(needs).where(own).run().changes > 0;
}
