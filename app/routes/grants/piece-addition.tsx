// Joins a document to a grant file: recognised by its content, tried, then kept with its digest; the former stays.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { otherPiece } from '~/domain/grants/pieces';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { notFound, orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { composeFile } from './composition.server';
import { joinPiece } from './piece-joining.server';
import { readPieces, readReceived } from './pieces.server';

export const loader = reader('grant.write', ({ params }) => redirect(`/subventions/${params['id']}/pieces`));

export const action = writer('grant.write', async ({ db, user, params, form, now, today, platform }) => {
  const composed = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const { file } = composed;
  const { pieces, others, joined } = readPieces(db, composed);
  const piece = pieces.find(({ item }) => item.piece === params['piece']);
  if (!piece && params['piece'] !== otherPiece) notFound();
  const code = piece?.item.piece ?? otherPiece;
  const received = await readReceived(form, platform.documents, joined, piece?.item.label ?? 'Document joint');
  if ('reasons' in received) return refused(received.reasons);
  const replaced = form.get('replaces') === 'oui' ? (piece?.documents ?? others) : [];
  const document = { ...received, piece: code, templateVersion: 'reçu' };
  const by = { userId: user.id, at: now, today };
  write(db, (tx) => joinPiece(tx, file, document, replaced, 'grantFile.pieceJoined', by));
  return redirectSaying(`/subventions/${file.id}/pieces#${code}`, `« ${received.label} » est jointe au dossier.`);
});

export default function PieceRefused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="Le document n’est pas joint"
      back={`/subventions/${id}/pieces`}
      backLabel="Revenir aux pièces"
    />
  );
}
