// Store of contracts: from their signature to their end, with the acts that date them.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Reads, Tx } from './client';
import { consultations, contractAmendments, contracts, lots, organisations } from './schema';

export type Contract = typeof contracts.$inferSelect;
export type DraftAmendment = typeof contractAmendments.$inferSelect;
/** An amendment in effect: signed, and received by the holder. */
export type Amendment = DraftAmendment & {
  readonly signedOn: NonNullable<DraftAmendment['signedOn']>;
  readonly notifiedOn: NonNullable<DraftAmendment['notifiedOn']>;
};

const shown = {
  contract: contracts,
  holder: organisations,
  reference: consultations.reference,
  object: consultations.object,
  accordCadreId: lots.accordCadreId,
};

function joined(db: Reads) {
  return db
    .select(shown)
    .from(contracts)
    .innerJoin(organisations, eq(organisations.id, contracts.holderId))
    .innerJoin(consultations, eq(consultations.id, contracts.consultationId))
    .leftJoin(lots, eq(lots.id, contracts.lotId));
}

/** A contract with its holder, its consultation and its accord-cadre in the catalogue, if any. */
export function findContract(db: Reads, id: string) {
  return joined(db).where(eq(contracts.id, id)).get();
}

/** The contracts whose price schedule opened a lot of an accord-cadre. */
export function listContractsOfAccordCadre(db: Reads, accordCadreId: string) {
  return joined(db).where(eq(lots.accordCadreId, accordCadreId)).orderBy(asc(contracts.lotNumber)).all();
}

/** The contract of a lot of a consultation. */
export function findContractOfLot(db: Reads, consultationId: string, lotNumber: number): Contract | undefined {
  return db
    .select()
    .from(contracts)
    .where(and(eq(contracts.consultationId, consultationId), eq(contracts.lotNumber, lotNumber)))
    .get();
}

/** All contracts, or those of a consultation: the latest signature first, then by lot. */
export function listContracts(db: Reads, consultationId?: string) {
  return joined(db)
    .where(consultationId === undefined ? undefined : eq(contracts.consultationId, consultationId))
    .orderBy(desc(contracts.signedOn), asc(consultations.reference), asc(contracts.lotNumber))
    .all();
}

/** Whether another contract already has this number. */
export function isContractNumberTaken(db: Reads, number: string): boolean {
  return db.select({ id: contracts.id }).from(contracts).where(eq(contracts.number, number)).get() !== undefined;
}

/** Records a signed contract; a second sending of the form adds nothing. Says whether it was recorded. */
export function addContract(tx: Tx, contract: typeof contracts.$inferInsert): boolean {
  return tx.insert(contracts).values(contract).onConflictDoNothing().run().changes === 1;
}

/** Dates an act of a contract that had not taken place; says whether it was recorded. */
export function dateContract(
  tx: Tx,
  id: string,
  act: 'prefectSentOn' | 'prefectReceiptOn' | 'signedAeDocumentId' | 'notificationDocumentId' | 'notifiedOn' | 'lotId',
  change: Partial<typeof contracts.$inferInsert>,
): boolean {
  return (
    tx
      .update(contracts)
      .set(change)
      .where(and(eq(contracts.id, id), isNull(contracts[act])))
      .run().changes === 1
  );
}

/** Changes the last day of a contract, after an amendment or a renewal refused. */
export function changeContractEnd(tx: Tx, id: string, endsOn: NonNullable<Contract['endsOn']>): void {
  tx.update(contracts).set({ endsOn }).where(eq(contracts.id, id)).run();
}

/** Every amendment of a contract, those not yet notified included, in the order of their numbers. */
export function listAllAmendments(db: Reads, contractId: string): readonly DraftAmendment[] {
  return db
    .select()
    .from(contractAmendments)
    .where(eq(contractAmendments.contractId, contractId))
    .orderBy(asc(contractAmendments.number))
    .all();
}

/** The amendments of a contract in effect, in the order of their numbers. */
export function listAmendments(db: Reads, contractId: string): readonly Amendment[] {
  return listAllAmendments(db, contractId).filter(
    (one): one is Amendment => one.signedOn !== null && one.notifiedOn !== null,
  );
}

/** Records the signature and the receipt of an amendment, once; says whether it was recorded. */
export function notifyAmendment(
  tx: Tx,
  id: string,
  dates: { readonly signedOn: Amendment['signedOn']; readonly notifiedOn: Amendment['notifiedOn'] },
): boolean {
  const waiting = and(eq(contractAmendments.id, id), isNull(contractAmendments.notifiedOn));
  return tx.update(contractAmendments).set(dates).where(waiting).run().changes === 1;
}

/** Records an amendment; a second sending of the form adds nothing. Says whether it was recorded. */
export function addAmendment(tx: Tx, amendment: typeof contractAmendments.$inferInsert): boolean {
  return tx.insert(contractAmendments).values(amendment).onConflictDoNothing().run().changes === 1;
}
