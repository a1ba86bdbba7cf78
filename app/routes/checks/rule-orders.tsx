// What a rule would do to the orders of the last twelve months, as it stands: before it is switched on, or voted.
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countOutcomes } from '~/domain/checks/trial';
import { TrialCounts, TrialOrders } from '~/ui/checks/trial';
import { PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { findShelved } from './rule-shelf.server';
import { isTriedOnOrders, tryOnPastOrders } from './trial.server';

const mostShown = 100;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Commandes – ${data?.title ?? 'Règle'} – Préau` },
];

export const loader = reader('rule.decide', ({ db, params, today }) => {
  const { rule } = orNotFound(findShelved(db, params['id'] ?? '', today, true));
  const about = { id: rule.id, title: rule.title };
  if (!isTriedOnOrders(rule)) return { ...about, trial: null };
  const { tried, ...trial } = tryOnPastOrders(db, rule, undefined, today);
  const touched = tried.filter(({ outcome }) => outcome !== 'untouched' && outcome !== 'met');
  return {
    ...about,
    trial: {
      ...trial,
      counts: countOutcomes(tried),
      orders: touched.slice(0, mostShown),
      more: Math.max(0, touched.length - mostShown),
    },
  };
});

export default function RuleOrders() {
  const { id, title, trial } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead
        title="Essai sur les commandes de l’année"
        crumbs={[
          { to: '/controles', label: 'Textes et règles' },
          { to: `/controles/regles/${id}`, label: title },
        ]}
      >
        La règle telle qu’elle est écrite, comme si elle avait été contrôlée. Les faits sont ceux gardés à la soumission
        ; à défaut, ceux d’aujourd’hui. Rien n’est modifié.
      </PageHead>
      {trial === null ? (
        <p>Cette règle porte sur une année ou une consultation, pas sur une commande.</p>
      ) : (
        <>
          <TrialCounts since={trial.since} counts={trial.counts} total={trial.total} leftOut={trial.leftOut} />
          <TrialOrders orders={trial.orders} more={trial.more} />
        </>
      )}
    </article>
  );
}
