// The answer of a commune: its needs line by line, what it can still add, and its signature.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useParams } from '@remix-run/react';
import { addNeeds, draftAnswer } from 'db/campaign-answers';
import { listPapers, openAnswer } from 'db/campaign-papers';
import { write } from 'db/client';
import { listWaitingContributions } from 'db/need-contributions';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { answerRefusalSentence, needRefusals } from '~/domain/campaigns/answering';
import { answerStateLabels, lotOfCategory } from '~/domain/campaigns/campaigns';
import { formatDay } from '~/domain/shared/format';
import { netOf, sumCents } from '~/domain/shared/money';
import { AddNeeds } from '~/ui/campaigns/add-need';
import { NeedsTable } from '~/ui/campaigns/needs-table';
import { OnBehalfForm, OnBehalfNotice } from '~/ui/campaigns/on-behalf';
import { PaperList } from '~/ui/campaigns/papers';
import { TakeOverLink } from '~/ui/campaigns/proposed-needs';
import { FormProblem, Submit } from '~/ui/form';
import { Badge, Notice, PageHead } from '~/ui/parts';
import { notUnderstood, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { answerPath } from './answer-path';
import { answeringOf, needsTyped, offeredKits, offeredReferences, readNeed, verdictOn } from './answering.server';
import { shownPapers } from './cockpit.server';
import { proposalsFor } from './proposals.server';

export const meta: MetaFunction = () => [{ title: 'Réponse au recensement – Préau' }];

export const loader = reader('campaign.sign', ({ db, user, params, url, now, today }) => {
  const answering = answeringOf(db, user, params);
  const { campaign, answer, schools, onBehalf } = answering;
  const asked = (url.searchParams.get('q') ?? '').slice(0, 80);
  const offered = offeredReferences(db, campaign, asked, today);
  const nets = answer.needs.flatMap(({ quantity, estimatedUnitPriceNet: price }) =>
    price === null ? [] : [netOf(quantity, price)],
  );
  const verdict = verdictOn(db, answering, answer.state === 'draft' ? 'save' : 'reopen', today);
  const mayStart = answer.state === 'notStarted' ? verdictOn(db, answering, 'save', today) : verdict;
  if (mayStart.allowed && onBehalf === null) {
    const opening = { campaignId: campaign.id, communeId: answer.communeId, at: now, byUserId: user.id };
    write(db, (tx) => openAnswer(tx, opening));
  }
  const proposals = mayStart.allowed ? proposalsFor(db, answering, today) : undefined;
  return {
    proposed: proposals ? { source: proposals.source, count: proposals.lines.length } : null,
    campaign: {
      id: campaign.id,
      title: campaign.title,
      closesOn: campaign.closesOn,
      description: campaign.description,
    },
    state: answer.state,
    signedOn: answer.signedOn,
    needs: answer.needs,
    schools,
    totalNet: sumCents(nets),
    unpriced: answer.needs.length - nets.length,
    against: mayStart.allowed ? [] : mayStart.refusals.map(answerRefusalSentence),
    mayWrite: isAllowed(user.roles, 'campaign.answer'),
    statements: shownPapers(
      listPapers(db, campaign.id, 'needsStatement', {
        kind: 'commune',
        communeId: answer.communeId,
      }),
    ),
    communeName: answer.communeName,
    contributed: onBehalf === null ? listWaitingContributions(db, campaign.id, answer.communeId).length : 0,
    forCommune: onBehalf !== null,
    given: onBehalf === 'unsaid' ? null : onBehalf,
    asked,
    ...offered,
    kits: offeredKits(db, campaign),
    years: campaign.years ?? [],
    newId: randomUUID(),
  };
});

export const action = writer('campaign.answer', ({ db, user, params, form, now, today }) => {
  const read = readNeed(form);
  if (!('value' in read)) return notUnderstood(read);
  const typed = read.value;
  const outcome = write(db, (tx) => {
    const answering = answeringOf(tx, user, params);
    const { campaign, communeId, schools } = answering;
    const added = needsTyped(tx, campaign, typed, today);
    if ('against' in added) return added;
    const verdict = verdictOn(tx, answering, 'save', today);
    const own = schools.map((school) => school.uai);
    const refusals = [...(verdict.allowed ? [] : verdict.refusals), ...needRefusals(campaign, added.needs, own)];
    const against = refusals.map(answerRefusalSentence);
    if (against.length > 0) return { against };
    const change = { campaignId: campaign.id, communeId, at: now, userId: user.id };
    draftAnswer(tx, change);
    addNeeds(tx, change, added.needs);
    const detail = {
      lines: added.needs.map(({ label, quantity, category, kit }) => ({
        label,
        quantity,
        kit,
        lot: lotOfCategory(campaign.lots, category)?.number,
      })),
    };
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'campaign.needAdded',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail,
    });
    return { label: added.label };
  });
  if ('against' in outcome) return refused(outcome.against);
  return redirectSaying(answerPath(params), `Ajouté à votre réponse : ${outcome.label}.`);
});

