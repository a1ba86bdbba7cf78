// Store of needs campaigns, their lots and the members invited to answer.
import { and, asc, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Campaign, CampaignLot, InvitedMember } from '~/domain/campaigns/campaigns';
import type { Day, Instant } from '~/domain/shared/day';
import type { Reads, Tx } from './client';
import { listConventionCommunes } from './conventions';
import { campaignLots, campaigns, consolidations, memberships, organisations } from './schema';

type CampaignRow = typeof campaigns.$inferSelect;

function toCampaign(row: CampaignRow, frozenAt: Instant | null, lots: readonly CampaignLot[]): Campaign {
  const { id, title, description, conventionId, opensOn, closesOn, closedAt, years } = row;
  return {
    id,
    title,
    description,
    conventionId,
    opensOn,
    closesOn,
    closedAt,
    frozenAt,
    lots,
    ...(years === null ? {} : { years }),
  };
}

function listLots(db: Reads, campaignIds: readonly string[]): ReadonlyMap<string, CampaignLot[]> {
  const byCampaign = new Map<string, CampaignLot[]>();
  if (campaignIds.length === 0) return byCampaign;
  const rows = db
    .select()
    .from(campaignLots)
    .where(inArray(campaignLots.campaignId, [...campaignIds]))
    .orderBy(asc(campaignLots.number))
    .all();
  for (const { campaignId, number, title, categories } of rows) {
    byCampaign.set(campaignId, [...(byCampaign.get(campaignId) ?? []), { number, title, categories }]);
  }
  return byCampaign;
}

function selectCampaigns(db: Reads) {
  return db
    .select({ campaign: campaigns, frozenAt: consolidations.frozenAt })
    .from(campaigns)
    .leftJoin(consolidations, eq(consolidations.campaignId, campaigns.id));
}

/** All campaigns, the latest deadline first. */
export function listCampaigns(db: Reads): readonly Campaign[] {
  const rows = selectCampaigns(db).orderBy(desc(campaigns.closesOn), desc(campaigns.createdAt)).all();
  const lots = listLots(
    db,
    rows.map(({ campaign }) => campaign.id),
  );
  return rows.map(({ campaign, frozenAt }) => toCampaign(campaign, frozenAt, lots.get(campaign.id) ?? []));
}

/** A campaign with its lots. */
export function findCampaign(db: Reads, id: string): Campaign | undefined {
  const row = selectCampaigns(db).where(eq(campaigns.id, id)).get();
  return row && toCampaign(row.campaign, row.frozenAt, listLots(db, [id]).get(id) ?? []);
}

export interface NewCampaign {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  /** The groupement it is run for; the centrale when absent. */
  readonly conventionId?: string | null;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly years?: readonly number[] | null;
  readonly lots: readonly CampaignLot[];
}

/** Adds a campaign with its lots; a second sending of the same form adds nothing. Says whether it was added. */
export function addCampaign(tx: Tx, campaign: NewCampaign, by: { readonly id: string; readonly at: Instant }): boolean {
  const { lots, ...row } = campaign;
  const added = tx
    .insert(campaigns)
    .values({ ...row, createdAt: by.at, createdBy: by.id })
    .onConflictDoNothing()
    .run();
  if (added.changes === 0) return false;
  for (const lot of lots) {
    tx.insert(campaignLots)
      .values({ id: `${campaign.id}-${lot.number}`, campaignId: campaign.id, ...lot })
      .run();
  }
  return true;
}

/** Ends the answers of a campaign. */
export function closeCampaign(tx: Tx, id: string, at: Instant): void {
  tx.update(campaigns).set({ closedAt: at }).where(eq(campaigns.id, id)).run();
}

/** Gives a campaign another last day, and opens it again when the syndicat had closed it. */
export function extendCampaign(tx: Tx, id: string, closesOn: Day): void {
  tx.update(campaigns).set({ closesOn, closedAt: null }).where(eq(campaigns.id, id)).run();
}

/** Communes whose membership of the centrale is in force on the day, by name. */
export function listMembers(db: Reads, on: Day) {
  return db
    .select({
      communeId: organisations.id,
      name: organisations.name,
      siren: organisations.siren,
      siret: organisations.siret,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.communeId))
    .where(and(lte(memberships.from, on), or(isNull(memberships.to), gt(memberships.to, on))))
    .groupBy(organisations.id)
    .orderBy(asc(organisations.name), asc(organisations.id))
    .all();
}

/** The members invited to a campaign: those of its groupement, else of the centrale, on its last day. */
export function listInvited(
  db: Reads,
  { closesOn, conventionId }: Pick<Campaign, 'closesOn'> & Partial<Pick<Campaign, 'conventionId'>>,
): readonly InvitedMember[] {
  const members = conventionId ? listConventionCommunes(db, conventionId, closesOn) : listMembers(db, closesOn);
  return members.map(({ communeId, name }) => ({ communeId, name }));
}
