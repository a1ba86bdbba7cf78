// Keeps what a person confirms of ordered lines: a proof of reuse is held, recycled material is in it.
import { redirect } from '@remix-run/node';
import { write } from 'db/client';
import { answerYearLine } from 'db/years';
import { YearRefused } from '~/ui/checks/year-refused';
import { refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { addYearDeed, readYear, readYearOf } from './year.server';

export const loader = reader('year.read', (asked) => redirect(`/controles/annees/${readYear(asked)}`));

export const action = writer('year.declare', (asked) => {
  const { db, user, form, now, today } = asked;
  const year = readYear(asked);
  const said = write(db, (tx) => {
    const { lines } = readYearOf(tx, user.organisationId, year, today);
    const answers = lines.flatMap(({ id }) =>
      (['reuseProof', 'recycled'] as const).flatMap((fact) => {
        const text = form.get(`${fact}:${id}`);
        return text === 'yes' || text === 'no' ? [{ orderLineId: id, fact, value: text === 'yes' }] : [];
      }),
    );
    if (answers.length === 0) return 0;
    for (const answer of answers) answerYearLine(tx, answer, { userId: user.id, now });
    addYearDeed(tx, asked, year, 'year.linesAnswered', { answers });
    return answers.length;
  });
  if (said === 0) return refused(['Aucune réponse n’a été donnée pour une ligne de cette année.'], typedOf(form));
  return redirectSaying(`/controles/annees/${year}`, 'Les réponses sont enregistrées.');
});

export default function LinesRefused() {
  return <YearRefused />;
}
