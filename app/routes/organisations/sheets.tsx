// The starting points of all the commune's schools by spreadsheet: download, fill in, send back; nothing changes yet.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { addStartingPointSheet, listStartingPointSheets } from 'db/starting-point-sheets';
import { formatInstant } from '~/domain/shared/format';
import { Field, FormProblem, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { refused } from '../form.server';
import { notFound, reader, writer } from '../guard.server';
import { readSheetFile } from './sheet.server';

export const meta: MetaFunction = () => [{ title: 'État des lieux des écoles – Préau' }];

export const loader = reader('school.declare', ({ db, user }) => {
  if (user.scope.kind !== 'commune') return notFound();
  return { sheets: listStartingPointSheets(db, user.scope.communeId), nextId: randomUUID() };
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const action = writer('school.declare', async ({ db, user, form, now }) => {
  if (user.scope.kind !== 'commune') return notFound();
  const { communeId } = user.scope;
  const id = String(form.get('sheetId') ?? '');
  const file = form.get('file');
  if (!uuid.test(id)) return refused(['Le formulaire est incomplet : rechargez la page.']);
  if (!(file instanceof File) || file.size === 0) return refused(['Choisissez un fichier.']);
  const read = await readSheetFile(file);
  if ('refusal' in read) return refused([read.refusal]);
  const fileName = file.name.slice(0, 200);
  write(db, (tx) => {
    const received = { receivedAt: now, receivedBy: user.id };
    if (!addStartingPointSheet(tx, { id, communeId, fileName, ...read, ...received })) return;
    addDeed(tx, {
      at: now,
      userId: user.id,
      communeId,
      deed: 'startingPoints.received',
      subjectKind: 'startingPointSheet',
      subjectId: id,
      detail: { fileName, sha256: read.sha256, rows: read.rows.length },
    });
  });
  return redirect(`/ecoles/etat-des-lieux/${id}`);
});

export default function Sheets() {
  const { sheets, nextId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow">
      <PageHead title="Toutes les écoles par tableur" crumbs={[{ to: '/ecoles', label: 'Écoles' }]}>
        Une ligne par école, une colonne par question. Rien n’est enregistré avant votre confirmation.
      </PageHead>
      <FormProblem reasons={answer?.reasons} title="Le fichier n’a pas été retenu." />
      <section className="card">
        <h2>1. Télécharger</h2>
        <p>
          <a className="button secondary" href="/ecoles/etat-des-lieux.xlsx">
            Télécharger le tableau (XLSX)
          </a>
        </p>
        <p className="hint">Il contient vos écoles et ce qui en est déjà connu.</p>
      </section>
      <Form method="post" encType="multipart/form-data" className="card">
        <h2>2. Renvoyer</h2>
        <input type="hidden" name="sheetId" value={nextId} />
        <Field
          label="Tableau rempli"
          hint="XLSX, ODS ou CSV. Chaque ligne sera montrée avant d’être enregistrée."
          name="file"
          type="file"
          accept=".xlsx,.xls,.ods,.csv"
          required
        />
        <div className="row">
          <Submit>Lire le tableau</Submit>
        </div>
      </Form>
      {sheets.length > 0 && (
        <section className="card">
          <h2>Tableaux reçus</h2>
          <ul>
            {sheets.map(({ id, fileName, receivedAt, receivedBy, confirmedAt }) => (
              <li key={id}>
                <Link to={`/ecoles/etat-des-lieux/${id}`}>{fileName}</Link>, {formatInstant(receivedAt)}, {receivedBy}
                {confirmedAt === null ? ' (à confirmer)' : ' (enregistré)'}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
