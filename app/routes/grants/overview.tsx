// The syndicat's overview: every grant file summed up, what is at risk, and how evenly equipment and grants are spread.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { fileStateLabels, fileTransitions } from '~/domain/grants/file-steps';
import { atRiskOf, equityOf, sumFigures, sumsBy } from '~/domain/grants/overview';
import { riskText } from '~/domain/grants/overview-wording';
import { formatCents } from '~/domain/shared/format';
import { EquityBars, EquityTable, TileMap } from '~/ui/grants/equity';
import { FigureTable } from '~/ui/grants/figures';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { readFileFigures, readPlaces } from './overview.server';

export const meta: MetaFunction = () => [{ title: 'Synthèse des subventions – Préau' }];

export const loader = reader('grant.oversee', ({ db, user, today }) => {
  const files = readFileFigures(db, user.scope, today);
  const places = readPlaces(db, user.scope, files);
  const inOrder = Object.keys(fileTransitions);
  const byState = [...files].sort((a, b) => inOrder.indexOf(a.state) - inOrder.indexOf(b.state));
  const byYear = [...files].sort((a, b) => b.year - a.year);
  return {
    tables: [
      { caption: 'Par aide', rows: sumsBy(files, ({ scheme }) => scheme) },
      { caption: 'Par état', rows: sumsBy(byState, ({ state }) => fileStateLabels[state]) },
      { caption: 'Par année', rows: sumsBy(byYear, ({ year }) => String(year)) },
    ],
    total: sumFigures(files),
    risks: files
      .filter(({ reasons }) => reasons.length > 0)
      .map((file) => ({
        id: file.id,
        title: `${file.commune}, ${file.school}, ${file.scheme}`,
        amount: atRiskOf(file),
        reasons: file.reasons.map((reason) => riskText(reason, today)),
      })),
    groups: [
      { label: 'Communes rurales', ...equityOf(places.filter(({ rural }) => rural === true)) },
      { label: 'Autres communes', ...equityOf(places.filter(({ rural }) => rural === false)) },
      ...(places.some(({ rural }) => rural === null)
        ? [{ label: 'Densité inconnue', ...equityOf(places.filter(({ rural }) => rural === null)) }]
        : []),
      { label: 'Ensemble', ...equityOf(places) },
    ],
    communes: places.map((place) => ({
      label: place.name,
      epci: place.epci ?? 'Sans intercommunalité connue',
      rural: place.rural,
      ...equityOf([place]),
    })),
  };
});

export default function Overview() {
  const { tables, total, risks, groups, communes } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Synthèse des subventions" crumbs={[{ to: '/subventions', label: 'Subventions' }]}>
        {total.files} dossier{total.files > 1 ? 's' : ''} : {formatCents(total.asked)} demandés,{' '}
        {formatCents(total.granted)} accordés, {formatCents(total.paid)} versés.
      </PageHead>
      <p>
        <Link to="/subventions/synthese/export.csv" reloadDocument>
          Télécharger pour tableur (CSV)
        </Link>
      </p>
      <section>
        <h2>À risque : {formatCents(total.atRisk)}</h2>
        {risks.length === 0 ? (
          <p>Aucune date proche ou dépassée, aucune pièce manquante dans un dossier déposé.</p>
        ) : (
          <ul>
            {risks.map((risk) => (
              <li key={risk.id}>
                <Link to={`/subventions/${risk.id}/depenses`}>{risk.title}</Link> : {formatCents(risk.amount)}.{' '}
                {risk.reasons.join(' ')}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>Montants</h2>
        {tables.map((table) => (
          <FigureTable key={table.caption} caption={table.caption} rows={table.rows} total={total} />
        ))}
      </section>
      <section>
        <h2>Équité entre les communes</h2>
        <p>
          Une école qui n’a pas déclaré son équipement, ou dont l’effectif est inconnu, n’entre pas dans le calcul :
          elle n’est jamais comptée pour zéro. Rural : classes 5 à 7 de la grille de densité de l’Insee.
        </p>
        <EquityBars groups={groups} />
        <EquityTable caption="Communes rurales et autres communes" rows={groups} />
        <TileMap
          title="Aide accordée par élève"
          communes={communes.map(({ label, epci, rural, grantPerPupil }) => ({
            label,
            epci,
            rural,
            value: grantPerPupil,
            text: grantPerPupil === null ? 'inconnu' : `${formatCents(grantPerPupil)} par élève`,
          }))}
        />
        <TileMap
          title="Tablettes et portables pour 100 élèves"
          communes={communes.map(({ label, epci, rural, mobileDevices: { per100 } }) => ({
            label,
            epci,
            rural,
            value: per100,
            text: per100 === null ? 'inconnu' : `${String(per100 / 10).replace('.', ',')} pour 100 élèves`,
          }))}
        />
        <details>
          <summary>Toutes les communes</summary>
          <EquityTable caption="Par commune" rows={communes} />
        </details>
      </section>
    </article>
  );
}
