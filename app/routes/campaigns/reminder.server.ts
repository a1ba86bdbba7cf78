// Reads the form that reminds chosen members, and lists those that can be chosen.
import { listAnswers } from 'db/campaign-answers';
import { listRecipients } from 'db/campaign-mailings';
import { listOpenings } from 'db/campaign-papers';
import { listInvited } from 'db/campaigns';
import type { Reads } from 'db/client';
import { z } from 'zod';
import type { Campaign } from '~/domain/campaigns/campaigns';
import { memberState } from '~/domain/campaigns/member-state';
import { membersToRemind } from '~/domain/campaigns/reminders';
import type { MemberToRemind } from '~/ui/campaigns/reminder-members';
import { lastMails } from './mailings.server';

export const reminderSchema = z.object({
  id: z.uuid(),
  subject: z
    .string()
    .trim()
    .min(3, 'Donnez un objet.')
    .max(160)
    .regex(/^[^\r\n]*$/, 'Écrivez l’objet sur une ligne.'),
  // A browser sends the ends of lines of a text area as CRLF.
  body: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(10, 'Écrivez le message.').max(4000)),
  elected: z.literal('on').optional(),
  commune: z.array(z.string().max(80)).default([]),
});

/** The members that have not signed: those who can be written to first, by name. */
export function membersShown(db: Reads, campaign: Campaign): readonly MemberToRemind[] {
  const answers = listAnswers(db, campaign.id, { kind: 'syndicat' });
  const members = membersToRemind(listInvited(db, campaign), answers);
  const states = new Map(answers.map(({ communeId, state }) => [communeId, state]));
  const openings = listOpenings(db, campaign.id);
  const last = lastMails(db, campaign.id);
  const communeIds = members.map(({ communeId }) => communeId);
  const addresses = new Map<string, string[]>();
  for (const { communeId, address, role } of listRecipients(db, communeIds, ['secretary', 'electedApprover'])) {
    const said = role === 'electedApprover' ? `${address} (élu)` : address;
    addresses.set(communeId, [...(addresses.get(communeId) ?? []), said]);
  }
  return members
    .map(({ communeId, name }) => ({
      communeId,
      name,
      state: memberState(states.get(communeId) ?? 'notStarted', openings.get(communeId)),
      addresses: addresses.get(communeId) ?? [],
      last: last.get(communeId) ?? null,
    }))
    .toSorted((a, b) => Number(a.addresses.length === 0) - Number(b.addresses.length === 0));
}
