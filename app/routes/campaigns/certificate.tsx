// Issues the closing certificate of a campaign that has ended.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { issueCertificate } from './certifying.server';

export const loader = reader('campaign.run', ({ params }) => redirect(`/campagnes/${params['id']}`));

export const action = writer('campaign.run', async (asked) => {
  const outcome = await issueCertificate(asked);
  if (outcome === 'open') return refused(['La campagne n’est pas terminée : fermez-la, ou attendez son dernier jour.']);
  const said =
    outcome === 'issued'
      ? 'Le certificat de clôture est produit et conservé.'
      : 'Rien n’a changé depuis le certificat de clôture déjà produit.';
  return redirectSaying(`/campagnes/${asked.params['id']}`, said);
});

export default function Refused() {
  const params = useParams();
  return (
    <RefusalPage
      title="Le certificat n’est pas produit"
      back={`/campagnes/${params['id']}`}
      backLabel="Revenir à la campagne"
    />
  );
}
