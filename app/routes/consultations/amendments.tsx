// Establishes an amendment to a contract, as PDF and DOCX to be signed.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { award as catalogue } from 'catalog/award';
import { write } from 'db/client';
import { findClosing } from 'db/contract-closings';
import { isAllowed } from '~/domain/accounts/permissions';
import { amendmentRefusalSentence, amendmentRefusals, shareOfInitial } from '~/domain/consultations/amendments';
import { formatRate } from '~/domain/shared/format';
import { AmendmentForm } from '~/ui/consultations/amendment-form';
import { AmendmentList } from '~/ui/consultations/amendment-list';
import { ContractHead } from '~/ui/consultations/contract-head';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { amendmentQuestion, recordAmendment, renderAmendment } from './amendment.server';
import { contractOf } from './contract.server';
import { amendmentSchema } from './contract-form.server';

export const meta: MetaFunction = () => [{ title: 'Avenants – Préau' }];

export const loader = reader('contract.read', ({ db, user, params, today }) => {
  const { contract, drafts, maximumNet } = contractOf(db, params['id']);
  return {
    id: contract.id,
    number: contract.number,
    title: contract.title,
    maximumNet,
    endsOn: contract.endsOn,
    mayAmend:
      isAllowed(user.roles, 'contract.run') &&
      contract.notifiedOn !== null &&
      (contract.endsOn ?? '') >= today &&
      findClosing(db, contract.id) === undefined &&
      drafts.every(({ notifiedOn }) => notifiedOn !== null),
    today,
    newId: randomUUID(),
    opinion: { above: formatRate(catalogue.caoOpinion.shareAbove), article: catalogue.caoOpinion.article },
    cases: catalogue.amendments.map(({ kind, label, article, shareMax }) => ({
      value: kind,
      label: `${label}${shareMax === null ? '' : `, ${formatRate(shareMax)} au plus`} (${article}, à vérifier)`,
    })),
    amendments: drafts.map((one) => ({
      id: one.id,
      number: one.number,
      object: one.object,
      maximumNetAfter: one.maximumNetAfter,
      share: shareOfInitial(one.maximumNetAfter - contract.maximumNet, contract.maximumNet),
      endsOnAfter: one.endsOnAfter,
      signedOn: one.signedOn,
      notifiedOn: one.notifiedOn,
      pdfDocumentId: one.pdfDocumentId,
      docxDocumentId: one.docxDocumentId,
    })),
    mayRun: isAllowed(user.roles, 'contract.run'),
  };
});

export const action = writer('contract.run', async ({ db, user, params, form, now, today, platform }) => {
  const read = readForm(form, amendmentSchema);
  const whole = contractOf(db, params['id']);
  if (!('value' in read)) return notUnderstood(read);
  const page = `/contrats/${whole.contract.id}/avenants`;
  if (whole.drafts.some(({ id }) => id === read.value.id)) return redirectSaying(page, 'L’avenant est déjà établi.');
  const refusals = amendmentRefusals(amendmentQuestion(db, whole, read.value, today));
  if (refusals.length > 0) return refused(refusals.map(amendmentRefusalSentence), typedOf(form));
  const bytes = await renderAmendment(platform, whole, read.value, today);
  const reasons = write(db, (tx) => {
    const current = contractOf(tx, whole.contract.id);
    if (current.drafts.some(({ id }) => id === read.value.id)) return [];
    const against = amendmentRefusals(amendmentQuestion(tx, current, read.value, today));
    if (against.length === 0) recordAmendment(tx, current, read.value, bytes, { userId: user.id, now, today });
    return against.map(amendmentRefusalSentence);
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(page, 'L’avenant est établi\u202f: faites-le signer, puis enregistrez sa notification.');
});

export default function AmendmentsPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <ContractHead title="Avenants" contract={shown} />
      <AmendmentList shown={shown} />
      {shown.mayAmend && shown.endsOn !== null && (
        <AmendmentForm
          key={shown.newId}
          shown={{ ...shown, endsOn: shown.endsOn }}
          reasons={answer && 'reasons' in answer ? answer.reasons : undefined}
          typed={answer?.typed ?? {}}
          problems={answer?.problems ?? {}}
        />
      )}
    </article>
  );
}
