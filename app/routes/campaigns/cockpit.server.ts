// What the cockpit shows of each invited member: its state, its first opening, its needs and its statement.
import { listCommunesOnBehalf } from 'db/answers-on-behalf';
import { type CampaignPaper, listOpenings, listPapers } from 'db/campaign-papers';
import type { Reads } from 'db/client';
import type { Answer, InvitedMember } from '~/domain/campaigns/campaigns';
import { memberState } from '~/domain/campaigns/member-state';
import { dayInParis } from '~/domain/shared/day';
import { netOf, sumCents } from '~/domain/shared/money';
import type { CockpitRow } from '~/ui/campaigns/cockpit';
import type { ShownPaper } from '~/ui/campaigns/papers';
import { lastMails } from './mailings.server';

/** A row for each invited member, in their order. */
export function cockpitRows(
  db: Reads,
  campaignId: string,
  invited: readonly InvitedMember[],
  answers: readonly Answer[],
): readonly CockpitRow[] {
  const byCommune = new Map(answers.map((answer) => [answer.communeId, answer]));
  const openings = listOpenings(db, campaignId);
  const mails = lastMails(db, campaignId);
  const onBehalf = listCommunesOnBehalf(db, campaignId);
  const statements = new Map(
    listPapers(db, campaignId, 'needsStatement', { kind: 'syndicat' })
      .filter(({ cancelledAt }) => cancelledAt === null)
      .map((paper) => [paper.communeId, paper]),
  );
  return invited.map(({ communeId, name }) => {
    const answer = byCommune.get(communeId);
    const openedAt = openings.get(communeId);
    const statement = statements.get(communeId);
    const nets = (answer?.needs ?? []).flatMap(({ quantity, estimatedUnitPriceNet: price }) =>
      price === null ? [] : [netOf(quantity, price)],
    );
    return {
      communeId,
      name,
      state: memberState(answer?.state ?? 'notStarted', openedAt),
      openedOn: openedAt === undefined ? null : dayInParis(openedAt),
      signedOn: answer?.signedOn ?? null,
      onBehalf: onBehalf.has(communeId),
      lastMail: mails.get(communeId) ?? null,
      lines: answer?.needs.length ?? 0,
      net: sumCents(nets),
      statement: statement ? { documentId: statement.documentId, number: statement.number } : null,
    };
  });
}

/** The papers as pages show them. */
export function shownPapers(papers: readonly CampaignPaper[]): readonly ShownPaper[] {
  return papers.map(({ documentId, number, version, issuedAt, issuedBy, cancelledAt, sha256 }) => ({
    documentId,
    number,
    version,
    issuedAt,
    issuedBy,
    cancelledAt,
    sha256,
  }));
}
