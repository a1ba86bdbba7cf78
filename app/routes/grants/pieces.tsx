// The pieces of a grant file: what is in it, what is joined, what is missing, what is said not to be required.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAllowed } from '~/domain/accounts/permissions';
import { missingPieces } from '~/domain/grants/pieces';
import { formatInstant } from '~/domain/shared/format';
import { Pieces } from '~/ui/grants/pieces';
import { ReportJoining } from '~/ui/grants/report-joining';
import { PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { composeFile } from './composition.server';
import { readPieces, shownPieces } from './pieces.server';

export const meta: MetaFunction = () => [{ title: 'Pièces du dossier – Préau' }];

export const loader = reader('grant.read', ({ db, user, params, today }) => {
  const composed = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const read = readPieces(db, composed);
  return {
    id: composed.file.id,
    school: composed.place.school.name,
    mayWrite: isAllowed(user.roles, 'grant.write'),
    missing: missingPieces(read.pieces).length,
    pieces: shownPieces(read, composed.body, randomUUID),
    reportId: randomUUID(),
    ofOrder: composed.ordered !== undefined && composed.ordered.order.state !== 'draft',
    former: read.former.map(({ id, label, fileName, endedAt }) => ({
      id,
      label,
      fileName,
      until: endedAt === null ? '' : formatInstant(endedAt),
    })),
  };
});

export default function GrantFilePieces() {
  const shown = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead
        title="Pièces"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
        ]}
      >
        {shown.missing === 0
          ? 'Rien ne manque d’après la liste de l’appel.'
          : `${shown.missing} pièce${shown.missing > 1 ? 's' : ''} à compléter ou à joindre.`}
      </PageHead>
      <Pieces fileId={shown.id} of={shown.pieces} mayWrite={shown.mayWrite} />
      {shown.mayWrite && <ReportJoining fileId={shown.id} nextId={shown.reportId} ofOrder={shown.ofOrder} />}
      {shown.former.length > 0 && (
        <section>
          <h2>Documents remplacés ou retirés</h2>
          <ul>
            {shown.former.map((document) => (
              <li key={document.id}>
                <a href={`/subventions/${shown.id}/pieces/documents/${document.id}`}>{document.label}</a>{' '}
                <small>
                  {document.fileName}, jusqu’au {document.until}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
