// Notes as done a duty that is done outside the site: a notice sent, open data published.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { addDutyDone } from 'db/timeline';
import { formatDay } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { timelineOf } from './timeline.server';
import { dutyDoneSchema } from './timeline-form.server';

export const loader = reader('deadline.read', () => redirect('/echeances'));

export const action = writer('deadline.record', ({ db, user, form, now, today }) => {
  const read = readForm(form, dutyDoneSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const { entry: entryId, doneOn } = read.value;
  const line = orNotFound(timelineOf(db, user, today).find(({ id }) => id === entryId));
  const from = orNotFound(line.recordableFrom);
  const reasons: string[] = [];
  if (doneOn > today) reasons.push(`La date (${formatDay(doneOn)}) est dans le futur.`);
  if (doneOn < from)
    reasons.push(`La date (${formatDay(doneOn)}) précède l’acte qui ouvre le délai (${formatDay(from)}).`);
  if (reasons.length > 0) return refused(reasons);
  write(db, (tx) => {
    if (!addDutyDone(tx, { entryId, doneOn, at: now, byUserId: user.id })) return;
    const about = { subjectKind: 'duty', subjectId: entryId, detail: { label: line.label, doneOn } };
    addDeed(tx, { at: now, userId: user.id, deed: 'duty.done', ...about });
  });
  return redirectSaying('/echeances', `Noté : ${line.label.toLowerCase()}, le ${formatDay(doneOn)}.`);
});

export default function Refused() {
  return <RefusalPage title="L’échéance n’est pas notée" back="/echeances" backLabel="Revenir aux échéances" />;
}
