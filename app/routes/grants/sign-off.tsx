// The elected official signs the latest version off; any change of the file afterwards makes the signature out of date.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { addSignOff } from 'db/grant-contributions';
import { listGrantFileVersions } from 'db/grants';
import { addDeed } from 'db/records';
import { differencesBetween } from '~/domain/grants/versions';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { composeFile } from './composition.server';
import { entriesNow } from './issuing.server';

export const loader = reader('grant.sign', ({ params }) =>
  redirect(`/subventions/${params['id']}/versions/${params['version']}`),
);

export const action = writer('grant.sign', (asked) => {
  const { db, user, params, now, today } = asked;
  const id = params['id'] ?? '';
  const composed = orNotFound(composeFile(db, id, user.scope, today));
  const versions = listGrantFileVersions(db, [id]);
  const version = orNotFound(versions.find((one) => String(one.version) === params['version']));
  if (versions[0]?.version !== version.version) {
    return refused([`La version ${versions[0]?.version} a remplacé celle-ci : relisez-la et signez-la.`]);
  }
  if (version.entries === null || differencesBetween(version.entries, entriesNow(asked, composed)).length > 0) {
    return refused(['Le dossier a changé depuis cette version : faites-en établir une nouvelle, puis signez-la.']);
  }
  write(db, (tx) => {
    const signOff = { grantFileId: id, version: version.version, signedOn: today, signedAt: now, signedBy: user.id };
    if (!addSignOff(tx, signOff)) return;
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: composed.file.communeId,
      deed: 'grantFile.signedOff',
      subjectKind: 'grantFile',
      subjectId: id,
      detail: { version: version.version, sha256: version.sha256 },
    });
  });
  return redirectSaying(`/subventions/${id}`, `La version ${version.version} est signée.`);
});

export default function SignOffRefused() {
  const { id } = useParams();
  return <RefusalPage title="La version n’est pas signée" back={`/subventions/${id}`} backLabel="Revenir au dossier" />;
}
