// What the papers of a campaign share: their numbers and versions, and being issued once, with what they state.
import { addPaper, cancelPaper, findLastPaper, type PaperOf } from 'db/campaign-papers';
import { type Reads, type Tx, write } from 'db/client';
import { findSyndicat } from 'db/organisations';
import { addDocument, nextNumber, takeNumber } from 'db/records';
import type { DocumentModel } from '~/documents/blocks';
import type { AskedBy } from '../guard.server';

const prefixes = { needsStatement: 'EB', closingCertificate: 'CC' } as const;
/** What each page says on the site of the demonstration. */
export const mentionOf = (demonstration: boolean) => (demonstration ? 'Démonstration\u202f: prix fictifs' : null);

type Organisation = ReturnType<typeof findSyndicat>;
/** How a paper names who issues it. */
export const issuerOf = ({ name, siret, address, postalCode, city }: Organisation) => ({
  name,
  lines: [siret && `SIRET ${siret}`, address, [postalCode, city].filter(Boolean).join(' ')].filter(
    (line) => typeof line === 'string' && line !== '',
  ) as string[],
});

/** The number and version that the next paper would have: the number of the one it replaces, or the next of the year. */
export function nextVersion(db: Reads, of: PaperOf, year: number) {
  const last = findLastPaper(db, of);
  const series = { issuerId: findSyndicat(db).id, series: of.kind, year };
  if (last) return { number: last.number, version: last.version + 1, take: () => true };
  const number = nextNumber(db, series);
  return {
    number: `${prefixes[of.kind]}-${year}-${String(number).padStart(5, '0')}`,
    version: 1,
    take: (tx: Tx) => takeNumber(tx, series, number),
  };
}

interface Drawn {
  readonly of: PaperOf;
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly inputDigest: string;
  readonly issuerId: string;
  readonly templateVersion: string;
}

/** Stores the paper with its bytes, in the place of the one before. */
export function storePaper(tx: Tx, { user, now, today }: AskedBy, drawn: Drawn, bytes: Uint8Array): void {
  const { of, number, version, title, inputDigest, issuerId, templateVersion } = drawn;
  const named = version === 1 ? number : `${number}-v${version}`;
  const documentId = addDocument(tx, {
    kind: of.kind,
    number: named,
    issuerId,
    communeId: of.communeId,
    title,
    issuedOn: today,
    issuedAt: now,
    issuedBy: user.id,
    fileName: `${named}-${of.kind === 'needsStatement' ? 'etat-des-besoins' : 'certificat-de-cloture'}.pdf`,
    mediaType: 'application/pdf',
    templateVersion,
    bytes,
  });
  cancelPaper(tx, of, { id: user.id, at: now });
  addPaper(tx, { ...of, number, version, documentId, inputDigest, issuedAt: now, issuedBy: user.id });
}

/** Decides, renders outside the transaction, decides again inside it, and starts over when something changed meanwhile. */
export async function issueDecided<T extends { readonly inputDigest: string; readonly model: DocumentModel }, R>(
  { db, platform }: AskedBy,
  decide: (tx: Tx) => { readonly issue: T } | { readonly ended: R },
  store: (tx: Tx, decided: T, bytes: Uint8Array) => R | undefined,
): Promise<R> {
  for (;;) {
    const before = write(db, decide);
    if ('ended' in before) return before.ended;
    const bytes = await platform.documents.render({ kind: 'pdf', model: before.issue.model });
    const outcome = write(db, (tx) => {
      const again = decide(tx);
      if ('ended' in again) return again;
      if (again.issue.inputDigest !== before.issue.inputDigest) return undefined;
      const ended = store(tx, again.issue, bytes);
      return ended === undefined ? undefined : { ended };
    });
    if (outcome) return outcome.ended;
  }
}
