// Chooses the CPV code of a lot: searched by words in the French list, or taken from the categories of its lines.
import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { cpvList } from 'catalog/codes/cpv';
import { write } from 'db/client';
import { changeConsultation } from 'db/consultations';
import { addDeed } from 'db/records';
import { type CpvEntry, cpvRefusalSentence, parseCpv, searchCpv } from '~/domain/consultations/cpv';
import { Field, FormProblem, Submit } from '~/ui/form';
import { PageHead } from '~/ui/parts';
import { refused } from '../form.server';
import { orNotFound, reader, redirectSaying, writer } from '../guard.server';
import { categoryCpv } from './cpv.server';
import { preparedConsultation } from './subject.server';

export const meta: MetaFunction = () => [{ title: 'Code CPV – Préau' }];

export const loader = reader('consultation.run', ({ db, params, url }) => {
  const { consultation, consolidation } = preparedConsultation(db, params['id']);
  const lot = orNotFound(
    consultation.choices.lots.find(({ number }) => String(number) === (url.searchParams.get('lot') ?? '1')),
  );
  const asked = (url.searchParams.get('mots') ?? '').slice(0, 80);
  const lines = consolidation.needs.consolidation.lots.find(({ number }) => number === lot.number)?.lines ?? [];
  const own = [...new Set(lines.flatMap(({ category }) => categoryCpv(category) ?? []))];
  const found =
    asked.trim() === '' ? own.flatMap((code) => searchCpv(code.slice(0, 8), cpvList)) : searchCpv(asked, cpvList);
  return {
    id: consultation.id,
    reference: consultation.reference,
    lot,
    asked,
    found,
    source: `${cpvList.source}, ${cpvList.licence}`,
  };
});

export const action = writer('consultation.run', ({ db, user, params, form, now }) => {
  const read = parseCpv(String(form.get('cpv') ?? ''), cpvList);
  if (!('code' in read)) return refused([cpvRefusalSentence(read.refusal, read.expected)]);
  const id = write(db, (tx) => {
    const { consultation } = preparedConsultation(tx, params['id']);
    const { choices } = consultation;
    const lot = orNotFound(choices.lots.find(({ number }) => String(number) === form.get('lot')));
    const lots = choices.lots.map((one) => (one === lot ? { ...one, cpv: read.code } : one));
    changeConsultation(tx, consultation.id, { ...consultation, choices: { ...choices, lots } }, now);
    const subject = { subjectKind: 'consultation', subjectId: consultation.id };
    const detail = { lot: lot.number, before: lot.cpv ?? null, cpv: read.code };
    addDeed(tx, { at: now, userId: user.id, deed: 'consultation.cpvChosen', ...subject, detail });
    return consultation.id;
  });
  return redirectSaying(`/consultations/${id}`, `Le code CPV ${read.code} est retenu.`);
});

function Found({
  entry,
  lot,
}: {
  entry: CpvEntry;
  lot: { readonly number: number; readonly cpv?: string | undefined };
}) {
  return (
    <tr>
      <th scope="row">
        <code>{entry.code}</code>
      </th>
      <td data-label="Libellé">{entry.label}</td>
      <td>
        {entry.code === lot.cpv ? (
          'Code actuel'
        ) : (
          <Form method="post">
            <input type="hidden" name="lot" value={lot.number} />
            <input type="hidden" name="cpv" value={entry.code} />
            <Submit tone="secondary" aria-label={`Retenir ${entry.code}`}>
              Retenir
            </Submit>
          </Form>
        )}
      </td>
    </tr>
  );
}

export default function LotCpv() {
  const { id, reference, lot, asked, found, source } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <PageHead
        title={`Code CPV du lot ${lot.number}`}
        crumbs={[
          { to: '/campagnes', label: 'Recensements' },
          { to: `/consultations/${id}`, label: `Consultation ${reference}` },
        ]}
      >
        {lot.title}
      </PageHead>
      <FormProblem reasons={answer?.reasons ?? []} title="Le code n’est pas retenu." />
      <Form method="get" className="row">
        <input type="hidden" name="lot" value={lot.number} />
        <Field label="Mots ou premiers chiffres" name="mots" defaultValue={asked} maxLength={80} />
        <Submit>Chercher</Submit>
      </Form>
      <section className="card">
        <h2>{asked === '' ? 'Codes des catégories du lot' : `Codes trouvés pour « ${asked} »`}</h2>
        {found.length === 0 ? (
          <p>Aucun code. Essayez un mot plus général, comme « ordinateurs » ou « maintenance ».</p>
        ) : (
          <div className="table-scroll">
            <table className="cards">
              <thead>
                <tr>
                  <th scope="col">Code</th>
                  <th scope="col">Libellé</th>
                  <th scope="col">Choix</th>
                </tr>
              </thead>
              <tbody>
                {found.map((entry) => (
                  <Found key={entry.code} entry={entry} lot={lot} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p className="hint">{source}</p>
      </section>
    </article>
  );
}
