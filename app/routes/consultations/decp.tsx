// The open data of a contract (DECP): what a person completes, what stands against them, the files issued.
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { decp } from 'catalog/codes/decp';
import { write } from 'db/client';
import { canonicalDigest } from 'db/consolidation';
import { addDecp, listDecp } from 'db/decp';
import { findSyndicat } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import { writeDecp } from '~/documents/consultations/decp';
import { isAllowed } from '~/domain/accounts/permissions';
import { decpRecord, decpRefusalSentence, decpRefusals } from '~/domain/consultations/decp';
import { ContractHead } from '~/ui/consultations/contract-head';
import { DecpForm, DecpVersions } from '~/ui/consultations/decp';
import { readForm, refused } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { decpOf, decpSchema, typedAnswers } from './decp.server';

export const meta: MetaFunction = () => [{ title: 'Données essentielles – Préau' }];

export const loader = reader('contract.read', ({ db, user, params, today }) => {
  const { whole, issued, proposed, factsWith } = decpOf(db, params['id'], today);
  const { contract, duties } = whole;
  return {
    id: contract.id,
    number: contract.number,
    title: contract.title,
    due: duties.find(({ kind }) => kind === 'openData')?.due ?? null,
    proposed,
    against: decpRefusals(factsWith(proposed)).map(decpRefusalSentence),
    codes: decp,
    issued: issued.map(({ version, publishedOn }) => ({ version, publishedOn })),
    mayRun: isAllowed(user.roles, 'contract.run'),
  };
});

export const action = writer('contract.run', ({ db, user, params, form, now, today }) => {
  const read = readForm(form, decpSchema);
  const typed = typedAnswers(form);
  if (!('value' in read)) return refused(Object.values(read.problems), typed);
  const answers = read.value;
  const { whole, issued, factsWith } = decpOf(db, params['id'], today);
  const { contract } = whole;
  const page = `/contrats/${contract.id}/donnees-essentielles`;
  const facts = factsWith(answers);
  const refusals = decpRefusals(facts);
  if (refusals.length > 0) return refused(refusals.map(decpRefusalSentence), typed);
  const record = decpRecord(facts, decp);
  const inputDigest = canonicalDigest(record);
  if (issued[0]?.inputDigest === inputDigest)
    return redirectSaying(page, `La version ${issued[0].version} dit déjà la même chose.`);
  const version = (issued[0]?.version ?? 0) + 1;
  write(db, (tx) => {
    // Another request was faster: its version holds.
    if ((listDecp(tx, contract.id)[0]?.version ?? 0) >= version) return;
    const documentId = addDocument(tx, {
      kind: 'decp',
      number: `${contract.number}-DECP-v${version}`,
      issuerId: findSyndicat(tx).id,
      communeId: null,
      title: `Données essentielles du contrat ${contract.number}, version ${version}`,
      issuedOn: today,
      issuedAt: now,
      issuedBy: user.id,
      fileName: `decp-${contract.number}-v${version}.json`,
      mediaType: 'application/json',
      templateVersion: decp.version,
      bytes: writeDecp([record]),
    });
    const issue = { contractId: contract.id, version, answers, publishedOn: today, inputDigest, documentId };
    addDecp(tx, { ...issue, at: now, byUserId: user.id });
    const about = { subjectKind: 'contract', subjectId: contract.id };
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'contract.decpIssued',
      ...about,
      detail: { version, documentId },
    });
  });
  return redirectSaying(
    page,
    `La version ${version} des données est établie\u202f: déposez-la sur le portail national.`,
  );
});

export default function DecpPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <ContractHead title="Données essentielles (DECP)" contract={shown}>
        {shown.title}. Format du portail national, schéma {shown.codes.version}.
      </ContractHead>
      <DecpVersions shown={shown} />
      {shown.mayRun && <DecpForm shown={shown} reasons={answer?.reasons} typed={answer?.typed} />}
    </article>
  );
}
