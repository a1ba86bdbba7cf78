// Records the certificates received from the awardee of a lot.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { award as catalogue } from 'catalog/award';
import { addAwardCertificate } from 'db/award';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { formatDay } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { awardedLot, awardOf } from './award.server';
import { receivedSchema } from './award-form.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/attribution/${params['lot']}`),
);

export const action = writer('consultation.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, receivedSchema);
  const codes = catalogue.certificates.map(({ code }) => code).filter((code) => form.has(`certificate-${code}`));
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const { receivedOn } = read.value;
  const reasons = write(db, (tx) => {
    const { decision, consultationId } = awardedLot(awardOf(tx, params['id'], now), params['lot']);
    if (decision.outcome !== 'awarded') return ['Le lot n’est pas attribué.'];
    if (codes.length === 0) return ['Cochez les pièces reçues.'];
    if (receivedOn > today) return [`La réception (${formatDay(receivedOn)}) est dans le futur.`];
    for (const code of codes)
      addAwardCertificate(tx, { decisionId: decision.id, code, receivedOn, at: now, byUserId: user.id });
    const subject = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { lot: decision.lotNumber, codes, receivedOn };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.certificatesReceived', ...subject, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(
    `/consultations/${params['id']}/attribution/${params['lot']}`,
    `${codes.length} pièce(s) reçue(s) le ${formatDay(receivedOn)}.`,
  );
});

export default function Refused() {
  const { id, lot } = useParams();
  return (
    <RefusalPage
      title="Les pièces ne sont pas enregistrées"
      back={`/consultations/${id}/attribution/${lot}`}
      backLabel="Revenir au lot"
    />
  );
}
