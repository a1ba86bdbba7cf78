// Several schemes compared for the same lines, with the best lawful combination and its cash-flow.
import { type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Field, Select, Submit } from '~/ui/form';
import { CashFields, CashTable, CombinationCard, ComparedSchemes } from '~/ui/grants/comparison';
import { Amount, Notice, PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { shownComparison } from './comparison.server';

export const meta: MetaFunction = () => [{ title: 'Comparer les aides – Préau' }];

export const loader = reader('grant.read', ({ db, user, url, today }) => {
  // Without a school, the page that chooses one leads here.
  if (!url.searchParams.get('ecole')) throw redirect('/subventions/nouveau');
  return orNotFound(shownComparison(db, user.scope, url.searchParams, today));
});

export default function Comparison() {
  const shown = useLoaderData<typeof loader>();
  const apply = `/subventions/nouveau?ecole=${shown.uai}${shown.orderId === null ? '' : `&commande=${shown.orderId}`}`;
  return (
    <article>
      <PageHead
        title="Comparer les aides"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: apply, label: shown.school },
        ]}
      >
        {shown.commune}, {shown.school}
        {shown.orderLabel !== null && ` : ${shown.orderLabel}`}. Coût <Amount of={shown.costNet} /> HT,{' '}
        <Amount of={shown.costGross} /> TTC.
      </PageHead>
      {!shown.hasLines && (
        <Notice tone="warn">
          <p>
            Aucune ligne pour cette école. <Link to="/catalogue">Remplir un panier</Link>, puis revenir ici.
          </p>
        </Notice>
      )}
      {shown.best !== null && (
        <CombinationCard
          of={shown.best}
          title={shown.best.aids.length > 1 ? 'Meilleure combinaison permise' : 'Meilleure aide'}
        />
      )}
      {shown.certain !== null && <CombinationCard of={shown.certain} title="Sans rien à vérifier" />}
      <ComparedSchemes of={shown.schemes} caption="Dispositifs ouverts" apply={apply} />
      {shown.advice.map(({ text, article }) => (
        <Notice key={text} tone="warn">
          <p>
            {text} {article !== null && <small>({article})</small>}
          </p>
        </Notice>
      ))}
      {shown.cash !== null && <CashTable of={shown.cash} />}
      <details>
        <summary>Changer les hypothèses</summary>
        <Form method="get" className="card stack">
          <input type="hidden" name="ecole" value={shown.uai} />
          <Select
            label="Commande ou panier"
            name="commande"
            options={shown.orders}
            defaultValue={shown.orderId ?? ''}
          />
          <div className="grid">
            {shown.schemes
              .filter(({ rateOpen }) => rateOpen)
              .map(({ id, name }) => (
                <Field
                  key={id}
                  label={`Taux demandé, ${name} (%)`}
                  name={`taux-${id}`}
                  inputMode="decimal"
                  defaultValue={shown.rates[`taux-${id}`] ?? ''}
                />
              ))}
            <Field
              label="Autres aides publiques déjà comptées"
              name="autres"
              inputMode="decimal"
              placeholder="1 234,56"
              defaultValue={shown.others}
            />
          </div>
          {shown.cash !== null && <CashFields of={shown.cash} />}
          <div className="row">
            <Submit>Recalculer</Submit>
          </div>
        </Form>
      </details>
      {shown.closed.length > 0 && (
        <details>
          <summary>Dispositifs clos ou à vérifier ({shown.closed.length})</summary>
          <ComparedSchemes of={shown.closed} caption="Pour mémoire" apply={apply} />
        </details>
      )}
    </article>
  );
}
