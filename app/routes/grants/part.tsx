// One part of a grant file: its fields, saved alone; what two people write at once is shown to both.
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addDeed } from 'db/records';
import { PartForm } from '~/ui/grants/part-form';
import { PageHead } from '~/ui/parts';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { composeFile } from './composition.server';
import { partReading, refusedPart, savePart, shownFields, writtenParts } from './parts.server';

export const meta: MetaFunction = () => [{ title: 'Partie du dossier – Préau' }];

export const loader = reader('grant.write', ({ db, user, params, today }) => {
  const { file, place, scheme } = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const parts = writtenParts(scheme);
  const index = parts.findIndex(({ id }) => id === params['part']);
  const part = orNotFound(parts[index]);
  return {
    id: file.id,
    school: place.school.name,
    title: part.title,
    step: { number: index + 1, of: parts.length },
    fields: shownFields(part, file.answers.written),
    reading: partReading(part, file.answers),
    next: parts[index + 1]?.title ?? null,
  };
});

export const action = writer('grant.write', (asked) => {
  const { db, user, params, form, now, today } = asked;
  const { file, scheme } = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const parts = writtenParts(scheme);
  const index = parts.findIndex(({ id }) => id === params['part']);
  const part = orNotFound(parts[index]);
  const saved = savePart(asked, form, file, part, now, (tx, changed) =>
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: file.communeId,
      deed: 'grantFile.partChanged',
      subjectKind: 'grantFile',
      subjectId: file.id,
      detail: { part: part.id, changed },
    }),
  );
  if (saved.kind !== 'saved')
    return data(refusedPart(part, saved, form), { status: saved.kind === 'problems' ? 400 : 422 });
  const next = parts[index + 1];
  const goesOn = form.get('then') === 'next' && next;
  return redirectSaying(
    goesOn ? `/subventions/${file.id}/parties/${next.id}` : `/subventions/${file.id}`,
    `La partie « ${part.title} » est enregistrée.`,
  );
});

export default function GrantFilePart() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title={shown.title}
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
        ]}
      >
        Partie {shown.step.number} sur {shown.step.of}. Chaque partie s’enregistre seule ; un champ vide se complète
        plus tard.
      </PageHead>
      <PartForm fields={shown.fields} reading={shown.reading} answer={answer} next={shown.next} />
    </article>
  );
}
