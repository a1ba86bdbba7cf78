// What if a member left, a lot failed, prices or maxima moved: scenarios side by side, in an address that can be shared.
import type { MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { ScenarioLots, ScenarioMembers, ScenarioTotals } from '~/ui/consolidation/scenario-tables';
import { Choice, Field, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { addressWithNew, mostScenarios, shownScenarios } from './scenarios.server';

export const meta: MetaFunction = () => [{ title: 'Hypothèses – Préau' }];

export const loader = reader('campaign.run', (asked) => {
  const added = addressWithNew(asked.url);
  const here = `/campagnes/${asked.params['id']}/consolidation/hypotheses`;
  if (added && 'search' in added) throw redirect(added.search === '' ? here : `${here}?${added.search}`);
  const { needs, ...shown } = shownScenarios(asked);
  return {
    ...shown,
    here,
    mostScenarios,
    problems: added?.problems ?? {},
    typed: { prix: asked.url.searchParams.get('prix') ?? '', maximum: asked.url.searchParams.get('maximum') ?? '' },
    campaign: { id: needs.campaign.id, title: needs.campaign.title },
    unpriced: needs.consolidation.unpricedLines,
  };
});

function searchOf(texts: readonly string[]): string {
  return new URLSearchParams(texts.map((text) => ['s', text])).toString();
}

export default function ScenariosPage() {
  const shown = useLoaderData<typeof loader>();
  const { present, scenarios, here, problems } = shown;
  const texts = scenarios.map(({ text }) => text);
  const crumbs = [
    { to: '/campagnes', label: 'Recensements' },
    { to: `/campagnes/${shown.campaign.id}`, label: shown.campaign.title },
    { to: `/campagnes/${shown.campaign.id}/consolidation`, label: 'Consolidation' },
  ];
  return (
    <article>
      <PageHead title="Hypothèses" crumbs={crumbs}>
        Ce que chaque hypothèse change, lot par lot et commune par commune. Rien n’est enregistré : l’adresse de cette
        page suffit pour la partager.
      </PageHead>
      {scenarios.length > 0 && (
        <>
          <ul>
            {scenarios.map((one) => (
              <li key={one.text}>
                {one.sentence}{' '}
                <Link
                  to={`${here}?${searchOf(texts.filter((text) => text !== one.text))}`}
                  aria-label={`Retirer l’hypothèse : ${one.sentence}`}
                >
                  Retirer
                </Link>
              </li>
            ))}
          </ul>
          <p>
            <a href={`${here}.xlsx?${searchOf(texts)}`} download>
              Télécharger ces hypothèses (XLSX)
            </a>
          </p>
        </>
      )}
      <details className="card" open={scenarios.length === 0 || Object.keys(problems).length > 0}>
        <summary>Ajouter une hypothèse</summary>
        <Form method="get" className="stack">
          {texts.map((text) => (
            <input type="hidden" name="s" value={text} key={text} />
          ))}
          <div className="row">
            <Field
              label="Prix (%)"
              name="prix"
              className="short"
              hint="Comme 8 ou -2,5"
              defaultValue={shown.typed.prix}
              problem={problems['prix']}
            />
            <Field
              label="Maximum des lots (%)"
              name="maximum"
              className="short"
              hint="Comme -10"
              defaultValue={shown.typed.maximum}
              problem={problems['maximum']}
            />
          </div>
          <fieldset>
            <legend>Lots infructueux</legend>
            {present.result.lots.map(({ number, title }) => (
              <Choice key={number} name="lot" value={String(number)} label={`Lot ${number} : ${title}`} />
            ))}
          </fieldset>
          <details>
            <summary>Communes qui partent</summary>
            <fieldset>
              <legend>Communes</legend>
              <div className="row">
                {present.result.members.map(({ communeId, name }) => (
                  <Choice key={communeId} name="depart" value={communeId} label={name} />
                ))}
              </div>
            </fieldset>
          </details>
          <div className="row">
            <Submit name="nouveau" value="1">
              Ajouter cette hypothèse
            </Submit>
          </div>
          <p className="hint">Au plus {shown.mostScenarios} hypothèses à la fois : la plus ancienne laisse sa place.</p>
        </Form>
      </details>
      <ScenarioTotals sides={shown} />
      <ScenarioLots sides={shown} />
      <ScenarioMembers sides={shown} />
      <section>
        <h2>Comment ces montants sont calculés</h2>
        <ul>
          <li>
            Les besoins, pris comme ceux de {shown.coveredMonths} mois, sont étendus à {shown.months} mois pour dire si
            le maximum de chaque lot les couvre.
          </li>
          <li>
            {shown.fromChoices
              ? 'Les maxima sont ceux que vous avez choisis : ils ne suivent pas les prix d’eux-mêmes.'
              : 'Aucun maximum n’est encore choisi : chaque hypothèse a celui qui serait proposé pour ses besoins.'}
          </li>
          <li>
            Un lot infructueux reste compté dans la valeur comparée aux seuils : elle est celle de tous les lots (CCP
            R2121-1), et il serait relancé.
          </li>
          {shown.unpriced > 0 && <li>Les lignes sans prix estimé ne comptent pas.</li>}
        </ul>
      </section>
    </article>
  );
}
