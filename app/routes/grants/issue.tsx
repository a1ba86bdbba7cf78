// Issues the application file and its documents: once per version, numbered, stored with their digests.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { differenceText } from '~/domain/grants/plan-wording';
import { differencesOf } from '~/domain/grants/reconciliation';
import { refusalTexts } from '~/domain/grants/wording';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { composeFile } from './composition.server';
import { issueVersion } from './issuing.server';
import { grantTexts } from './texts.server';

export const loader = reader('grant.write', ({ params }) => redirect(`/subventions/${params['id']}`));

export const action = writer('grant.write', async (asked) => {
  const { db, user, params, today } = asked;
  const id = params['id'] ?? '';
  const composed = orNotFound(composeFile(db, id, user.scope, today));
  const reasons = [
    ...refusalTexts(composed.dossier.eligibility, grantTexts.definitions),
    ...differencesOf(composed.dossier).map(differenceText),
  ];
  if (reasons.length > 0) return refused(reasons);
  const { version, isNew } = await issueVersion(asked, composed);
  return redirectSaying(
    `/subventions/${id}`,
    isNew ? `La version ${version} du dossier est établie.` : `La version ${version} dit déjà la même chose.`,
  );
});

export default function IssueRefused() {
  const { id } = useParams();
  return <RefusalPage title="Le dossier n’est pas établi" back={`/subventions/${id}`} backLabel="Revenir au dossier" />;
}
