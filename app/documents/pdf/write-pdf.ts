// The PDF writer: tagged, archival (PDF/A-3a, PDF/UA-1), the same bytes for the same document.
import type { Attachment, DocumentModel, JoinedFile } from '../blocks';
import { layOut } from './layout';
import { paint } from './paint';

/**
 * Writes a document as PDF, with what it carries inside and the pages it takes in. Only `model.date` dates it, so it
 * can be made again byte for byte. With pages taken in it no longer says that it is archival: those come as they are.
 */
export async function writePdf(
  model: DocumentModel,
  attachments: readonly Attachment[] = [],
  joined: readonly JoinedFile[] = [],
): Promise<Uint8Array> {
  const laidOut = layOut(model);
  const { title, reference, issuer, date: day } = model;
  const named = title.includes(reference) ? title : `${title} ${reference}`;
  const bytes = await paint(
    laidOut,
    { title: named, author: issuer.name, subject: reference, day, paper: laidOut.paper },
    attachments,
  );
  if (laidOut.joined.length === 0) return bytes;
  const { setJoinedPages } = await import('./joined-pages');
  return setJoinedPages(bytes, laidOut.joined, new Map(joined.map((file) => [file.file, file])));
}
