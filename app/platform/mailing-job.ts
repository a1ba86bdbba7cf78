// Writes into the outbox what each open campaign owes its members on the day, in one transaction with its cause.
import { randomUUID } from 'node:crypto';
import { listAnswers } from 'db/campaign-answers';
import { addMailing, isAnnounced, listGrades, listMailings, listRecipients } from 'db/campaign-mailings';
import { findCampaign, listCampaigns, listInvited } from 'db/campaigns';
import { type Db, type Tx, write } from 'db/client';
import { findSyndicat } from 'db/organisations';
import { addMessages, hasWaitingMessages, withdrawMessages } from 'db/outbox';
import { addDeed } from 'db/records';
import type { Role } from '~/domain/accounts/permissions';
import { type Campaign, campaignState } from '~/domain/campaigns/campaigns';
import { type MailText, openingText, reminderText } from '~/domain/campaigns/reminder-text';
import { dueOccasions, membersToRemind, type Occasion, occasionKey } from '~/domain/campaigns/reminders';
import { dayInParis, type Instant, timeInParis } from '~/domain/shared/day';

/** Nobody wants a reminder in the night; what is due is written from this time on, in Paris. */
const morning = '08:00:00';

export interface Mailing {
  readonly id: string;
  readonly campaign: Campaign;
  readonly kind: 'opening' | 'graded' | 'chosen';
  readonly occasion: string;
  readonly daysBefore: number | null;
  readonly communeIds: readonly string[];
  readonly toElected: boolean;
  readonly text: MailText;
  readonly now: Instant;
  /** The buyer who chose it; null for what the site does by itself. */
  readonly userId: string | null;
}

/** Full address of the answer of a campaign. */
export function answerUrlOf(publicUrl: URL, campaignId: string): string {
  return new URL(`/campagnes/${campaignId}/reponse`, publicUrl).href;
}

/**
 * Writes a mailing and its messages, and withdraws what these communes have not been sent yet; an occasion already done
 * writes nothing. Gives the number of messages, or nothing when it was already done.
 */
export function writeMailing(tx: Tx, mailing: Mailing): number | undefined {
  const { id, campaign, kind, occasion, daysBefore, communeIds, toElected, text, now, userId } = mailing;
  const earlier = listMailings(tx, campaign.id).map((one) => one.id);
  const row = { id, campaignId: campaign.id, kind, occasion, daysBefore, writtenOn: dayInParis(now), writtenAt: now };
  if (!addMailing(tx, { ...row, writtenBy: userId })) return undefined;
  withdrawMessages(tx, earlier, communeIds, now);
  const roles: readonly Role[] = toElected ? ['secretary', 'electedApprover'] : ['secretary'];
  const messages = listRecipients(tx, communeIds, roles).map(({ communeId, address, name }) => ({
    id: randomUUID(),
    mailingId: id,
    communeId,
    address,
    recipientName: name,
    ...text,
  }));
  const written = addMessages(tx, messages, now);
  addDeed(tx, {
    at: now,
    userId,
    deed: 'campaign.mailed',
    subjectKind: 'campaign',
    subjectId: campaign.id,
    detail: { kind, occasion, communes: communeIds.length, messages: written },
  });
  return written;
}

function writeOccasion(tx: Tx, campaign: Campaign, occasion: Occasion, now: Instant, publicUrl: URL): void {
  const syndicatName = findSyndicat(tx).name;
  const facts = { campaign, syndicatName, answerUrl: answerUrlOf(publicUrl, campaign.id), today: dayInParis(now) };
  const members = membersToRemind(listInvited(tx, campaign), listAnswers(tx, campaign.id, { kind: 'syndicat' }));
  const grade = occasion.kind === 'graded' ? occasion.grade : undefined;
  writeMailing(tx, {
    id: randomUUID(),
    campaign,
    kind: occasion.kind,
    occasion: occasionKey(occasion),
    daysBefore: grade?.daysBefore ?? null,
    communeIds: members.map(({ communeId }) => communeId),
    toElected: grade?.toElected ?? false,
    text: occasion.kind === 'opening' ? openingText(facts) : reminderText(facts),
    now,
    userId: null,
  });
}

/** Writes the mailings due at an instant, each once, and withdraws what campaigns that ended have not sent. */
export function writeDueMailings(db: Db, now: Instant, publicUrl: URL): void {
  const today = dayInParis(now);
  // Most campaigns are over and owe nothing: the lock of the only writer is taken for the others alone.
  const concerned = listCampaigns(db).filter(
    (campaign) => campaignState(campaign, today) === 'open' || hasWaitingMessages(db, campaign.id),
  );
  for (const { id } of concerned) {
    write(db, (tx) => {
      const campaign = findCampaign(tx, id);
      if (!campaign) return;
      const mailings = listMailings(tx, id);
      if (campaignState(campaign, today) !== 'open') {
        const waiting = mailings.map((one) => one.id);
        withdrawMessages(tx, waiting, 'all', now);
        return;
      }
      if (timeInParis(now) < morning) return;
      const plan = { announced: isAnnounced(tx, id), grades: listGrades(tx, id) };
      const done = new Set(mailings.map(({ occasion }) => occasion));
      for (const occasion of dueOccasions(campaign, plan, done, today))
        writeOccasion(tx, campaign, occasion, now, publicUrl);
    });
  }
}
