// Documents sent to answer reservations: read by their content, named, kept with the order.

import type { Tx } from 'db/client';
import { joinProof, keepProof, type ReceivedProof, takeProofOff } from 'db/orders';
import type { Instant } from '~/domain/shared/day';
import { joinedFileRefusalSentence, readJoinedFile } from '~/imports/joined-file';

export interface ReadProof {
  readonly keys: readonly string[];
  readonly file: ReceivedProof;
}

export interface ReadProofs {
  readonly proofs: readonly ReadProof[];
  readonly problems: readonly string[];
  /** Documents to take off, with the results they answered. */
  readonly withdrawn: readonly { readonly documentId: string; readonly keys: readonly string[] }[];
}

export const noProofs: ReadProofs = { proofs: [], problems: [], withdrawn: [] };

/** The name to keep: without folders, with the extension of what the file really is. */
function keptName(name: string, extension: string): string {
  const base = name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 120);
  return `${base || 'piece'}.${extension}`;
}

/** One received file, or why it is refused; undefined when none was chosen. */
export async function readProof(
  sent: FormDataEntryValue | null,
): Promise<{ readonly file: ReceivedProof } | { readonly problem: string } | undefined> {
  if (!(sent instanceof File) || (sent.size === 0 && sent.name === '')) return undefined;
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const read = readJoinedFile(bytes);
  if ('refusal' in read) return { problem: `${sent.name} : ${joinedFileRefusalSentence(read.refusal)}` };
  return { file: { fileName: keptName(sent.name, read.extension), mediaType: read.mediaType, bytes } };
}

/** The keys of results that a field of a form answers: all that its page listed under the first one. */
export function keysAnswered(form: FormData, first: string): readonly string[] {
  return [first, ...String(form.get(`keys:${first}`) ?? '').split('|')].filter(
    (key, index, all) => key !== '' && all.indexOf(key) === index,
  );
}

/** The files of a cart's form: 'proof:<key>' joins one, 'withdraw:<key>' takes off the document it names. */
export async function readProofs(form: FormData): Promise<ReadProofs> {
  const proofs: ReadProof[] = [];
  const problems: string[] = [];
  const withdrawn: ReadProofs['withdrawn'][number][] = [];
  for (const [name, value] of form) {
    const [what = '', key = ''] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
    if (what === 'withdraw' && typeof value === 'string') {
      withdrawn.push({ documentId: value, keys: keysAnswered(form, key) });
    }
    if (what !== 'proof') continue;
    const read = await readProof(value);
    if (read && 'problem' in read) problems.push(read.problem);
    if (read && 'file' in read) proofs.push({ keys: keysAnswered(form, key), file: read.file });
  }
  return { proofs, problems, withdrawn };
}

/** Joins and takes off documents of an order; `answerable` are the keys of results that may be answered. */
export function applyProofs(
  tx: Tx,
  order: { readonly id: string; readonly communeId: string },
  { proofs, withdrawn }: ReadProofs,
  answerable: ReadonlySet<string>,
  by: { readonly userId: string; readonly organisationId: string; readonly now: Instant },
): void {
  for (const { documentId, keys } of withdrawn) takeProofOff(tx, order.id, keys, documentId);
  for (const { keys, file } of proofs) {
    const answered = keys.filter((key) => answerable.has(key));
    if (answered.length > 0) joinProof(tx, order.id, answered, keepProof(tx, order, file, by), by);
  }
}

/** What a form says about a reservation: words, a document, and the keys of the results it speaks of. */
export async function readReservationForm(form: FormData) {
  return {
    comment: String(form.get('comment') ?? '')
      .trim()
      .slice(0, 2000),
    sent: await readProof(form.get('proof')),
    asked: keysAnswered(form, String(form.get('reservation') ?? '')),
  };
}
