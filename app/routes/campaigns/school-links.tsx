// The links by which schools write their part of a commune's answer: made here, shown once, closed here.
import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addNeedLink, listNeedLinks, listWaitingContributions } from 'db/need-contributions';
import { addDeed } from 'db/records';
import { answerRefusalSentence } from '~/domain/campaigns/answering';
import { formatCount, formatDay, formatInstant } from '~/domain/shared/format';
import { schoolOptions } from '~/ui/campaigns/add-need';
import { Field, FormProblem, Select, Submit } from '~/ui/form';
import { NewSchoolLink } from '~/ui/grants/new-school-link';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused } from '../form.server';
import { orNotFound, reader, writer } from '../guard.server';
import { answeringOf, needLinkSchema, verdictOn } from './answering.server';

export const meta: MetaFunction = () => [{ title: 'Demander aux écoles – Préau' }];

export const loader = reader('campaign.answer', ({ db, user, params, today }) => {
  const answering = answeringOf(db, user, params);
  const { campaign, communeId, schools } = answering;
  const verdict = verdictOn(db, answering, 'save', today);
  return {
    campaign: { id: campaign.id, title: campaign.title, closesOn: campaign.closesOn },
    schools,
    against: verdict.allowed ? [] : verdict.refusals.map(answerRefusalSentence),
    waiting: listWaitingContributions(db, campaign.id, communeId).length,
    newId: randomUUID(),
    links: listNeedLinks(db, campaign.id, communeId),
  };
});

export const action = writer('campaign.answer', ({ db, user, params, form, now, today, platform }) => {
  const read = readForm(form, needLinkSchema);
  if (!('value' in read)) return notUnderstood(read);
  const { id, recipient, schoolUai } = read.value;
  const outcome = write(db, (tx) => {
    const answering = answeringOf(tx, user, params);
    const { campaign, communeId, schools } = answering;
    const school = orNotFound(schools.find(({ uai }) => uai === schoolUai));
    const verdict = verdictOn(tx, answering, 'save', today);
    if (!verdict.allowed) return { against: verdict.refusals.map(answerRefusalSentence) };
    const facts = { id, campaignId: campaign.id, communeId, schoolUai: school.uai, recipient };
    const token = addNeedLink(tx, { ...facts, createdAt: now, createdBy: user.id });
    if (token === undefined) return { token: null };
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'campaign.schoolLinkMade',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail: { linkId: id, school: school.uai, recipient },
    });
    return { token };
  });
  if ('against' in outcome) return refused(outcome.against);
  if (outcome.token === null) return data({ address: null }, { status: 422 });
  return data({ address: new URL(`/besoins-ecole/${outcome.token}`, platform.publicUrl).href });
});

export default function SchoolLinks() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed: Readonly<Record<string, string>> = answer && 'typed' in answer ? answer.typed : {};
  const problems: Readonly<Record<string, string>> = answer && 'problems' in answer ? answer.problems : {};
  const path = `/campagnes/${shown.campaign.id}/reponse`;
  return (
    <article>
      <PageHead
        title="Demander aux écoles"
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: path, label: shown.campaign.title },
        ]}
      >
        Une directrice ou un collègue écrit les besoins de son école sans compte, jusqu’au{' '}
        {formatDay(shown.campaign.closesOn)}. Vous relisez, prenez ce qui convient, et signez.
      </PageHead>
      <FormProblem
        reasons={answer && 'reasons' in answer ? answer.reasons : shown.against}
        title="Aucun lien n’est fait."
      />
      {answer && 'address' in answer && <NewSchoolLink address={answer.address} />}
      {shown.waiting > 0 && (
        <p>
          <Link to={`${path}/contributions`} className="button">
            Relire {formatCount(shown.waiting)} ligne{shown.waiting > 1 ? 's' : ''} des écoles
          </Link>
        </p>
      )}
      {shown.against.length === 0 && (
        <Form method="post" className="card stack">
          <input type="hidden" name="id" value={shown.newId} />
          <Select
            label="École"
            name="schoolUai"
            required
            options={schoolOptions(shown.schools)}
            defaultValue={typed['schoolUai']}
            problem={problems['schoolUai']}
          />
          <Field
            label="Pour qui"
            hint="Par exemple : « Mme Riou, directrice »."
            name="recipient"
            required
            maxLength={80}
            defaultValue={typed['recipient']}
            problem={problems['recipient']}
          />
          <div className="row">
            <Submit>Faire un lien</Submit>
          </div>
        </Form>
      )}
      {shown.links.length > 0 && (
        <ul className="stack">
          {shown.links.map((link) => (
            <li key={link.id}>
              <strong>{link.schoolName}</strong>, {link.recipient} :{' '}
              {link.revokedAt === null ? 'ouvert' : `fermé le ${formatInstant(link.revokedAt)}`}
              {link.lastSavedAt ? `, dernière ligne le ${formatInstant(link.lastSavedAt)}` : ', rien d’écrit encore'}{' '}
              <small>
                (fait le {formatInstant(link.createdAt)}, {link.createdBy})
              </small>
              {link.revokedAt === null && (
                <Form method="post" action={`${path}/ecoles/${link.id}/fermeture`}>
                  <Submit tone="plain" aria-label={`Fermer ce lien : ${link.recipient}`}>
                    Fermer ce lien
                  </Submit>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
