// The whole of a grant file to read and to copy, field by field, in the order of the funder's form.
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CopySheet } from '~/ui/grants/copy-sheet';
import { PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { applicationOf } from './application.server';
import { composeFile } from './composition.server';
import { copySections } from './copy-sheet.server';

export const meta: MetaFunction = () => [{ title: 'Recopier le dossier – Préau' }];

export const loader = reader('grant.read', ({ db, user, params, today, platform }) => {
  const composed = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  return {
    id: composed.file.id,
    school: composed.place.school.name,
    scheme: composed.scheme.name,
    depositedWith: composed.scheme.depositedWith.value,
    sections: copySections(applicationOf(db, composed, today, platform.demonstration)),
  };
});

export default function CopySheetPage() {
  const shown = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead
        title="Recopier le dossier"
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
        ]}
      >
        {shown.scheme}. Dépôt : {shown.depositedWith}. Les champs suivent l’ordre du formulaire ; les montants sont en
        euros entiers là où il les veut ainsi.
      </PageHead>
      <CopySheet of={shown.sections} />
    </article>
  );
}
