// What the pages of the sheets of needs share: the sheet that is sent, the reading of one that comes back, its effect.
import { createHash } from 'node:crypto';
import { categories } from 'catalog/products/categories';
import { findAnswer } from 'db/campaign-answers';
import { listOwnSchools, listReferences } from 'db/campaign-references';
import { listInvited } from 'db/campaigns';
import type { Reads, Tx } from 'db/client';
import { applyNeedSheet, confirmNeedSheet, outcomeOf } from 'db/need-sheets';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import type { needSheets } from 'db/schema';
import {
  type NeedSheetFacts,
  needSheetHeaders,
  needSheetNames,
  needSheetYearHeader,
} from '~/documents/campaigns/need-sheet';
import { answerRefusalSentence, mayAnswer } from '~/domain/campaigns/answering';
import { type Answer, type Campaign, type InvitedMember, lotOfCategory } from '~/domain/campaigns/campaigns';
import {
  decideNeedSheet,
  type NeedSheetContext,
  type NeedSheetDecision,
  needSheetFormat,
  needSheetRefusals,
} from '~/domain/campaigns/need-sheet';
import { needSheetRefusalSentence } from '~/domain/campaigns/need-sheet-sentences';
import { canonicalJson } from '~/domain/consolidation/canonical';
import type { Day, Instant } from '~/domain/shared/day';
import { type NeedSheetReading, readNeedSheet } from '~/imports/need-sheet';
import { fileRefusalSentence } from '~/imports/sentences';
import { proposalsFor } from './proposals.server';

type NeedSheet = typeof needSheets.$inferSelect;

const labels: Readonly<Record<string, { readonly label: string }>> = categories;

/** Says which lots and years a sheet answers: a sheet sent before they changed is refused. */
function versionOf({ lots, years = [] }: Campaign): string {
  const asked = years.length > 1 ? { lots, years } : lots;
  return createHash('sha256').update(canonicalJson(asked)).digest('hex').slice(0, 16);
}

function answerOf(db: Reads, campaign: Campaign, communeId: string, communeName: string): Answer {
  return (
    findAnswer(db, campaign.id, communeId) ?? {
      communeId,
      communeName,
      state: 'notStarted',
      signedOn: null,
      needs: [],
    }
  );
}

/** The categories a campaign asks for, with their label, lot by lot. */
function askedCategories(campaign: Campaign): ReadonlyMap<string, string> {
  return new Map(campaign.lots.flatMap((lot) => lot.categories.map((code) => [code, labels[code]?.label ?? code])));
}

/** The references of a campaign on a day, read once for the sheets of all its members. */
export function offeredOn(db: Reads, campaign: Campaign, today: Day): NeedSheetFacts['references'] {
  return listReferences(db, [...askedCategories(campaign).keys()], today).map((reference) => ({
    id: reference.id,
    category: reference.category,
    label: reference.label,
    unit: reference.unit,
    unitPriceNet: reference.unitPriceNet,
    lot: String(lotOfCategory(campaign.lots, reference.category)?.number ?? ''),
  }));
}

/** What the sheet of a member says. */
export function needSheetFacts(
  db: Reads,
  campaign: Campaign,
  member: { readonly communeId: string; readonly name: string },
  references: NeedSheetFacts['references'],
  today: Day,
): NeedSheetFacts {
  const { communeId, name } = member;
  const answer = answerOf(db, campaign, communeId, name);
  const schools = listOwnSchools(db, communeId);
  return {
    issuer: findSyndicat(db).name,
    identity: { campaignId: campaign.id, communeId, version: versionOf(campaign) },
    campaignTitle: campaign.title,
    closesOn: campaign.closesOn,
    communeName: name,
    madeOn: today,
    needs: answer.needs,
    references,
    schools,
    proposed: proposalsFor(db, { campaign, communeId, answer, schools }, today, references)?.lines ?? [],
    years: campaign.years ?? [],
    categories: askedCategories(campaign),
  };
}

/** Name of the file of a member's sheet. */
export function needSheetFileName(campaign: Campaign, communeName: string): string {
  return `${campaign.title.slice(0, 60)} - ${communeName}.xlsx`;
}

export interface ReceivedFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly reading: NeedSheetReading;
}

