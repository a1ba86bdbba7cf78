// A whole market file as models: its pieces, and the report that holds them against each other. No bytes yet.
import type { Clause } from 'catalog/clauses/types';
import type { Confidence } from 'catalog/thresholds/types';
import type { ClauseWording } from '~/domain/consultations/clause-wordings';
import { type ContradictionReport, contradictionReport } from '~/domain/consultations/contradictions';
import { mustBeChecked } from '~/domain/consultations/sentences';
import type { DocumentModel } from '../blocks';
import type { Workbook } from '../xlsx/workbook';
import { answerFrameModel } from './answer-frame';
import { bpuDqeWorkbook } from './bpu-dqe';
import { candidateFormsModel, noticeFieldsModel } from './notice-fields';
import { aeModel, ccapModel, cctpModel, rcModel } from './pieces';
import { expectedStatements, foundStatements, type NeedQuantities } from './statements';
import { type DceSubject, standingClauses } from './subject';

export interface DceFile {
  readonly written: readonly { readonly piece: string; readonly fileName: string; readonly model: DocumentModel }[];
  readonly workbooks: readonly { readonly lot: number; readonly fileName: string; readonly workbook: Workbook }[];
  readonly report: ContradictionReport;
  /** Standing clauses that the buyer wrote in place of the shipped ones. */
  readonly ownWordings: readonly { readonly piece: string; readonly clause: Clause; readonly wording: ClauseWording }[];
  /** Standing clauses whose legal basis a person must check before publication. */
  readonly toCheck: readonly { readonly piece: string; readonly clause: Clause }[];
}

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
    { piece: 'CRT', fileName: '06-CRT', model: answerFrameModel(subject) },
    { piece: 'AAPC', fileName: '07-AAPC-donnees', model: noticeFieldsModel(subject) },
    { piece: 'DC1 et DC2', fileName: '08-DC1-DC2-donnees', model: candidateFormsModel(subject) },
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
  const ownWordings = Object.entries(sets).flatMap(([piece, set]) =>
    standingClauses(subject, set).flatMap((clause) => {
      const wording = subject.wordings?.find(({ clauseId }) => clauseId === clause.id);
      return wording ? [{ piece, clause, wording }] : [];
    }),
  );
  const report = contradictionReport(
    expectedStatements(subject, needs),
    foundStatements(written, workbooks, subject.reference),
  );
  return { written, workbooks, report, ownWordings, toCheck };
}

/** How sure the basis of a clause is, with the general conditions chosen. */
export function clauseConfidence(clause: Clause, { choices }: DceSubject): Confidence {
  const { derogation } = clause;
  return derogation && choices.ccag === 'tic' ? derogation.ticConfidence : clause.confidence;
}

/** Name of the ZIP of a version. */
export function dceFileName(subject: Pick<DceSubject, 'reference' | 'version'>): string {
  return `DCE-${subject.reference}-v${subject.version}.zip`;
}
