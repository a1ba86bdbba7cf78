// What pages say of a campaign's messages: each mailing with its counts, and who was last written to when.
import { listMailings, type Mailing } from 'db/campaign-mailings';
import type { Reads } from 'db/client';
import { listMessages } from 'db/outbox';
import { dayInParis, type Instant } from '~/domain/shared/day';
import type { MessageState, ShownMailing, ShownMessage } from '~/ui/campaigns/mailings';
import type { LastMail } from '~/ui/campaigns/reminder-members';

type Message = ReturnType<typeof listMessages>[number];

function stateOf({ sentAt, withdrawnAt, nextTryAt }: Message): MessageState {
  if (sentAt !== null) return 'sent';
  if (withdrawnAt !== null) return 'withdrawn';
  return nextTryAt === null ? 'refused' : 'waiting';
}

const labels = { opening: 'Annonce de l’ouverture', chosen: 'Relance choisie' } as const;

function labelOf({ kind, daysBefore }: Mailing): string {
  return kind === 'graded' ? `Relance ${daysBefore} jours avant le dernier jour` : labels[kind];
}

/** The mailings of a campaign, the latest first. */
export function shownMailings(db: Reads, campaignId: string): readonly ShownMailing[] {
  const mailings = listMailings(db, campaignId);
  const messages = listMessages(
    db,
    mailings.map(({ id }) => id),
  );
  return mailings.map((mailing): ShownMailing => {
    const own = messages.filter(({ mailingId }) => mailingId === mailing.id);
    const shown = own.map((message): ShownMessage => {
      const { id, communeName, address, attempts, nextTryAt, fault } = message;
      return { id, communeName, address, state: stateOf(message), attempts, nextTryAt, fault };
    });
    const { id, writtenAt, byName } = mailing;
    const text = own[0] ? { subject: own[0].subject, body: own[0].body } : null;
    return { id, label: labelOf(mailing), writtenAt, byName, text, messages: shown };
  });
}

/** For each commune, the last message that was not withdrawn: when it left, or since when it waits. */
export function lastMails(db: Reads, campaignId: string): ReadonlyMap<string, LastMail> {
  const mailings = listMailings(db, campaignId);
  const messages = listMessages(
    db,
    mailings.map(({ id }) => id),
  );
  const last = new Map<string, { readonly at: Instant; readonly state: MessageState }>();
  for (const message of messages) {
    const state = stateOf(message);
    if (state === 'withdrawn') continue;
    const at = message.sentAt ?? message.writtenAt;
    const before = last.get(message.communeId);
    // One address that received it is enough to say that the commune was written to.
    if (!before || at > before.at || (state === 'sent' && before.state !== 'sent')) {
      last.set(message.communeId, { at, state });
    }
  }
  return new Map([...last].map(([communeId, { at, state }]) => [communeId, { on: dayInParis(at), state }]));
}