/** Reads uploaded files, one after the other so that others are served between two; a SHA-256 says which bytes these were. */
export async function readNeedSheetFiles(files: readonly File[]): Promise<readonly ReceivedFile[]> {
  const received: ReceivedFile[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await new Promise((proceed) => setImmediate(proceed));
    received.push({
      fileName: file.name.slice(0, 200),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      reading: readNeedSheet(bytes, {
        headers: needSheetHeaders,
        yearHeader: needSheetYearHeader,
        tabs: needSheetNames,
      }),
    });
  }
  return received;
}

/**
 * Why a received file is not kept, all reasons at once; none when it is. Without `communeId` the file itself says
 * whose it is, which must be an invited member.
 */
export function reasonsAgainst(
  db: Reads,
  campaign: Campaign,
  { reading }: ReceivedFile,
  communeId: string | undefined,
  today: Day,
): readonly string[] {
  if (!reading.read) {
    const { refusal } = reading;
    return [
      refusal.tag === 'notOurSheet' ? needSheetRefusalSentence({ tag: 'otherFormat' }) : fileRefusalSentence(refusal),
    ];
  }
  const whose = communeId ?? reading.identity.communeId;
  const expected = { format: needSheetFormat, campaignId: campaign.id, communeId: whose, version: versionOf(campaign) };
  const refusals = needSheetRefusals(reading.identity, expected);
  if (refusals.length > 0) return refusals.map(needSheetRefusalSentence);
  const state = answerOf(db, campaign, whose, '').state;
  const verdict = mayAnswer(campaign, listInvited(db, campaign), whose, state, 'save', today);
  if (!verdict.allowed) return verdict.refusals.map(answerRefusalSentence);
  return reading.rows.length === 0 ? ['La feuille ne contient aucune ligne.'] : [];
}

/** What a kept sheet would do to the answer as it stands now, and the digest that binds a confirmation to it. */
export function effectOf(
  db: Reads,
  campaign: Campaign,
  sheet: Pick<NeedSheet, 'id' | 'communeId' | 'rows'>,
  references: NeedSheetFacts['references'],
): { readonly decisions: readonly NeedSheetDecision[]; digest(): string } {
  const context: NeedSheetContext = {
    campaign,
    answer: answerOf(db, campaign, sheet.communeId, ''),
    schools: listOwnSchools(db, sheet.communeId),
    references: new Map(references.map((reference) => [reference.id, reference])),
    categories: new Map([...askedCategories(campaign)].map(([code, label]) => [label, code])),
  };
  const decisions = decideNeedSheet(sheet.rows, context, (row) => `${sheet.id}-${row.sheet}-${row.row}`);
  return { decisions, digest: () => createHash('sha256').update(canonicalJson(decisions)).digest('hex') };
}

export type Effect = ReturnType<typeof effectOf>;

/** Why a kept sheet may not be confirmed now; none once it was. */
export function againstConfirming(
  db: Reads,
  campaign: Campaign,
  invited: readonly InvitedMember[],
  sheet: NeedSheet,
  { decisions }: Effect,
  today: Day,
): readonly string[] {
  if (sheet.confirmedAt !== null) return [];
  const { state } = answerOf(db, campaign, sheet.communeId, '');
  const verdict = mayAnswer(campaign, invited, sheet.communeId, state, 'save', today);
  if (!verdict.allowed) return verdict.refusals.map(answerRefusalSentence);
  const { added, changed, removed } = outcomeOf(decisions);
  return added + changed + removed === 0 ? ['Aucune ligne de la feuille ne change la réponse.'] : [];
}

/** Writes a sheet that nothing speaks against into its answer, in the caller's transaction; a second time does nothing. */
export function confirmSheet(
  tx: Tx,
  campaign: Campaign,
  sheet: NeedSheet,
  { decisions }: Effect,
  { userId, now }: { readonly userId: string; readonly now: Instant },
): void {
  const outcome = outcomeOf(decisions);
  if (!confirmNeedSheet(tx, sheet.id, { confirmedAt: now, confirmedBy: userId }, outcome)) return;
  applyNeedSheet(tx, { campaignId: campaign.id, communeId: sheet.communeId, at: now, userId }, decisions);
  addDeed(tx, {
    at: now,
    userId,
    communeId: sheet.communeId,
    deed: 'campaign.needSheetConfirmed',
    subjectKind: 'campaign',
    subjectId: campaign.id,
    detail: { needSheetId: sheet.id, sha256: sheet.sha256, onBehalfReason: sheet.onBehalfReason, ...outcome },
  });
}
