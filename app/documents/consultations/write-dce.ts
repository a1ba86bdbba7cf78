// The bytes of a market file: one ZIP of DOCX, PDF and XLSX, with a slip for the buyer and the digests.
import { confidenceLabels } from '~/domain/consultations/sentences';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { writeArchive } from '../archive';
import type { IssuedFile } from '../blocks';
import { writeDocx } from '../docx/write-docx';
import { writePdf } from '../pdf/write-pdf';
import { writeXlsx } from '../xlsx/write-xlsx';
import { clauseConfidence, composeDce, type DceFile, dceFileName } from './compose';
import type { NeedQuantities } from './statements';
import type { DceSubject } from './subject';

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
  zip: 'application/zip',
} as const;

function slip(subject: DceSubject, file: DceFile): string {
  const lines = [
    `Dossier de consultation ${subject.reference}, version ${subject.version}, préparé le ${formatDay(subject.preparedOn)}`,
    subject.object,
    '',
    `Clauses : jeu du ${formatDay(subject.clauses.version as Day)} ; seuils : jeu du ${formatDay(subject.thresholds.version as Day)}`,
    'Contrôle des contradictions entre les pièces : aucune.',
    '',
    'Clauses dont la base juridique est à vérifier avant publication :',
    ...file.toCheck.map(
      ({ piece, clause }) =>
        `- ${piece}, « ${clause.title} » (${clause.basis}) : ${confidenceLabels[clauseConfidence(clause, subject)]}`,
    ),
    '',
    'Clauses dans la rédaction de l’acheteur :',
    ...(file.ownWordings.length === 0 ? ['- aucune'] : []),
    ...file.ownWordings.map(
      ({ piece, clause, wording }) =>
        `- ${piece}, « ${clause.title} », réécrite le ${formatDay(wording.on)} : ${wording.reason}`,
    ),
    '',
    'Ce bordereau est destiné à l’acheteur : ne pas le publier.',
    '',
  ];
  return lines.join('\r\n');
}

/**
 * The file as one ZIP: each written piece as DOCX and PDF, each lot's BPU and DQE as XLSX, a slip for the buyer and the
 * list of digests. Throws when the pieces contradict each other: the caller must have refused before.
 */
export async function writeDce(subject: DceSubject, file: DceFile): Promise<IssuedFile> {
  if (file.report.contradictions.length > 0) throw new RangeError('The pieces contradict each other');
  const files: IssuedFile[] = [];
  for (const { fileName, model } of file.written) {
    files.push({ fileName: `${fileName}.docx`, mediaType: mediaTypes.docx, bytes: await writeDocx(model) });
    files.push({ fileName: `${fileName}.pdf`, mediaType: mediaTypes.pdf, bytes: await writePdf(model) });
  }
  for (const { fileName, workbook } of file.workbooks) {
    files.push({ fileName: `${fileName}.xlsx`, mediaType: mediaTypes.xlsx, bytes: await writeXlsx(workbook) });
  }
  const text = new TextEncoder().encode(`\uFEFF${slip(subject, file)}`);
  files.push({ fileName: '00-bordereau-acheteur.txt', mediaType: mediaTypes.txt, bytes: text });
  return {
    fileName: dceFileName(subject),
    mediaType: mediaTypes.zip,
    bytes: writeArchive(files, subject.preparedOn),
  };
}

/** Composes and writes the file in one go, as the document worker does. */
export async function renderDce(subject: DceSubject, needs: NeedQuantities): Promise<Uint8Array> {
  return (await writeDce(subject, composeDce(subject, needs))).bytes;
}
