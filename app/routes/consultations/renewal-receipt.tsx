// Records the day the holder received the letter of a renewal: the decision binds.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { holdingDecision } from '~/domain/consultations/contract-periods';
import { renewalReceiptRefusals, renewalRefusalSentence } from '~/domain/consultations/renewals';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { contractOf } from './contract.server';
import { receiptSchema } from './contract-life-form.server';
import { applyRenewal, renewalTerm } from './renewal.server';

export const loader = reader('contract.read', ({ params }) => redirect(`/contrats/${params['id']}/reconductions`));

export const action = writer('contract.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, receiptSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const { receivedOn } = read.value;
  const reasons = write(db, (tx) => {
    const whole = contractOf(tx, params['id']);
    const decision = orNotFound(whole.renewals.find(({ id }) => id === params['renewal']));
    // Sent twice: it binds already.
    if (decision.receivedOn !== null) return [];
    const refusals = renewalReceiptRefusals({
      decision,
      holds: holdingDecision(whole.renewals, decision.number)?.id === decision.id,
      decideBy: renewalTerm(whole, decision.number).decideBy,
      receivedOn,
      amendmentPending: whole.drafts.some(({ notifiedOn }) => notifiedOn === null),
      today,
    });
    if (refusals.length === 0) applyRenewal(tx, whole, decision, receivedOn, { userId: user.id, now, today });
    return refusals.map(renewalRefusalSentence);
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(`/contrats/${params['id']}/reconductions`, 'La réception est enregistrée.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La réception n’est pas enregistrée"
      back={`/contrats/${id}/reconductions`}
      backLabel="Revenir aux reconductions"
    />
  );
}
