// Starts an answer from what the commune signed or ordered before: proposed lines, counted once they are taken.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useParams } from '@remix-run/react';
import { addNeeds, draftAnswer } from 'db/campaign-answers';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { answerRefusalSentence, needRefusals } from '~/domain/campaigns/answering';
import { formatCount } from '~/domain/shared/format';
import { ProposedNeeds, sourceText } from '~/ui/campaigns/proposed-needs';
import { FormProblem, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { answerPath } from './answer-path';
import { answeringOf, needsAsTyped, verdictOn } from './answering.server';
import { proposalsFor } from './proposals.server';

export const meta: MetaFunction = () => [{ title: 'Partir de l’an dernier – Préau' }];

export const loader = reader('campaign.answer', ({ db, user, params, today }) => {
  const answering = answeringOf(db, user, params);
  const verdict = verdictOn(db, answering, 'save', today);
  const { campaign, schools } = answering;
  return {
    campaign: { id: campaign.id, title: campaign.title },
    schools,
    years: campaign.years ?? [],
    proposals: proposalsFor(db, answering, today) ?? null,
    against: verdict.allowed ? [] : verdict.refusals.map(answerRefusalSentence),
  };
});

export const action = writer('campaign.answer', ({ db, user, params, form, now, today }) => {
  const taken = form.getAll('take[]').map(String);
  const outcome = write(db, (tx) => {
    const answering = answeringOf(tx, user, params);
    const { campaign, communeId, answer, schools } = answering;
    const path = answerPath(params);
    const already = answer.needs.filter(({ id }) => taken.includes(id)).length;
    const proposed = proposalsFor(tx, answering, today)?.lines ?? [];
    const needs = needsAsTyped(
      proposed.filter(({ id }) => taken.includes(id)),
      form,
    );
    // The same form sent again: what it asked for is there.
    if (needs.length === 0 && already > 0) return { path, count: already };
    const verdict = verdictOn(tx, answering, 'save', today);
    const uais = schools.map(({ uai }) => uai);
    const against = [
      ...(verdict.allowed ? [] : verdict.refusals.map(answerRefusalSentence)),
      ...needRefusals(campaign, needs, uais).map(answerRefusalSentence),
      ...(needs.length === 0 ? ['Cochez au moins une ligne.'] : []),
    ];
    if (against.length > 0) return { against };
    const change = { campaignId: campaign.id, communeId, at: now, userId: user.id };
    draftAnswer(tx, change);
    addNeeds(tx, change, needs);
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'campaign.needsTakenOver',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail: { lines: needs.length, proposed: proposed.length },
    });
    return { path, count: needs.length };
  });
  if ('against' in outcome) return refused(outcome.against, { ...typedOf(form), taken: taken.join(' ') });
  const { count } = outcome;
  const said = count === 1 ? 'Une ligne est ajoutée' : `${formatCount(count)} lignes sont ajoutées`;
  return redirectSaying(outcome.path, `${said} à votre réponse : relisez, puis signez.`);
});

export default function TakeOverPage() {
  const { campaign, schools, years, proposals, against } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed: Readonly<Record<string, string>> = answer?.typed ?? {};
  const path = answerPath(useParams());
  return (
    <article>
      <PageHead
        title="Partir de l’an dernier"
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: path, label: campaign.title },
        ]}
      >
        {proposals && `Lignes proposées ${sourceText(proposals.source)}.`}
      </PageHead>
      <FormProblem reasons={answer?.reasons ?? against} title="Rien n’est ajouté." />
      {proposals === null ? (
        <p>
          Aucune ligne à proposer : votre commune n’a rien signé ni commandé des catégories recensées, ou tout est déjà
          dans sa réponse. <Link to={path}>Revenir à la réponse</Link>
        </p>
      ) : (
        <Form method="post" className="stack">
          <p>
            <strong>Rien ne compte encore.</strong> Corrigez les quantités, décochez ce dont vous n’avez plus besoin,
            puis ajoutez. Les prix sont ceux du catalogue aujourd’hui ; une ligne « hors catalogue » garde son
            estimation.
          </p>
          <ProposedNeeds
            lines={proposals.lines}
            schools={schools}
            years={years}
            taken={typed['taken']?.split(' ')}
            typed={typed}
          />
          <div className="row end">
            <Link to={path}>Revenir sans rien ajouter</Link>
            <Submit disabled={against.length > 0}>Ajouter les lignes cochées à la réponse</Submit>
          </div>
        </Form>
      )}
    </article>
  );
}
