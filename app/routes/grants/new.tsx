// A new grant file: the school, then each call with its criteria answered, before anything is opened.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { enirSchemes } from 'catalog/grants';
import { write } from 'db/client';
import { addGrantFile, findGrantSchool, listGivenCommuneFacts, listOrdersOfSchool, readGrantOrder } from 'db/grants';
import { listSchools } from 'db/organisations';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { noAnswers } from '~/domain/grants/answers';
import { assessEligibility } from '~/domain/grants/eligibility';
import { proposeRoutes } from '~/domain/grants/open-routes';
import { refusalTexts } from '~/domain/grants/wording';
import { FormProblem } from '~/ui/form';
import { OpenRoutes } from '~/ui/grants/routes';
import { SchemeChoice } from '~/ui/grants/scheme-choice';
import { SchoolChoice } from '~/ui/grants/school-choice';
import { Notice, PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { newFileSchema } from './new.server';
import { orderLabel, shownEligibility, shownRoutes } from './shown.server';
import { applicantFor, factsKnownOf, findScheme, type GrantSchool, grantTexts } from './texts.server';

export const meta: MetaFunction = () => [{ title: 'Nouveau dossier de subvention – Préau' }];

export const loader = reader('grant.read', ({ db, user, url, today }) => {
  const uai = url.searchParams.get('ecole');
  const orderId = url.searchParams.get('commande');
  if (!uai) {
    // From an order, only the schools it serves.
    const served = orderId === null ? null : orNotFound(readGrantOrder(db, orderId, user.scope)).lines;
    const schools = listSchools(db, user.scope)
      .filter(({ school }) => served === null || served.some(({ schoolUai }) => schoolUai === school.uai))
      .map(({ school, communeName }) => ({ value: school.uai, label: `${communeName} – ${school.name}` }));
    return { step: 'school', schools, orderId } as const;
  }
  const place = orNotFound(findGrantSchool(db, uai, user.scope));
  const given = listGivenCommuneFacts(db, user.scope).get(place.organisation.id);
  const facts = { ...factsKnownOf(place), ...given };
  const applicant = applicantFor(place);
  return {
    step: 'call' as const,
    place: { uai, school: place.school.name, commune: place.organisation.name },
    mayOpen: isAllowed(user.roles, 'grant.write'),
    orderId,
    orders: listOrdersOfSchool(db, uai, user.scope).map((order) => ({ value: order.id, label: orderLabel(order) })),
    calls: enirSchemes.map((scheme) => {
      const eligibility = assessEligibility(scheme, applicant, facts, grantTexts.definitions);
      return {
        id: scheme.id,
        // One per call: a form sent twice opens one file, two calls open two.
        fileId: randomUUID(),
        name: scheme.name,
        open: eligibility.outcome !== 'ineligible',
        eligibility: shownEligibility(scheme, eligibility, today),
      };
    }),
    routes: shownRoutes(proposeRoutes(grantTexts.routes, grantTexts.schemes, applicant, facts, grantTexts.definitions)),
  };
});

export const action = writer('grant.write', ({ db, user, url, form, now }) => {
  const read = readForm(form, newFileSchema);
  if (!('value' in read)) return notUnderstood(read);
  const { id, schemeId, purpose, orderId } = read.value;
  const place: GrantSchool = orNotFound(findGrantSchool(db, url.searchParams.get('ecole') ?? '', user.scope));
  const scheme = orNotFound(findScheme(schemeId));
  if (orderId !== null) orNotFound(readGrantOrder(db, orderId, user.scope));
  const communeId = place.organisation.id;
  const given = listGivenCommuneFacts(db, user.scope).get(communeId);
  const facts = { ...factsKnownOf(place), ...given };
  const eligibility = assessEligibility(scheme, applicantFor(place), facts, grantTexts.definitions);
  if (eligibility.outcome === 'ineligible') return refused(refusalTexts(eligibility, grantTexts.definitions));
  write(db, (tx) => {
    const opened = addGrantFile(tx, {
      id,
      schemeId,
      schemeVersion: String(scheme.version),
      communeId,
      schoolUai: place.school.uai,
      orderId,
      answers: { ...noAnswers, purpose },
      createdAt: now,
      createdBy: user.id,
      updatedAt: now,
    });
    const detail = { schemeId, schoolUai: place.school.uai, orderId };
    const subject = { subjectKind: 'grantFile', subjectId: id };
    if (opened) addDeed(tx, { at: now, userId: user.id, communeId, deed: 'grantFile.opened', ...subject, detail });
  });
  return redirectSaying(`/subventions/${id}`, 'Le dossier est ouvert. Complétez-le puis établissez le PDF.');
});

export default function NewGrantFile() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (shown.step === 'school') return <SchoolChoice schools={shown.schools} orderId={shown.orderId} />;
  return (
    <article>
      <PageHead title={shown.place.school} crumbs={[{ to: '/subventions', label: 'Subventions' }]}>
        {shown.place.commune}, UAI {shown.place.uai}. C’est la commune qui demande ; le syndicat l’appuie.
      </PageHead>
      <Notice tone="warn" title="Les trois appels ENIR sont clos">
        <p>
          Un dossier peut être établi pour la période de l’appel (archive, contrôle) ou comme modèle pour un appel
          semblable. Les financements ouverts aujourd’hui sont en bas de page.
        </p>
      </Notice>
      <FormProblem reasons={answer && 'reasons' in answer ? answer.reasons : undefined} title="Dossier refusé." />
      {shown.calls.map((call) => (
        <SchemeChoice key={call.id} call={call} shown={shown} />
      ))}
      <section>
        <h2>Financements ouverts</h2>
        <OpenRoutes of={shown.routes} />
      </section>
    </article>
  );
}
