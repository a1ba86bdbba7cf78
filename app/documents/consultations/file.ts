// A whole market file: its pieces as models, the report that holds them against each other, and its bytes as one ZIP.
import type { Clause } from 'catalog/clauses/types';
import { type ContradictionReport, contradictionReport } from '~/domain/consultations/contradictions';
import { confidenceLabels, mustBeChecked } from '~/domain/consultations/sentences';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { writeArchive } from '../archive';
import type { DocumentModel, IssuedFile } from '../blocks';
import { writeDocx } from '../docx/write-docx';
import { writePdf } from '../pdf/write-pdf';
import type { Workbook } from '../xlsx/workbook';
import { writeXlsx } from '../xlsx/write-xlsx';
import { bpuDqeWorkbook } from './bpu-dqe';
import { aeModel, ccapModel, cctpModel, rcModel } from './pieces';
import { expectedStatements, foundStatements, type NeedQuantities } from './statements';
import { type DceSubject, standingClauses } from './subject';

export interface DceFile {
  readonly written: readonly { readonly piece: string; readonly fileName: string; readonly model: DocumentModel }[];
  readonly workbooks: readonly { readonly lot: number; readonly fileName: string; readonly workbook: Workbook }[];
  readonly report: ContradictionReport;
  /** Standing clauses whose legal basis a person must check before publication. */
  readonly toCheck: readonly { readonly piece: string; readonly clause: Clause }[];
}

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
  zip: 'application/zip',
} as const;

/** The pieces of the file as models, without any byte, and the contradictions between them. */
export function composeDce(subject: DceSubject, needs: NeedQuantities): DceFile {
  const written = [
    { piece: 'RC', fileName: '01-RC', model: rcModel(subject) },
    ...subject.lots.map((lot) => ({
      piece: `AE du lot ${lot.number}`,
      fileName: `02-AE-lot-${lot.number}`,
      model: aeModel(subject, lot),
    })),
    { piece: 'CCAP', fileName: '03-CCAP', model: ccapModel(subject) },
    { piece: 'CCTP', fileName: '04-CCTP', model: cctpModel(subject) },
  ];
  const workbooks = subject.lots.map((lot) => ({
    lot: lot.number,
    fileName: `05-BPU-DQE-lot-${lot.number}`,
    workbook: bpuDqeWorkbook(subject, lot),
  }));
  const { clauses } = subject;
  const sets = { RC: clauses.rc, AE: clauses.ae, CCAP: clauses.ccap, CCTP: clauses.cctp };
  const toCheck = Object.entries(sets).flatMap(([piece, set]) =>
    standingClauses(subject, set)
      .filter((clause) => mustBeChecked(clauseConfidence(clause, subject)))
      .map((clause) => ({ piece, clause })),
  );
  const report = contradictionReport(
    expectedStatements(subject, needs),
    foundStatements(written, workbooks, subject.reference),
  );
  return { written, workbooks, report, toCheck };
}

function clauseConfidence(clause: Clause, { choices }: DceSubject) {
  const { derogation } = clause;
  return derogation && choices.ccag === 'tic' ? derogation.ticConfidence : clause.confidence;
}

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
    fileName: `DCE-${subject.reference}-v${subject.version}.zip`,
    mediaType: mediaTypes.zip,
    bytes: writeArchive(files, subject.preparedOn),
  };
}
