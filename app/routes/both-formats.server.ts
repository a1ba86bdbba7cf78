// Issues one content as PDF and as DOCX, both stored once: the first to be relied on, the second to be worked on.
import type { Tx } from 'db/client';
import { addDocument, type NewDocument } from 'db/records';
import type { DocumentModel } from '~/documents/blocks';
import type { Platform } from '~/platform/context';

const formats = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export interface BothFormats {
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
}

/** The bytes of a model in both formats. */
export async function renderBoth({ documents }: Platform, model: DocumentModel): Promise<BothFormats> {
  const [pdf, docx] = await Promise.all([
    documents.render({ kind: 'pdf', model }),
    documents.render({ kind: 'docx', model }),
  ]);
  return { pdf, docx };
}

/** Stores both; `number` and `fileName` are given without their ending. Returns the ids. */
export function storeBoth(
  tx: Tx,
  bytes: BothFormats,
  about: Omit<NewDocument, 'bytes' | 'mediaType'>,
): { readonly pdfDocumentId: string; readonly docxDocumentId: string } {
  const store = (format: keyof BothFormats) =>
    addDocument(tx, {
      ...about,
      number: `${about.number}-${format}`,
      fileName: `${about.fileName}.${format}`,
      mediaType: formats[format],
      bytes: bytes[format],
    });
  return { pdfDocumentId: store('pdf'), docxDocumentId: store('docx') };
}
