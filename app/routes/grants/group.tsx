// One grouped grant file: its sums, what keeps it from being issued, and its versions.
import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { listGroupVersions } from 'db/grant-groups';
import { listGrantFileVersions } from 'db/grants';
import { isAllowed } from '~/domain/accounts/permissions';
import { groupFaultText } from '~/domain/grants/group';
import { basisLabels } from '~/domain/grants/plan-wording';
import { FormProblem, Submit } from '~/ui/form';
import { GroupSummary } from '~/ui/grants/group-summary';
import { DayText, PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { composeGroup } from './groups.server';

export const meta: MetaFunction = () => [{ title: 'Dossier groupé – Préau' }];

export const loader = reader('grant.read', ({ db, user, params, today }) => {
  const { group, composed, summary } = orNotFound(composeGroup(db, params['group'] ?? '', user.scope, today));
  return {
    id: group.id,
    title: group.title,
    scheme: composed[0]?.scheme.name ?? group.schemeId,
    carried: group.communeId === null,
    mayIssue: isAllowed(user.roles, 'grant.group'),
    mayList: isAllowed(user.roles, 'grant.group'),
    summary,
    basis: summary.basis && basisLabels[summary.basis],
    withoutVersion: composed
      .filter(({ file }) => listGrantFileVersions(db, [file.id]).length === 0)
      .map(({ place }) => place.school.name),
    faults: summary.faults.map(groupFaultText),
    versions: listGroupVersions(db, group.id).map(({ version, number, issuedOn }) => ({ version, number, issuedOn })),
  };
});

export default function GrantGroup() {
  const shown = useLoaderData<typeof loader>();
  const base = `/subventions/groupes/${shown.id}`;
  const crumbs = [
    { to: '/subventions', label: 'Subventions' },
    ...(shown.mayList ? [{ to: '/subventions/groupes', label: 'Dossiers groupés' }] : []),
  ];
  return (
    <article>
      <PageHead title={shown.title} crumbs={crumbs}>
        {shown.scheme}.{' '}
        {shown.carried
          ? 'Chaque demandeur demande pour lui-même ; le syndicat appuie et coordonne.'
          : 'Le demandeur demande pour ses écoles ; le syndicat l’appuie.'}
      </PageHead>
      <FormProblem reasons={shown.faults} title="À régler avant d’établir le dossier groupé." />
      <p>
        Éligible, aide et part propre{shown.basis === null ? ' sur des assiettes différentes' : ` en ${shown.basis}`}.
        Les totaux sont la somme des dossiers.
      </p>
      <GroupSummary of={shown.summary} />
      <section className="card accent">
        <h2>Documents</h2>
        {shown.versions.length === 0 && <p>Aucune version établie.</p>}
        <ul className="plain">
          {shown.versions.map((version) => (
            <li key={version.version} className="row baseline">
              <strong>Version {version.version}</strong>
              <small>
                {version.number}, <DayText of={version.issuedOn} />
              </small>
              <a href={`${base}/versions/${version.version}/documents/1`}>Dossier (PDF)</a>
              <a href={`${base}/versions/${version.version}/documents/2`}>Chiffrage (XLSX)</a>
              <a href={`${base}/versions/${version.version}/archive`}>Tout, avec les dossiers (ZIP)</a>
            </li>
          ))}
        </ul>
        {shown.mayIssue && (
          <Form method="post" action={`${base}/dossier`} className="row">
            <Submit>Établir le dossier groupé</Submit>
            <small>D’après les dossiers tels qu’ils sont enregistrés.</small>
          </Form>
        )}
        {shown.withoutVersion.length > 0 && (
          <p>
            <small>
              Sans version établie, donc absents de l’archive avec leurs pièces : {shown.withoutVersion.join(', ')}.
            </small>
          </p>
        )}
      </section>
    </article>
  );
}
