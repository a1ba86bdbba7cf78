// The periods of a contract, and the decision to renew it or not, as PDF and DOCX.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { award as catalogue } from 'catalog/award';
import { write } from 'db/client';
import { isAllowed } from '~/domain/accounts/permissions';
import {
  contractPeriods,
  holdingDecision,
  periodName,
  periodStateLabels,
} from '~/domain/consultations/contract-periods';
import { renewalRefusalSentence, renewalRefusals } from '~/domain/consultations/renewals';
import { ContractHead } from '~/ui/consultations/contract-head';
import { RenewalForm, RenewalLetters, RenewalPeriods } from '~/ui/consultations/renewals';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { contractOf } from './contract.server';
import { renewalSchema } from './contract-life-form.server';
import { recordRenewal, renderRenewal, renewalQuestion } from './renewal.server';

export const meta: MetaFunction = () => [{ title: 'Reconductions – Préau' }];

export const loader = reader('contract.read', ({ db, user, params, today }) => {
  const { contract, renewals } = contractOf(db, params['id']);
  const { renewalNotice } = catalogue;
  const periods = contractPeriods(contract, renewals, today);
  const next = periods.find(({ decideBy }) => decideBy !== null && decideBy >= today);
  const received = next !== undefined && (holdingDecision(renewals, next.number)?.receivedOn ?? null) !== null;
  const decidable = next !== undefined && (next.state === 'open' || next.state === 'renewed') && !received;
  const mayRun = isAllowed(user.roles, 'contract.run');
  return {
    id: contract.id,
    number: contract.number,
    title: contract.title,
    started: contract.startsOn !== null,
    endsOn: contract.endsOn,
    article: renewalNotice.article,
    months: contract.renewalNoticeMonths,
    periods: periods.map((period) => ({
      ...period,
      name: periodName(period.number),
      label: periodStateLabels[period.state],
    })),
    letters: renewals.map((one) => ({
      ...one,
      holds: holdingDecision(renewals, one.number)?.id === one.id,
    })),
    next: mayRun && decidable ? { number: next.number, from: next.from, decideBy: next.decideBy } : null,
    today,
    newId: randomUUID(),
    mayRun,
  };
});

export const action = writer('contract.run', async ({ db, user, params, form, now, today, platform }) => {
  const read = readForm(form, renewalSchema);
  const whole = contractOf(db, params['id']);
  if (!('value' in read)) return notUnderstood(read);
  const page = `/contrats/${whole.contract.id}/reconductions`;
  const said = 'La décision est établie\u202f: envoyez la lettre, puis enregistrez sa réception.';
  if (whole.renewals.some(({ id }) => id === read.value.id)) return redirectSaying(page, said);
  const refusals = renewalRefusals(renewalQuestion(whole, read.value, today));
  if (refusals.length > 0) return refused(refusals.map(renewalRefusalSentence), typedOf(form));
  const bytes = await renderRenewal(platform, whole, read.value, today);
  const reasons = write(db, (tx) => {
    const current = contractOf(tx, whole.contract.id);
    if (current.renewals.some(({ id }) => id === read.value.id)) return [];
    const against = renewalRefusals(renewalQuestion(current, read.value, today));
    if (against.length === 0) recordRenewal(tx, current, read.value, bytes, { userId: user.id, now, today });
    return against.map(renewalRefusalSentence);
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(page, said);
});

export default function RenewalsPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <ContractHead title="Reconductions" contract={shown} />
      <RenewalPeriods shown={shown} />
      <RenewalLetters shown={shown} />
      {shown.next !== null && (
        <RenewalForm
          key={shown.newId}
          shown={{ ...shown, next: shown.next }}
          reasons={answer && 'reasons' in answer ? answer.reasons : undefined}
          typed={answer?.typed ?? {}}
          problems={answer?.problems ?? {}}
        />
      )}
    </article>
  );
}
