// Memberships of the centrale on a day and conventions of groupement; a commune sees its own only.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { listConventions } from 'db/conventions';
import { listMemberships } from 'db/memberships';
import { isAllowed } from '~/domain/accounts/permissions';
import {
  type MembershipState,
  membershipOn,
  membershipStateLabels,
  membershipStates,
} from '~/domain/organisations/memberships';
import { executionLabels } from '~/domain/organisations/parties';
import { searchTerms } from '~/domain/products/search-terms';
import { parseDay } from '~/domain/shared/day';
import { formatCount, formatDay } from '~/domain/shared/format';
import { Field, Select, Submit } from '~/ui/form';
import { MembershipTable } from '~/ui/organisations/memberships';
import { PageHead, Pager } from '~/ui/parts';
import { reader } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Adhésions et conventions – Préau' }];

const perPage = 50;

export const loader = reader('convention.read', ({ db, user, url, today }) => {
  const on = parseDay(url.searchParams.get('jour') ?? '') ?? today;
  const asked = url.searchParams.get('q') ?? '';
  const state = url.searchParams.get('etat') ?? '';
  const terms = searchTerms(asked);
  const byCommune = new Map<string, ReturnType<typeof listMemberships>>();
  for (const row of listMemberships(db, user.scope)) {
    byCommune.set(row.communeId, [...(byCommune.get(row.communeId) ?? []), row]);
  }
  const rows = [...byCommune].map(([communeId, found]) => {
    const acts = found.flatMap(({ membership, name, siren, siret }) =>
      membership === null
        ? []
        : [{ ...membership, name, siren, siret, joinedOn: membership.from, leftOn: membership.to, signedOn: null }],
    );
    return { communeId, name: found[0]?.name ?? communeId, ...membershipOn(acts, on) };
  });
  const kept = rows
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    .filter(
      (row) =>
        (state === '' || row.state === state) &&
        terms.every((term) => searchTerms(row.name).some((word) => word.startsWith(term))),
    );
  const pages = Math.max(1, Math.ceil(kept.length / perPage));
  const page = Math.min(pages, Math.max(1, Number(url.searchParams.get('page')) || 1));
  const counts = Object.fromEntries(membershipStates.map((one) => [one, 0])) as Record<MembershipState, number>;
  for (const row of rows) counts[row.state] += 1;
  return {
    mayRun: isAllowed(user.roles, 'convention.run'),
    syndicat: user.scope.kind === 'syndicat',
    on,
    asked,
    state,
    counts,
    found: kept.length,
    rows: kept.slice((page - 1) * perPage, page * perPage),
    page,
    pages,
    conventions: listConventions(db, user.scope).map(({ id, reference, terms: { object, execution } }) => ({
      id,
      reference,
      object,
      execution: executionLabels[execution],
    })),
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Conventions({ shown }: { shown: Shown }) {
  return (
    <section>
      <h2>Conventions de groupement de commandes</h2>
      {shown.mayRun && (
        <p>
          <Link to="/conventions/nouvelle" className="button">
            Préparer une convention
          </Link>
        </p>
      )}
      {shown.conventions.length === 0 ? (
        <p>Aucune convention.</p>
      ) : (
        <ul>
          {shown.conventions.map(({ id, reference, object, execution }) => (
            <li key={id}>
              <Link to={`/conventions/${id}`}>{reference}</Link> : {object} <small>({execution})</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Search({ shown }: { shown: Shown }) {
  return (
    <Form method="get" className="inline">
      <Field label="Au jour du" name="jour" type="date" defaultValue={shown.on} />
      <Select
        label="État"
        name="etat"
        empty="Tous"
        options={membershipStates.map((one) => ({
          value: one,
          label: `${membershipStateLabels[one]} (${formatCount(shown.counts[one])})`,
        }))}
        defaultValue={shown.state}
      />
      <Field label="Commune" name="q" type="search" defaultValue={shown.asked} />
      <Submit>Chercher</Submit>
    </Form>
  );
}

export default function ConventionsPage() {
  const shown = useLoaderData<typeof loader>();
  const { counts } = shown;
  const at = (page: number) =>
    `/conventions?${new URLSearchParams({ jour: shown.on, etat: shown.state, q: shown.asked, page: String(page) })}`;
  return (
    <article>
      <PageHead title="Adhésions et conventions">
        {shown.syndicat
          ? 'Une commune commande sous un marché si elle y est identifiée comme acheteur : membre, avec une délibération exécutoire et, pour un groupement, une convention signée (CCP R2162-6).'
          : 'Les actes de votre commune, tels que le syndicat les a enregistrés. Signalez-lui toute erreur.'}
      </PageHead>
      <Conventions shown={shown} />
      <section>
        <h2>Adhésion à la centrale d’achat</h2>
        {shown.syndicat && (
          <>
            <p>
              Au {formatDay(shown.on)}, <strong>{formatCount(counts.member)}</strong> communes peuvent être identifiées
              comme acheteurs
              {counts.notEnforceable > 0 && (
                <>
                  {' '}
                  et{' '}
                  <Link to={`/conventions?jour=${shown.on}&etat=notEnforceable`}>
                    {formatCount(counts.notEnforceable)} n’ont pas de délibération exécutoire
                  </Link>
                </>
              )}
              .
            </p>
            <Search shown={shown} />
            <p>
              {formatCount(shown.found)} commune{shown.found > 1 ? 's' : ''}
            </p>
          </>
        )}
        <MembershipTable rows={shown.rows} />
        <Pager page={shown.page} pages={shown.pages} at={at} />
      </section>
    </article>
  );
}
