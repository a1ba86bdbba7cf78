// The grant files of the commune, or of all members for the syndicat.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listGrantFiles } from 'db/grants';
import { isAllowed } from '~/domain/accounts/permissions';
import { formatInstant } from '~/domain/shared/format';
import { Badge, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { findScheme } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Subventions – Préau' }];

export const loader = reader('grant.read', ({ db, user }) => ({
  mayOpen: isAllowed(user.roles, 'grant.write'),
  mayGroup: isAllowed(user.roles, 'grant.group'),
  syndicat: user.scope.kind === 'syndicat',
  files: listGrantFiles(db, user.scope).map((file) => ({
    ...file,
    schemeName: findScheme(db, file.schemeId)?.shortName ?? file.schemeId,
  })),
}));

export default function GrantFiles() {
  const { mayOpen, mayGroup, syndicat, files } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Subventions">
        Dossiers de demande, d’après les commandes et les paniers. La commune demande, le syndicat appuie.
      </PageHead>
      <div className="row">
        {mayOpen && (
          <Link to="/subventions/nouveau" className="button">
            Nouveau dossier
          </Link>
        )}
        <Link to="/subventions/ecoles" className="button secondary">
          Quelles écoles peuvent candidater ?
        </Link>
        {mayGroup && (
          <Link to="/subventions/groupes" className="button secondary">
            Dossiers groupés
          </Link>
        )}
        <Link to="/subventions/dispositifs" className="button secondary">
          Dispositifs d’aide
        </Link>
      </div>
      {files.length === 0 ? (
        <p>Aucun dossier pour l’instant.</p>
      ) : (
        <div className="table-scroll">
          <table className="cards">
            <caption>Dossiers</caption>
            <thead>
              <tr>
                <th scope="col">École</th>
                {syndicat && <th scope="col">Commune</th>}
                <th scope="col">Appel</th>
                <th scope="col">Modifié</th>
                <th scope="col">PDF</th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <tr key={file.id}>
                  <th scope="row">
                    <Link to={`/subventions/${file.id}`}>{file.schoolName}</Link>
                  </th>
                  {syndicat && <td data-label="Commune">{file.communeName}</td>}
                  <td data-label="Appel">{file.schemeName}</td>
                  <td data-label="Modifié">{formatInstant(file.updatedAt)}</td>
                  <td data-label="PDF">
                    {file.versions === null ? (
                      <Badge>Brouillon</Badge>
                    ) : (
                      <Badge tone="good">Version {file.versions}</Badge>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </article>
  );
}
