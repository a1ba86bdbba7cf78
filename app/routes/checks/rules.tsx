// Texts and rules: everything that orders are held against, by authority and text, with filters.
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { isAllowed } from '~/domain/accounts/permissions';
import { formatCount } from '~/domain/shared/format';
import checksStyle from '~/ui/checks/checks.css?url';
import { RuleFilters } from '~/ui/checks/rule-filters';
import { RuleList } from '~/ui/checks/rule-list';
import { CheckSections } from '~/ui/checks/sections';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { showShelf } from './rule-shelf.server';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: checksStyle }];
export const meta: MetaFunction = () => [{ title: 'Textes et règles – Préau' }];

export const loader = reader('rule.read', ({ db, url, today, user }) => {
  const mayDecide = isAllowed(user.roles, 'rule.decide');
  return { ...showShelf(db, url, today, mayDecide), mayDecide, roles: user.roles };
});

function Count({ of, label, to }: { of: number; label: string; to: string }) {
  return (
    <li>
      <Link to={to}>
        <strong>{formatCount(of)}</strong> {label}
      </Link>
    </li>
  );
}

export default function Rules() {
  const { counts, typed, choices, filtered, kept, groups, roles, mayDecide } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="Textes et règles">
        Chaque produit, panier, commande et école est comparé à ces règles. Chacune cite son texte ; aucune ne se
        présente comme une loi si elle n’en est pas une.
      </PageHead>
      <CheckSections roles={roles} />
      <ul className="rule-counts">
        <Count of={counts.fromTexts} label={`règles tirées de ${counts.texts} textes`} to="/controles" />
        <Count of={counts.inForce} label="contrôlées aujourd’hui" to="/controles?etat=inForce" />
        <Count of={counts.off} label="éteintes" to="/controles?etat=off" />
        <Count of={counts.unconfirmed} label="à vérifier dans leur source" to="/controles?verifier=1" />
        <Count of={counts.proposed} label="propositions et projets du syndicat" to="/controles?texte=syndicat" />
      </ul>
      <div className="with-aside">
        <aside className="stack">
          <RuleFilters typed={typed} choices={choices} filtered={filtered} />
          {mayDecide && (
            <Link to="/controles/syndicat/nouvelle" className="button secondary">
              Écrire une règle
            </Link>
          )}
        </aside>
        <div className="stack rule-groups">
          {filtered && (
            <p role="status">
              <strong>
                {formatCount(kept)} règle{kept > 1 ? 's' : ''}
              </strong>{' '}
              sur {formatCount(counts.all)}.
            </p>
          )}
          <RuleList groups={groups} open={filtered} />
        </div>
      </div>
    </article>
  );
}
