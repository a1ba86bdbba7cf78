// The answer of a commune: its needs line by line, what it can still add, and its signature.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { categories } from 'catalog/products/categories';
import { addNeed, draftAnswer } from 'db/campaign-answers';
import { findReference, listReferences } from 'db/campaign-references';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { isAllowed } from '~/domain/accounts/permissions';
import { answerRefusalSentence, needRefusals } from '~/domain/campaigns/answering';
import { answerStateLabels, lotOfCategory, type Need } from '~/domain/campaigns/campaigns';
import { searchTerms } from '~/domain/products/search-terms';
import { formatDay } from '~/domain/shared/format';
import { netOf, sumCents } from '~/domain/shared/money';
import { AddFreeNeed, AddReference } from '~/ui/campaigns/add-need';
import { NeedsTable } from '~/ui/campaigns/needs-table';
import { Field, FormProblem, Submit } from '~/ui/form';
import { Badge, Notice, PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { answeringOf, freeNeedSchema, referenceNeedSchema, verdictOn } from './answering.server';

export const meta: MetaFunction = () => [{ title: 'Réponse au recensement – Préau' }];

const shownResults = 12;
const labelOf = (code: string) => (categories as Readonly<Record<string, { label: string }>>)[code]?.label ?? code;

export const loader = reader('campaign.sign', ({ db, user, params, url, today }) => {
  const answering = answeringOf(db, user, params['id']);
  const { campaign, answer, schools } = answering;
  const asked = (url.searchParams.get('q') ?? '').slice(0, 80);
  const wanted = campaign.lots.flatMap((lot) => lot.categories);
  const terms = searchTerms(asked);
  const matches =
    terms.length === 0
      ? []
      : listReferences(db, wanted, today).filter(({ label, category, reference }) => {
          const known = searchTerms(`${label} ${labelOf(category)} ${reference}`);
          return terms.every((term) => known.some((one) => one.startsWith(term)));
        });
  const nets = answer.needs.flatMap(({ quantity, estimatedUnitPriceNet: price }) =>
    price === null ? [] : [netOf(quantity, price)],
  );
  const verdict = verdictOn(db, answering, answer.state === 'draft' ? 'save' : 'reopen', today);
  const mayStart = answer.state === 'notStarted' ? verdictOn(db, answering, 'save', today) : verdict;
  return {
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
    asked,
    found: matches.length,
    results: matches.slice(0, shownResults).map(({ id, label, category, unit, unitPriceNet }) => ({
      reference: { id, label, categoryLabel: labelOf(category), unit, unitPriceNet },
      newId: randomUUID(),
    })),
    categories: wanted.map((value) => ({ value, label: labelOf(value) })),
    newId: randomUUID(),
  };
});

export const action = writer('campaign.answer', ({ db, user, params, form, now, today }) => {
  const read = form.has('productId') ? readForm(form, referenceNeedSchema) : readForm(form, freeNeedSchema);
  if (!('value' in read)) return notUnderstood(read);
  const typed = read.value;
  const outcome = write(db, (tx) => {
    const answering = answeringOf(tx, user, params['id']);
    const { campaign, communeId, schools } = answering;
    const { id, quantity, schoolUai, reason } = typed;
    const placed = { id, quantity, schoolUai, reason };
    const need = ((): Need => {
      if ('label' in typed) {
        const { category, label, unit, price } = typed;
        return { ...placed, productId: null, category, label, unit, estimatedUnitPriceNet: price };
      }
      const {
        id: productId,
        category,
        label,
        unit,
        unitPriceNet,
      } = orNotFound(findReference(tx, typed.productId, today));
      return { ...placed, productId, category, label, unit, estimatedUnitPriceNet: unitPriceNet };
    })();
    const verdict = verdictOn(tx, answering, 'save', today);
    const own = schools.map((school) => school.uai);
    const against = [...(verdict.allowed ? [] : verdict.refusals), ...needRefusals(campaign, [need], own)];
    if (against.length > 0) return { against };
    const change = { campaignId: campaign.id, communeId, at: now, userId: user.id };
    draftAnswer(tx, change);
    addNeed(tx, change, need);
    const detail = { label: need.label, quantity, lot: lotOfCategory(campaign.lots, need.category)?.number };
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'campaign.needAdded',
      subjectKind: 'campaign',
      subjectId: campaign.id,
      detail,
    });
    return { path: `/campagnes/${campaign.id}/reponse`, label: need.label };
  });
  if ('against' in outcome) return refused(outcome.against.map(answerRefusalSentence));
  return redirectSaying(outcome.path, `Ajouté à votre réponse : ${outcome.label}.`);
});

export default function AnswerPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = `/campagnes/${shown.campaign.id}/reponse`;
  const open = shown.against.length === 0 && (shown.state === 'draft' || shown.state === 'notStarted');
  const editable = open && shown.mayWrite;
  const settled = shown.state === 'signed' || shown.state === 'noNeed';
  return (
    <article>
      <PageHead title={shown.campaign.title} crumbs={[{ to: '/campagnes', label: 'Recensements' }]}>
        À signer au plus tard le {formatDay(shown.campaign.closesOn)}.{' '}
        <Badge tone={settled ? 'good' : 'warn'}>{answerStateLabels[shown.state]}</Badge>
        {shown.signedOn && ` le ${formatDay(shown.signedOn)}`}
      </PageHead>
      {shown.campaign.description && <Notice>{<p>{shown.campaign.description}</p>}</Notice>}
      <FormProblem reasons={answer && 'reasons' in answer ? answer.reasons : []} title="Rien n’a été enregistré." />
      <FormProblem reasons={settled ? [] : shown.against} title="La réponse ne peut plus être modifiée." />
      {shown.needs.length > 0 ? (
        <NeedsTable {...shown} path={path} editable={editable} />
      ) : (
        <p>
          {shown.state === 'noNeed' ? 'Votre commune a déclaré n’avoir aucun besoin.' : 'Aucun besoin pour le moment.'}
        </p>
      )}
      {open && (
        <div className="row">
          {shown.needs.length > 0 ? (
            <Form method="post" action={`${path}/signature`}>
              <Submit>Signer l’état des besoins</Submit>
            </Form>
          ) : (
            <Form method="post" action={`${path}/aucun-besoin`}>
              <Submit tone="secondary">Déclarer « aucun besoin »</Submit>
            </Form>
          )}
        </div>
      )}
      {settled && shown.mayWrite && shown.against.length === 0 && (
        <Form method="post" action={`${path}/reouverture`}>
          <Submit tone="secondary">Rouvrir la réponse pour la corriger</Submit>
        </Form>
      )}
      {editable && (
        <section>
          <h2>Ajouter des besoins</h2>
          <Form method="get" className="inline">
            <Field label="Chercher au catalogue" name="q" type="search" defaultValue={shown.asked} />
            <Submit tone="secondary">Chercher</Submit>
          </Form>
          {shown.asked !== '' && shown.found === 0 && <p>Aucune référence des catégories recensées ne correspond.</p>}
          {shown.found > shown.results.length && (
            <p>
              {shown.found} références : les {shown.results.length} premières sont affichées, précisez la recherche.
            </p>
          )}
          <ul className="plain stack">
            {shown.results.map(({ reference, newId }) => (
              <AddReference key={reference.id} reference={reference} schools={shown.schools} newId={newId} />
            ))}
          </ul>
          <AddFreeNeed
            categories={shown.categories}
            schools={shown.schools}
            newId={shown.newId}
            typed={answer?.typed ?? {}}
            problems={answer && !('reasons' in answer) ? answer.problems : {}}
          />
        </section>
      )}
    </article>
  );
}
