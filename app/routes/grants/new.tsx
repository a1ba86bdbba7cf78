// A new grant file: the school, then each call with its criteria answered, before anything is opened.
import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addGrantFile, findGrantSchool, readGrantOrder } from 'db/grants';
import { listSchools } from 'db/organisations';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { noAnswers } from '~/domain/grants/answers';
import { applicantIn, callPeriod } from '~/domain/grants/eligibility';
import { applicantLabels, closedCallText, refusalTexts } from '~/domain/grants/wording';
import { FormProblem } from '~/ui/form';
import { OpenRoutes } from '~/ui/grants/routes';
import { SchemeChoice } from '~/ui/grants/scheme-choice';
import { SchoolChoice } from '~/ui/grants/school-choice';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { eligibilityFor, factsOf, readSaid } from './estimating.server';
import { newFileSchema } from './new.server';
import { shownOffers } from './offers.server';
import { listCurrentSchemes } from './schemes.server';
import { type GrantSchool, grantTexts } from './texts.server';

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
  return {
    step: 'call' as const,
    place: {
      uai,
      school: place.school.name,
      commune: place.organisation.name,
      applicant: applicantLabels[applicantIn(factsOf(place, readSaid(db, user.scope)))],
    },
    mayOpen: isAllowed(user.roles, 'grant.write'),
    orderId,
    ...shownOffers(db, place, orderId, user.scope, today),
  };
});

export const action = writer('grant.write', ({ db, user, url, form, now, today }) => {
  const read = readForm(form, newFileSchema);
  if (!('value' in read)) return notUnderstood(read);
  const { id, schemeId, purpose, orderId } = read.value;
  const place: GrantSchool = orNotFound(findGrantSchool(db, url.searchParams.get('ecole') ?? '', user.scope));
  const published = orNotFound(listCurrentSchemes(db, today).find((scheme) => scheme.id === schemeId));
  if (orderId !== null) orNotFound(readGrantOrder(db, orderId, user.scope));
  const communeId = place.organisation.id;
  const known = factsOf(place, readSaid(db, user.scope));
  const { scheme, eligibility } = eligibilityFor(db, published, place, known, today);
  if (eligibility.outcome === 'ineligible') return refused(refusalTexts(eligibility, grantTexts.definitions));
  if (purpose === 'deposit' && callPeriod(scheme, today) === 'closed')
    return refused([closedCallText(scheme, purpose)]);
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
        {shown.place.commune}, UAI {shown.place.uai}. Demandeur : {shown.place.applicant} ; le syndicat appuie la
        demande.
      </PageHead>
      <p className="row">
        <Link to={`/subventions/ecoles/${shown.place.uai}/reponses`} className="button secondary">
          Compléter les réponses de l’école
        </Link>
        {shown.orderId !== null && (
          <Link
            to={`/subventions/comparaison?ecole=${shown.place.uai}&commande=${shown.orderId}`}
            className="button secondary"
          >
            Comparer les aides pour cette commande
          </Link>
        )}
      </p>
      <FormProblem reasons={answer && 'reasons' in answer ? answer.reasons : undefined} title="Dossier refusé." />
      <section>
        <h2>Dispositifs ouverts</h2>
        {shown.open.map((call) => (
          <SchemeChoice key={call.id} call={call} shown={shown} />
        ))}
      </section>
      <section>
        <h2>Autres financements</h2>
        <OpenRoutes of={shown.routes} />
      </section>
      {shown.refused.length > 0 && (
        <details>
          <summary>Dispositifs qui ne conviennent pas à cette école ({shown.refused.length})</summary>
          {shown.refused.map((call) => (
            <SchemeChoice key={call.id} call={call} shown={shown} />
          ))}
        </details>
      )}
      <details>
        <summary>Appels clos ({shown.closed.length}), pour une archive, un contrôle ou un modèle</summary>
        <p>
          Un appel clos ne reçoit plus de demande. Un dossier peut être établi pour sa période, ou comme modèle pour un
          appel semblable.
        </p>
        {shown.closed.map((call) => (
          <SchemeChoice key={call.id} call={call} shown={shown} />
        ))}
      </details>
    </article>
  );
}
