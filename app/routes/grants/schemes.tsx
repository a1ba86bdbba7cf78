// The grant schemes: those published and those of the syndicat, open or closed; an administrator copies one to make another.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { listSchemeVersions } from 'db/grant-schemes';
import { isAllowed } from '~/domain/accounts/permissions';
import { callPeriod } from '~/domain/grants/eligibility';
import { periodText } from '~/domain/grants/estimate-wording';
import { Choice, Field, Select, Submit } from '~/ui/form';
import { Badge, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { listSchemes, schemeOfStored } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Dispositifs d’aide – Préau' }];

const tones = { open: 'good', yearly: 'good', notYetOpen: 'warn', unknown: 'unknown', closed: undefined } as const;

export const loader = reader('grant.read', ({ db, user, today }) => {
  const mayEdit = isAllowed(user.roles, 'scheme.edit');
  const drafts = mayEdit ? listSchemeVersions(db).filter(({ openedAt }) => openedAt === null) : [];
  const rank = ['open', 'yearly', 'notYetOpen', 'unknown', 'closed'];
  const schemes = [...listSchemes(db)].sort(
    (a, b) => rank.indexOf(callPeriod(a, today)) - rank.indexOf(callPeriod(b, today)),
  );
  return {
    mayEdit,
    mayTry: isAllowed(user.roles, 'scheme.read'),
    drafts: drafts.map((draft) => ({ key: `${draft.schemeId}/${draft.version}`, name: schemeOfStored(draft).name })),
    schemes: schemes.map((scheme) => ({
      key: `${scheme.id}/${scheme.version}`,
      name: scheme.name,
      funder: scheme.funder,
      period: periodText(scheme, today),
      tone: tones[callPeriod(scheme, today)],
      localTerms: scheme.localTerms === true,
    })),
  };
});

export default function Schemes() {
  const shown = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Dispositifs d’aide" crumbs={[{ to: '/subventions', label: 'Subventions' }]}>
        Appels à projets et dotations, avec leurs règles. Une version ouverte ne change plus.
      </PageHead>
      {shown.mayTry && (
        <p>
          <Link to="/subventions/parametres-locaux">Taux et catégories par département</Link>
        </p>
      )}
      {shown.drafts.length > 0 && (
        <section className="card accent">
          <h2>Brouillons</h2>
          <ul className="plain">
            {shown.drafts.map(({ key, name }) => (
              <li key={key}>
                <Link to={`/subventions/dispositifs/${key}/brouillon`}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="table-scroll">
        <table className="cards">
          <caption>Dispositifs</caption>
          <thead>
            <tr>
              <th scope="col">Dispositif</th>
              <th scope="col">Financeur</th>
              <th scope="col">Demandes</th>
            </tr>
          </thead>
          <tbody>
            {shown.schemes.map((scheme) => (
              <tr key={scheme.key}>
                <th scope="row">
                  <Link to={`/subventions/dispositifs/${scheme.key}`}>{scheme.name}</Link>
                </th>
                <td data-label="Financeur">{scheme.funder}</td>
                <td data-label="Demandes">
                  <Badge tone={scheme.tone}>{scheme.period}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.mayEdit && (
        <section className="card">
          <h2>Nouveau dispositif</h2>
          <Form method="post" action="/subventions/dispositifs/copies" className="stack">
            <Select
              label="Copier"
              name="source"
              options={shown.schemes.map(({ key, name }) => ({ value: key, label: name }))}
              hint="Prenez le plus proche : tout pourra être changé."
            />
            <Field label="Nom du nouveau dispositif" name="name" />
            <Choice
              label="C’est une nouvelle version du même dispositif (nouvelle année, correction)"
              name="sameScheme"
            />
            <div className="row">
              <Submit>Copier en brouillon</Submit>
            </div>
          </Form>
        </section>
      )}
    </article>
  );
}
