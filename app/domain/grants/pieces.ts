// Each piece of a file as it stands: produced here, to write, joined by a person, missing, or said not to be required.
import type { ChecklistItem } from './checklist';

export type PieceStanding = 'produced' | 'toWrite' | 'joined' | 'missing' | 'ifConcerned' | 'notRequired';

export interface JoinedDocument {
  readonly id: string;
  readonly piece: string;
  readonly label: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly pages: number;
  readonly byteLength: number;
  readonly addedBy: string;
}

export interface FilePiece {
  readonly item: ChecklistItem;
  readonly standing: PieceStanding;
  readonly documents: readonly JoinedDocument[];
  /** Why it is not required here, and who says so. */
  readonly waiver: { readonly reason: string; readonly by: string } | null;
  /** A draft of it goes out with each version. */
  readonly drafted: boolean;
}

/** Code of a document that answers no piece of the list. */
export const otherPiece = 'other';
/** Code of the agreement that the funder signs after the award: no part of the application. */
export const agreementPiece = 'agreement';

/** Pieces of which a version holds a draft, to finish and to sign. */
const draftedPieces: readonly string[] = ['deliberation', 'notStarted'];

function standingOf(item: ChecklistItem, joined: number, waived: boolean): PieceStanding {
  if (joined > 0) return 'joined';
  if (waived) return 'notRequired';
  // What is signed on paper comes back signed: the draft alone is not the piece.
  if (item.state === 'inFile' && !draftedPieces.includes(item.piece)) return 'produced';
  if (item.state === 'toWrite') return 'toWrite';
  return item.required === 'always' ? 'missing' : 'ifConcerned';
}

/** The pieces of the checklist in its order. A joined document counts even when the piece was said not to be required. */
export function piecesOf(
  checklist: readonly ChecklistItem[],
  documents: readonly JoinedDocument[],
  waivers: readonly { readonly piece: string; readonly reason: string; readonly givenBy: string }[],
): readonly FilePiece[] {
  return checklist.map((item) => {
    const own = documents.filter(({ piece }) => piece === item.piece);
    const waiver = waivers.find(({ piece }) => piece === item.piece);
    return {
      item,
      standing: standingOf(item, own.length, waiver !== undefined),
      documents: own,
      waiver: waiver ? { reason: waiver.reason, by: waiver.givenBy } : null,
      drafted: draftedPieces.includes(item.piece),
    };
  });
}

/** The pieces that still keep the file from being complete. */
export function missingPieces(pieces: readonly FilePiece[]): readonly FilePiece[] {
  return pieces.filter(({ standing }) => standing === 'missing' || standing === 'toWrite');
}
