// The messages of a campaign: what the site writes by itself and when, what left, what waits and why.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { isAnnounced, listGrades } from 'db/campaign-mailings';
import { findCampaign } from 'db/campaigns';
import { campaignState } from '~/domain/campaigns/campaigns';
import { plannedReminders } from '~/domain/campaigns/reminders';
import { formatDay } from '~/domain/shared/format';
import { MailPlanForm } from '~/ui/campaigns/mail-plan';
import { MailingCard } from '~/ui/campaigns/mailings';
import { Submit } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { shownMailings } from './mailings.server';

export const meta: MetaFunction = () => [{ title: 'Messages du recensement – Préau' }];

export const loader = reader('campaign.run', ({ db, params, platform, today }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  const { id, title, opensOn, closesOn } = campaign;
  const grades = listGrades(db, id);
  return {
    campaign: { id, title, opensOn, closesOn },
    open: campaignState(campaign, today) === 'open',
    announced: isAnnounced(db, id),
    grades,
    coming: plannedReminders(campaign, grades).filter(({ on }) => on >= today),
    mailings: shownMailings(db, id),
    mailSet: platform.mail !== null,
  };
});

export default function MessagesPage() {
  const { campaign, open, coming, mailings, mailSet, ...plan } = useLoaderData<typeof loader>();
  const path = `/campagnes/${campaign.id}`;
  const pending = mailings.flatMap(({ messages }) =>
    messages.filter(({ state }) => state === 'waiting' || state === 'refused'),
  );
  return (
    <article>
      <PageHead
        title="Messages du recensement"
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: path, label: campaign.title },
        ]}
      >
        Dernier jour pour répondre : {formatDay(campaign.closesOn)}. Seules les communes qui n’ont pas signé sont
        relancées.
      </PageHead>
      {!mailSet && (
        <Notice tone="warn" title="Aucun serveur de courriel n’est réglé.">
          <p>
            Les messages sont écrits et restent « à envoyer » : rien ne part tant que les variables PREAU_SMTP et
            PREAU_SMTP_FROM ne sont pas données au démarrage du site.
          </p>
        </Notice>
      )}
      <div className="row">
        {open && (
          <Link to={`${path}/relance`} className="button">
            Relancer des communes
          </Link>
        )}
        {mailSet && pending.length > 0 && (
          <Form method="post" action={`${path}/messages/envoi`}>
            <Submit tone="secondary">Envoyer maintenant</Submit>
          </Form>
        )}
      </div>
      <section className="stack">
        <h2>Ce que le site écrit de lui-même</h2>
        {coming.length > 0 && (
          <p>
            Prochaines relances, à partir de 8 h :{' '}
            {coming.map(({ on, toElected }) => `${formatDay(on)}${toElected ? ' (aussi aux élus)' : ''}`).join(', ')}.
          </p>
        )}
        {coming.length === 0 && <p>Aucune relance n’est prévue.</p>}
        <details>
          <summary>Régler le rythme</summary>
          <MailPlanForm action={`${path}/messages/rythme`} {...plan} typed={{}} />
        </details>
      </section>
      <section className="stack">
        <h2>Messages écrits</h2>
        {mailings.length === 0 && <p>Aucun message n’a encore été écrit.</p>}
        {mailings.map((mailing) => (
          <MailingCard key={mailing.id} mailing={mailing} />
        ))}
      </section>
    </article>
  );
}
