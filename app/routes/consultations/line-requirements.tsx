// The requirements of the lines of a consultation: drawn from references, edited line by line, never a brand alone.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addLineRequirements, listProductNames, listWrittenRequirements } from 'db/line-requirements';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import {
  brandRefusals,
  readRequirements,
  requirementRefusalSentence,
  requirementsText,
} from '~/domain/consultations/line-requirements';
import { LineRequirements } from '~/ui/campaigns/line-requirements';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { FormProblem } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { dceLots, preparedConsultation } from './subject.server';

export const meta: MetaFunction = () => [{ title: 'Exigences techniques – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, url }) => {
  const prepared = preparedConsultation(db, params['id']);
  const { consultation } = prepared;
  const lots = dceLots(db, prepared);
  const lines = lots.flatMap((lot) => lot.lines);
  const asked = url.searchParams.get('ligne');
  const line = asked === null ? lines[0] : orNotFound(lines.find(({ number }) => number === asked));
  const written = listWrittenRequirements(db, consultation.id);
  return {
    id: consultation.id,
    reference: consultation.reference,
    lots: lots.map(({ number, title, lines: own }) => ({
      number,
      title,
      lines: own.map((one) => ({
        number: one.number,
        designation: one.designation,
        count: one.requirements.length,
        writtenOn: written.get(one.number)?.on ?? null,
      })),
    })),
    line: line && { number: line.number, designation: line.designation, text: requirementsText(line.requirements) },
    writtenOn: (line && written.get(line.number)?.on) ?? null,
    mayRun: isAllowed(user.roles, 'consultation.run'),
    newId: randomUUID(),
  };
});

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const back = form.get('back') === 'drawn';
  const { read, refusals } = readRequirements(String(form.get('text') ?? '').slice(0, 20_000));
  const reasons = back ? [] : [...refusals, ...brandRefusals(read, listProductNames(db))];
  if (reasons.length > 0) return refused(reasons.map(requirementRefusalSentence), typedOf(form));
  const done = write(db, (tx) => {
    const prepared = preparedConsultation(tx, params['id']);
    const consultationId = prepared.consultation.id;
    const lines = prepared.consolidation.needs.consolidation.lots.flatMap((lot) => lot.lines);
    const { number } = orNotFound(lines.find((one) => one.number === form.get('line')));
    const row = { lineNumber: number, requirements: back ? null : read };
    const written = { id: String(form.get('id') ?? ''), consultationId, ...row, at: now, byUserId: user.id };
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    if (addLineRequirements(tx, written))
      addDeed(tx, { at: now, userId: user.id, deed: 'consultation.requirementsWritten', ...about, detail: row });
    return { consultationId, number };
  });
  return redirectSaying(
    `/consultations/${done.consultationId}/exigences?ligne=${done.number}`,
    back ? 'Les exigences tirées de la référence sont rétablies.' : 'Les exigences de la ligne sont enregistrées.',
  );
});

export default function Requirements() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title="Exigences techniques"
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: `/consultations/${page.id}`, label: `Consultation ${page.reference}` },
        ]}
      >
        Ce que le CCTP demande de chaque ligne : tiré de la référence du besoin, modifiable ligne par ligne.
      </PageHead>
      <ConsultationSteps id={page.id} />
      <FormProblem reasons={answer?.reasons ?? []} title="Les exigences ne sont pas enregistrées." />
      {page.line && (
        <LineRequirements
          line={page.line}
          writtenOn={page.writtenOn}
          newId={page.newId}
          typed={answer?.typed}
          mayRun={page.mayRun}
        />
      )}
      {page.lots.map((lot) => (
        <section className="card" key={lot.number}>
          <h2>
            Lot {lot.number} : {lot.title}
          </h2>
          <ul>
            {lot.lines.map((one) => (
              <li key={one.number}>
                <Link to={`?ligne=${one.number}`}>
                  {one.number} – {one.designation}
                </Link>{' '}
                <small>
                  {one.count} exigence(s){one.writtenOn && ', rédigées par l’acheteur'}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
