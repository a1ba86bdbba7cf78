// The pieces of a grant file as they stand, from the checklist and from what people joined or set aside.
import type { Reads } from 'db/client';
import { listPieceDocuments, listPieceWaivers } from 'db/grant-pieces';
import { readDocumentBytes } from 'db/records';
import type { JoinedFile } from '~/documents/blocks';
import type { ApplicantBody } from '~/domain/grants/applicant-body';
import { agreementPiece, type FilePiece, type JoinedDocument, otherPiece, piecesOf } from '~/domain/grants/pieces';
import { pieceEndorserLabels, pieceSignatoryText, pieceStandingLabels } from '~/domain/grants/wording';
import { joinedFileRefusalSentence, readJoinedFile } from '~/imports/joined-file';
import type { DocumentPool } from '~/platform/document-pool';
import type { ShownPiece } from '~/ui/grants/pieces';
import type { ComposedFile } from './composition.server';

/** The pieces in the order of the call, and every document that counts, those of the pieces first. */
export function readPieces(db: Reads, { file, dossier }: Pick<ComposedFile, 'file' | 'dossier'>) {
  const documents = listPieceDocuments(db, file.id);
  const counting = documents
    .filter(({ endedAt, piece }) => endedAt === null && piece !== agreementPiece)
    .map(({ addedAt: _addedAt, endedAt: _endedAt, ...document }) => document)
    .reverse();
  const pieces = piecesOf(dossier.checklist, counting, listPieceWaivers(db, file.id));
  const listed = new Set<string>(pieces.map(({ item }) => item.piece));
  const others = counting.filter(({ piece }) => piece === otherPiece || !listed.has(piece));
  const joined = [...pieces.flatMap(({ item }) => counting.filter(({ piece }) => piece === item.piece)), ...others];
  return {
    pieces,
    others,
    joined,
    former: documents.filter(({ endedAt, piece }) => endedAt !== null && piece !== agreementPiece),
  };
}

/** The agreement as it stands, then those it replaced. */
export function readAgreements(db: Reads, grantFileId: string) {
  const all = listPieceDocuments(db, grantFileId).filter(({ piece }) => piece === agreementPiece);
  return {
    standing: all.filter(({ endedAt }) => endedAt === null),
    former: all.filter(({ endedAt }) => endedAt !== null),
  };
}

/** The bytes of the joined documents, as the writer of the PDF takes them. */
export function readJoinedFiles(
  db: Reads,
  joined: readonly { readonly id: string; readonly documentId: string }[],
): readonly JoinedFile[] {
  return joined.map(({ id, documentId }) => {
    const bytes = readDocumentBytes(db, documentId);
    const content = readJoinedFile(bytes);
    if ('refusal' in content) throw new Error(`Document ${documentId} was kept although it is ${content.refusal}`);
    return { file: id, mediaType: content.mediaType, bytes, orientation: content.orientation };
  });
}

const tones = {
  produced: 'good',
  joined: 'good',
  notRequired: 'good',
  ifConcerned: 'unknown',
  toWrite: 'warn',
  missing: 'warn',
} as const;

function documentShown({ id, label, fileName, pages, byteLength, addedBy }: JoinedDocument) {
  return { id, label, fileName, pages, byteLength, addedBy };
}

function detailsOf({ item, drafted, standing }: FilePiece, body: ApplicantBody): readonly string[] {
  return [
    ...(standing === 'toWrite' && item.missing.length > 0 ? [`À compléter : ${item.missing.join(' ; ')}.`] : []),
    ...(drafted ? ['Un projet à compléter et à signer accompagne chaque version du dossier.'] : []),
    ...(item.signedBy ? [`À signer par ${pieceSignatoryText(item.signedBy, body)}.`] : []),
    ...(item.endorsedBy ? [`Visa : ${pieceEndorserLabels[item.endorsedBy]}.`] : []),
    ...(item.note === null ? [] : [item.note]),
    ...(item.confidence === 'confirmed' ? [] : ['Exigence à vérifier dans le texte de l’appel.']),
  ];
}

/** The pieces as their page shows them, the documents that answer none last. `newId` names the next document. */
export function shownPieces(
  { pieces, others }: ReturnType<typeof readPieces>,
  body: ApplicantBody,
  newId: () => string,
): readonly ShownPiece[] {
  const shown = pieces.map(
    (piece): ShownPiece => ({
      code: piece.item.piece,
      label: piece.item.label,
      state: pieceStandingLabels[piece.standing],
      tone: tones[piece.standing],
      details: detailsOf(piece, body),
      documents: piece.documents.map(documentShown),
      waiver: piece.waiver && `${piece.waiver.reason} (${piece.waiver.by})`,
      wanted: piece.standing === 'missing',
      mayWaive: ['missing', 'ifConcerned', 'toWrite', 'notRequired'].includes(piece.standing),
      nextId: newId(),
    }),
  );
  return [
    ...shown,
    {
      code: otherPiece,
      label: 'Autres documents',
      state: others.length === 0 ? 'Facultatif' : 'Joints',
      tone: others.length === 0 ? 'unknown' : 'good',
      details: ['Photos, plans, courriers de soutien : tout ce qui aide à comprendre le projet.'],
      documents: others.map(documentShown),
      waiver: null,
      mayWaive: false,
      wanted: false,
      nextId: newId(),
    },
  ];
}

const mostDocuments = 25;
const mostPages = 60;
const mostBytes = 40 * 1024 * 1024;
const joinFailures: Readonly<Record<string, string>> = {
  encrypted: 'Ce PDF est protégé par un mot de passe : enregistrez-le sans protection.',
  broken: 'Ce fichier ne s’ouvre pas : enregistrez-le de nouveau, ou imprimez-le en PDF.',
};

/** Without what a file name may not hold, ending as its content says. */
function safeFileName(name: string, extension: string): string {
  const stem = name.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N} ._-]+/gu, ' ');
  return `${stem.trim().slice(0, 80) || 'document'}.${extension}`;
}

/** A document received in a form, recognised and tried; or every reason against it. */
export async function readReceived(
  form: FormData,
  documents: DocumentPool,
  joined: readonly JoinedDocument[],
  defaultLabel: string,
) {
  const file = form.get('file');
  const id = String(form.get('id') ?? '');
  if (!(file instanceof File) || !/^[0-9a-f-]{36}$/.test(id)) return { reasons: ['Choisissez un fichier à joindre.'] };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = readJoinedFile(bytes);
  if ('refusal' in content) return { reasons: [joinedFileRefusalSentence(content.refusal)] };
  const total = joined.reduce((sum, one) => sum + one.byteLength, bytes.length);
  const reasons = [
    ...(joined.length >= mostDocuments ? [`Un dossier prend ${mostDocuments} documents joints au plus.`] : []),
    ...(total > mostBytes ? ['Les documents joints dépassent ensemble 40 Mo : réduisez les images.'] : []),
  ];
  if (reasons.length > 0) return { reasons };
  const tried = await documents.render({ kind: 'joinablePages', file: { mediaType: content.mediaType, bytes } });
  const answer = new TextDecoder().decode(tried);
  const failure = joinFailures[answer];
  if (failure !== undefined) return { reasons: [failure] };
  const pages = Number(answer);
  if (pages > mostPages) return { reasons: [`Ce PDF a ${pages} pages : ${mostPages} au plus par document.`] };
  const label = String(form.get('label') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
  return {
    id,
    bytes,
    pages,
    label: label || defaultLabel,
    mediaType: content.mediaType,
    fileName: safeFileName(file.name, content.extension),
  };
}
