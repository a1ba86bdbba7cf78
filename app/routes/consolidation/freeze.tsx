// Freezes the needs of a closed campaign: the buyer gives the missing prices, sees the totals, and confirms.
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addConsolidation } from 'db/consolidation';
import { addDeed } from 'db/records';
import { freezeRefusalSentence, freezeRefusals } from '~/domain/consolidation/freezing';
import { parseAmount } from '~/domain/shared/amount-text';
import { formatCents, formatCount } from '~/domain/shared/format';
import { type UnitPrice, unitPrice } from '~/domain/shared/money';
import { ExcludedBuyers, GroupingText } from '~/ui/campaigns/identified-buyers';
import { Field, FormProblem, Submit } from '~/ui/form';
import { Facts, Notice, PageHead } from '~/ui/parts';
import { notUnderstood, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { buyersOn, groupingOf, shownExclusions } from './buyers.server';
import { consolidatedNeeds, needsToFreeze } from './needs.server';

export const meta: MetaFunction = () => [{ title: 'Figer les besoins – Préau' }];

const priceField = (key: string) => `price-${key}`;

export const loader = reader('campaign.run', ({ db, params, today }) => {
  const { campaign, consolidation, stored } = consolidatedNeeds(db, params['id'], {}, today);
  const identified = buyersOn(db, campaign, today);
  const unpriced = consolidation.lots.flatMap((lot) => lot.lines).filter((line) => line.net === null);
  return {
    campaign: { id: campaign.id, title: campaign.title },
    frozen: stored !== undefined,
    totalNet: consolidation.totalNet,
    grouping: groupingOf(db, campaign),
    buyers: stored?.needs.buyers.length ?? identified.buyers.length,
    excluded: shownExclusions(stored?.needs.excludedBuyers ?? identified.excluded),
    members: consolidation.members.length,
    lines: consolidation.lots.reduce((sum, lot) => sum + lot.lines.length, 0),
    unpriced: unpriced.map(({ key, number, label, quantity, unit }) => ({ key, number, label, quantity, unit })),
  };
});

function readPrices(form: FormData) {
  const prices: Record<string, UnitPrice> = {};
  const problems: Record<string, string> = {};
  for (const [field, value] of form) {
    if (!field.startsWith('price-') || typeof value !== 'string' || value.trim() === '') continue;
    const amount = parseAmount(value);
    if (amount === undefined || amount < 0) problems[field] = 'Écrivez un prix en euros, comme 249,90.';
    else prices[field.slice('price-'.length)] = unitPrice(amount * 100);
  }
  return { prices, problems };
}

export const action = writer('campaign.run', ({ db, user, params, form, now, today }) => {
  const { prices, problems } = readPrices(form);
  if (Object.keys(problems).length > 0) return notUnderstood({ problems, typed: typedOf(form) });
  const against = write(db, (tx) => {
    const needs = consolidatedNeeds(tx, params['id'], prices, today);
    // The form sent twice: what it asked for is already done.
    if (needs.stored) return [];
    const toFreeze = needsToFreeze(tx, needs, today);
    const { campaign, consolidation, differences } = needs;
    const refusals = freezeRefusals(campaign, consolidation, differences, today, toFreeze.buyers.length);
    if (refusals.length > 0) return refusals;
    const stored = addConsolidation(tx, toFreeze, { id: user.id, at: now });
    const detail = { digest: stored.digest, totalNet: needs.consolidation.totalNet, buyerPrices: prices };
    const subject = { subjectKind: 'campaign', subjectId: needs.campaign.id };
    addDeed(tx, { at: now, userId: user.id, deed: 'consolidation.frozen', ...subject, detail });
    return [];
  });
  if (against.length > 0) return refused(against.map(freezeRefusalSentence), typedOf(form));
  return redirectSaying(`/campagnes/${params['id']}/consolidation`, 'Les besoins sont figés.');
});

export default function FreezePage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [
    { to: '/campagnes', label: 'Recensements' },
    { to: `/campagnes/${shown.campaign.id}`, label: shown.campaign.title },
    { to: `/campagnes/${shown.campaign.id}/consolidation`, label: 'Consolidation' },
  ];
  return (
    <article className="narrow">
      <PageHead title="Figer les besoins" crumbs={crumbs}>
        Les besoins figés ne changent plus : le dossier de consultation est fait d’eux seuls.
      </PageHead>
      <FormProblem
        reasons={answer && 'reasons' in answer ? answer.reasons : []}
        title="Les besoins ne sont pas figés."
      />
      <Facts
        entries={[
          ['Pour', <GroupingText key="grouping" grouping={shown.grouping} />],
          ['Acheteurs identifiés', formatCount(shown.buyers)],
          ['Communes avec des besoins', formatCount(shown.members)],
          ['Lignes', formatCount(shown.lines)],
          ['Estimation HT', formatCents(shown.totalNet)],
        ]}
      />
      <ExcludedBuyers
        of={shown.excluded}
        title="Communes qui ne seront pas acheteurs"
        detail="Leurs besoins ne sont pas figés, et elles ne pourront pas commander (CCP R2162-6). Complétez leurs actes avant de figer, ou figez sans elles."
      />
      {shown.frozen ? (
        <Notice tone="good">
          <p>Les besoins de cette campagne sont déjà figés.</p>
        </Notice>
      ) : (
        <Form method="post" className="stack">
          {shown.unpriced.length > 0 && (
            <fieldset>
              <legend>Prix unitaires HT à estimer</legend>
              <p>Aucune commune n’a donné de prix pour ces lignes.</p>
              {shown.unpriced.map((line) => (
                <Field
                  key={line.key}
                  label={`${line.number} ${line.label} (${formatCount(line.quantity)} ${line.unit})`}
                  name={priceField(line.key)}
                  inputMode="decimal"
                  className="short"
                  defaultValue={answer?.typed[priceField(line.key)]}
                  problem={answer?.problems[priceField(line.key)]}
                />
              ))}
            </fieldset>
          )}
          <div className="row">
            <Submit>Figer les besoins</Submit>
          </div>
        </Form>
      )}
    </article>
  );
}
