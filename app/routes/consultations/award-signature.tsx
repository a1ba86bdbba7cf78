// Records the signature of the contract of a lot: never before the end of the standstill, nor without its certificates.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { findContractOfLot } from 'db/contracts';
import { signingRefusalSentence, signingRefusals } from '~/domain/consultations/signing';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { awardedLot, awardOf } from './award.server';
import { signatureSchema } from './award-form.server';
import { recordSignature, signingQuestion } from './signing.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/attribution/${params['lot']}`),
);

export const action = writer('consultation.run', ({ db, user, params, form, now, today, platform }) => {
  const read = readForm(form, signatureSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const signature = read.value;
  const outcome = write(db, (tx) => {
    const awarded = awardedLot(awardOf(tx, params['id'], now), params['lot']);
    // Sent twice: the contract is there already.
    if (awarded.contract?.id === signature.id) return [];
    const refusals = signingRefusals(signingQuestion(tx, awarded, signature, today));
    if (refusals.length > 0) return refusals.map(signingRefusalSentence);
    recordSignature(tx, awarded, signature, { userId: user.id, now, demonstration: platform.demonstration });
    return [];
  });
  if (outcome.length > 0) return refused(outcome);
  const contract = findContractOfLot(db, params['id'] ?? '', Number(params['lot']));
  return redirectSaying(`/contrats/${contract?.id ?? ''}`, `Le marché ${signature.number} est signé.`);
});

export default function Refused() {
  const { id, lot } = useParams();
  return (
    <RefusalPage
      title="La signature n’est pas enregistrée"
      back={`/consultations/${id}/attribution/${lot}`}
      backLabel="Revenir au lot"
    />
  );
}
