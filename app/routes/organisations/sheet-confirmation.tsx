// Applies a sheet of schools once, exactly as it was shown; refused rows are left out only when the person says so.
import { redirect } from '@remix-run/node';
import { useParams } from '@remix-run/react';
import { write } from 'db/client';
import { declareFacts } from 'db/organisations';
import { addDeed } from 'db/records';
import { confirmStartingPointSheet } from 'db/starting-point-sheets';
import { RefusalPage } from '~/ui/refusal';
import { refused } from '../form.server';
import { notFound, orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { readSheet } from './sheet.server';

export const loader = reader('school.declare', ({ params }) => redirect(`/ecoles/etat-des-lieux/${params['id']}`));

export const action = writer('school.declare', ({ db, user, params, form, now, today }) => {
  const { scope } = user;
  if (scope.kind !== 'commune') return notFound();
  const id = params['id'] ?? '';
  const reasons = write(db, (tx): readonly string[] => {
    const { sheet, decisions, digest, counts } = orNotFound(readSheet(tx, id, scope, today));
    // Sent twice: already done.
    if (sheet.confirmedAt !== null) return [];
    if (form.get('digest') !== digest) {
      return ['Les réponses ont changé depuis que cette page a été affichée : relisez les lignes, puis confirmez.'];
    }
    if (counts.changedAnswers === 0) return ['Ce tableau ne change rien.'];
    if (counts.refusedRows > 0 && form.get('withoutRefused') !== 'on') {
      return ['Des lignes sont refusées : corrigez le tableau, ou cochez la case qui les laisse de côté.'];
    }
    confirmStartingPointSheet(tx, id, { userId: user.id, at: now }, counts);
    for (const { school, changes } of decisions) {
      if (!school || changes.length === 0) continue;
      const detail = Object.fromEntries(changes.map(({ question, after }) => [question.name, after]));
      declareFacts(tx, school.uai, detail, user.id, now);
      addDeed(tx, {
        at: now,
        userId: user.id,
        communeId: scope.communeId,
        deed: 'school.startingPointDeclared',
        subjectKind: 'school',
        subjectId: school.uai,
        detail: { ...detail, sheetId: id },
      });
    }
    return [];
  });
  if (reasons.length > 0) return refused(reasons);
  return redirectSaying(
    `/ecoles/etat-des-lieux/${id}`,
    'Les réponses sont enregistrées ; les contrôles en tiennent compte.',
  );
});

export default function SheetConfirmationRefused() {
  const { id } = useParams();
  return (
    <RefusalPage title="Rien n’est enregistré" back={`/ecoles/etat-des-lieux/${id}`} backLabel="Revoir les lignes" />
  );
}
