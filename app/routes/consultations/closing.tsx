// The final state of a contract buyer by buyer, and its closing with a statement as PDF and DOCX.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { award as catalogue } from 'catalog/award';
import { write } from 'db/client';
import { findClosing } from 'db/contract-closings';
import { isAllowed } from '~/domain/accounts/permissions';
import { closingRefusalSentence, closingRefusals } from '~/domain/consultations/contract-closing';
import { mustBeChecked } from '~/domain/consultations/sentences';
import { ClosingForm, ClosingSaid, FinalState } from '~/ui/consultations/closing';
import { ContractHead } from '~/ui/consultations/contract-head';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { causeOf, closingQuestion, contractState, recordClosing, renderClosing } from './closing.server';
import { contractOf } from './contract.server';
import { closingSchema } from './contract-life-form.server';

export const meta: MetaFunction = () => [{ title: 'Fin du marché – Préau' }];

export const loader = reader('contract.read', ({ db, user, params, today }) => {
  const whole = contractOf(db, params['id']);
  const { contract, maximumNet } = whole;
  const closing = findClosing(db, contract.id);
  return {
    id: contract.id,
    number: contract.number,
    title: contract.title,
    endsOn: contract.endsOn,
    ended: contract.endsOn !== null && contract.endsOn < today,
    exhausted: whole.committedNet >= maximumNet,
    maximumNet,
    ...contractState(db, whole),
    closing: closing && { ...closing, ...causeOf(closing.kind, closing.ground) },
    mayClose: isAllowed(user.roles, 'contract.run') && contract.notifiedOn !== null && closing === undefined,
    grounds: catalogue.terminationGrounds.map(({ code, label, article, confidence }) => ({
      value: code,
      label: `${label} (${article}${mustBeChecked(confidence) ? ', à vérifier' : ''})`,
    })),
    today,
    newId: randomUUID(),
  };
});

export const action = writer('contract.run', async ({ db, user, params, form, now, today, platform }) => {
  const read = readForm(form, closingSchema);
  const whole = contractOf(db, params['id']);
  if (!('value' in read)) return notUnderstood(read);
  const page = `/contrats/${whole.contract.id}/fin`;
  const said = 'Le marché est clos\u202f: son état final est établi.';
  if (findClosing(db, whole.contract.id)?.id === read.value.id) return redirectSaying(page, said);
  const question = closingQuestion(db, whole, read.value, today);
  const refusals = closingRefusals(question);
  if (refusals.length > 0) return refused(refusals.map(closingRefusalSentence), typedOf(form));
  const state = contractState(db, whole);
  const bytes = await renderClosing(platform, whole, question, state);
  const reasons = write(db, (tx): readonly string[] => {
    const current = contractOf(tx, whole.contract.id);
    if (findClosing(tx, current.contract.id)?.id === read.value.id) return [];
    const again = closingQuestion(tx, current, read.value, today);
    const against = closingRefusals(again);
    if (against.length > 0) return against.map(closingRefusalSentence);
    const latest = contractState(tx, current);
    if (JSON.stringify(latest) !== JSON.stringify(state))
      return ['Une commande ou une livraison vient d’être enregistrée\u202f: relisez l’état, puis recommencez.'];
    recordClosing(tx, current, again, state, bytes, { userId: user.id, now, today });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(page, said);
});

export default function ClosingPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <ContractHead title="Fin du marché" contract={shown} />
      {shown.closing && <ClosingSaid id={shown.id} closing={shown.closing} />}
      <FinalState shown={shown} />
      {shown.mayClose && (
        <ClosingForm
          key={shown.newId}
          shown={shown}
          reasons={answer && 'reasons' in answer ? answer.reasons : undefined}
          typed={answer?.typed ?? {}}
          problems={answer?.problems ?? {}}
        />
      )}
    </article>
  );
}
