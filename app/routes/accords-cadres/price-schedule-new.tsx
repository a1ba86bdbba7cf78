// Receives a supplier's price schedule for a lot: the file is read and shown, and changes nothing yet.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { categories } from 'catalog/products/categories';
import { addPriceSchedule, findLot } from 'db/accords-cadres';
import { write } from 'db/client';
import { addDeed } from 'db/records';
import { addDays } from '~/domain/shared/day';
import { formatDay, formatRate } from '~/domain/shared/format';
import { vatRatesInForce } from '~/imports/price-schedule-vocabulary';
import { fileRefusalSentence } from '~/imports/sentences';
import { Choice, Field, FormProblem, Select, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { notUnderstood, readForm, refused, typedOf } from '../form.server';
import { orNotFound, reader, writer } from '../guard.server';
import { keptReport, readUpload, receptionSchema } from './price-schedule.server';

export const meta: MetaFunction = () => [{ title: 'Recevoir un bordereau de prix – Préau' }];

export const loader = reader('priceSchedule.import', ({ db, params, today }) => {
  const { lot, accordCadre, holder } = orNotFound(findLot(db, params['id'] ?? ''));
  return {
    lot: { id: lot.id, number: lot.number, title: lot.title },
    accordCadre,
    holderName: holder.name,
    earliest: today < accordCadre.startsOn ? accordCadre.startsOn : today,
    proposed: today < accordCadre.startsOn ? accordCadre.startsOn : addDays(today, 1),
    rates: vatRatesInForce.map((rate) => ({ value: String(rate), label: formatRate(rate) })),
    categories: Object.entries(categories).map(([value, { label }]) => ({ value, label })),
  };
});

export const action = writer('priceSchedule.import', async ({ db, params, form, user, now, today }) => {
  const { lot, accordCadre } = orNotFound(findLot(db, params['id'] ?? ''));
  const read = readForm(form, receptionSchema);
  if (!('value' in read)) return notUnderstood(read);
  const { file, effectiveOn, ...blanks } = read.value;
  const reasons: string[] = [];
  if (effectiveOn < today) reasons.push('La date d’effet est passée\u202f: un prix ne change pas après coup.');
  if (effectiveOn < accordCadre.startsOn || effectiveOn > accordCadre.endsOn) {
    reasons.push(
      `La date d’effet doit être comprise entre le ${formatDay(accordCadre.startsOn)} et le ${formatDay(accordCadre.endsOn)}.`,
    );
  }
  const { reading, sha256 } = await readUpload(file);
  if (!reading.read) reasons.push(fileRefusalSentence(reading.refusal));
  if (reasons.length > 0 || !reading.read) return refused(reasons, typedOf(form));
  const id = randomUUID();
  write(db, (tx) => {
    addPriceSchedule(tx, {
      id,
      lotId: lot.id,
      fileName: file.name.slice(0, 200),
      sha256,
      effectiveOn,
      report: keptReport(reading.schedule, { ...blanks, unit: 'unité' }),
      receivedAt: now,
      receivedBy: user.id,
    });
    addDeed(tx, {
      at: now,
      userId: user.id,
      deed: 'priceSchedule.received',
      subjectKind: 'lot',
      subjectId: lot.id,
      detail: { priceScheduleId: id, fileName: file.name, sha256, lines: reading.schedule.lines.length },
    });
  });
  return redirect(`/accords-cadres/lots/${lot.id}/bordereaux/${id}`);
});

export default function NewPriceSchedule() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, string>> = answer?.problems ?? {};
  const typed: Readonly<Record<string, string>> = answer?.typed ?? {};
  const reasons = answer && 'reasons' in answer ? answer.reasons : undefined;
  return (
    <article className="narrow">
      <PageHead
        title="Recevoir un bordereau de prix"
        crumbs={[
          { to: '/accords-cadres', label: 'Accords-cadres' },
          { to: `/accords-cadres/${shown.accordCadre.id}`, label: shown.accordCadre.reference },
        ]}
      >
        Lot {shown.lot.number} – {shown.lot.title}, {shown.holderName}. Le fichier est lu et montré ligne à ligne&nbsp;;
        rien ne change avant votre confirmation.
      </PageHead>
      <FormProblem reasons={reasons} title="Le fichier n’a pas été retenu." />
      <Form method="post" encType="multipart/form-data" className="card">
        <Field
          label="Fichier du fournisseur"
          hint="XLSX, XLS, ODS ou CSV, tel que reçu : titres, cellules fusionnées et virgules décimales sont compris."
          name="file"
          type="file"
          accept=".xlsx,.xls,.ods,.csv,.txt"
          required
          problem={problems['file']}
        />
        <Field
          label="Prix applicables à partir du"
          name="effectiveOn"
          type="date"
          required
          min={shown.earliest}
          max={shown.accordCadre.endsOn}
          defaultValue={typed['effectiveOn'] ?? shown.proposed}
          problem={problems['effectiveOn']}
        />
        <fieldset>
          <legend>Ce que le fichier laisse en blanc</legend>
          <p className="hint">Sans choix de votre part, une ligne incomplète est refusée.</p>
          <Select
            label="TVA des lignes sans taux"
            name="vatRate"
            empty="Refuser ces lignes"
            options={shown.rates}
            defaultValue={typed['vatRate']}
          />
          <Select
            label="Catégorie des références nouvelles sans catégorie"
            name="category"
            empty="Refuser ces lignes"
            options={shown.categories}
            defaultValue={typed['category']}
          />
          <Choice
            label="Le fournisseur déclare qu’aucune éco-participation n’est due sur les lignes qui n’en donnent pas"
            name="noEcoContribution"
            defaultChecked={typed['noEcoContribution'] === 'on'}
          />
        </fieldset>
        <div className="row">
          <Submit>Lire le fichier</Submit>
        </div>
      </Form>
    </article>
  );
}
