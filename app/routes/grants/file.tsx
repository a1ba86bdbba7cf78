// One grant file: how far it is step by step, its versions, what it can bring, and where else to ask.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listFileSteps } from 'db/grant-file-steps';
import { listGrantFileVersions } from 'db/grants';
import { isAllowed } from '~/domain/accounts/permissions';
import { bodyName } from '~/domain/grants/applicant-wording';
import { callPeriod } from '~/domain/grants/eligibility';
import { currentState, fileStateLabels } from '~/domain/grants/file-steps';
import { closedCallText } from '~/domain/grants/wording';
import { EligibilityTable } from '~/ui/grants/eligibility';
import { Plan } from '~/ui/grants/plan';
import { OpenRoutes } from '~/ui/grants/routes';
import { Steps } from '~/ui/grants/steps';
import { VersionDifferences } from '~/ui/grants/version-differences';
import { Versions } from '~/ui/grants/versions';
import { Badge, Notice, PageHead } from '~/ui/parts';
import { orNotFound, reader } from '../guard.server';
import { composeFile } from './composition.server';
import { shownPlan } from './plan-shown.server';
import { shownEligibility, shownRoutes } from './shown.server';
import { shownSteps } from './steps.server';

export const meta: MetaFunction = () => [{ title: 'Dossier de subvention – Préau' }];

export const loader = reader('grant.read', (asked) => {
  const { db, user, params, today } = asked;
  const composed = orNotFound(composeFile(db, params['id'] ?? '', user.scope, today));
  const { file, place, scheme, dossier, body } = composed;
  return {
    id: file.id,
    mayWrite: isAllowed(user.roles, 'grant.write'),
    school: place.school.name,
    applicant: bodyName(body),
    schemeName: scheme.name,
    closed: callPeriod(scheme, today) === 'closed' ? closedCallText(scheme, file.answers.purpose) : null,
    eligibility: shownEligibility(scheme, dossier.eligibility, today),
    ...shownSteps(asked, composed),
    state: fileStateLabels[currentState(listFileSteps(db, file.id))],
    plan: shownPlan(composed),
    routes: shownRoutes(dossier.routes),
    versions: listGrantFileVersions(db, [file.id]).map(({ version, number, issuedOn }) => ({
      version,
      number,
      issuedOn,
    })),
  };
});

export default function GrantFile() {
  const shown = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title={shown.school} crumbs={[{ to: '/subventions', label: 'Subventions' }]}>
        {shown.applicant} · {shown.schemeName} <Badge tone={shown.eligibility.tone}>{shown.eligibility.outcome}</Badge>{' '}
        <Badge>{shown.state}</Badge>
      </PageHead>
      {shown.closed !== null && (
        <Notice tone="warn" title="Appel clos">
          <p>{shown.closed}</p>
        </Notice>
      )}
      <section id="etapes">
        <h2>Étapes</h2>
        <Steps of={shown.steps} />
        <p>
          <Link to={`/subventions/${shown.id}/recopie`}>Lire tout le dossier et le recopier champ par champ</Link>
          {' · '}
          <Link to={`/subventions/${shown.id}/suivi`}>Suivre la demande après le dépôt</Link>
        </p>
      </section>
      <Versions fileId={shown.id} of={shown.versions} mayIssue={shown.mayWrite} missing={shown.missing} />
      {shown.changes !== null && shown.changes.length > 0 && (
        <details>
          <summary>
            {shown.changes.length === 1
              ? '1 changement depuis la dernière version'
              : `${shown.changes.length} changements depuis la dernière version`}
          </summary>
          <VersionDifferences of={shown.changes} />
        </details>
      )}
      <Plan of={shown.plan} />
      <section id="eligibilite">
        <h2>Éligibilité</h2>
        <EligibilityTable of={shown.eligibility} caption="Critères de l’appel" />
      </section>
      <details id="ouverts">
        <summary>Financements ouverts aujourd’hui</summary>
        <OpenRoutes of={shown.routes} />
      </details>
    </article>
  );
}
