// The pedagogical adviser's opinion on a grant file: dated, signed with an account, the latest counts.
import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addGrantOpinion, listGrantOpinions } from 'db/grant-contributions';
import { findGrantFile, findGrantSchool } from 'db/grants';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { opinionLabels } from '~/domain/grants/opinions';
import { OpinionForm, opinionTones } from '~/ui/grants/opinion-form';
import { Badge, DayText, PageHead } from '~/ui/parts';
import { readForm } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { opinionSchema } from './opinion.server';

export const meta: MetaFunction = () => [{ title: 'Avis du conseiller – Préau' }];

export const loader = reader('grant.read', ({ db, user, params, today }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const { school } = orNotFound(findGrantSchool(db, file.schoolUai, user.scope));
  return {
    id: file.id,
    school: school.name,
    today,
    mayAdvise: isAllowed(user.roles, 'grant.advise'),
    nextId: randomUUID(),
    opinions: listGrantOpinions(db, file.id).map((one) => ({ ...one, label: opinionLabels[one.opinion] })),
  };
});

export const action = writer('grant.advise', ({ db, user, params, form, now, today }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const read = readForm(form, opinionSchema);
  if (!('value' in read)) return data(read, { status: 400 });
  const { id, opinion, comment, givenOn } = read.value;
  if (givenOn > today) {
    const typed = { opinion, comment, givenOn };
    return data({ problems: { givenOn: 'Cette date est à venir.' }, typed }, { status: 400 });
  }
  write(db, (tx) => {
    const given = { id, grantFileId: file.id, opinion, comment, givenOn, givenAt: now, givenBy: user.id };
    if (!addGrantOpinion(tx, given)) return;
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: file.communeId,
      deed: 'grantFile.opinionGiven',
      subjectKind: 'grantFile',
      subjectId: file.id,
      detail: { opinion, givenOn },
    });
  });
  return redirectSaying(`/subventions/${file.id}/avis`, 'Votre avis est enregistré.');
});

export default function Opinions() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title="Avis du conseiller pédagogique"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
        ]}
      >
        Le dernier avis figure dans le dossier ; les précédents restent ici.
      </PageHead>
      {shown.opinions.length === 0 && <p>Aucun avis n’est encore donné.</p>}
      {shown.opinions.map((opinion) => (
        <section key={opinion.id} className="card">
          <p className="row baseline">
            <Badge tone={opinionTones[opinion.opinion]}>{opinion.label}</Badge>
            {opinion.givenBy}, le <DayText of={opinion.givenOn} />
          </p>
          <p className="wrapped">{opinion.comment}</p>
        </section>
      ))}
      {shown.mayAdvise && <OpinionForm nextId={shown.nextId} today={shown.today} answer={answer} />}
    </article>
  );
}
