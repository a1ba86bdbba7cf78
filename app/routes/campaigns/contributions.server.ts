// Takes what schools wrote into a commune's answer, or sets it aside, in one transaction.
import { addNeeds, draftAnswer } from 'db/campaign-answers';
import { write } from 'db/client';
import { decideContributions, listWaitingContributions } from 'db/need-contributions';
import { addDeed } from 'db/records';
import { answerRefusalSentence, needRefusals } from '~/domain/campaigns/answering';
import type { AskedBy } from '../guard.server';
import { answeringOf, needsAsTyped, verdictOn } from './answering.server';

/** Decides on the lines ticked in the form; gives how many, or every reason against it. Sent twice, it is done once. */
export function decideOnContributions(
  { db, user, params, form, now, today }: AskedBy & { readonly form: FormData },
  decision: 'take' | 'setAside',
): { readonly count: number } | { readonly against: readonly string[] } {
  const ticked = form.getAll('take[]').map(String);
  return write(db, (tx) => {
    const answering = answeringOf(tx, user, params);
    const { campaign, communeId, answer, schools } = answering;
    const waiting = listWaitingContributions(tx, campaign.id, communeId).filter(({ need }) => ticked.includes(need.id));
    const already = answer.needs.filter(({ id }) => ticked.includes(id)).length;
    if (waiting.length === 0 && already > 0) return { count: already };
    const needs = needsAsTyped(
      waiting.map(({ need }) => need),
      form,
    );
    const verdict = verdictOn(tx, answering, 'save', today);
    const uais = schools.map(({ uai }) => uai);
    const against = [
      ...(verdict.allowed ? [] : verdict.refusals.map(answerRefusalSentence)),
      ...(decision === 'take' ? needRefusals(campaign, needs, uais).map(answerRefusalSentence) : []),
      ...(waiting.length === 0 ? ['Cochez au moins une ligne.'] : []),
    ];
    if (against.length > 0) return { against };
    const ids = needs.map(({ id }) => id);
    const change = { campaignId: campaign.id, communeId, at: now, userId: user.id };
    if (decision === 'take') {
      draftAnswer(tx, change);
      addNeeds(tx, change, needs);
    }
    decideContributions(tx, ids, decision === 'take' ? { takenAt: now } : { setAsideAt: now });
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: decision === 'take' ? 'campaign.contributionsTaken' : 'campaign.contributionsSetAside',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail: {
        lines: waiting.map(({ need, recipient }) => ({ label: need.label, quantity: need.quantity, by: recipient })),
      },
    });
    return { count: needs.length };
  });
}
