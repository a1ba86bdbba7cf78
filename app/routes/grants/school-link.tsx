// The link by which a school writes its part of a grant file: made here, shown once, closed here.
import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addSchoolLink, listSchoolLinks, revokeSchoolLinks } from 'db/grant-contributions';
import { findGrantFile, findGrantSchool } from 'db/grants';
import { addDeed } from 'db/records';
import { schoolLinkDays } from '~/domain/grants/opinions';
import { addDays } from '~/domain/shared/day';
import { formatInstant } from '~/domain/shared/format';
import { Submit } from '~/ui/form';
import { NewSchoolLink } from '~/ui/grants/new-school-link';
import { PageHead } from '~/ui/parts';
import { orNotFound, reader, writer } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Lien pour l’école – Préau' }];

export const loader = reader('grant.write', ({ db, user, params, now }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const { school } = orNotFound(findGrantSchool(db, file.schoolUai, user.scope));
  const links = listSchoolLinks(db, file.id);
  return {
    id: file.id,
    school: school.name,
    nextId: randomUUID(),
    open: links.some(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now),
    links: links.map((link) => ({
      id: link.id,
      made: `${formatInstant(link.createdAt)}, ${link.createdBy}`,
      state:
        link.revokedAt !== null
          ? `fermé le ${formatInstant(link.revokedAt)}`
          : link.expiresAt <= now
            ? `expiré le ${formatInstant(link.expiresAt)}`
            : `ouvert jusqu’au ${formatInstant(link.expiresAt)}`,
      used: link.lastSavedAt === null ? 'rien d’écrit encore' : `dernier texte le ${formatInstant(link.lastSavedAt)}`,
    })),
  };
});

export const action = writer('grant.write', ({ db, user, params, form, now, today, platform }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const id = String(form.get('id') ?? '');
  const expiresAt = `${addDays(today, schoolLinkDays)}T22:00:00.000Z`;
  const token = /^[0-9a-f-]{36}$/.test(id)
    ? write(db, (tx) => {
        if (listSchoolLinks(tx, file.id).some((link) => link.id === id)) return undefined;
        // One link at a time: the former closes when another is made.
        revokeSchoolLinks(tx, file.id, now);
        const made = addSchoolLink(tx, { id, grantFileId: file.id, expiresAt, createdAt: now, createdBy: user.id });
        if (made === undefined) return undefined;
        addDeed(tx, {
          at: now,
          userId: user.id,
          communeId: file.communeId,
          deed: 'grantFile.schoolLinkMade',
          subjectKind: 'grantFile',
          subjectId: file.id,
          detail: { linkId: id, expiresAt },
        });
        return made;
      })
    : undefined;
  if (token === undefined) return data({ address: null }, { status: 422 });
  return data({ address: new URL(`/contributions/${token}`, platform.publicUrl).href });
});

export default function SchoolLink() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow">
      <PageHead
        title="Lien pour l’école"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
        ]}
      >
        L’école écrit sans compte l’état de l’existant et son projet pédagogique. Elle ne voit ni les montants, ni le
        reste du dossier.
      </PageHead>
      {answer && <NewSchoolLink address={answer.address} />}
      <Form method="post" className="row">
        <input type="hidden" name="id" value={shown.nextId} />
        <Submit>{shown.open ? 'Faire un nouveau lien (l’ancien se ferme)' : 'Faire un lien'}</Submit>
      </Form>
      {shown.open && (
        <Form method="post" action={`/subventions/${shown.id}/lien-ecole/fermeture`} className="row">
          <Submit tone="danger">Fermer le lien</Submit>
        </Form>
      )}
      {shown.links.length > 0 && (
        <ul>
          {shown.links.map((link) => (
            <li key={link.id}>
              {link.state}{' '}
              <small>
                (fait le {link.made} ; {link.used})
              </small>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
