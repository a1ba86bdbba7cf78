// One rule: what it asks in one sentence, the text it cites, what it needs to know, what the syndicat decided about it.
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { evidenceSuppliers } from '~/domain/checks/rule-words';
import checksStyle from '~/ui/checks/checks.css?url';
import { ProductAnswers } from '~/ui/checks/product-answers';
import { RuleCases } from '~/ui/checks/rule-cases';
import { RuleCitation } from '~/ui/checks/rule-citation';
import { RuleHistory } from '~/ui/checks/rule-history';
import { ConfidenceMark, SeverityMark, StandingMark, StatusMark } from '~/ui/checks/rule-marks';
import { RuleSwitch, SwitchRefusal } from '~/ui/checks/rule-switch';
import { TrialCounts } from '~/ui/checks/trial';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { readRulePage } from './rule.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: checksStyle }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.rule.title ?? 'Règle'} – Préau` }];

export const loader = reader('rule.read', readRulePage);

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Needs({ rule }: { rule: Shown['rule'] }) {
  const asked = rule.facts.filter(({ derived }) => !derived);
  const derived = rule.facts.filter((fact) => fact.derived);
  return (
    <section className="card">
      <h2>Ce qu’il faut savoir</h2>
      {asked.length > 0 && (
        <ul>
          {asked.map(({ path, label }) => (
            <li key={path}>{label}</li>
          ))}
        </ul>
      )}
      {derived.length > 0 && <p>Calculé par Préau : {derived.map(({ label }) => label).join(' ; ')}.</p>}
      <p>
        Pièce utile : {rule.evidence.what}, que peut fournir <strong>{evidenceSuppliers[rule.evidence.from]}</strong>.
      </p>
    </section>
  );
}

function NextVersion({ rule, draftId }: { rule: Shown['rule']; draftId: string | null }) {
  if (draftId !== null) {
    return (
      <p>
        <Link to={`/controles/syndicat/${draftId}`}>Un projet est en cours</Link>
      </p>
    );
  }
  return (
    <Link to={`/controles/syndicat/nouvelle?regle=${rule.id}`} className="button">
      {rule.status === 'proposed' ? 'Reprendre et adapter cette règle' : 'Écrire la version suivante'}
    </Link>
  );
}

export default function RulePage() {
  const { rule, switches, versions, may, ...shown } = useLoaderData<typeof loader>();
  const [first, ...more] = rule.categories;
  return (
    <article>
      <PageHead title={rule.title} crumbs={[{ to: '/controles', label: 'Textes et règles' }]}>
        Règle {rule.id}
        {shown.policyId !== null && (
          <>
            {' · '}
            <Link to={`/controles/syndicat/${shown.policyId}`}>version {rule.version}</Link>
          </>
        )}
      </PageHead>
      <p className="row">
        <StatusMark of={rule.status} />
        <StandingMark of={rule} />
        <SeverityMark of={rule.severity} />
        <ConfidenceMark of={rule} />
      </p>
      <div className="with-aside right">
        <aside className="stack beside">
          {may.decide && (
            <section className="card">
              <h2>Décider</h2>
              {shown.switchability === 'free' ? (
                <RuleSwitch
                  ruleId={rule.id}
                  switchId={shown.nextSwitchId}
                  enabled={rule.enabled}
                  citation={rule.citation}
                  unconfirmed={rule.confidence !== 'confirmed'}
                />
              ) : (
                <SwitchRefusal because={shown.switchability} />
              )}
              {shown.switchability === 'vote' && <NextVersion rule={rule} draftId={shown.draftId} />}
            </section>
          )}
          <Needs rule={rule} />
        </aside>
        <div className="stack">
          <section className="card accent">
            <h2>Ce que dit la règle</h2>
            <p className="said">{rule.sentence}</p>
            {first && more.length > 3 && (
              <details>
                <summary>{rule.categories.length} catégories</summary>
                <p>{rule.categories.map(({ label }) => label).join(', ')}.</p>
              </details>
            )}
            <p>Quand elle n’est pas respectée, on lit : «&nbsp;{rule.message}&nbsp;»</p>
          </section>
          <section className="card">
            <h2>Citation</h2>
            <RuleCitation of={rule} />
          </section>
          <section className="card">
            <h2>Ce qu’elle touche</h2>
            {shown.touches === 'references' && (
              <ProductAnswers {...shown.catalogue} listAt={`/controles/regles/${rule.id}/references`} />
            )}
            {shown.touches === 'year' && (
              <p>
                L’année civile de chaque acheteur&nbsp;:{' '}
                <Link to="/controles/annees">voir les réponses de l’année</Link>.
              </p>
            )}
            {shown.touches === 'consultation' && (
              <p>Chaque consultation&nbsp;: la réponse se lit à son étape «&nbsp;Contrôles&nbsp;».</p>
            )}
          </section>
          {shown.trial && (
            <>
              <TrialCounts {...shown.trial} />
              {shown.trial.total > 0 && (
                <p>
                  <Link to={`/controles/regles/${rule.id}/commandes`}>Voir ces commandes</Link>
                </p>
              )}
            </>
          )}
          <RuleCases cases={shown.cases} />
          <RuleHistory switches={switches} versions={versions} />
          <p>
            <Link to="/controles">Toutes les règles</Link>
          </p>
        </div>
      </div>
    </article>
  );
}
