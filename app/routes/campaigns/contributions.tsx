// What the schools wrote for a commune's answer: lines to take, once corrected, or to set aside.
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { listWaitingContributions } from 'db/need-contributions';
import { answerRefusalSentence } from '~/domain/campaigns/answering';
import { formatCount } from '~/domain/shared/format';
import { ProposedNeeds } from '~/ui/campaigns/proposed-needs';
import { FormProblem, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { answeringOf, verdictOn } from './answering.server';
import { decideOnContributions } from './contributions.server';

export const meta: MetaFunction = () => [{ title: 'Besoins écrits par les écoles – Préau' }];

export const loader = reader('campaign.answer', ({ db, user, params, today }) => {
  const answering = answeringOf(db, user, params);
  const { campaign, communeId, schools } = answering;
  const verdict = verdictOn(db, answering, 'save', today);
  return {
    campaign: { id: campaign.id, title: campaign.title },
    schools,
    years: campaign.years ?? [],
    lines: listWaitingContributions(db, campaign.id, communeId).map(({ need, schoolName, recipient }) => ({
      ...need,
      note: `${recipient}, ${schoolName}`,
    })),
    against: verdict.allowed ? [] : verdict.refusals.map(answerRefusalSentence),
  };
});

export const action = writer('campaign.answer', (asked) => {
  const { form, params } = asked;
  const outcome = decideOnContributions(asked, 'take');
  if ('against' in outcome) {
    return refused(outcome.against, { ...typedOf(form), taken: form.getAll('take[]').join(' ') });
  }
  const said = outcome.count === 1 ? 'Une ligne est ajoutée' : `${formatCount(outcome.count)} lignes sont ajoutées`;
  return redirectSaying(`/campagnes/${params['id']}/reponse`, `${said} à votre réponse : relisez, puis signez.`);
});

export default function Contributions() {
  const { campaign, schools, years, lines, against } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed: Readonly<Record<string, string>> = answer?.typed ?? {};
  const path = `/campagnes/${campaign.id}/reponse`;
  return (
    <article>
      <PageHead
        title="Besoins écrits par les écoles"
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: path, label: campaign.title },
        ]}
      >
        Rien ne compte encore : corrigez, cochez ce que la commune demande, et ajoutez-le à sa réponse.
      </PageHead>
      <FormProblem reasons={answer?.reasons ?? against} title="Rien n’est changé." />
      {lines.length === 0 ? (
        <p>
          Aucune ligne à relire. <Link to={path}>Revenir à la réponse</Link>
        </p>
      ) : (
        <Form method="post" className="stack">
          <ProposedNeeds
            lines={lines}
            schools={schools}
            years={years}
            taken={typed['taken']?.split(' ')}
            typed={typed}
          />
          <div className="row end">
            <Submit tone="secondary" formAction={`${path}/contributions/ecart`} disabled={against.length > 0}>
              Écarter les lignes cochées
            </Submit>
            <Submit disabled={against.length > 0}>Ajouter les lignes cochées à la réponse</Submit>
          </div>
        </Form>
      )}
    </article>
  );
}
