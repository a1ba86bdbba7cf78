// A rule of the syndicat: what it says, what it would have changed over a year, then its vote; once voted, its life.
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { AdoptionForm, EndForm } from '~/ui/checks/adoption-forms';
import checksStyle from '~/ui/checks/checks.css?url';
import { ProductAnswers } from '~/ui/checks/product-answers';
import { RuleCitation } from '~/ui/checks/rule-citation';
import { SeverityMark, StatusMark } from '~/ui/checks/rule-marks';
import { TrialCounts, TrialOrders } from '~/ui/checks/trial';
import { Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { readPolicyPage } from './policy.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: checksStyle }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.rule.title ?? 'Règle'} – Préau` }];

export const loader = reader('rule.read', readPolicyPage);

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Draft({ id, today }: Pick<Shown, 'id' | 'today'>) {
  return (
    <>
      <section className="card accent">
        <h2>Adopter par délibération</h2>
        <AdoptionForm id={id} today={today} />
      </section>
      <section className="card">
        <h2>Le projet</h2>
        <p>
          <Link to={`/controles/syndicat/${id}/modification`}>Modifier le projet</Link>
        </p>
        <Form method="post" action={`/controles/syndicat/${id}/abandon`}>
          <Submit tone="danger">Abandonner le projet</Submit>
        </Form>
      </section>
    </>
  );
}

export default function Policy() {
  const { id, rule, isDraft, inForce, catalogue, trial, may, ...shown } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead
        title={rule.title}
        crumbs={[
          { to: '/controles', label: 'Textes et règles' },
          ...(isDraft && inForce === null ? [] : [{ to: `/controles/regles/${rule.id}`, label: `Règle ${rule.id}` }]),
        ]}
      >
        Règle du syndicat {rule.id}, version {rule.version}
      </PageHead>
      <p className="row">
        <StatusMark of={rule.status} />
        <SeverityMark of={rule.severity} />
      </p>
      <div className="with-aside right">
        <aside className="stack beside">
          {isDraft && may.decide && <Draft id={id} today={shown.today} />}
          {may.end && (
            <section className="card">
              <h2>Mettre fin à la règle</h2>
              <EndForm id={id} today={shown.today} yesterday={shown.yesterday} />
            </section>
          )}
          {!isDraft && may.decide && (
            <section className="card">
              <h2>La changer</h2>
              <p>
                Une version votée ne se modifie pas.{' '}
                <Link to={`/controles/syndicat/nouvelle?regle=${rule.id}`}>Écrire la version suivante</Link>
              </p>
            </section>
          )}
        </aside>
        <div className="stack">
          <section className="card accent">
            <h2>Ce que dit la règle</h2>
            <p className="said">{rule.sentence}</p>
            <p>Quand elle n’est pas respectée, on lit : «&nbsp;{rule.message}&nbsp;»</p>
            {inForce && (
              <p>
                <small>
                  En vigueur, version {inForce.version} : {inForce.sentence}
                </small>
              </p>
            )}
          </section>
          <section className="card">
            <h2>{isDraft ? 'Ce qu’elle aurait changé' : 'Au catalogue'}</h2>
            <ProductAnswers concerned={catalogue.concerned} capped={catalogue.capped} answers={catalogue.answers} />
          </section>
          {trial && (
            <>
              <TrialCounts since={trial.since} counts={trial.counts} total={trial.total} leftOut={trial.leftOut} />
              <TrialOrders orders={trial.orders} more={trial.more} />
              <p>
                <small>
                  Essai sur les faits gardés à la soumission de chaque commande ; à défaut, sur ceux d’aujourd’hui. Rien
                  n’est modifié.
                </small>
              </p>
            </>
          )}
          <section className="card">
            <h2>Vote</h2>
            <RuleCitation of={rule} />
            {shown.endReason !== null && <p>Fin : {shown.endReason}</p>}
            {shown.documentId !== null && (
              <p>
                <a href={`/controles/syndicat/${id}/deliberation`}>Délibération (PDF)</a>
              </p>
            )}
          </section>
        </div>
      </div>
    </article>
  );
}
