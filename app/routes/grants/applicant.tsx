// Who applies for the school of a file: the commune, or the EPCI or school syndicate that runs it, recorded here.
import { data, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { changeGrantFile, findGrantFile } from 'db/grants';
import { addDeed } from 'db/records';
import { ApplicantForm } from '~/ui/grants/applicant-form';
import { PageHead } from '~/ui/parts';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { readApplicant, shownApplicant } from './applicant.server';
import { composeFile } from './composition.server';

export const meta: MetaFunction = () => [{ title: 'Demandeur de l’aide – Préau' }];

export const loader = reader('grant.write', ({ db, user, params, today }) => {
  const { file, place, body } = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  return {
    id: file.id,
    school: place.school.name,
    uai: place.school.uai,
    applicant: shownApplicant(body),
  };
});

export const action = writer('grant.write', ({ db, user, params, form, now, today }) => {
  const { file, applicant: kind } = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const read = readApplicant(form, kind);
  if (!('applicant' in read)) return data(read, { status: 400 });
  const { applicant } = read;
  write(db, (tx) => {
    const stored = orNotFound(findGrantFile(tx, file.id, user.scope));
    const answers = { ...stored.answers, applicant };
    changeGrantFile(tx, file.id, { answers, orderId: stored.orderId, updatedAt: now });
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: file.communeId,
      deed: 'grantFile.applicantChanged',
      subjectKind: 'grantFile',
      subjectId: file.id,
      detail: { kind, head: applicant.head, siren: applicant.body?.siren ?? null, name: applicant.body?.name ?? null },
    });
  });
  return redirectSaying(`/subventions/${file.id}`, 'Le demandeur est enregistré.');
});

export default function GrantFileApplicant() {
  const { id, school, uai, applicant } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow">
      <PageHead
        title="Demandeur"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${id}`, label: school },
        ]}
      >
        {applicant.kind}. Le demandeur est celui qui gère l’école : cela se dit dans les{' '}
        <Link to={`/subventions/ecoles/${uai}/reponses`}>réponses de l’école</Link>.
      </PageHead>
      <ApplicantForm of={applicant} answer={answer} />
    </article>
  );
}
