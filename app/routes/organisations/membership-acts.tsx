// Completes a membership: the day its deliberation became enforceable, and the deliberation itself.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { findMembershipFrom, giveEnforceableDay, keepMembershipFile } from 'db/memberships';
import { addDeed } from 'db/records';
import { actRefusalSentence, actRefusals } from '~/domain/organisations/conventions';
import { RefusalPage } from '~/ui/refusal';
import { readDeliberation } from '../checks/adoption.server';
import { readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { completionSchema, keepDeliberation } from './deliberation.server';

export const loader = reader('convention.run', ({ params }) => redirect(`/conventions/adhesions/${params['commune']}`));

export const action = writer('convention.run', async ({ db, user, params, form, now, today }) => {
  const { commune = '', from = '' } = params;
  orNotFound(findMembershipFrom(db, commune, from, user.scope));
  const read = readForm(form, completionSchema);
  const file = await readDeliberation(form);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  if (typeof file === 'string') return refused([file], typedOf(form));
  const { enforceableOn } = read.value;
  if (enforceableOn === null && file.bytes === null)
    return refused(['Donnez la date, ou joignez la délibération.'], typedOf(form));
  const reasons = write(db, (tx) => {
    const membership = orNotFound(findMembershipFrom(tx, commune, from, user.scope));
    const { communeId, deliberationNumber: number, deliberationOn: on } = membership;
    const before = { enforceableOn: membership.enforceableOn, source: membership.enforceableSource };
    if (enforceableOn !== null) {
      if (membership.enforceableSource === 'given' && membership.enforceableOn !== enforceableOn)
        return ['La date à laquelle la délibération est exécutoire est déjà enregistrée : elle ne change plus.'];
      const acts = { deliberationNumber: number, deliberationOn: on, enforceableOn, signedOn: null };
      const against = actRefusals(acts, today);
      if (against.length > 0) return against.map(actRefusalSentence);
      giveEnforceableDay(tx, membership, enforceableOn);
    }
    if (file.bytes && membership.deliberationDocumentId !== null) return ['La délibération est déjà jointe.'];
    const by = { userId: user.id, now, today };
    const documentId = file.bytes && keepDeliberation(tx, { communeId, number, on, pdf: file.bytes }, by);
    if (documentId) keepMembershipFile(tx, membership, documentId);
    const subject = { subjectKind: 'membership', subjectId: communeId, communeId };
    const detail = { from, before, enforceableOn, documentId };
    addDeed(tx, { at: now, userId: user.id, deed: 'membership.completed', ...subject, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/conventions/adhesions/${commune}`, 'L’adhésion est complétée.');
});

export default function ActsRefused() {
  const { commune } = useParams();
  return (
    <RefusalPage
      title="L’adhésion n’est pas complétée"
      back={`/conventions/adhesions/${commune}`}
      backLabel="Revenir à la commune"
    />
  );
}
