// One version of an application file: its documents, who signed it off, and what differs from the one before.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { listSignOffs } from 'db/grant-contributions';
import { findGrantFile, findGrantSchool, listGrantFileVersions, listVersionDocuments } from 'db/grants';
import { isAllowed } from '~/domain/accounts/permissions';
import { differencesBetween } from '~/domain/grants/versions';
import { formatBytes } from '~/domain/shared/format';
import { Submit } from '~/ui/form';
import { VersionDifferences } from '~/ui/grants/version-differences';
import { DayText, Notice, PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Version du dossier – Préau' }];

export const loader = reader('grant.read', ({ db, user, params }) => {
  const file = orNotFound(findGrantFile(db, params['id'] ?? '', user.scope));
  const place = orNotFound(findGrantSchool(db, file.schoolUai, user.scope));
  const versions = listGrantFileVersions(db, [file.id]);
  const version = orNotFound(versions.find((one) => String(one.version) === params['version']));
  const before = versions.find((one) => one.version === version.version - 1);
  const latest = versions[0]?.version === version.version;
  return {
    id: file.id,
    school: place.school.name,
    version: version.version,
    number: version.number,
    issuedOn: version.issuedOn,
    latest,
    documents: listVersionDocuments(db, file.id, version.version),
    before: before?.version ?? null,
    differences: before?.entries && version.entries ? differencesBetween(before.entries, version.entries) : null,
    signOff: listSignOffs(db, file.id).find((one) => one.version === version.version) ?? null,
    maySign: latest && isAllowed(user.roles, 'grant.sign'),
  };
});

export default function GrantFileVersion() {
  const shown = useLoaderData<typeof loader>();
  const base = `/subventions/${shown.id}/versions/${shown.version}`;
  return (
    <article>
      <PageHead
        title={`Version ${shown.version}`}
        crumbs={[
          { to: '/subventions', label: 'Subventions' },
          { to: `/subventions/${shown.id}`, label: shown.school },
        ]}
      >
        {shown.number}, établie le <DayText of={shown.issuedOn} />
      </PageHead>
      {!shown.latest && (
        <Notice tone="warn" title="Version remplacée">
          <p>Une version plus récente existe : c’est elle qui se dépose.</p>
        </Notice>
      )}
      <section className="card accent">
        <h2>Documents</h2>
        <ul className="plain">
          {shown.documents.map((document, index) => (
            <li key={document.id}>
              <a href={`${base}/documents/${index + 1}`}>{document.title.split(', ')[0]}</a>{' '}
              <small>
                {document.fileName}, {formatBytes(document.byteLength)}, empreinte {document.sha256.slice(0, 12)}…
              </small>
            </li>
          ))}
        </ul>
        <p>
          <a className="button" href={`${base}/archive`}>
            Tout télécharger (ZIP)
          </a>
        </p>
      </section>
      <section>
        <h2>Signature de l’élu</h2>
        {shown.signOff ? (
          <p>
            Signée par {shown.signOff.signedBy}, le <DayText of={shown.signOff.signedOn} />.
          </p>
        ) : (
          <p>Cette version n’est pas signée.</p>
        )}
        {shown.maySign && !shown.signOff && (
          <Form method="post" action={`${base}/signature`} className="row">
            <Submit>Signer cette version</Submit>
          </Form>
        )}
      </section>
      <section>
        <h2>Changements</h2>
        {shown.differences === null ? (
          <p>
            {shown.before === null ? 'C’est la première version.' : 'La version précédente ne garde pas son détail.'}
          </p>
        ) : (
          <>
            <p>
              Par rapport à la{' '}
              <Link to={`/subventions/${shown.id}/versions/${shown.before}`}>version {shown.before}</Link>
            </p>
            <VersionDifferences of={shown.differences} />
          </>
        )}
      </section>
    </article>
  );
}
