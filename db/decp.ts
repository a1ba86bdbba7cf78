// Store of the open data issued for contracts, version by version.
import { desc, eq } from 'drizzle-orm';
import type { Reads, Tx } from './client';
import { contractDecp, documents } from './schema';

/** The open data of a contract, the latest version first, with the names of their files. */
export function listDecp(db: Reads, contractId: string) {
  return db
    .select({
      version: contractDecp.version,
      answers: contractDecp.answers,
      publishedOn: contractDecp.publishedOn,
      inputDigest: contractDecp.inputDigest,
      documentId: contractDecp.documentId,
      fileName: documents.fileName,
    })
    .from(contractDecp)
    .innerJoin(documents, eq(documents.id, contractDecp.documentId))
    .where(eq(contractDecp.contractId, contractId))
    .orderBy(desc(contractDecp.version))
    .all();
}

/** Records a version of the open data of a contract. */
export function addDecp(tx: Tx, issued: typeof contractDecp.$inferInsert): void {
  tx.insert(contractDecp).values(issued).run();
}
