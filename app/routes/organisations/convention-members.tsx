// Adds communes to a groupement: one, or every member of the centrale that is not in yet.
import { randomUUID } from 'node:crypto';
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { listMembers } from 'db/campaigns';
import { type Tx, write } from 'db/client';
import { addConventionMember, findConvention, listConventionMembers } from 'db/conventions';
import { findCommune } from 'db/organisations';
import { addDeed } from 'db/records';
import { actRefusalSentence, joiningRefusals } from '~/domain/organisations/conventions';
import { formatCount } from '~/domain/shared/format';
import { RefusalPage } from '~/ui/refusal';
import { readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { joiningSchema } from './deliberation.server';

export const loader = reader('convention.run', ({ params }) => redirect(`/conventions/${params['id']}`));

function staysIn(tx: Tx, conventionId: string, communeId: string) {
  return listConventionMembers(tx, conventionId, { kind: 'commune', communeId }).map(({ member }) => ({
    joinedOn: member.joinedOn,
    leftOn: member.withdrawnOn,
  }));
}

export const action = writer('convention.run', ({ db, user, params, form, now, today }) => {
  const { id } = orNotFound(findConvention(db, params['id'] ?? '', user.scope));
  const read = readForm(form, joiningSchema);
  if (!('value' in read)) return refused(Object.values(read.problems), typedOf(form));
  const { communeId, joinedOn } = read.value;
  const all = communeId === 'centrale';
  const outcome = write(db, (tx) => {
    const wanted = all ? listMembers(tx, today).map((member) => member.communeId) : [communeId];
    const added: string[] = [];
    for (const commune of wanted) {
      if (!findCommune(tx, commune, user.scope)) return { reasons: ['Cette commune n’existe pas.'] };
      const against = joiningRefusals(staysIn(tx, id, commune), joinedOn);
      if (against.length > 0) {
        if (all) continue;
        return { reasons: against.map(actRefusalSentence) };
      }
      const member = { id: randomUUID(), conventionId: id, communeId: commune, joinedOn };
      addConventionMember(tx, member, { id: user.id, at: now });
      const subject = { subjectKind: 'convention', subjectId: id, communeId: commune };
      addDeed(tx, { at: now, userId: user.id, deed: 'convention.joined', ...subject, detail: { joinedOn } });
      added.push(commune);
    }
    return { added: added.length };
  });
  if ('reasons' in outcome) return refused(outcome.reasons ?? [], typedOf(form));
  const count = outcome.added ?? 0;
  return redirectSaying(
    `/conventions/${id}`,
    count === 1 ? 'La commune est membre : enregistrez ses actes.' : `${formatCount(count)} communes ajoutées.`,
  );
});

export default function JoiningRefused() {
  const { id } = useParams();
  return (
    <RefusalPage title="La commune n’est pas ajoutée" back={`/conventions/${id}`} backLabel="Revenir à la convention" />
  );
}
