// The presentation report of a procedure: what the buyer adds to what the site knows, and its versions.
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { presentationDuty, presentationItems } from 'catalog/award/presentation';
import { addPresentationReport, listPresentationReports } from 'db/award';
import { write } from 'db/client';
import { canonicalDigest } from 'db/consolidation';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import { presentationModel, presentationTemplateVersion } from '~/documents/consultations/presentation';
import { isAllowed } from '~/domain/accounts/permissions';
import { formatInstant } from '~/domain/shared/format';
import { ConsultationSteps } from '~/ui/consultations/steps';
import { FormProblem, Submit, TextArea } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { renderBoth, storeBoth } from '../both-formats.server';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { awardOf } from './award.server';
import { answersOf, presentationAgainst, presentationSaid, presentationSchema } from './presentation.server';

export const meta: MetaFunction = () => [{ title: 'Rapport de présentation – Préau' }];

const nothingSaid = { priorExchanges: '', conflicts: '', subcontracting: {}, more: null };

export const loader = reader('consultation.read', ({ db, user, params, now, platform }) => {
  const award = awardOf(db, params['id'], now);
  const { consultation } = award.conduct.prepared;
  const versions = listPresentationReports(db, consultation.id);
  const answers = versions[0]?.answers ?? nothingSaid;
  const said = presentationSaid(db, award, answers, platform.demonstration);
  return {
    id: consultation.id,
    reference: consultation.reference,
    due: said?.due ?? null,
    duty: presentationDuty,
    against: presentationAgainst(award),
    answers: { ...answers, subcontracting: answers.subcontracting as Readonly<Record<string, string>> },
    articles: {
      priorExchanges: presentationItems.priorExchanges.article,
      conflicts: presentationItems.conflicts.article,
      holder: presentationItems.holder.article,
    },
    awarded: (said?.lots ?? []).flatMap(({ number, basis, depositId }) => {
      const holder = basis.ranking.find((one) => one.depositId === depositId);
      return holder ? [{ number, candidate: holder.candidate }] : [];
    }),
    versions: versions.map(({ version, issuedAt }) => ({ version, issuedAt })),
    current: said !== undefined && versions[0] !== undefined ? canonicalDigest(said) === versions[0].inputDigest : true,
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export const action = writer('consultation.run', async ({ db, user, params, form, now, today, platform }) => {
  const award = awardOf(db, params['id'], now);
  const { consultationId, conduct } = award;
  const page = `/consultations/${consultationId}/rapport-de-presentation`;
  const against = presentationAgainst(award);
  if (against.length > 0) return refused(against, typedOf(form));
  const read = readForm(form, presentationSchema);
  if (!('value' in read)) return notUnderstood(read);
  const lots = award.decisions.map(({ lotNumber }) => lotNumber);
  const answers = answersOf(read.value, form, lots);
  const said = presentationSaid(db, award, answers, platform.demonstration);
  if (!said) return refused(against, typedOf(form));
  const inputDigest = canonicalDigest(said);
  const [last] = listPresentationReports(db, consultationId);
  if (last?.inputDigest === inputDigest)
    return redirectSaying(page, `La version ${last.version} du rapport dit déjà la même chose.`);
  const version = (last?.version ?? 0) + 1;
  const bytes = await renderBoth(platform, presentationModel({ ...said, version, issuedOn: today }));
  const { reference } = conduct.prepared.consultation;
  write(db, (tx) => {
    // Another request was faster: its report holds.
    if ((listPresentationReports(tx, consultationId)[0]?.version ?? 0) >= version) return;
    const stored = storeBoth(tx, bytes, {
      kind: 'presentationReport',
      number: `${reference}-RP-v${version}`,
      issuerId: findSyndicat(tx).id,
      communeId: null,
      title: `Rapport de présentation ${reference}, version ${version}`,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName: `rapport-presentation-${reference}-v${version}`,
      templateVersion: presentationTemplateVersion,
    });
    addPresentationReport(tx, { consultationId, version, ...stored, answers, inputDigest });
    const about = { subjectKind: 'consultation', subjectId: consultationId };
    const detail = { version, inputDigest, answers, ...stored };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.presentationIssued', ...about, detail });
  });
  return redirectSaying(page, `La version ${version} du rapport de présentation est établie.`);
});

export default function PresentationPage() {
  const { id, reference, due, duty, against, answers, articles, awarded, versions, current, mayRun } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? {};
  const problems = answer?.problems ?? {};
  const address = `/consultations/${id}/rapport-de-presentation`;
  return (
    <article>
      <PageHead
        title="Rapport de présentation"
        crumbs={[
          { to: `/consultations/${id}`, label: `Consultation ${reference}` },
          { to: `/consultations/${id}/attribution`, label: 'Attribution' },
        ]}
      >
        {due === null
          ? `${duty.note} (${duty.article}).`
          : `${due ? 'Exigé : la valeur du besoin atteint' : 'Facultatif : la valeur du besoin n’atteint pas'} le seuil européen (${duty.article}).`}
      </PageHead>
      <ConsultationSteps id={id} />
      {against.length > 0 && (
        <Notice tone="unknown">
          {against.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </Notice>
      )}
      {versions.length > 0 && (
        <section className="card">
          <h2>Versions établies</h2>
          {!current && <p>La procédure a avancé depuis la dernière version&nbsp;: établissez-en une nouvelle.</p>}
          <ul>
            {versions.map(({ version, issuedAt }) => (
              <li key={version}>
                Version {version}, {formatInstant(issuedAt)}&nbsp;:{' '}
                <a href={`${address}/${version}.pdf`} download>
                  PDF
                </a>
                ,{' '}
                <a href={`${address}/${version}.docx`} download>
                  DOCX
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayRun && against.length === 0 && (
        <Form method="post" className="card">
          <h2>Ce que vous seul savez</h2>
          <p>
            L’objet, la valeur, les candidats, les offres rejetées et les motifs du choix sont repris des décisions
            enregistrées.
          </p>
          <FormProblem
            reasons={answer && 'reasons' in answer ? answer.reasons : undefined}
            title="Le rapport n’est pas établi."
          />
          <TextArea
            label="Études et échanges préalables avec des entreprises, et ce qui a préservé la concurrence"
            hint={`${articles.priorExchanges}. Écrivez « Aucun » s’il n’y en a pas eu.`}
            name="priorExchanges"
            rows={3}
            required
            defaultValue={typed['priorExchanges'] ?? answers.priorExchanges}
            problem={problems['priorExchanges']}
          />
          <TextArea
            label="Conflits d’intérêts décelés et mesures prises"
            hint={`${articles.conflicts}. Écrivez « Aucun » si aucun n’est décelé.`}
            name="conflicts"
            rows={3}
            required
            defaultValue={typed['conflicts'] ?? answers.conflicts}
            problem={problems['conflicts']}
          />
          {awarded.map(({ number, candidate }) => (
            <TextArea
              key={number}
              label={`Sous-traitance du lot ${number}, ${candidate} (facultatif)`}
              hint={`Part et sous-traitants, s’ils sont connus (${articles.holder}).`}
              name={`subcontracting-${number}`}
              rows={2}
              defaultValue={typed[`subcontracting-${number}`] ?? answers.subcontracting[String(number)]}
            />
          ))}
          <TextArea
            label="Autres éléments à conserver (facultatif)"
            name="more"
            rows={2}
            defaultValue={typed['more'] ?? answers.more ?? ''}
            problem={problems['more']}
          />
          <div className="row">
            <Submit>Établir le rapport (PDF et DOCX)</Submit>
          </div>
        </Form>
      )}
    </article>
  );
}
