// Records what was asked of a candidate, or decided about its offer for a lot, with the reasons.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addOfferStep } from 'db/offers';
import { addDeed } from 'db/records';
import { requestKinds } from '~/domain/consultations/analysis';
import { parseDay } from '~/domain/shared/day';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { analysisOfLot, conductOf } from './conduct.server';
import { offerStepSchema } from './conduct-forms.server';
import { issueRequestLetters } from './request-letters.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/analyse/${params['lot']}`),
);

export const action = writer('consultation.run', async (asked) => {
  const { db, user, params, form, now, today } = asked;
  const read = readForm(form, offerStepSchema);
  const reasons = write(db, (tx): readonly string[] => {
    const conduct = conductOf(tx, params['id'], now);
    const { analysis } = analysisOfLot(tx, conduct, params['lot']);
    if (!('value' in read)) return Object.values(read.problems);
    const { id, deposit, kind, text, deadline: typed } = read.value;
    const offer = orNotFound(analysis.offers.find(({ depositId }) => depositId === deposit));
    if (offer.barred !== null) return [offer.barred];
    const deadline = parseDay(typed) ?? null;
    if (requestKinds.some((one) => one === kind) && (deadline === null || deadline < today))
      return ['Donnez la date avant laquelle le candidat doit répondre.'];
    if (kind === 'justificationAccepted' && !offer.steps.some((step) => step.kind === 'justificationAsked'))
      return ['Demandez d’abord au candidat de justifier ses prix (CCP R2152-3).'];
    if (kind === 'readmitted' && offer.state !== 'eliminated') return ['Cette offre n’est pas écartée.'];
    const consultationId = conduct.prepared.consultation.id;
    const lotNumber = analysis.lot.number;
    addOfferStep(tx, {
      id,
      consultationId,
      depositId: deposit,
      lotNumber,
      kind,
      text,
      deadline,
      at: now,
      byUserId: user.id,
    });
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { depositId: deposit, candidate: offer.candidate, lotNumber, kind, text, deadline };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.offerStep', ...about, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  await issueRequestLetters(asked);
  return redirectSaying(`/consultations/${params['id']}/analyse/${params['lot']}`, 'C’est enregistré.');
});

export default function Refused() {
  const { id, lot } = useParams();
  return (
    <RefusalPage
      title="Rien n’est enregistré"
      back={`/consultations/${id}/analyse/${lot}`}
      backLabel="Revenir au lot"
    />
  );
}
