// The acts of one member of a groupement: its representative, its deliberation, its signature, its withdrawal.
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { type Tx, write } from 'db/client';
import { findConvention, findConventionMember, listCampaignsOfConvention, recordActs } from 'db/conventions';
import { addDeed } from 'db/records';
import { actRefusalSentence, actRefusals, rewritingRefusals } from '~/domain/organisations/conventions';
import { formatDay } from '~/domain/shared/format';
import { Field, FormProblem, Submit } from '~/ui/form';
import { Notice, PageHead } from '~/ui/parts';
import { readDeliberation } from '../checks/adoption.server';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { keepDeliberation, memberSchema } from './deliberation.server';

export const meta: MetaFunction = () => [{ title: 'Membre du groupement – Préau' }];

export const loader = reader('convention.run', ({ db, user, params, today }) => {
  const convention = orNotFound(findConvention(db, params['id'] ?? '', user.scope));
  const { member, name } = orNotFound(findConventionMember(db, convention.id, params['member'] ?? '', user.scope));
  return {
    convention: { id: convention.id, reference: convention.reference },
    member,
    name,
    today,
    relied: listCampaignsOfConvention(db, convention.id).some(({ frozenAt }) => frozenAt !== null),
  };
});

export const action = writer('convention.run', async ({ db, user, params, form, now, today }) => {
  const { id } = orNotFound(findConvention(db, params['id'] ?? '', user.scope));
  const found = orNotFound(findConventionMember(db, id, params['member'] ?? '', user.scope));
  const read = readForm(form, memberSchema);
  const file = await readDeliberation(form);
  if (!('value' in read)) return notUnderstood(read);
  if (typeof file === 'string') return notUnderstood({ problems: { file }, typed: typedOf(form) });
  const { representative, ...acts } = read.value;
  const recorded = (tx: Tx) => {
    const { member } = orNotFound(findConventionMember(tx, id, found.member.id, user.scope));
    const against = [...actRefusals(acts, today)];
    // Needs frozen under the convention rely on these acts.
    if (listCampaignsOfConvention(tx, id).some(({ frozenAt }) => frozenAt !== null))
      against.push(...rewritingRefusals(member, acts));
    if (against.length > 0) return against.map(actRefusalSentence);
    const { deliberationNumber: number, deliberationOn: on } = acts;
    if (file.bytes && (number === null || on === null))
      return ['Donnez le numéro et la date de la délibération jointe.'];
    const deliberationDocumentId =
      file.bytes && number !== null && on !== null
        ? keepDeliberation(
            tx,
            { communeId: member.communeId, number, on, pdf: file.bytes },
            { userId: user.id, now, today },
          )
        : member.deliberationDocumentId;
    recordActs(tx, member.id, { ...acts, representative, deliberationDocumentId });
    const before = {
      representative: member.representative,
      deliberationNumber: member.deliberationNumber,
      deliberationOn: member.deliberationOn,
      enforceableOn: member.enforceableOn,
      signedOn: member.signedOn,
    };
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId: member.communeId,
      deed: 'convention.actsRecorded',
      subjectKind: 'convention',
      subjectId: id,
      detail: { before, after: read.value, deliberationDocumentId },
    });
    return [];
  };
  const reasons = write(db, recorded);
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/conventions/${id}`, `Les actes sont enregistrés (commune : ${found.name}).`);
});

function Withdrawal({ action, today }: { action: string; today: string }) {
  return (
    <Form method="post" action={action} className="card">
      <h2>Retrait</h2>
      <Field label="N’est plus membre à compter du" name="leftOn" type="date" required defaultValue={today} />
      <Field
        label="Motif"
        name="reason"
        required
        maxLength={500}
        hint="Par exemple : délibération n° 2027-12 du conseil."
      />
      <div className="row">
        <Submit tone="danger">Enregistrer le retrait</Submit>
      </div>
    </Form>
  );
}

export default function MemberPage() {
  const { convention, member, name, today, relied } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? {};
  const problems = answer?.problems ?? {};
  const shown = (field: 'representative' | 'deliberationNumber' | 'deliberationOn' | 'enforceableOn' | 'signedOn') => ({
    name: field,
    defaultValue: typed[field] ?? member[field] ?? '',
    problem: problems[field],
  });
  const crumbs = [
    { to: '/conventions', label: 'Adhésions et conventions' },
    { to: `/conventions/${convention.id}`, label: convention.reference },
  ];
  return (
    <article className="narrow">
      <PageHead title={name} crumbs={crumbs}>
        Membre du groupement depuis le {formatDay(member.joinedOn)}
        {member.withdrawnOn !== null && `, jusqu’au retrait du ${formatDay(member.withdrawnOn)}`}.
      </PageHead>
      {relied && (
        <Notice tone="warn">
          <p>Des besoins ont été figés pour ce groupement : un acte enregistré se complète, il ne change plus.</p>
        </Notice>
      )}
      <FormProblem
        reasons={answer && 'reasons' in answer ? answer.reasons : Object.values(problems)}
        title="Les actes ne sont pas enregistrés."
      />
      <Form method="post" encType="multipart/form-data" className="card">
        <h2>Actes</h2>
        <Field
          label="Représentant et qualité"
          hint="Par exemple : Mme Durand, maire."
          maxLength={160}
          {...shown('representative')}
        />
        <div className="row">
          <Field label="Numéro de la délibération" maxLength={60} {...shown('deliberationNumber')} />
          <Field label="Date de la délibération" type="date" max={today} {...shown('deliberationOn')} />
        </div>
        <Field
          label="Exécutoire le"
          type="date"
          hint="Jour où la délibération est publiée et transmise au préfet (CGCT L2131-1, à vérifier)."
          {...shown('enforceableOn')}
        />
        <Field
          label={
            member.deliberationDocumentId === null ? 'Délibération (PDF)' : 'Remplacer la délibération jointe (PDF)'
          }
          name="file"
          type="file"
          accept="application/pdf,.pdf"
          problem={problems['file']}
        />
        <Field label="Convention signée le" type="date" max={today} {...shown('signedOn')} />
        <div className="row">
          <Submit>Enregistrer les actes</Submit>
        </div>
      </Form>
      {member.withdrawnOn === null ? (
        <Withdrawal action={`/conventions/${convention.id}/membres/${member.id}/retrait`} today={today} />
      ) : (
        <p>Motif du retrait : {member.withdrawalReason}</p>
      )}
    </article>
  );
}
