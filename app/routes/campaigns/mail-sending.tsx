// Sends now what a campaign has waiting, what was refused included, and says what became of it.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { listMailings } from 'db/campaign-mailings';
import { findCampaign } from 'db/campaigns';
import { write } from 'db/client';
import { retryMessages } from 'db/outbox';
import { sendWaiting } from '~/platform/outbox';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';

/** Sent while the buyer waits; the rest leaves within minutes. */
const sentAtOnce = 60;

export const loader = reader('campaign.run', ({ params }) => redirect(`/campagnes/${params['id']}/messages`));

export const action = writer('campaign.run', async ({ db, params, now, platform }) => {
  const campaign = orNotFound(findCampaign(db, params['id'] ?? ''));
  if (platform.mail === null) return refused(['Aucun serveur de courriel n’est réglé : donnez PREAU_SMTP.']);
  write(db, (tx) => {
    const mailings = listMailings(tx, campaign.id).map(({ id }) => id);
    retryMessages(tx, mailings, now);
  });
  const { sent, failed, stopped } = await sendWaiting(db, platform.mail, platform.now, { limit: sentAtOnce });
  const parts = [
    sent === 0 ? 'Aucun message n’est parti' : sent === 1 ? 'Un message est parti' : `${sent} messages sont partis`,
    ...(failed > 0 ? [`${failed} ${failed > 1 ? 'ont été refusés' : 'a été refusé'}, la raison est plus bas`] : []),
    ...(stopped || sent + failed >= sentAtOnce ? ['le reste suivra de lui-même'] : []),
  ];
  return redirectSaying(`/campagnes/${campaign.id}/messages`, `${parts.join(' ; ')}.`);
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="Rien n’est envoyé"
      back={`/campagnes/${params['id']}/messages`}
      backLabel="Revenir aux messages"
    />
  );
}
