// Every document that can be asked for, as a value that travels to a worker, and the function that makes it.
import type { Day } from '~/domain/shared/day';
import { writeArchive } from './archive';
import type { Attachment, DocumentModel, IssuedFile, JoinedFile } from './blocks';
import type { DceSubject } from './consultations/subject';
import { renderDce } from './consultations/write-dce';
import { writeDocx } from './docx/write-docx';
import type { InvoiceFacts, PurchaseOrderFacts } from './finance/facts';
import { renderInvoice } from './finance/invoice';
import { renderPurchaseOrder } from './finance/purchase-order';
import { writePdf } from './pdf/write-pdf';
import type { Workbook } from './xlsx/workbook';
import { writeXlsx } from './xlsx/write-xlsx';

export type DocumentJob =
  | {
      readonly kind: 'pdf';
      readonly model: DocumentModel;
      readonly attachments?: readonly Attachment[];
      readonly joined?: readonly JoinedFile[];
    }
  /** Not a document: how many pages a received file has, as text, or why it cannot be joined. */
  | { readonly kind: 'joinablePages'; readonly file: Omit<JoinedFile, 'file'> }
  | { readonly kind: 'docx'; readonly model: DocumentModel }
  | { readonly kind: 'xlsx'; readonly workbook: Workbook }
  | { readonly kind: 'purchaseOrder'; readonly facts: PurchaseOrderFacts }
  | { readonly kind: 'invoice'; readonly facts: InvoiceFacts }
  | {
      readonly kind: 'dce';
      readonly subject: DceSubject;
      readonly needs: readonly (readonly [number: string, quantity: number])[];
    }
  | { readonly kind: 'zip'; readonly files: readonly IssuedFile[]; readonly day: Day };

/** Makes the document in this thread. The same job gives the same bytes. */
export async function renderJob(job: DocumentJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'pdf':
      return writePdf(job.model, job.attachments, job.joined);
    case 'joinablePages': {
      const { countJoinablePages } = await import('./pdf/joined-pages');
      return new TextEncoder().encode(String(await countJoinablePages(job.file)));
    }
    case 'docx':
      return writeDocx(job.model);
    case 'xlsx':
      return writeXlsx(job.workbook);
    case 'purchaseOrder':
      return renderPurchaseOrder(job.facts);
    case 'invoice':
      return renderInvoice(job.facts);
    case 'dce':
      return renderDce(job.subject, new Map(job.needs));
    case 'zip':
      return writeArchive(job.files, job.day);
  }
}
