// A convention of groupement: what it says, who orders and pays, what each owes, its members and their acts, its texts.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { conventionClauses, coordinatorPowers } from 'catalog/clauses/convention';
import { areTermsFixed, listCampaignsOfConvention } from 'db/conventions';
import { findSyndicat, listCommunes } from 'db/organisations';
import { conventionStanding } from '~/documents/organisations/convention';
import { isAllowed } from '~/domain/accounts/permissions';
import { confidenceLabels, mustBeChecked } from '~/domain/consultations/sentences';
import { caoLabels } from '~/domain/organisations/conventions';
import { costRefusalSentence } from '~/domain/organisations/cost-shares';
import { buyerFaults, buyerFaultsText } from '~/domain/organisations/identified-buyers';
import { executionLabels, partyEntries } from '~/domain/organisations/parties';
import { formatDay } from '~/domain/shared/format';
import { AddMembers, ConventionMembers } from '~/ui/organisations/convention-members';
import { ClausesToCheck, ConventionTexts, CostShareTable } from '~/ui/organisations/convention-text';
import { Facts, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { issuedTexts, readConvention } from './convention.server';

export const meta: MetaFunction = () => [{ title: 'Convention de groupement – Préau' }];

export const loader = reader('convention.read', ({ db, user, params, today, platform }) => {
  const read = readConvention(db, params['id'], user.scope, today);
  const { convention, stays, shares } = read;
  const { terms } = convention;
  const mine = (communeId: string) => user.scope.kind === 'syndicat' || user.scope.communeId === communeId;
  const mayRun = isAllowed(user.roles, 'convention.run');
  const inside = new Set(read.standing.map(({ member }) => member.communeId));
  const { texts, upToDate } = issuedTexts(db, read, platform.demonstration);
  return {
    id: convention.id,
    reference: convention.reference,
    terms,
    coordinator: findSyndicat(db).name,
    mayRun,
    fixed: areTermsFixed(db, convention.id),
    parties: partyEntries(terms.execution, 'le coordonnateur', 'le membre'),
    powers: coordinatorPowers
      .filter(({ id }) => terms.powers.includes(id))
      .map((power) => ({ ...power, toCheck: mustBeChecked(power.confidence) })),
    shares: 'kind' in shares ? [] : shares.shares.filter(({ communeId }) => mine(communeId)),
    totalNet: 'kind' in shares || !mayRun ? null : shares.totalNet,
    noShare: 'kind' in shares ? costRefusalSentence(shares) : null,
    members: stays
      .filter(({ member }) => mine(member.communeId))
      .map(({ member, name, siren, siret }) => {
        const acts = { ...member, name, siren, siret, leftOn: member.withdrawnOn };
        return {
          ...member,
          name,
          siret: siret ?? siren,
          faults: buyerFaultsText(buyerFaults(acts, today, 'convention')),
        };
      }),
    others: mayRun ? listCommunes(db, user.scope).filter(({ id }) => !inside.has(id)) : [],
    today,
    campaigns: mayRun ? listCampaignsOfConvention(db, convention.id) : [],
    texts: texts.map(({ version }) => version),
    upToDate,
    toCheck: mayRun
      ? conventionStanding(terms, conventionClauses)
          .filter(({ confidence }) => mustBeChecked(confidence))
          .map(({ id, title, basis, confidence }) => ({ id, title, basis, why: confidenceLabels[confidence] }))
      : [],
  };
});

export default function ConventionPage() {
  const shown = useLoaderData<typeof loader>();
  const { terms } = shown;
  return (
    <article>
      <PageHead
        title={`Convention ${shown.reference}`}
        crumbs={[{ to: '/conventions', label: 'Adhésions et conventions' }]}
      >
        {terms.object}
      </PageHead>
      <section className="card">
        <Facts
          entries={[
            ['Coordonnateur', shown.coordinator],
            [
              'Durée',
              `${terms.permanent ? 'Groupement permanent' : 'Pour un seul achat'}, à compter du ${formatDay(terms.startsOn)}${
                terms.endsOn === null ? '' : `, jusqu’au ${formatDay(terms.endsOn)}`
              }`,
            ],
            ['Exécution', executionLabels[terms.execution]],
            ['Commission d’appel d’offres', caoLabels[terms.cao]],
            ['Préavis de retrait', `${terms.withdrawalMonths} mois`],
          ]}
        />
        {shown.mayRun &&
          (shown.fixed ? (
            <p className="hint">
              Les termes ne changent plus : un membre a signé, ou un recensement est mené pour ce groupement.
            </p>
          ) : (
            <p>
              <Link to={`/conventions/${shown.id}/modification`}>Modifier les termes</Link>
            </p>
          ))}
      </section>
      <ConventionTexts id={shown.id} versions={shown.texts} upToDate={shown.upToDate} mayRun={shown.mayRun} />
      <section>
        <h2>{shown.mayRun ? 'Membres' : 'Les actes de votre commune'}</h2>
        <ConventionMembers id={shown.id} members={shown.members} mayRun={shown.mayRun} />
        {shown.mayRun && <AddMembers id={shown.id} others={shown.others} today={shown.today} />}
      </section>
      {shown.mayRun && (
        <section>
          <h2>Recensements menés pour ce groupement</h2>
          {shown.campaigns.length === 0 ? (
            <p>
              Aucun. À l’ouverture d’un <Link to="/campagnes/nouvelle">recensement</Link>, choisissez cette convention :
              seuls ses membres seront invités.
            </p>
          ) : (
            <ul>
              {shown.campaigns.map(({ id, title, frozenAt }) => (
                <li key={id}>
                  <Link to={`/campagnes/${id}`}>{title}</Link>
                  {frozenAt !== null && ' : besoins figés'}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <section>
        <h2>Qui commande, qui paie</h2>
        <Facts entries={shown.parties.map(({ label, who }) => [label, who])} />
      </section>
      <section>
        <h2>Missions du coordonnateur</h2>
        <ul>
          {shown.powers.map(({ id, label, basis, toCheck }) => (
            <li key={id}>
              {label}{' '}
              <small>
                ({basis}
                {toCheck && ', à vérifier'})
              </small>
            </li>
          ))}
        </ul>
      </section>
      <CostShareTable rule={terms.cost} shares={shown.shares} totalNet={shown.totalNet} problem={shown.noShare} />
      <ClausesToCheck clauses={shown.toCheck} />
    </article>
  );
}
