// One campaign: for the buyer the cockpit of its answers, for a commune its terms and the way to its answer.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { categories } from 'catalog/products/categories';
import { listAnswers } from 'db/campaign-answers';
import { listPapers } from 'db/campaign-papers';
import { findCampaign, listInvited } from 'db/campaigns';
import { isAllowed } from '~/domain/accounts/permissions';
import { answerRate } from '~/domain/campaigns/answer-rate';
import {
  answerStateLabels,
  campaignState,
  campaignStateLabels,
  campaignTransitions,
} from '~/domain/campaigns/campaigns';
import { formatCount, formatDay, formatRate } from '~/domain/shared/format';
import { Cockpit } from '~/ui/campaigns/cockpit';
import { GroupingText } from '~/ui/campaigns/identified-buyers';
import { PaperList } from '~/ui/campaigns/papers';
import { Field, Submit } from '~/ui/form';
import { Badge, Facts, PageHead } from '~/ui/parts';
import { groupingOf } from '../consolidation/buyers.server';
import { orNotFound, reader } from '../guard.server';
import { cockpitRows, shownPapers } from './cockpit.server';

export const meta: MetaFunction = () => [{ title: 'Recensement – Préau' }];

const labelOf = (code: string) => (categories as Readonly<Record<string, { plural: string }>>)[code]?.plural ?? code;

export const loader = reader('campaign.read', ({ db, user, params, today }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const state = campaignState(campaign, today);
  const mayRun = isAllowed(user.roles, 'campaign.run');
  const invited = listInvited(db, campaign);
  const answers = listAnswers(db, campaign.id, user.scope);
  return {
    campaign: { ...campaign, lots: campaign.lots.map((lot) => ({ ...lot, categories: lot.categories.map(labelOf) })) },
    state,
    deeds: mayRun ? Object.keys(campaignTransitions[state]) : [],
    mayRun,
    mayAnswer: isAllowed(user.roles, 'campaign.answer'),
    maySign: isAllowed(user.roles, 'campaign.sign'),
    rate: mayRun ? answerRate(invited, answers) : undefined,
    rows: mayRun ? cockpitRows(db, campaign.id, invited, answers) : [],
    certificates: mayRun ? shownPapers(listPapers(db, campaign.id, 'closingCertificate', user.scope)) : [],
    ended: state === 'closed' || state === 'frozen',
    grouping: mayRun ? groupingOf(db, campaign) : undefined,
    own: invited.some(({ communeId }) => communeId === user.organisationId)
      ? (answers[0]?.state ?? ('notStarted' as const))
      : undefined,
  };
});

function RunForms({ id, deeds, closesOn }: { id: string; deeds: readonly string[]; closesOn: string }) {
  return (
    <div className="row">
      {deeds.includes('close') && (
        <Form method="post" action={`/campagnes/${id}/cloture`}>
          <Submit tone="secondary">Clore la campagne</Submit>
        </Form>
      )}
      {(deeds.includes('extend') || deeds.includes('reopen')) && (
        <Form method="post" action={`/campagnes/${id}/prolongation`} className="inline">
          <Field label="Nouveau dernier jour" name="closesOn" type="date" required defaultValue={closesOn} />
          <Submit tone="secondary">
            {deeds.includes('reopen') ? 'Rouvrir jusqu’à ce jour' : 'Changer le dernier jour'}
          </Submit>
        </Form>
      )}
    </div>
  );
}

export default function CampaignPage() {
  const { campaign, state, deeds, mayRun, rate, rows, certificates, ended, own, grouping, ...may } =
    useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title={campaign.title} crumbs={[{ to: '/campagnes', label: 'Recensements' }]}>
        Du {formatDay(campaign.opensOn)} au {formatDay(campaign.closesOn)}.{' '}
        <Badge tone={state === 'open' ? 'good' : undefined}>{campaignStateLabels[state]}</Badge>
      </PageHead>
      {grouping && (
        <p>
          <GroupingText grouping={grouping} />
        </p>
      )}
      {campaign.description && <p>{campaign.description}</p>}
      <section className="card">
        <Facts
          entries={[
            ...campaign.lots.map((lot) => [`Lot ${lot.number} : ${lot.title}`, lot.categories.join(', ')] as const),
            ...(campaign.years && campaign.years.length > 0
              ? [['Années des besoins', campaign.years.join(', ')] as const]
              : []),
          ]}
        />
      </section>
      {own && (
        <p>
          Réponse de votre commune : <strong>{answerStateLabels[own]}</strong>.{' '}
          {may.maySign && (
            <Link to={`/campagnes/${campaign.id}/reponse`} className="button">
              {may.mayAnswer ? 'Ouvrir la réponse' : 'Lire et signer'}
            </Link>
          )}
        </p>
      )}
      {mayRun && rate && (
        <>
          <RunForms id={campaign.id} deeds={deeds} closesOn={campaign.closesOn} />
          <section>
            <h2>Réponses</h2>
            <p>
              <strong>{formatCount(rate.answered)}</strong> commune{rate.answered > 1 ? 's' : ''} sur{' '}
              {formatCount(rate.invited)} {rate.answered > 1 ? 'ont' : 'a'} répondu
              {rate.rate !== null && ` (${formatRate(rate.rate)})`} : {formatCount(rate.byState.signed)} états signés,{' '}
              {formatCount(rate.byState.noNeed)} sans besoin, {formatCount(rate.byState.draft)} en brouillon.{' '}
              <Link to={`/campagnes/${campaign.id}/consolidation`}>Voir la consolidation</Link> ·{' '}
              <Link to={`/campagnes/${campaign.id}/feuilles`}>Feuilles à remplir (XLSX)</Link> ·{' '}
              <Link to={`/campagnes/${campaign.id}/messages`}>Messages et relances</Link> ·{' '}
              <Link to={`/campagnes/${campaign.id}/besoins-types`}>Besoins types</Link>
            </p>
            <Cockpit campaignId={campaign.id} rows={rows} />
          </section>
          {(ended || certificates.length > 0) && (
            <section>
              <h2>Certificat de clôture</h2>
              <PaperList campaignId={campaign.id} papers={certificates} label="Certificat de clôture" />
              {ended && (
                <Form method="post" action={`/campagnes/${campaign.id}/certificat`}>
                  <Submit tone="secondary">Produire le certificat de clôture</Submit>
                </Form>
              )}
            </section>
          )}
        </>
      )}
    </article>
  );
}