export default function AnswerPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = answerPath(useParams());
  const open = shown.against.length === 0 && (shown.state === 'draft' || shown.state === 'notStarted');
  const editable = open && shown.mayWrite;
  const settled = shown.state === 'signed' || shown.state === 'noNeed';
  return (
    <article>
      <PageHead
        title={shown.forCommune ? `Réponse pour ${shown.communeName}` : shown.campaign.title}
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          ...(shown.forCommune ? [{ to: `/campagnes/${shown.campaign.id}`, label: shown.campaign.title }] : []),
        ]}
      >
        À signer au plus tard le {formatDay(shown.campaign.closesOn)}.{' '}
        <Badge tone={settled ? 'good' : 'warn'}>{answerStateLabels[shown.state]}</Badge>
        {shown.signedOn && ` le ${formatDay(shown.signedOn)}`}
      </PageHead>
      {shown.forCommune && <OnBehalfNotice {...shown} />}
      {shown.forCommune && !shown.given && <OnBehalfForm action={`${path}/motif`} newId={shown.newId} />}
      {shown.campaign.description && <Notice>{<p>{shown.campaign.description}</p>}</Notice>}
      <FormProblem reasons={answer && 'reasons' in answer ? answer.reasons : []} title="Rien n’a été enregistré." />
      <FormProblem
        reasons={settled || (shown.forCommune && !shown.given) ? [] : shown.against}
        title="La réponse ne peut plus être modifiée."
      />
      {editable && shown.contributed > 0 && (
        <p>
          <Link to={`${path}/contributions`} className="button">
            Relire {shown.contributed} ligne{shown.contributed > 1 ? 's' : ''} des écoles
          </Link>
        </p>
      )}
      {editable && shown.proposed && <TakeOverLink {...shown.proposed} path={path} begun={shown.needs.length > 0} />}
      {shown.needs.length > 0 ? (
        <NeedsTable {...shown} path={path} editable={editable} />
      ) : (
        <p>
          {shown.state === 'noNeed'
            ? `${shown.communeName} a déclaré n’avoir aucun besoin.`
            : 'Aucun besoin pour le moment.'}
        </p>
      )}
      {open && !editable && shown.needs.length > 0 && (
        <Form method="post" action={`${path}/signature`}>
          <Submit>Signer l’état des besoins</Submit>
        </Form>
      )}
      {open && shown.needs.length === 0 && (
        <Form method="post" action={`${path}/aucun-besoin`}>
          <Submit tone="secondary">Déclarer « aucun besoin »</Submit>
        </Form>
      )}
      <PaperList campaignId={shown.campaign.id} papers={shown.statements} label="État des besoins" />
      {settled && shown.mayWrite && shown.against.length === 0 && (
        <Form method="post" action={`${path}/reouverture`}>
          <Submit tone="secondary">Rouvrir la réponse pour la corriger</Submit>
        </Form>
      )}
      {editable && !shown.forCommune && (
        <p>
          <Link to={`/campagnes/${shown.campaign.id}/feuilles`}>Répondre plutôt dans un tableur (XLSX)</Link> ·{' '}
          <Link to={`${path}/ecoles`}>Demander aux écoles d’écrire leur part</Link>
        </p>
      )}
      {editable && (
        <AddNeeds
          {...shown}
          typed={answer?.typed ?? {}}
          problems={answer && !('reasons' in answer) ? answer.problems : {}}
        />
      )}
    </article>
  );
}
