// A scheme tried on the orders and carts of a year, before or after it is opened.
import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { findSchemeVersion } from 'db/grant-schemes';
import { isAllowed } from '~/domain/accounts/permissions';
import { yearOf } from '~/domain/shared/day';
import { formatCents, formatCount } from '~/domain/shared/format';
import { Select, Submit } from '~/ui/form';
import { Amount, Badge, PageHead, Pager } from '~/ui/parts';
import { type AskedBy, notFound, reader } from '../guard.server';
import { tryScheme } from './scheme-trial.server';
import { findScheme, schemeOfStored } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Essai d’un dispositif – Préau' }];

/** The version of the address; a draft is for those who edit it. */
function schemeToTry({ db, user, params }: AskedBy) {
  const { scheme: id = '', version = '' } = params;
  const stored = isAllowed(user.roles, 'scheme.edit') ? findSchemeVersion(db, id, Number(version)) : undefined;
  return findScheme(db, id, version) ?? (stored ? schemeOfStored(stored) : notFound());
}

export const loader = reader('scheme.read', (asked) => {
  const { db, params, url, today } = asked;
  const scheme = schemeToTry(asked);
  const thisYear = yearOf(today);
  const years = [thisYear, thisYear - 1, thisYear - 2];
  const year = years.find((one) => String(one) === url.searchParams.get('annee')) ?? thisYear;
  const page = Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1;
  return {
    name: scheme.name,
    path: `/subventions/dispositifs/${params['scheme']}/${params['version']}`,
    year,
    years: years.map((one) => ({ value: String(one), label: String(one) })),
    ...tryScheme(db, scheme, year, page, today),
  };
});

export default function SchemeTrial() {
  const shown = useLoaderData<typeof loader>();
  const at = (page: number) => `${shown.path}/essai?annee=${shown.year}&page=${page}`;
  return (
    <article>
      <PageHead
        title={`Essai : ${shown.name}`}
        crumbs={[
          { to: '/subventions/dispositifs', label: 'Dispositifs' },
          { to: shown.path, label: 'Retour au dispositif' },
        ]}
      >
        Sur les commandes et les paniers de l’année, comme si chaque demande avait précédé la commande. Rien n’est
        enregistré.
      </PageHead>
      <Form method="get" className="inline">
        <Select label="Année" name="annee" options={shown.years} defaultValue={String(shown.year)} />
        <Submit>Essayer</Submit>
      </Form>
      <p>
        {shown.helped === 0 ? (
          'Aucune école ne recevrait d’aide.'
        ) : (
          <>
            <strong>{formatCents(shown.total)}</strong> d’aides possibles, pour {formatCount(shown.helped)} demande
            {shown.helped > 1 ? 's' : ''} de {formatCount(shown.communes)} commune{shown.communes > 1 ? 's' : ''}.
          </>
        )}
      </p>
      <div className="table-scroll">
        <table className="cards">
          <caption>Commandes et paniers par école ({formatCount(shown.count)})</caption>
          <thead>
            <tr>
              <th scope="col">Commune</th>
              <th scope="col">École et commande</th>
              <th scope="col" className="amount">
                Coût
              </th>
              <th scope="col">Réponse</th>
              <th scope="col" className="amount">
                Aide
              </th>
              <th scope="col">À savoir</th>
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row) => (
              <tr key={row.key}>
                <td data-label="Commune">{row.commune}</td>
                <th scope="row">
                  {row.school}
                  <br />
                  <small>{row.order}</small>
                </th>
                <td data-label="Coût" className="amount">
                  <Amount of={row.cost} />
                </td>
                <td data-label="Réponse">
                  <Badge tone={row.tone}>{row.outcome}</Badge>
                </td>
                <td data-label="Aide" className="amount strong">
                  {row.grant === null ? '–' : <Amount of={row.grant} />}
                </td>
                <td data-label="À savoir">
                  {row.remarks.length === 0 ? '–' : row.remarks.map((remark) => <div key={remark}>{remark}</div>)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={shown.page} pages={shown.pages} at={at} />
    </article>
  );
}
