// Records the signature and the receipt of an amendment: it takes effect.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { dayInParis } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { applyAmendment } from './amendment.server';
import { contractOf } from './contract.server';
import { amendmentDatesSchema } from './contract-form.server';

export const loader = reader('contract.read', ({ params }) => redirect(`/contrats/${params['id']}/avenants`));

export const action = writer('contract.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, amendmentDatesSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const { signedOn, notifiedOn } = read.value;
  const reasons = write(db, (tx) => {
    const whole = contractOf(tx, params['id']);
    const amendment = orNotFound(whole.drafts.find(({ id }) => id === params['amendment']));
    const against: string[] = [];
    if (signedOn < dayInParis(amendment.at))
      against.push(`La signature (${formatDay(signedOn)}) précède l’établissement de l’avenant.`);
    if (notifiedOn < signedOn)
      against.push(`La réception (${formatDay(notifiedOn)}) précède la signature (${formatDay(signedOn)}).`);
    if (notifiedOn > today) against.push(`La réception (${formatDay(notifiedOn)}) est dans le futur.`);
    // Orders issued meanwhile may have passed a lowered maximum.
    if (whole.committedNet > amendment.maximumNetAfter)
      against.push('Les commandes passées depuis dépassent le nouveau maximum.');
    if (against.length === 0) applyAmendment(tx, whole, amendment, read.value, { userId: user.id, now, today });
    return against;
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(`/contrats/${params['id']}/avenants`, 'L’avenant est notifié\u202f: il prend effet.');
});

export default function Refused() {
  const { id } = useParams();
  return (
    <RefusalPage
      title="La notification n’est pas enregistrée"
      back={`/contrats/${id}/avenants`}
      backLabel="Revenir aux avenants"
    />
  );
}
