// Grouped grant files: those there are, and a new one made of files of one scheme.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addGrantGroup, listGrantGroups } from 'db/grant-groups';
import { findGrantFile, listGrantFiles } from 'db/grants';
import { addDeed } from 'db/records';
import { Choice, Field, FormProblem, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { newGroupSchema } from './groups.server';
import { findScheme } from './schemes.server';

export const meta: MetaFunction = () => [{ title: 'Dossiers groupés – Préau' }];

export const loader = reader('grant.group', ({ db, user }) => {
  const files = listGrantFiles(db, user.scope).map((file) => ({
    ...file,
    scheme: findScheme(db, file.schemeId)?.name ?? file.schemeId,
  }));
  const schemes = [...new Set(files.map(({ scheme }) => scheme))];
  return {
    id: randomUUID(),
    groups: listGrantGroups(db, user.scope).map(({ id, title }) => ({ id, title })),
    schemes: schemes
      .map((name) => ({ name, files: files.filter(({ scheme }) => scheme === name) }))
      .filter((scheme) => scheme.files.length > 1),
  };
});

export const action = writer('grant.group', ({ db, user, form, now }) => {
  const read = readForm(form, newGroupSchema);
  if (!('value' in read)) return notUnderstood(read);
  const { id, title, files: ids } = read.value;
  const files = ids.map((fileId) => orNotFound(findGrantFile(db, fileId, user.scope)));
  const schemes = new Set(files.map(({ schemeId, schemeVersion }) => `${schemeId} ${schemeVersion}`));
  const [first] = files;
  if (schemes.size > 1 || !first) {
    return refused(['Les dossiers cochés relèvent d’appels différents.'], typedOf(form));
  }
  const communes = new Set(files.map(({ communeId }) => communeId));
  const communeId = communes.size === 1 ? first.communeId : null;
  write(db, (tx) => {
    const { schemeId, schemeVersion } = first;
    const group = { id, title, schemeId, schemeVersion, communeId, createdAt: now, createdBy: user.id };
    if (!addGrantGroup(tx, group, [...new Set(ids)])) return;
    const subject = { subjectKind: 'grantGroup', subjectId: id };
    addDeed(tx, { at: now, userId: user.id, communeId, deed: 'grantGroup.made', ...subject, detail: { title, ids } });
  });
  return redirectSaying(`/subventions/groupes/${id}`, 'Le dossier groupé est prêt à établir.');
});

export default function GrantGroups() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, string>> = answer?.problems ?? {};
  return (
    <article>
      <PageHead title="Dossiers groupés" crumbs={[{ to: '/subventions', label: 'Subventions' }]}>
        Plusieurs écoles d’une commune, ou plusieurs communes appuyées par le syndicat, présentées ensemble. Chaque
        commune reste demandeur pour elle-même.
      </PageHead>
      {shown.groups.length > 0 && (
        <ul>
          {shown.groups.map((group) => (
            <li key={group.id}>
              <Link to={`/subventions/groupes/${group.id}`}>{group.title}</Link>
            </li>
          ))}
        </ul>
      )}
      {shown.schemes.length === 0 && <p>Aucun appel n’a encore deux dossiers : ouvrez d’abord un dossier par école.</p>}
      <FormProblem reasons={answer && Object.values(problems)} title="Le dossier groupé n’est pas fait." />
      {shown.schemes.map((scheme) => (
        <Form key={scheme.name} method="post" className="card stack">
          <h2>{scheme.name}</h2>
          <input type="hidden" name="id" value={shown.id} />
          <Field label="Titre" name="title" required defaultValue={`Dossier groupé, ${scheme.name}`} />
          <fieldset>
            <legend>Dossiers à réunir</legend>
            {scheme.files.map((file) => (
              <Choice key={file.id} name="files[]" value={file.id} label={`${file.communeName} – ${file.schoolName}`} />
            ))}
          </fieldset>
          <div className="row">
            <Submit>Réunir ces dossiers</Submit>
          </div>
        </Form>
      ))}
    </article>
  );
}
