// The final state of a contract buyer by buyer, what is still open, and the form that closes it.
import { Form } from '@remix-run/react';
import { type BuyerState, buyersWhoOrdered, type ContractTotals } from '~/domain/consultations/contract-closing';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Field, FormProblem, Select, Submit, TextArea } from '../form';
import { Facts, Gauge, Notice } from '../parts';

const invoiced = (net: Cents | null) => (net === null ? 'par le titulaire' : formatCents(net));

export function ClosingSaid({
  id,
  closing,
}: {
  id: string;
  closing: {
    readonly cause: string;
    readonly article: string;
    readonly reason: string;
    readonly endsOn: Day;
    readonly retentionUntil: Day | null;
    readonly pdfDocumentId: string;
    readonly docxDocumentId: string;
  };
}) {
  return (
    <section className="card">
      <h2>Marché clos</h2>
      <p>
        {closing.cause}. Fin le <strong>{formatDay(closing.endsOn)}</strong>. <small>({closing.article})</small>
      </p>
      {closing.reason !== '' && <p>{closing.reason}</p>}
      <p>
        {closing.retentionUntil === null
          ? 'Aucune retenue de garantie.'
          : `Retenue de garantie à restituer au plus tard le ${formatDay(closing.retentionUntil)}.`}
      </p>
      <p>
        <a href={`/contrats/${id}/documents/${closing.pdfDocumentId}`} download>
          État final, PDF
        </a>
        ,{' '}
        <a href={`/contrats/${id}/documents/${closing.docxDocumentId}`} download>
          DOCX
        </a>
      </p>
    </section>
  );
}

export function FinalState({
  shown,
}: {
  shown: {
    readonly maximumNet: Cents;
    readonly buyers: readonly BuyerState[];
    readonly totals: ContractTotals;
    readonly open: readonly string[];
    readonly warrantyUntil: Day | null;
  };
}) {
  const { totals, open, maximumNet } = shown;
  const { ordered, others } = buyersWhoOrdered(shown.buyers);
  return (
    <section className="card">
      <h2>État par acheteur</h2>
      <Gauge label="Commandé par tous les acheteurs, HT" used={totals.orderedNet} ceiling={maximumNet} />
      <Facts
        entries={[
          ['Livré et attesté, HT', formatCents(totals.deliveredNet)],
          ['Facturé par le syndicat, HT', invoiced(totals.invoicedNet)],
          ['Dernière livraison', totals.lastDeliveredOn === null ? 'aucune' : formatDay(totals.lastDeliveredOn)],
          [
            'Garantie de la dernière livraison',
            shown.warrantyUntil === null ? 'sans objet' : `jusqu’au ${formatDay(shown.warrantyUntil)}`,
          ],
        ]}
      />
      {ordered.length > 0 && (
        <div className="table-scroll">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">Acheteur</th>
                <th scope="col" className="amount">
                  Plafond HT
                </th>
                <th scope="col" className="amount">
                  Commandé HT
                </th>
                <th scope="col" className="amount">
                  Livré HT
                </th>
                <th scope="col" className="amount">
                  Facturé HT
                </th>
              </tr>
            </thead>
            <tbody>
              {ordered.map((one) => (
                <tr key={one.communeId}>
                  <th scope="row">{one.name}</th>
                  <td data-label="Plafond HT" className="amount">
                    {one.ceilingNet === null ? 'aucun' : formatCents(one.ceilingNet)}
                  </td>
                  <td data-label="Commandé HT" className="amount">
                    {formatCents(one.orderedNet)}
                  </td>
                  <td data-label="Livré HT" className="amount">
                    {formatCents(one.deliveredNet)}
                  </td>
                  <td data-label="Facturé HT" className="amount">
                    {invoiced(one.invoicedNet)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {others !== null && <p>{others}</p>}
      <p>
        <small>
          Éco-participation comprise. Les paiements relèvent du comptable de chaque acheteur et ne sont pas suivis ici.
        </small>
      </p>
      {open.length > 0 && (
        <Notice tone="warn" title="Ce qui reste ouvert">
          <ul>
            {open.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}

export function ClosingForm({
  shown,
  reasons,
  typed,
  problems,
}: {
  shown: {
    readonly newId: string;
    readonly ended: boolean;
    readonly exhausted: boolean;
    /** What remains open, sentence by sentence. */
    readonly open: readonly string[];
    readonly endsOn: Day | null;
    readonly today: Day;
    readonly grounds: readonly { readonly value: string; readonly label: string }[];
  };
  reasons: readonly string[] | undefined;
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
}) {
  const { ended, exhausted, open, endsOn, today } = shown;
  const kinds = [
    ...(ended ? [{ value: 'term', label: 'Terme atteint' }] : []),
    ...(!ended && exhausted ? [{ value: 'maximum', label: 'Maximum atteint' }] : []),
    ...(ended ? [] : [{ value: 'termination', label: 'Résiliation' }]),
  ];
  return (
    <Form method="post" className="card">
      <h2>Clore le marché</h2>
      {!ended && endsOn !== null && (
        <p>
          Le marché court jusqu’au {formatDay(endsOn)}&nbsp;: le clore avant arrête les commandes de tous les acheteurs.
        </p>
      )}
      <FormProblem reasons={reasons} title="Le marché n’est pas clos." />
      <input type="hidden" name="id" value={typed['id'] ?? shown.newId} />
      <Select
        label="Cause"
        name="kind"
        options={kinds}
        empty="Choisissez"
        required
        defaultValue={typed['kind']}
        problem={problems['kind']}
      />
      {ended && open.length > 0 && (
        <TextArea
          label="Pourquoi le marché se clôt avec des commandes ouvertes"
          name="reason"
          rows={3}
          defaultValue={typed['reason']}
          problem={problems['reason']}
        />
      )}
      {!ended && (
        <fieldset className="stack">
          <legend>En cas de résiliation</legend>
          <Select
            label="Fondement"
            name="ground"
            options={shown.grounds}
            empty="Aucun"
            defaultValue={typed['ground']}
            problem={problems['ground']}
          />
          <TextArea label="Motifs" name="reason" rows={3} defaultValue={typed['reason']} problem={problems['reason']} />
          <Field
            label="Dernier jour du marché"
            name="lastDay"
            type="date"
            min={today}
            max={endsOn ?? undefined}
            defaultValue={typed['lastDay'] ?? today}
            problem={problems['lastDay']}
          />
        </fieldset>
      )}
      <Field
        label="Retenue de garantie à restituer au plus tard le"
        hint="Vide s’il n’y a pas de retenue : le CCAP proposé n’en prévoit pas."
        name="retentionUntil"
        type="date"
        defaultValue={typed['retentionUntil']}
        problem={problems['retentionUntil']}
      />
      <div className="row">
        <Submit tone="danger">Clore le marché (PDF et DOCX)</Submit>
      </div>
    </Form>
  );
}
