// Signs the needs of a commune, or that it has none, and stores the statement of needs in the same transaction.
import { listOnBehalf } from 'db/answers-on-behalf';
import { changeNeed, signAnswer } from 'db/campaign-answers';
import { listMailings } from 'db/campaign-mailings';
import type { PaperOf } from 'db/campaign-papers';
import type { Tx } from 'db/client';
import { canonicalDigest } from 'db/consolidation';
import { listWaitingContributions } from 'db/need-contributions';
import { findOrganisation, findSyndicat } from 'db/organisations';
import { withdrawMessages } from 'db/outbox';
import { addDeed } from 'db/records';
import type { NeedsStatementFacts } from '~/documents/campaigns/facts';
import { needsStatementModel, needsStatementTemplateVersion } from '~/documents/campaigns/needs-statement';
import { isAllowed, roleLabels } from '~/domain/accounts/permissions';
import { type AnswerRefusal, maySign, waitingRefusals } from '~/domain/campaigns/answering';
import { statedNeeds } from '~/domain/campaigns/stated-needs';
import { yearOf } from '~/domain/shared/day';
import { type AskedBy, orNotFound } from '../guard.server';
import { answeringOf, needsAsTyped, verdictOn } from './answering.server';
import { issueDecided, issuerOf, mentionOf, nextVersion, storePaper } from './papers.server';

/**
 * Signs the needs of a commune, as the form last wrote them, or that it has none; the statement is stored in
 * the same transaction. Gives the reasons against it; none when it is signed.
 */
export function signNeeds(
  asked: AskedBy & { readonly form: FormData },
  deed: 'sign' | 'declareNoNeed',
): Promise<readonly AnswerRefusal[]> {
  const { user, params, form, now, today, platform } = asked;
  const decide = (tx: Tx) => {
    const answering = answeringOf(tx, user, params);
    const { campaign, communeId, answer, schools, onBehalf } = answering;
    const typed = deed === 'sign' && isAllowed(user.roles, 'campaign.answer');
    const needs = typed ? needsAsTyped(answer.needs, form) : answer.needs;
    const uais = schools.map((school) => school.uai);
    const verdicts = [verdictOn(tx, answering, deed, today), maySign(campaign, { needs }, deed, uais)];
    const refusals = [
      ...verdicts.flatMap((verdict) => (verdict.allowed ? [] : verdict.refusals)),
      ...waitingRefusals(listWaitingContributions(tx, campaign.id, communeId)),
    ];
    if (refusals.length > 0) return { ended: refusals };
    const of: PaperOf = { kind: 'needsStatement', campaignId: campaign.id, communeId };
    const { take, ...version } = nextVersion(tx, of, yearOf(today));
    const role = user.roles.find((one) => isAllowed([one], 'campaign.sign'));
    const facts: NeedsStatementFacts = {
      ...version,
      issuer: issuerOf(orNotFound(findOrganisation(tx, communeId))),
      campaign: { title: campaign.title, opensOn: campaign.opensOn, closesOn: campaign.closesOn },
      syndicatName: findSyndicat(tx).name,
      madeOn: today,
      mention: mentionOf(platform.demonstration),
      communeName: answer.communeName,
      needs: statedNeeds(needs, schools),
      signedBy: { name: user.name, role: role ? roleLabels[role] : '' },
      signedAt: now,
      onBehalf: listOnBehalf(tx, campaign.id, communeId),
      signedFor: onBehalf === null || onBehalf === 'unsaid' ? null : onBehalf.reason,
    };
    return {
      issue: { of, facts, needs, take, inputDigest: canonicalDigest(facts), model: needsStatementModel(facts) },
    };
  };
  return issueDecided(asked, decide, (tx, { of, facts, needs, take, inputDigest }, bytes) => {
    if (of.communeId === null || !take(tx)) return undefined;
    const change = { campaignId: of.campaignId, communeId: of.communeId, at: now, userId: user.id };
    for (const { id, quantity, schoolUai, reason, year } of needs)
      changeNeed(tx, change, { id, quantity, schoolUai, reason, year });
    signAnswer(tx, change, deed === 'declareNoNeed');
    // A reminder that waits has lost its object.
    const mailings = listMailings(tx, of.campaignId).map(({ id }) => id);
    withdrawMessages(tx, mailings, [of.communeId], now);
    const { number, version, communeName } = facts;
    const title = `État des besoins, ${communeName}, ${facts.campaign.title}`;
    const templateVersion = needsStatementTemplateVersion;
    const drawn = { of, number, version, title, inputDigest, issuerId: of.communeId, templateVersion };
    storePaper(tx, asked, drawn, bytes);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: of.communeId,
      deed: deed === 'sign' ? 'campaign.answerSigned' : 'campaign.noNeedDeclared',
      subjectKind: 'campaign',
      subjectId: of.campaignId,
      detail: { lines: needs.length, statement: number, version, onBehalfReason: facts.signedFor },
    });
    return [];
  });
}
