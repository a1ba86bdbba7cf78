// The grant files of the commune, or of all members for the syndicat.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { listStepsOfFiles } from 'db/grant-file-steps';
import { listGrantFiles } from 'db/grants';
import { isAllowed } from '~/domain/accounts/permissions';
import { currentState, fileStateLabels } from '~/domain/grants/file-steps';
import { formatInstant } from '~/domain/shared/format';
import { Select, Submit } from '~/ui/form';
import { Badge, PageHead, Pager } from '~/ui/parts';
import { reader } from '../guard.server';
import { findScheme } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Subventions – Préau' }];

const pageSize = 50;

export const loader = reader('grant.read', ({ db, user, url }) => {
  const listed = listGrantFiles(db, user.scope);
  const steps = listStepsOfFiles(
    db,
    listed.map(({ id }) => id),
  );
  const all = listed.map((file) => ({
    ...file,
    schemeName: findScheme(db, file.schemeId)?.shortName ?? file.schemeId,
    state: currentState(steps.get(file.id) ?? []),
  }));
  const state = url.searchParams.get('etat') ?? '';
  const scheme = url.searchParams.get('aide') ?? '';
  const kept = all.filter(
    (file) => (state === '' || file.state === state) && (scheme === '' || file.schemeId === scheme),
  );
  const pages = Math.max(1, Math.ceil(kept.length / pageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(url.searchParams.get('page')) || 1)));
  return {
    mayOpen: isAllowed(user.roles, 'grant.write'),
    mayGroup: isAllowed(user.roles, 'grant.group'),
    mayOversee: isAllowed(user.roles, 'grant.oversee'),
    syndicat: user.scope.kind === 'syndicat',
    state,
    scheme,
    states: Object.entries(fileStateLabels)
      .filter(([value]) => all.some((file) => file.state === value))
      .map(([value, label]) => ({ value, label })),
    schemes: [...new Map(all.map((file) => [file.schemeId, file.schemeName]))].map(([value, label]) => ({
      value,
      label,
    })),
    none: all.length === 0,
    count: kept.length,
    page,
    pages,
    files: kept.slice((page - 1) * pageSize, page * pageSize).map((file) => ({
      ...file,
      stateLabel: fileStateLabels[file.state],
    })),
  };
});

export default function GrantFiles() {
  const shown = useLoaderData<typeof loader>();
  const { mayOpen, mayGroup, syndicat, files } = shown;
  const pageAt = (page: number) =>
    `/subventions?${new URLSearchParams({ etat: shown.state, aide: shown.scheme, page: String(page) })}`;
  return (
    <article>
      <PageHead title="Subventions">
        Dossiers de demande, d’après les commandes et les paniers. La commune, ou le groupement qui gère l’école,
        demande ; le syndicat appuie.
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
        {shown.mayOversee && (
          <Link to="/subventions/synthese" className="button secondary">
            Synthèse
          </Link>
        )}
      </div>
      {!shown.none && (
        <Form method="get" className="row" key={`${shown.state}-${shown.scheme}`}>
          <Select label="État" name="etat" options={shown.states} empty="Tous" defaultValue={shown.state} />
          <Select label="Aide" name="aide" options={shown.schemes} empty="Toutes" defaultValue={shown.scheme} />
          <Submit tone="secondary">Filtrer</Submit>
        </Form>
      )}
      {files.length === 0 ? (
        <p>{shown.none ? 'Aucun dossier pour l’instant.' : 'Aucun dossier ne répond à ces choix.'}</p>
      ) : (
        <div className="table-scroll">
          <table className="cards">
            <caption>Dossiers ({shown.count})</caption>
            <thead>
              <tr>
                <th scope="col">École</th>
                {syndicat && <th scope="col">Commune</th>}
                <th scope="col">Appel</th>
                <th scope="col">État</th>
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
                  <td data-label="État">
                    <Link to={`/subventions/${file.id}/suivi`}>{file.stateLabel}</Link>
                  </td>
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
          <Pager page={shown.page} pages={shown.pages} at={pageAt} />
        </div>
      )}
    </article>
  );
}
