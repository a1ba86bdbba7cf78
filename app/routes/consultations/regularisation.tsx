// Asks for regularisation from every candidate of a lot whose offer is irregular, with one deadline (CCP R2152-2).
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addOfferStep } from 'db/offers';
import { addDeed } from 'db/records';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { analysisOfLot, conductOf } from './conduct.server';
import { regularisationSchema } from './conduct-forms.server';
import { issueRequestLetters } from './request-letters.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/analyse/${params['lot']}`),
);

export const action = writer('consultation.run', async (asked) => {
  const { db, user, params, form, now, today } = asked;
  const read = readForm(form, regularisationSchema);
  const reasons = write(db, (tx): readonly string[] => {
    const conduct = conductOf(tx, params['id'], now);
    const { analysis } = analysisOfLot(tx, conduct, params['lot']);
    if (!('value' in read)) return Object.values(read.problems);
    const { id, deadline, text } = read.value;
    if (deadline <= today) return ['Laissez aux candidats un délai\u202f: la date doit être à venir.'];
    const irregular = analysis.offers.filter(({ state }) => state === 'toRegularise');
    // An offer that seems abnormally low is not put right this way.
    const concerned = irregular.filter(({ signs }) => signs.length === 0);
    if (concerned.length === 0) return ['Aucune offre de ce lot n’est à régulariser.'];
    const consultationId = conduct.prepared.consultation.id;
    const lotNumber = analysis.lot.number;
    for (const { depositId } of concerned) {
      const kind = 'regularisationAsked' as const;
      const step = { consultationId, depositId, lotNumber, kind, text, deadline, at: now, byUserId: user.id };
      addOfferStep(tx, { id: `${id}-${depositId}`, ...step });
    }
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { lotNumber, deadline, text, candidates: concerned.map(({ candidate }) => candidate) };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.regularisationAsked', ...about, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  await issueRequestLetters(asked);
  return redirectSaying(
    `/consultations/${params['id']}/analyse/${params['lot']}`,
    'Les demandes sont enregistrées et les courriers établis : envoyez-les par le profil d’acheteur.',
  );
});

export default function Refused() {
  const { id, lot } = useParams();
  return (
    <RefusalPage
      title="Les demandes ne sont pas enregistrées"
      back={`/consultations/${id}/analyse/${lot}`}
      backLabel="Revenir au lot"
    />
  );
}
