// Records the day on which letters of a lot were really sent: the standstill runs from it.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { sendAwardLetter } from 'db/award';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { dayInParis } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { awardedLot, awardOf } from './award.server';
import { sentSchema } from './award-form.server';

export const loader = reader('consultation.read', ({ params }) =>
  redirect(`/consultations/${params['id']}/attribution/${params['lot']}`),
);

export const action = writer('consultation.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, sentSchema);
  const ids = form.getAll('letter[]').map(String);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const { sentOn } = read.value;
  const reasons = write(db, (tx) => {
    const { letters, consultationId, decision } = awardedLot(awardOf(tx, params['id'], now), params['lot']);
    const sent = letters.filter(({ id }) => ids.includes(id));
    if (sent.length === 0) return ['Cochez les courriers envoyés.'];
    const against: string[] = [];
    if (sentOn > today)
      against.push(`L’envoi (${formatDay(sentOn)}) est dans le futur\u202f: datez-le quand il a eu lieu.`);
    for (const { candidate, at } of sent)
      if (sentOn < dayInParis(at))
        against.push(`${candidate}\u202f: l’envoi (${formatDay(sentOn)}) précède l’établissement du courrier.`);
    if (against.length > 0) return against;
    const recorded = sent.filter(({ id }) => sendAwardLetter(tx, id, sentOn, now));
    const subject = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { lot: decision.lotNumber, sentOn, to: recorded.map(({ candidate }) => candidate) };
    if (recorded.length > 0)
      addDeed(tx, { at: now, userId: user.id, deed: 'consultation.lettersSent', ...subject, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(
    `/consultations/${params['id']}/attribution/${params['lot']}`,
    `Envoi du ${formatDay(sentOn)} enregistré.`,
  );
});

export default function Refused() {
  const { id, lot } = useParams();
  return (
    <RefusalPage
      title="L’envoi n’est pas enregistré"
      back={`/consultations/${id}/attribution/${lot}`}
      backLabel="Revenir au lot"
    />
  );
}
