// Opens a scheme's draft: from then on everyone sees it and it never changes.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { findSchemeVersion, openSchemeVersion } from 'db/grant-schemes';
import { addDeed } from 'db/records';
import { openingRefusals } from '~/domain/grants/scheme-checks';
import { schemeRefusalText } from '~/domain/grants/scheme-wording';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { schemeOfContent } from './scheme-shape.server';

export const loader = reader('scheme.edit', ({ params }) =>
  redirect(`/subventions/dispositifs/${params['scheme']}/${params['version']}`),
);

export const action = writer('scheme.edit', ({ db, user, params, now, today }) => {
  const id = params['scheme'] ?? '';
  const version = Number(params['version']);
  // Read and opened in one write: what is checked is what is opened.
  const refusals = write(db, (tx) => {
    const stored = orNotFound(findSchemeVersion(tx, id, version));
    if (stored.openedAt !== null) return [];
    const against = openingRefusals(schemeOfContent(stored.content), today);
    if (against.length > 0) return against;
    openSchemeVersion(tx, id, version, { userId: user.id, at: now });
    const subject = { subjectKind: 'grantScheme', subjectId: `${id} ${version}` };
    addDeed(tx, { at: now, userId: user.id, deed: 'grantScheme.opened', ...subject });
    return [];
  });
  if (refusals.length > 0) return refused(refusals.map(schemeRefusalText));
  return redirectSaying(`/subventions/dispositifs/${id}/${version}`, 'Le dispositif est ouvert à toutes les communes.');
});

export default function OpeningRefused() {
  const { scheme, version } = useParams();
  return (
    <RefusalPage
      title="Le dispositif n’est pas ouvert"
      back={`/subventions/dispositifs/${scheme}/${version}/brouillon`}
      backLabel="Revenir au brouillon"
    />
  );
}
