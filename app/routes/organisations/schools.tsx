// The public schools within the scope, with their size and how far their starting point is declared.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { countDeclaredFacts, listSchools } from 'db/organisations';
import { isAllowed } from '~/domain/accounts/permissions';
import { schoolLevelLabels, schoolLevelOf } from '~/domain/organisations/schools';
import { searchTerms } from '~/domain/products/search-terms';
import { formatCount } from '~/domain/shared/format';
import { Field, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Écoles – Préau' }];

export const loader = reader('school.read', ({ db, user, url }) => {
  const asked = url.searchParams.get('q') ?? '';
  const terms = searchTerms(asked);
  const declared = countDeclaredFacts(db, user.scope);
  const rows = listSchools(db, user.scope)
    .filter(({ school, communeName }) => {
      const known = searchTerms(`${school.name} ${communeName} ${school.uai}`);
      return terms.every((term) => known.some((one) => one.startsWith(term)));
    })
    .map(({ school, communeName }) => ({
      uai: school.uai,
      name: school.name,
      communeName,
      level: schoolLevelLabels[schoolLevelOf(school.nursery, school.elementary)],
      classes: school.classes,
      pupils: school.pupils,
      declared: declared[school.uai] ?? 0,
    }));
  const mayDeclare = isAllowed(user.roles, 'school.declare');
  return { asked, rows, mayDeclare, pupils: rows.reduce((sum, row) => sum + (row.pupils ?? 0), 0) };
});

export default function Schools() {
  const { asked, rows, mayDeclare, pupils } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Écoles">
        Écoles publiques de l’annuaire de l’éducation. L’équipement déclaré d’une école permet de répondre à ce que les
        référentiels demandent.
      </PageHead>
      <Form method="get" className="inline">
        <Field label="École, commune ou UAI" name="q" type="search" defaultValue={asked} />
        <Submit>Chercher</Submit>
      </Form>
      <p>
        <strong>{formatCount(rows.length)}</strong> école{rows.length > 1 ? 's' : ''}, {formatCount(pupils)} élèves.
      </p>
      {mayDeclare && (
        <p>
          <Link to="/ecoles/etat-des-lieux">Déclarer toutes les écoles par tableur</Link>
        </p>
      )}
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">École</th>
              <th scope="col">Commune</th>
              <th scope="col">UAI</th>
              <th scope="col">Niveau</th>
              <th scope="col" className="amount">
                Classes
              </th>
              <th scope="col" className="amount">
                Élèves
              </th>
              <th scope="col">État de l’existant</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.uai}>
                <th scope="row">
                  <Link to={`/ecoles/${row.uai}`}>{row.name}</Link>
                </th>
                <td data-label="Commune">{row.communeName}</td>
                <td data-label="UAI">{row.uai}</td>
                <td data-label="Niveau">{row.level}</td>
                <td data-label="Classes" className="amount">
                  {row.classes ?? 'inconnu'}
                </td>
                <td data-label="Élèves" className="amount">
                  {row.pupils ?? 'inconnu'}
                </td>
                <td data-label="État de l’existant">
                  {row.declared === 0 ? 'à déclarer' : `${row.declared} réponse${row.declared > 1 ? 's' : ''}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}
