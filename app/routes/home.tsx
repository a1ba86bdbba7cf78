// First page after sign-in: what waits for this person, and where to go.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { countOrdersByState, countTerritory, listOpenCampaigns } from 'db/home';
import { countCartLines } from 'db/orders';
import { isAllowed, type Permission } from '~/domain/accounts/permissions';
import { ordersWaitingFor } from '~/domain/accounts/waiting';
import { pressingLines, timelineStateLabel } from '~/domain/consultations/timeline-entries';
import { formatCount, formatDay, formatDayShort } from '~/domain/shared/format';
import { Badge, PageHead } from '~/ui/parts';
import { timelineOf } from './consultations/timeline.server';
import { reader } from './guard.server';

export const meta: MetaFunction = () => [{ title: 'Accueil – Préau' }];

/** Dates said at sign-in; the rest is one click away. */
const shownDates = 6;

export const loader = reader('account.use', ({ db, user, today }) => {
  const may = (permission: Permission) => isAllowed(user.roles, permission);
  return {
    firstName: user.name.split(' ')[0] ?? user.name,
    organisationName: user.organisationName,
    isCommune: user.scope.kind === 'commune',
    waiting: ordersWaitingFor(user.roles, may('order.read') ? countOrdersByState(db, user.scope) : {}),
    cartLines: user.scope.kind === 'commune' && may('cart.fill') ? countCartLines(db, user.scope.communeId) : undefined,
    campaigns: may('campaign.read') ? listOpenCampaigns(db, user.scope, today) : [],
    dates: pressingLines(timelineOf(db, user, today))
      // An open campaign is already told below with the state of the answer; a role only hears of its own duties.
      .filter(({ kind, owner }) => kind !== 'campaign' && (owner !== 'buyer' || may('consultation.run')))
      .map(({ id, to, subject, label, state }) => ({
        id,
        to,
        late: state.kind === 'late',
        text: `${subject} : ${label}`,
        state: timelineStateLabel(state, formatDayShort),
      })),
    mayAnswer: user.scope.kind === 'commune' && may('campaign.answer'),
    mayRun: may('campaign.run'),
    mayApply: may('grant.write'),
    mayReadFinance: may('finance.read'),
    mayImport: may('priceSchedule.import'),
    mayEditOrganisation: may('organisation.edit'),
    territory: countTerritory(db, user.scope),
  };
});

function CampaignLine({
  campaign,
  mayAnswer,
}: {
  campaign: { id: string; title: string; closesOn: string; answerState: string | null };
  mayAnswer: boolean;
}) {
  const state =
    campaign.answerState === 'signed'
      ? 'réponse signée'
      : campaign.answerState === 'draft'
        ? 'brouillon à signer'
        : 'pas encore de réponse';
  return (
    <li>
      <Link to={mayAnswer ? `/campagnes/${campaign.id}/reponse` : `/campagnes/${campaign.id}`}>{campaign.title}</Link>{' '}
      <small>
        jusqu’au {formatDay(campaign.closesOn as Parameters<typeof formatDay>[0])}
        {mayAnswer && ` · ${state}`}
      </small>
    </li>
  );
}

export default function Home() {
  const shown = useLoaderData<typeof loader>();
  const nothing = shown.waiting.length === 0 && !shown.cartLines && shown.campaigns.length + shown.dates.length === 0;
  return (
    <article>
      <PageHead title={`Bonjour ${shown.firstName}`}>{shown.organisationName}</PageHead>
      <section className="card accent">
        <h2>À faire maintenant</h2>
        {nothing && <p>Rien ne vous attend aujourd’hui.</p>}
        <ul className="plain">
          {shown.dates.slice(0, shownDates).map((date) => (
            <li key={date.id}>
              <Badge tone={date.late ? 'bad' : 'warn'}>{date.state}</Badge> <Link to={date.to}>{date.text}</Link>
            </li>
          ))}
          {shown.dates.length > shownDates && (
            <li>
              <Link to="/echeances">Voir les {formatCount(shown.dates.length)} échéances proches ou en retard</Link>
            </li>
          )}
          {shown.waiting.map((step) => (
            <li key={step.to}>
              <Link to={step.to}>
                <strong>{formatCount(step.count)}</strong> {step.label}
              </Link>
            </li>
          ))}
          {shown.cartLines !== undefined && shown.cartLines > 0 && (
            <li>
              <Link to="/panier">
                <strong>{formatCount(shown.cartLines)}</strong> ligne{shown.cartLines > 1 ? 's' : ''} dans le panier, à
                soumettre
              </Link>
            </li>
          )}
          {shown.campaigns.map((campaign) => (
            <CampaignLine key={campaign.id} campaign={campaign} mayAnswer={shown.mayAnswer} />
          ))}
        </ul>
      </section>
      <div className="grid">
        <section className="card">
          <h2>Catalogue</h2>
          <p>
            {formatCount(shown.territory.products)} références au prix des accords-cadres, avec leurs caractéristiques
            et ce que les textes demandent.
          </p>
          <form action="/catalogue" method="get" className="inline">
            <input
              type="search"
              name="q"
              aria-label="Chercher dans le catalogue"
              placeholder="tablette, écran, borne Wi-Fi…"
            />
            <button type="submit">Chercher</button>
          </form>
        </section>
        {shown.mayImport && (
          <section className="card">
            <h2>Prix et lots</h2>
            <p>Recevoir un bordereau de prix, suivre les plafonds de chaque lot.</p>
            <Link to="/accords-cadres">Accords-cadres</Link>
          </section>
        )}
        {shown.mayRun && (
          <section className="card">
            <h2>Recensement des besoins</h2>
            <p>Interroger les communes, consolider leurs réponses et produire le dossier de consultation.</p>
            <Link to="/campagnes">Campagnes</Link>
          </section>
        )}
        {shown.mayApply && (
          <section className="card">
            <h2>Subventions</h2>
            <p>Savoir à quoi une école peut prétendre, et produire le dossier à partir d’une commande.</p>
            <Link to="/subventions">Dossiers de subvention</Link>
          </section>
        )}
        {shown.mayReadFinance && (
          <section className="card">
            <h2>Finances</h2>
            <p>Bons de commande et factures : le PDF, la liste pour tableur, l’archive.</p>
            <Link to="/finances">Documents</Link>
          </section>
        )}
        {shown.isCommune && shown.mayEditOrganisation && (
          <section className="card">
            <h2>Ma collectivité</h2>
            <p>
              SIRET, codes service et adresse de facturation ; {formatCount(shown.territory.schools)} école
              {shown.territory.schools > 1 ? 's' : ''}.
            </p>
            <Link to="/collectivite">Références de facturation</Link>
          </section>
        )}
      </div>
    </article>
  );
}
