// Records that a contract was sent to the prefecture, and its receipt: without it, it is not notified.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { dateContract } from 'db/contracts';
import { addDeed } from 'db/records';
import { formatDay } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { contractOf } from './contract.server';
import { prefectSchema } from './contract-form.server';

export const loader = reader('contract.read', ({ params }) => redirect(`/contrats/${params['id']}`));

export const action = writer('contract.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, prefectSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const reasons = write(db, (tx) => {
    const { contract } = contractOf(tx, params['id']);
    const { receiptOn } = read.value;
    const sentOn = contract.prefectSentOn ?? read.value.sentOn;
    const against: string[] = [];
    if (!contract.legalityControl)
      against.push('Ce marché est sous le seuil de transmission\u202f: il n’est pas envoyé en préfecture.');
    if (sentOn < contract.signedOn)
      against.push(`La transmission (${formatDay(sentOn)}) précède la signature (${formatDay(contract.signedOn)}).`);
    if (sentOn > today || (receiptOn !== null && receiptOn > today)) against.push('Une date est dans le futur.');
    if (receiptOn !== null && receiptOn < sentOn)
      against.push(`L’accusé de réception (${formatDay(receiptOn)}) précède la transmission (${formatDay(sentOn)}).`);
    if (against.length > 0) return against;
    const sent = dateContract(tx, contract.id, 'prefectSentOn', { prefectSentOn: sentOn });
    const received =
      receiptOn !== null && dateContract(tx, contract.id, 'prefectReceiptOn', { prefectReceiptOn: receiptOn });
    const subject = { subjectKind: 'contract', subjectId: contract.id };
    if (sent || received)
      addDeed(tx, {
        at: now,
        userId: user.id,
        deed: 'contract.sentToPrefect',
        ...subject,
        detail: { sentOn, receiptOn },
      });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(`/contrats/${params['id']}`, 'La transmission en préfecture est enregistrée.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La transmission n’est pas enregistrée"
      back={`/contrats/${id}`}
      backLabel="Revenir au contrat"
    />
  );
}
