// Confirms one sheet of needs as it was shown: its valid rows enter the answer, which stays to be signed.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { findCampaign, listInvited } from 'db/campaigns';
import { write } from 'db/client';
import { findNeedSheet } from 'db/need-sheets';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { againstConfirming, confirmSheet, effectOf, offeredOn } from './need-sheet.server';

export const loader = reader('campaign.sheet', ({ params }) =>
  redirect(`/campagnes/${params['id']}/feuilles/${params['sheet']}`),
);

export const action = writer('campaign.sheet', ({ db, user, params, form, now, today }) => {
  const against = write(db, (tx) => {
    const campaign = orNotFound(findCampaign(tx, params['id'] ?? ''));
    const { sheet } = orNotFound(findNeedSheet(tx, campaign.id, params['sheet'] ?? '', user.scope));
    const effect = effectOf(tx, campaign, sheet, offeredOn(tx, campaign, today));
    if (sheet.confirmedAt === null && form.get('digest') !== effect.digest())
      return ['La réponse ou le catalogue a changé depuis l’affichage\u202f: relisez la feuille puis confirmez.'];
    const reasons = againstConfirming(tx, campaign, listInvited(tx, campaign), sheet, effect, today);
    if (reasons.length === 0) confirmSheet(tx, campaign, sheet, effect, { userId: user.id, now });
    return reasons;
  });
  if (against.length > 0) return refused(against);
  const back = user.scope.kind === 'commune' ? 'reponse' : `feuilles/${params['sheet']}`;
  return redirectSaying(
    `/campagnes/${params['id']}/${back}`,
    'La feuille est enregistrée dans la réponse\u202f: il reste à la signer.',
  );
});

export default function Refused() {
  const { id, sheet } = useParams();
  return (
    <RefusalPage
      title="La feuille n’est pas enregistrée"
      back={`/campagnes/${id}/feuilles/${sheet}`}
      backLabel="Revoir la feuille"
    />
  );
}
