// Which schools could apply to a scheme, before anyone asks: every school of the scope, with its answer.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { periodText } from '~/domain/grants/estimate-wording';
import { formatCount } from '~/domain/shared/format';
import { Field, Select, Submit } from '~/ui/form';
import { Badge, PageHead, Pager } from '~/ui/parts';
import { reader } from '../guard.server';
import { readProspects } from './prospects.server';

export const meta: MetaFunction = () => [{ title: 'Écoles et dispositifs – Préau' }];

export const loader = reader('grant.read', ({ db, user, url, today }) => {
  const { scheme, rows, shown, ...rest } = readProspects(db, user.scope, url.searchParams, today);
  return {
    ...rest,
    schemeId: scheme.id,
    schemeName: scheme.name,
    period: periodText(scheme, today),
    count: rows.length,
    rows: shown.map(({ wanted, ...row }) => row),
  };
});

export default function Prospects() {
  const shown = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const at = (page: number) => {
    const next = new URLSearchParams(search);
    next.set('page', String(page));
    return `/subventions/ecoles?${next}`;
  };
  return (
    <article>
      <PageHead title="Écoles et dispositifs" crumbs={[{ to: '/subventions', label: 'Subventions' }]}>
        {shown.schemeName} : {shown.period.toLowerCase()}. Ce qui manque est « à compléter », jamais « non ».
      </PageHead>
      <Form method="get" className="inline">
        <Select label="Dispositif" name="appel" options={shown.schemes} defaultValue={shown.schemeId} />
        <Select
          label="Réponse"
          name="reponse"
          empty="Toutes"
          defaultValue={shown.asked}
          options={shown.counts.map(({ outcome, label, count }) => ({ value: outcome, label: `${label} (${count})` }))}
        />
        <Select label="Il manque" name="manque" empty="–" defaultValue={shown.lacking} options={shown.lacked} />
        <Field label="Commune" name="commune" defaultValue={shown.commune} />
        <Submit>Afficher</Submit>
      </Form>
      <p className="row">
        {shown.counts.map(({ outcome, label, count }) => (
          <span key={outcome}>
            {label} : <strong>{formatCount(count)}</strong>
          </span>
        ))}
        <a href={`/subventions/ecoles.csv?${search}`}>Exporter en CSV</a>
      </p>
      <div className="table-scroll">
        <table className="cards">
          <caption>Écoles ({formatCount(shown.count)})</caption>
          <thead>
            <tr>
              <th scope="col">Commune</th>
              <th scope="col">École</th>
              <th scope="col" className="amount">
                Population
              </th>
              <th scope="col">Réponse</th>
              <th scope="col">Pourquoi</th>
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row) => (
              <tr key={row.uai}>
                <td data-label="Commune">{row.commune}</td>
                <th scope="row">
                  <Link to={`/subventions/nouveau?ecole=${row.uai}`}>{row.school}</Link>
                  {row.outcome === 'unknown' && (
                    <>
                      <br />
                      <small>
                        <Link to={`/subventions/ecoles/${row.uai}/reponses`}>Répondre pour {row.school}</Link>
                      </small>
                    </>
                  )}
                </th>
                <td data-label="Population" className="amount">
                  {typeof row.population === 'number' ? formatCount(row.population) : 'inconnue'}
                </td>
                <td data-label="Réponse">
                  <Badge tone={row.tone}>{row.label}</Badge>
                </td>
                <td data-label="Pourquoi">{row.told}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={shown.page} pages={shown.pages} at={at} />
    </article>
  );
}
