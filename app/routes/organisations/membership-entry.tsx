// A commune joins the centrale on a day, by a deliberation.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { listMemberships } from 'db/memberships';
import { addMembership, findCommune } from 'db/organisations';
import { addDeed } from 'db/records';
import { actRefusalSentence, actRefusals, joiningRefusals } from '~/domain/organisations/conventions';
import { RefusalPage } from '~/ui/refusal';
import { readDeliberation } from '../checks/adoption.server';
import { readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { entrySchema, keepDeliberation } from './deliberation.server';

export const loader = reader('convention.run', ({ params }) => redirect(`/conventions/adhesions/${params['commune']}`));

export const action = writer('convention.run', async ({ db, user, params, form, now, today }) => {
  const { organisation } = orNotFound(findCommune(db, params['commune'] ?? '', user.scope));
  const communeId = organisation.id;
  const read = readForm(form, entrySchema);
  const file = await readDeliberation(form);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  if (typeof file === 'string') return refused([file], typedOf(form));
  const { from, ...acts } = read.value;
  const reasons = write(db, (tx) => {
    const stays = listMemberships(tx, { kind: 'commune', communeId }).flatMap(({ membership }) =>
      membership === null ? [] : [{ joinedOn: membership.from, leftOn: membership.to }],
    );
    // The form sent twice: the membership is already recorded.
    if (stays.some(({ joinedOn }) => joinedOn === from)) return [];
    const against = [...actRefusals({ ...acts, signedOn: null }, today), ...joiningRefusals(stays, from)];
    if (against.length > 0) return against.map(actRefusalSentence);
    const { deliberationNumber: number, deliberationOn: on } = acts;
    const by = { userId: user.id, now, today };
    const deliberationDocumentId = file.bytes
      ? keepDeliberation(tx, { communeId, number, on, pdf: file.bytes }, by)
      : null;
    const enforceableSource = acts.enforceableOn === null ? null : ('given' as const);
    addMembership(tx, { communeId, from, ...acts, enforceableSource, deliberationDocumentId });
    const detail = { from, ...acts, deliberationDocumentId };
    const subject = { subjectKind: 'membership', subjectId: communeId, communeId };
    addDeed(tx, { at: now, userId: user.id, deed: 'membership.joined', ...subject, detail });
    return [];
  });
  if (reasons.length > 0) return refused(reasons, typedOf(form));
  return redirectSaying(`/conventions/adhesions/${communeId}`, 'L’adhésion est enregistrée.');
});

export default function EntryRefused() {
  const { commune } = useParams();
  return (
    <RefusalPage
      title="L’adhésion n’est pas enregistrée"
      back={`/conventions/adhesions/${commune}`}
      backLabel="Revenir à la commune"
    />
  );
}
