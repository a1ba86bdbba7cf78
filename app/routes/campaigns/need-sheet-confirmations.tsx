// Confirms several sheets of needs at once, all or none: those that the list showed without a refused row.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { findCampaign, listInvited } from 'db/campaigns';
import { write } from 'db/client';
import { findNeedSheet, outcomeOf } from 'db/need-sheets';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { againstConfirming, confirmSheet, effectOf, offeredOn } from './need-sheet.server';

export const loader = reader('campaign.run', ({ params }) => redirect(`/campagnes/${params['id']}/feuilles`));

export const action = writer('campaign.run', ({ db, user, params, form, now, today }) => {
  const ids = [...new Set(form.getAll('sheet[]').map(String))].slice(0, 1000);
  if (ids.length === 0) return refused(['Aucune feuille n’est choisie.']);
  const against = write(db, (tx) => {
    const campaign = orNotFound(findCampaign(tx, params['id'] ?? ''));
    const references = offeredOn(tx, campaign, today);
    const invited = listInvited(tx, campaign);
    const sheets = ids.map((id) => {
      const found = orNotFound(findNeedSheet(tx, campaign.id, id, user.scope));
      return { ...found, effect: effectOf(tx, campaign, found.sheet, references) };
    });
    const communes = new Set<string>();
    const reasons = sheets.flatMap(({ sheet, communeName, effect }) => {
      const said = (reason: string) => `${communeName}, ${sheet.fileName}\u202f: ${reason}`;
      if (sheet.confirmedAt === null && outcomeOf(effect.decisions).refused > 0)
        return [said('une ligne est refusée, relisez cette feuille.')];
      if (communes.has(sheet.communeId))
        return [said('une autre feuille de la même commune est choisie, confirmez-les l’une après l’autre.')];
      communes.add(sheet.communeId);
      return againstConfirming(tx, campaign, invited, sheet, effect, today).map(said);
    });
    if (reasons.length > 0) return reasons;
    for (const { sheet, effect } of sheets) confirmSheet(tx, campaign, sheet, effect, { userId: user.id, now });
    return [];
  });
  if (against.length > 0) return refused(against);
  return redirectSaying(
    `/campagnes/${params['id']}/feuilles`,
    ids.length > 1 ? `${ids.length} feuilles sont enregistrées.` : 'La feuille est enregistrée.',
  );
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="Aucune feuille n’est enregistrée"
      back={`/campagnes/${id}/feuilles`}
      backLabel="Revenir aux feuilles"
    />
  );
}
