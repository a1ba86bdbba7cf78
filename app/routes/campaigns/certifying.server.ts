// Issues the closing certificate of a campaign: its dates, its answers as they stand, and their digest.
import { listAnswers } from 'db/campaign-answers';
import { findLastPaper, listOpenings, listPapers, type PaperOf } from 'db/campaign-papers';
import { findCampaign, listInvited } from 'db/campaigns';
import type { Reads, Tx } from 'db/client';
import { canonicalDigest } from 'db/consolidation';
import { findSyndicat } from 'db/organisations';
import { addDeed, listDeeds } from 'db/records';
import { closingCertificateModel, closingCertificateTemplateVersion } from '~/documents/campaigns/closing-certificate';
import type { ClosingCertificateFacts } from '~/documents/campaigns/facts';
import { type Campaign, campaignState } from '~/domain/campaigns/campaigns';
import { closingFigures } from '~/domain/campaigns/closing';
import { parseDay, yearOf } from '~/domain/shared/day';
import { type AskedBy, orNotFound } from '../guard.server';
import { issueDecided, issuerOf, mentionOf, nextVersion, storePaper } from './papers.server';

const whole = { kind: 'syndicat' } as const;

/** The changes of a campaign's last day, as the journal has them, the earliest first. */
function lastDays(db: Reads, campaign: Campaign) {
  const changes = listDeeds(db, 'campaign', campaign.id)
    .filter(({ deed }) => deed === 'campaign.extended')
    .toReversed()
    .flatMap(({ at, detail }) => {
      const from = parseDay(String(detail['from']));
      const to = parseDay(String(detail['to']));
      return from && to && from !== to ? [{ from, to, at }] : [];
    });
  return {
    firstClosesOn: changes[0]?.from ?? campaign.closesOn,
    extensions: changes.map(({ to, at }) => ({ to, at })),
  };
}

/** Issues the closing certificate of a campaign that has ended, unless the one in force already says the same. */
export function issueCertificate(asked: AskedBy): Promise<'issued' | 'already' | 'open'> {
  const { user, params, now, today, platform } = asked;
  const decide = (tx: Tx) => {
    const campaign = orNotFound(findCampaign(tx, params['id'] ?? ''));
    const state = campaignState(campaign, today);
    if (state === 'open' || state === 'announced') return { ended: 'open' as const };
    const of: PaperOf = { kind: 'closingCertificate', campaignId: campaign.id, communeId: null };
    const answers = listAnswers(tx, campaign.id, whole);
    const papers = listPapers(tx, campaign.id, 'needsStatement', whole);
    const statements = papers.flatMap(({ communeId, cancelledAt, number, version }) =>
      communeId === null || cancelledAt !== null
        ? []
        : [[communeId, version === 1 ? number : `${number}, version ${version}`] as const],
    );
    const days = lastDays(tx, campaign);
    const syndicat = findSyndicat(tx);
    const invited = listInvited(tx, campaign);
    const said = {
      ...days,
      campaign: { title: campaign.title, opensOn: campaign.opensOn, closesOn: campaign.closesOn },
      issuer: issuerOf(syndicat),
      syndicatName: syndicat.name,
      mention: mentionOf(platform.demonstration),
      closedAt: campaign.closedAt,
      figures: closingFigures(invited, answers, listOpenings(tx, campaign.id), days.firstClosesOn),
      statements: Object.fromEntries(statements),
      answersDigest: canonicalDigest(
        answers
          .filter(({ communeId }) => invited.some((member) => member.communeId === communeId))
          .map(({ communeId, state: answered, signedOn, needs }) => ({ communeId, answered, signedOn, needs })),
      ),
    };
    const inputDigest = canonicalDigest(said);
    const last = findLastPaper(tx, of);
    if (last?.inputDigest === inputDigest && last.cancelledAt === null) return { ended: 'already' as const };
    const { take, ...version } = nextVersion(tx, of, yearOf(today));
    const facts: ClosingCertificateFacts = { ...said, ...version, madeOn: today };
    return { issue: { of, facts, take, inputDigest, issuerId: syndicat.id, model: closingCertificateModel(facts) } };
  };
  return issueDecided(asked, decide, (tx, { of, facts, take, inputDigest, issuerId }, bytes) => {
    if (!take(tx)) return undefined;
    const { number, version } = facts;
    const title = `Certificat de clôture, ${facts.campaign.title}`;
    const templateVersion = closingCertificateTemplateVersion;
    storePaper(tx, asked, { of, number, version, title, inputDigest, issuerId, templateVersion }, bytes);
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'campaign.certified',
      subjectKind: 'campaign',
      subjectId: of.campaignId,
      detail: { number, version, answersDigest: facts.answersDigest },
    });
    return 'issued' as const;
  });
}
