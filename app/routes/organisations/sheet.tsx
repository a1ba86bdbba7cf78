// A sheet of schools as read: what each row changes, what is wrong and why; then its confirmation.
import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { answerText } from '~/domain/checks/starting-point';
import { rowProblemSentence } from '~/domain/checks/starting-point-sheet';
import { formatInstant } from '~/domain/shared/format';
import { Choice, Submit } from '~/ui/form';
import { SheetRows } from '~/ui/organisations/sheet-rows';
import { Notice, PageHead } from '~/ui/parts';
import { notFound, orNotFound, reader } from '../guard.server';
import { readSheet } from './sheet.server';

export const meta: MetaFunction = () => [{ title: 'État des lieux des écoles – Préau' }];

export const loader = reader('school.declare', ({ db, user, params, today }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const { sheet, decisions, digest, absent, counts } = orNotFound(readSheet(db, params['id'] ?? '', user.scope, today));
  return {
    id: sheet.id,
    fileName: sheet.fileName,
    receivedAt: sheet.receivedAt,
    confirmedAt: sheet.confirmedAt,
    outcome: sheet.outcome,
    digest,
    counts,
    absent: absent.map(({ name }) => name),
    rows: decisions.map(({ row, school, changes, problems }) => ({
      row: row.row,
      school: school?.name ?? row.name ?? row.uai ?? '',
      uai: school?.uai ?? row.uai ?? '',
      changes: changes.map(({ question, before, after }) => ({
        label: question.label,
        before: before === undefined ? 'pas de réponse' : answerText(question, before),
        after: answerText(question, after),
      })),
      problems: problems.map(rowProblemSentence),
    })),
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Confirmation({ shown }: { shown: Shown }) {
  const { counts } = shown;
  return (
    <Form method="post" action={`/ecoles/etat-des-lieux/${shown.id}/confirmation`} className="card accent">
      <h2>Ce que ce tableau changera</h2>
      <p>
        <strong>{counts.changedAnswers}</strong> réponse{counts.changedAnswers > 1 ? 's' : ''} dans{' '}
        {counts.changedSchools} école{counts.changedSchools > 1 ? 's' : ''}. Les cellules vides ne changent rien.
      </p>
      {shown.absent.length > 0 && <p>Sans ligne dans ce tableau, donc inchangées : {shown.absent.join(', ')}.</p>}
      <input type="hidden" name="digest" value={shown.digest} />
      {counts.refusedRows > 0 && (
        <Choice
          label={`Laisser de côté ${counts.refusedRows > 1 ? `les ${counts.refusedRows} lignes refusées` : 'la ligne refusée'} et enregistrer les autres`}
          name="withoutRefused"
        />
      )}
      <div className="row">
        {counts.changedAnswers > 0 ? (
          <Submit>Enregistrer ces réponses</Submit>
        ) : (
          <p>Rien à enregistrer : corrigez le tableau et renvoyez-le.</p>
        )}
      </div>
    </Form>
  );
}

export default function SheetPage() {
  const shown = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead
        title={shown.fileName}
        crumbs={[
          { to: '/ecoles', label: 'Écoles' },
          { to: '/ecoles/etat-des-lieux', label: 'Par tableur' },
        ]}
      >
        Reçu le {formatInstant(shown.receivedAt)}.
      </PageHead>
      {shown.confirmedAt === null ? (
        <Confirmation shown={shown} />
      ) : (
        <Notice tone="good" title={`Enregistré le ${formatInstant(shown.confirmedAt)}`}>
          <p>
            {shown.outcome?.['changedAnswers'] ?? 0} réponses changées, {shown.outcome?.['refusedRows'] ?? 0} lignes
            laissées de côté. Les lignes ci-dessous sont comparées à ce qui est connu maintenant.
          </p>
        </Notice>
      )}
      <SheetRows rows={shown.rows} />
    </article>
  );
}
