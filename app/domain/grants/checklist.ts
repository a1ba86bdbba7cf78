// The pieces of an application: what the file already holds, what is still to write, to sign and to join.
import type { Piece, PieceCode } from 'catalog/grants/pieces';
import type { ApplicantKind, Confidence, GrantScheme, RequiredPiece } from 'catalog/grants/types';
import type { AskedField } from './answers';

export type PieceState = 'inFile' | 'toWrite' | 'toJoin';

export interface ChecklistItem {
  readonly piece: PieceCode;
  readonly label: string;
  readonly state: PieceState;
  readonly signedBy: Piece['signedBy'] | null;
  readonly endorsedBy: Piece['endorsedBy'] | null;
  readonly required: RequiredPiece['required'];
  readonly confidence: Confidence;
  readonly note: string | null;
  /** Labels of the fields to write before it is complete. */
  readonly missing: readonly string[];
}

/** Sections that make up a piece, where the file has them; the others are drawn from the order and the plan. */
const sectionsOfPiece: Readonly<Partial<Record<PieceCode, readonly string[]>>> = {
  pedagogicalProject: ['pedagogy'],
  startingPoint: ['startingPoint'],
  schedule: ['schedule', 'nationalSchedule'],
  explanatoryNote: ['nationalProject'],
};

/** Bodies that hold the schools by a transfer, which their statutes prove. */
const givenCompetence: readonly ApplicantKind[] = ['epci', 'schoolSyndicate'];

function stateOf(piece: Piece, section: string | undefined, missing: readonly string[]): PieceState {
  if (missing.length > 0) return 'toWrite';
  return piece.madeBy === 'tool' || section !== undefined ? 'inFile' : 'toJoin';
}

/**
 * The checklist of a file at the application stage. A piece is in the file when the document holds it whole;
 * one that a person drafts elsewhere, or another body gives, is to be joined.
 */
export function checklistOf(
  scheme: GrantScheme,
  pieces: Readonly<Record<PieceCode, Piece>>,
  applicant: ApplicantKind,
  empty: readonly AskedField[],
  hasLines: boolean,
  missingOfApplicant: readonly string[] = [],
): readonly ChecklistItem[] {
  return scheme.pieces
    .filter(
      ({ stage, required }) =>
        stage === 'application' && (required !== 'ifEpci' || givenCompetence.includes(applicant)),
    )
    .map((asked) => {
      const piece = pieces[asked.piece];
      const section = sectionsOfPiece[asked.piece]?.find((id) => scheme.sections.some((own) => own === id));
      const needsLines = ['needsTable', 'quotes', 'financingPlan'].includes(asked.piece);
      const missing = [
        ...(section === undefined
          ? []
          : empty.filter(({ key }) => key.startsWith(`${section}.`)).map(({ field }) => field.label)),
        ...(asked.piece === 'applicationForm' ? missingOfApplicant : []),
        ...(needsLines && !hasLines ? ['Lignes d’une commande ou d’un panier pour cette école'] : []),
      ];
      return {
        piece: asked.piece,
        label: piece.label,
        state: stateOf(piece, section, missing),
        signedBy: piece.signedBy ?? null,
        endorsedBy: piece.endorsedBy ?? null,
        required: asked.required,
        confidence: asked.confidence,
        note: asked.note ?? piece.note ?? null,
        missing,
      };
    });
}
