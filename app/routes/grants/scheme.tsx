// One scheme as its text says it: dates, applicants, criteria, purchases, rates, pieces; closed ones stay readable.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { listSchemeVersions } from 'db/grant-schemes';
import { isAllowed } from '~/domain/accounts/permissions';
import { Submit } from '~/ui/form';
import { Badge, Facts, PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { shownScheme } from './scheme-shown.server';
import { findScheme } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Dispositif d’aide – Préau' }];

export const loader = reader('grant.read', ({ db, user, params, today }) => {
  const { scheme: id = '', version = '' } = params;
  const scheme = orNotFound(findScheme(db, id, version));
  const stored = listSchemeVersions(db).find((one) => one.schemeId === id && String(one.version) === version);
  const mayEdit = isAllowed(user.roles, 'scheme.edit');
  return {
    ...shownScheme(scheme, today),
    path: `/subventions/dispositifs/${id}/${version}`,
    source: `${id}/${version}`,
    mayEdit,
    mayTry: isAllowed(user.roles, 'scheme.read'),
    mayEnd: mayEdit && stored !== undefined && stored.endedAt === null,
  };
});

function Rows({ of, caption }: { of: readonly { label: string; value: string; mark: string }[]; caption: string }) {
  return (
    <section className="card">
      <h2>{caption}</h2>
      {of.length === 0 ? (
        <p>Rien n’est demandé.</p>
      ) : (
        <ul>
          {of.map(({ label, value, mark }) => (
            <li key={label}>
              {label} {value !== '' && <small>{value}</small>} {mark !== '' && <Badge tone="unknown">{mark}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export default function SchemePage() {
  const shown = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title={shown.name} crumbs={[{ to: '/subventions/dispositifs', label: 'Dispositifs' }]}>
        {shown.period}. Version {shown.version}.
      </PageHead>
      <div className="row">
        <Link to={`/subventions/ecoles?appel=${shown.id}`} className="button secondary">
          Quelles écoles peuvent demander ?
        </Link>
        {shown.mayTry && (
          <Link to={`${shown.path}/essai`} className="button secondary">
            Essayer sur les commandes et paniers
          </Link>
        )}
        {shown.mayEdit && (
          <Form method="post" action="/subventions/dispositifs/copies">
            <input type="hidden" name="source" value={shown.source} />
            <input type="hidden" name="sameScheme" value="on" />
            <Submit tone="secondary">Préparer une nouvelle version</Submit>
          </Form>
        )}
        {shown.mayEnd && (
          <Form method="post" action={`${shown.path}/cloture`}>
            <Submit tone="danger">Clore maintenant</Submit>
          </Form>
        )}
      </div>
      <section className="card">
        <Facts entries={shown.facts} />
      </section>
      <Rows of={shown.funding} caption="Taux, planchers et plafonds" />
      <Rows of={shown.criteria} caption="Critères" />
      <Rows of={shown.expenses} caption="Dépenses" />
      <Rows of={shown.pieces} caption="Pièces" />
      <Rows of={shown.circuit} caption="Circuit" />
    </article>
  );
}
