// The PDF writer: tagged, archival (PDF/A-3a, PDF/UA-1), the same bytes for the same document.
import type { Attachment, DocumentModel } from '../blocks';
import { layOut } from './layout';
import { paint } from './paint';

/** Writes a document as PDF, with what it carries inside. Only `model.date` dates it, so it can be made again byte for byte. */
export function writePdf(model: DocumentModel, attachments: readonly Attachment[] = []): Promise<Uint8Array> {
  const laidOut = layOut(model);
  const { title, reference, issuer, date: day } = model;
  const named = title.includes(reference) ? title : `${title} ${reference}`;
  return paint(
    laidOut,
    { title: named, author: issuer.name, subject: reference, day, paper: laidOut.paper },
    attachments,
  );
}
