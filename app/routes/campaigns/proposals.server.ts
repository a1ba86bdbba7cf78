// What a commune's answer can start from: its last signed needs, else what it ordered in the last twelve months.
import { createHash } from 'node:crypto';
import { findLastSigned, listOrderedLines } from 'db/campaign-proposals';
import { listReferences } from 'db/campaign-references';
import type { Reads } from 'db/client';
import type { Answer, Campaign, Need } from '~/domain/campaigns/campaigns';
import type { OfferedReference } from '~/domain/campaigns/need-sheet';
import { proposedNeeds } from '~/domain/campaigns/proposals';
import { addMonths, type Day, dayInParis } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';

export type ProposalSource =
  | { readonly kind: 'signed'; readonly title: string; readonly on: Day }
  | { readonly kind: 'ordered'; readonly since: Day };

export interface Proposals {
  readonly source: ProposalSource;
  /** Each with the id it would have in the answer, always the same: taken twice, it is written once. */
  readonly lines: readonly Need[];
}

/** What to propose for an answer; nothing when the commune neither signed nor ordered anything of these categories. */
export function proposalsFor(
  db: Reads,
  {
    campaign,
    communeId,
    answer,
    schools,
  }: {
    readonly campaign: Campaign;
    readonly communeId: string;
    readonly answer: Pick<Answer, 'needs'>;
    readonly schools: readonly { readonly uai: Uai }[];
  },
  today: Day,
  offered: readonly OfferedReference[] = listReferences(
    db,
    campaign.lots.flatMap((lot) => lot.categories),
    today,
  ),
): Proposals | undefined {
  const context = {
    lots: campaign.lots,
    references: new Map(offered.map((reference) => [reference.id, reference])),
    schools: schools.map(({ uai }) => uai),
    needs: answer.needs,
  };
  const named = (lines: ReturnType<typeof proposedNeeds>): readonly Need[] =>
    lines.map((line) => {
      const subject = [campaign.id, communeId, line.productId, line.label, line.schoolUai].join('\n');
      // What was asked before is proposed for the first year; the commune moves it.
      return {
        ...line,
        kit: null,
        year: (campaign.years ?? []).length > 1 ? (campaign.years?.[0] ?? null) : null,
        id: `reprise-${createHash('sha256').update(subject).digest('hex').slice(0, 24)}`,
      };
    });
  const signed = findLastSigned(db, communeId, campaign.id);
  const fromSigned = signed ? named(proposedNeeds(signed.lines, context)) : [];
  if (signed && fromSigned.length > 0) {
    return { source: { kind: 'signed', title: signed.title, on: dayInParis(signed.signedAt) }, lines: fromSigned };
  }
  const since = addMonths(today, -12);
  const fromOrders = named(proposedNeeds(listOrderedLines(db, communeId, since), context));
  return fromOrders.length > 0 ? { source: { kind: 'ordered', since }, lines: fromOrders } : undefined;
}
