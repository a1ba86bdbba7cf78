// Issues the letters that follow the decision on a lot: one per candidate, stored once, sent by a person afterwards.
import { randomUUID } from 'node:crypto';
import { award as catalogue } from 'catalog/award';
import { thresholds } from 'catalog/thresholds';
import { addAwardLetter } from 'db/award';
import type { Tx } from 'db/client';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import { awardLetterModel, awardLettersTemplateVersion } from '~/documents/consultations/award-letters';
import { type LetterTo, letterLabels, lettersOf } from '~/domain/consultations/award-letters';
import { standstillAfter } from '~/domain/consultations/standstill';
import type { Day, Instant } from '~/domain/shared/day';
import type { Platform } from '~/platform/context';
import { type BothFormats, renderBoth, storeBoth } from '../both-formats.server';
import type { AwardedLot } from './award.server';
import { issuerOf } from './report-facts.server';

export interface Sending {
  readonly plannedOn: Day;
  readonly electronic: boolean;
  readonly certificatesDue: Day;
}

/** What the letters sent on a day start; undefined where no standstill is due. */
export function announcedStandstill({ published, onlyCandidate }: AwardedLot, { plannedOn, electronic }: Sending) {
  return onlyCandidate ? undefined : standstillAfter(plannedOn, electronic, published.content.procedure, thresholds);
}

/** The letters of a decision that are not issued yet. */
export function lettersToIssue({ decision, letters }: AwardedLot): readonly LetterTo[] {
  return lettersOf(decision.outcome, decision.depositId, decision.basis).filter(
    ({ depositId }) => !letters.some((letter) => letter.depositId === depositId),
  );
}

/** Renders the letters that are not issued yet. */
export async function renderLetters(platform: Platform, awarded: AwardedLot, sending: Sending) {
  const { published, decision, chosen, conduct, sessions } = awarded;
  const session = sessions.find(({ id }) => id === decision.sessionId);
  const lot = published.content.lots.find(({ number }) => number === decision.lotNumber);
  const { choices } = conduct.prepared.consultation;
  const reasons = thresholds.deadlines.find(({ id }) => id === 'reasonsOnRequest');
  if (!session || !lot || !reasons) throw new Error('A decision without session, lot or rule on reasons');
  return Promise.all(
    lettersToIssue(awarded).map(async (to) => ({
      to,
      bytes: await renderBoth(
        platform,
        awardLetterModel({
          ...issuerOf(platform.db, platform.demonstration),
          publication: published,
          lot,
          decision: { ...decision, body: session.body, signatory: session.signatory },
          basis: decision.basis,
          awardee: chosen,
          to,
          ...sending,
          standstill: announcedStandstill(awarded, sending),
          court: choices.court,
          contactEmail: choices.contactEmail,
          reasonsDays: reasons.days,
          catalogue,
        }),
      ),
    })),
  );
}

/** Stores the letters; one already issued to the same candidate for the same decision stays alone. */
export function recordLetters(
  tx: Tx,
  awarded: AwardedLot,
  rendered: readonly { readonly to: LetterTo; readonly bytes: BothFormats }[],
  sending: Sending,
  by: { readonly userId: string; readonly now: Instant; readonly today: Day },
): number {
  const { decision, consultationId, conduct, letters } = awarded;
  const { reference } = conduct.prepared.consultation;
  const signableFrom = announcedStandstill(awarded, sending)?.signableFrom ?? null;
  const fresh = rendered.filter(({ to }) => !letters.some(({ depositId }) => depositId === to.depositId));
  for (const { to, bytes } of fresh) {
    const stored = storeBoth(tx, bytes, {
      kind: 'awardLetter',
      number: `${reference}-L${decision.lotNumber}-${decision.id.slice(0, 8)}-${to.depositId.slice(0, 8)}`,
      issuerId: findSyndicat(tx).id,
      communeId: null,
      title: `${letterLabels[to.kind]}, ${reference}, lot ${decision.lotNumber}, ${to.candidate}`,
      issuedOn: by.today,
      issuedAt: by.now,
      issuedBy: by.userId,
      fileName: `${reference}-lot-${decision.lotNumber}-${to.kind === 'award' ? 'attribution' : 'rejet'}-${to.candidate}`,
      templateVersion: awardLettersTemplateVersion,
    });
    addAwardLetter(tx, {
      id: randomUUID(),
      decisionId: decision.id,
      consultationId,
      lotNumber: decision.lotNumber,
      depositId: to.depositId,
      candidate: to.candidate,
      kind: to.kind,
      plannedOn: sending.plannedOn,
      electronic: sending.electronic,
      signableFrom,
      ...stored,
      at: by.now,
      byUserId: by.userId,
    });
  }
  if (fresh.length > 0) {
    const subject = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { lot: decision.lotNumber, ...sending, to: fresh.map(({ to }) => [to.kind, to.candidate]) };
    addDeed(tx, { at: by.now, userId: by.userId, deed: 'consultation.lettersIssued', ...subject, detail });
  }
  return fresh.length;
}
