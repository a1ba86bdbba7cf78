// Store of frozen consolidations: kept whole with their digest, never changed.
import { createHash, randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { CampaignLot } from '~/domain/campaigns/campaigns';
import { canonicalJson } from '~/domain/consolidation/canonical';
import type { Consolidation } from '~/domain/consolidation/consolidation';
import type { LineDecision } from '~/domain/consolidation/decisions';
import type { ExcludedBuyer } from '~/domain/organisations/identified-buyers';
import type { Day, Instant } from '~/domain/shared/day';
import type { Siren, Siret } from '~/domain/shared/identifiers';
import type { Reads, Tx } from './client';
import { consolidations } from './schema';

/** What is frozen: the campaign as it was, its members, and every line with its shares. */
export interface FrozenNeeds {
  readonly campaign: {
    readonly id: string;
    readonly title: string;
    readonly closesOn: Day;
    readonly lots: readonly CampaignLot[];
  };
  /** What it was frozen for; absent from what was frozen before conventions were known: the centrale. */
  readonly grouping?:
    | { readonly kind: 'centrale' }
    | { readonly kind: 'convention'; readonly id: string; readonly reference: string };
  /** Members in force with an enforceable act when the needs were frozen: the buyers identified in the file (CCP R2162-6). */
  readonly buyers: readonly {
    readonly communeId: string;
    readonly name: string;
    readonly siren: Siren;
    readonly siret: Siret | null;
  }[];
  /** Members left out that day, each with all its reasons. */
  readonly excludedBuyers?: readonly ExcludedBuyer[];
  /** The buyer's decisions on lines, with their reasons; absent from what was frozen before they were kept. */
  readonly decisions?: readonly (LineDecision & {
    readonly reason: string;
    readonly at: Instant;
    readonly by: string;
  })[];
  readonly consolidation: Consolidation;
}

export interface StoredConsolidation {
  readonly id: string;
  readonly campaignId: string;
  readonly frozenAt: Instant;
  readonly digest: string;
  readonly needs: FrozenNeeds;
}

/** SHA-256 of the canonical writing of a value, in hexadecimal. */
export function canonicalDigest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function toStored(row: typeof consolidations.$inferSelect): StoredConsolidation {
  const { id, campaignId, frozenAt, digest, content } = row;
  if (canonicalDigest(content) !== digest) throw new Error(`Consolidation ${id} no longer matches its digest`);
  return { id, campaignId, frozenAt, digest, needs: content as FrozenNeeds };
}

/** Freezes the needs of a campaign; returns the stored row. Throws when the campaign already has one. */
export function addConsolidation(
  tx: Tx,
  needs: FrozenNeeds,
  by: { readonly id: string; readonly at: Instant },
): StoredConsolidation {
  const row = {
    id: randomUUID(),
    campaignId: needs.campaign.id,
    frozenAt: by.at,
    frozenBy: by.id,
    digest: canonicalDigest(needs),
    totalNet: needs.consolidation.totalNet,
    content: needs,
  };
  tx.insert(consolidations).values(row).run();
  return { id: row.id, campaignId: row.campaignId, frozenAt: row.frozenAt, digest: row.digest, needs };
}

/** The frozen needs of a campaign. Throws when they no longer match their digest. */
export function findConsolidation(db: Reads, campaignId: string): StoredConsolidation | undefined {
  const row = db.select().from(consolidations).where(eq(consolidations.campaignId, campaignId)).get();
  return row && toStored(row);
}

/** All frozen needs, the latest first. Throws when some no longer match their digest. */
export function listFrozenNeeds(db: Reads): readonly StoredConsolidation[] {
  return db.select().from(consolidations).orderBy(desc(consolidations.frozenAt)).all().map(toStored);
}

/** Frozen needs by their own id. Throws when they no longer match their digest. */
export function findConsolidationById(db: Reads, id: string): StoredConsolidation | undefined {
  const row = db.select().from(consolidations).where(eq(consolidations.id, id)).get();
  return row && toStored(row);
}
