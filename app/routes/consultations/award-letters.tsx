// Issues the letters of a decided lot, for a sending planned on a day.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { formatDay } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { awardedLot, awardOf } from './award.server';
import { sendingSchema } from './award-form.server';
import { lettersToIssue, recordLetters, renderLetters } from './award-letters.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/attribution/${params['lot']}`),
);

export const action = writer('consultation.run', async ({ db, user, params, form, now, today, platform }) => {
  const read = readForm(form, sendingSchema);
  const awarded = awardedLot(awardOf(db, params['id'], now), params['lot']);
  const page = `/consultations/${params['id']}/attribution/${params['lot']}`;
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const sending = read.value;
  if (lettersToIssue(awarded).length === 0) return redirectSaying(page, 'Les courriers sont déjà établis.');
  if (sending.plannedOn < today)
    return refused([
      `L’envoi prévu (${formatDay(sending.plannedOn)}) est passé\u202f: donnez le jour où ils partiront.`,
    ]);
  const rendered = await renderLetters(platform, awarded, sending);
  const count = write(db, (tx) => {
    // A decision taken while rendering has its own letters: these would speak of the former one.
    const current = awardedLot(awardOf(tx, params['id'], now), params['lot']);
    if (current.decision.id !== awarded.decision.id) return 0;
    return recordLetters(tx, current, rendered, sending, { userId: user.id, now, today });
  });
  if (count === 0) return redirectSaying(page, 'Une autre demande a changé ce lot entre-temps.');
  return redirectSaying(page, `${count} courriers sont établis\u202f: envoyez-les par le profil d’acheteur.`);
});

export default function Refused() {
  const { id, lot } = useParams();
  return (
    <RefusalPage
      title="Les courriers ne sont pas établis"
      back={`/consultations/${id}/attribution/${lot}`}
      backLabel="Revenir au lot"
    />
  );
}
