// Which schools could apply to a call, before anyone asks: every school of the scope, with its answer.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { enirSchemes } from 'catalog/grants';
import { listGivenCommuneFacts, listGrantSchools } from 'db/grants';
import { assessEligibility, type Eligibility } from '~/domain/grants/eligibility';
import { outcomeLabels, refusalTexts } from '~/domain/grants/wording';
import { formatCount } from '~/domain/shared/format';
import { Select, Submit } from '~/ui/form';
import { Badge, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { outcomeTones } from './shown.server';
import { applicantFor, factsKnownOf, findScheme, grantTexts } from './texts.server';

export const meta: MetaFunction = () => [{ title: 'Écoles et appels – Préau' }];

type Outcome = Eligibility['outcome'];
const outcomes: readonly Outcome[] = ['eligible', 'unknown', 'ineligible'];

function told({ outcome, missing, toConfirm, ...rest }: Eligibility): string {
  if (outcome === 'ineligible')
    return refusalTexts({ outcome, missing, toConfirm, ...rest }, grantTexts.definitions).join(' ');
  const wanted = [...new Set([...missing, ...toConfirm.map(({ fact }) => fact)])];
  if (wanted.length === 0) return 'Tous les critères connus sont remplis.';
  return `À fournir : ${wanted.map((fact) => grantTexts.definitions[fact].label).join(', ')}.`;
}

export const loader = reader('grant.read', ({ db, user, url }) => {
  const scheme = findScheme(url.searchParams.get('appel') ?? '') ?? enirSchemes[0];
  if (!scheme) throw new Error('The catalogue has no ENIR call');
  const asked = outcomes.find((outcome) => outcome === url.searchParams.get('reponse'));
  const given = listGivenCommuneFacts(db, user.scope);
  const rows = listGrantSchools(db, user.scope).map((place) => {
    const facts = { ...factsKnownOf(place), ...given.get(place.organisation.id) };
    const eligibility = assessEligibility(scheme, applicantFor(place), facts, grantTexts.definitions);
    return {
      uai: place.school.uai,
      school: place.school.name,
      commune: place.organisation.name,
      population: facts['commune.totalPopulation']?.value,
      outcome: eligibility.outcome,
      told: told(eligibility),
    };
  });
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  return {
    schemeId: scheme.id,
    asked: asked ?? '',
    schemes: enirSchemes.map(({ id, shortName }) => ({ value: id, label: shortName })),
    counts: outcomes.map((outcome) => ({ outcome, label: outcomeLabels[outcome], count: count(outcome) })),
    rows: rows
      .filter((row) => asked === undefined || row.outcome === asked)
      .map((row) => ({ ...row, label: outcomeLabels[row.outcome], tone: outcomeTones[row.outcome] })),
  };
});

export default function Prospects() {
  const shown = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Écoles et appels" crumbs={[{ to: '/subventions', label: 'Subventions' }]}>
        Réponse de chaque école publique à un appel, d’après les données publiées. L’unité et l’aire urbaines n’y sont
        pas : tant qu’une commune ne les a pas données, la réponse est « à compléter », jamais « non ».
      </PageHead>
      <Form method="get" className="inline">
        <Select label="Appel" name="appel" options={shown.schemes} defaultValue={shown.schemeId} />
        <Select
          label="Réponse"
          name="reponse"
          empty="Toutes"
          defaultValue={shown.asked}
          options={shown.counts.map(({ outcome, label, count }) => ({ value: outcome, label: `${label} (${count})` }))}
        />
        <Submit>Afficher</Submit>
      </Form>
      <p className="row">
        {shown.counts.map(({ outcome, label, count }) => (
          <span key={outcome}>
            {label} : <strong>{formatCount(count)}</strong>
          </span>
        ))}
      </p>
      <div className="table-scroll">
        <table className="cards">
          <caption>Écoles ({formatCount(shown.rows.length)})</caption>
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
    </article>
  );
}
