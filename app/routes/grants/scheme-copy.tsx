// Copies a scheme as a draft of another, or of its next version.
import { redirect } from '@remix-run/node';
import { grantSchemes } from 'catalog/grants';
import { write } from 'db/client';
import { addSchemeVersion, latestVersionOf } from 'db/grant-schemes';
import { addDeed } from 'db/records';
import { copiedScheme } from '~/domain/grants/scheme-copies';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { findScheme, listSchemes } from './schemes.server';

export const loader = reader('scheme.edit', () => redirect('/subventions/dispositifs'));

/** 'Appel 35, 2027' becomes 'appel-35-2027'. */
function idOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

export const action = writer('scheme.edit', ({ db, user, form, now }) => {
  const [sourceId = '', sourceVersion = ''] = String(form.get('source') ?? '').split('/');
  const source = orNotFound(findScheme(db, sourceId, sourceVersion));
  const sameScheme = form.get('sameScheme') === 'on';
  const typed = String(form.get('name') ?? '')
    .trim()
    .slice(0, 200);
  const name = typed || (sameScheme ? source.name : '');
  const id = sameScheme ? source.id : idOf(name);
  if (id === '') return refused(['Donnez un nom au nouveau dispositif.']);
  const taken = !sameScheme && (listSchemes(db).some((scheme) => scheme.id === id) || latestVersionOf(db, id) > 0);
  if (taken)
    return refused([`Un dispositif porte déjà le nom « ${name} » : changez-le, ou copiez-en une nouvelle version.`]);
  const version = write(db, (tx) => {
    const shipped = grantSchemes.filter((scheme) => scheme.id === id).map((scheme) => scheme.version);
    const next = Math.max(0, latestVersionOf(tx, id), ...shipped) + 1;
    addSchemeVersion(tx, {
      schemeId: id,
      version: next,
      content: copiedScheme(source, id, next, name),
      copiedFrom: `${sourceId} ${sourceVersion}`,
      createdAt: now,
      createdBy: user.id,
      updatedAt: now,
    });
    const subject = { subjectKind: 'grantScheme', subjectId: `${id} ${next}` };
    addDeed(tx, { at: now, userId: user.id, deed: 'grantScheme.copied', ...subject, detail: { from: sourceId } });
    return next;
  });
  return redirectSaying(`/subventions/dispositifs/${id}/${version}/brouillon`, 'Le brouillon est prêt à modifier.');
});

export default function CopyRefused() {
  return <RefusalPage title="Rien n’est copié" back="/subventions/dispositifs" backLabel="Revenir aux dispositifs" />;
}
