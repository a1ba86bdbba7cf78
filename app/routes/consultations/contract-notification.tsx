// Records the notification of a contract: from its receipt by the holder, its clocks run.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { dateContract } from 'db/contracts';
import { addDeed } from 'db/records';
import { lastDayOf } from '~/domain/consultations/contract-periods';
import { notificationRefusalSentence, notificationRefusals, receiptDay } from '~/domain/consultations/notification';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { contractOf, deemedReadAfter } from './contract.server';
import { notificationSchema } from './contract-form.server';

export const loader = reader('contract.read', ({ params }) => redirect(`/contrats/${params['id']}`));

export const action = writer('contract.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, notificationSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const reasons = write(db, (tx) => {
    const { contract } = contractOf(tx, params['id']);
    if (contract.notifiedOn !== null) return [];
    const question = { ...contract, ...read.value, today, deemedAfter: deemedReadAfter(today) };
    const refusals = notificationRefusals(question);
    if (refusals.length > 0) return refusals.map(notificationRefusalSentence);
    const notifiedOn = receiptDay(question);
    const { firmMonths, renewals, renewalMonths } = contract;
    const dates = {
      notificationSentOn: read.value.sentOn,
      notifiedOn,
      startsOn: notifiedOn,
      endsOn: lastDayOf(notifiedOn, firmMonths + renewals * renewalMonths),
    };
    dateContract(tx, contract.id, 'notifiedOn', dates);
    const subject = { subjectKind: 'contract', subjectId: contract.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'contract.notified', ...subject, detail: dates });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(`/contrats/${params['id']}`, 'La notification est enregistrée\u202f: le marché s’exécute.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La notification n’est pas enregistrée"
      back={`/contrats/${id}`}
      backLabel="Revenir au contrat"
    />
  );
}
