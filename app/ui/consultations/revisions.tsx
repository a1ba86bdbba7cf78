// The price revisions of a contract: those made, the values of the next one, and what it would do to each price.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatCount, formatDay, formatUnitPrice } from '~/domain/shared/format';
import type { UnitPrice } from '~/domain/shared/money';
import { Field, FormProblem, Select, Submit, TextArea } from '../form';
import { Facts } from '../parts';

export function RevisionList({
  shown: { id, revisions },
}: {
  shown: {
    readonly id: string;
    readonly revisions: readonly {
      readonly id: string;
      readonly number: number;
      readonly dueOn: Day;
      readonly effectiveOn: Day;
      readonly coefficient: string;
      readonly pdfDocumentId: string;
      readonly docxDocumentId: string;
    }[];
  };
}) {
  if (revisions.length === 0) return null;
  return (
    <section className="card">
      <h2>Révisions faites</h2>
      <ul>
        {revisions.map((one) => (
          <li key={one.id}>
            <strong>Révision {one.number}</strong>, au {formatDay(one.dueOn)}&nbsp;: coefficient {one.coefficient}, prix
            en vigueur depuis le {formatDay(one.effectiveOn)}.{' '}
            <a href={`/contrats/${id}/documents/${one.pdfDocumentId}`} download>
              Certificat {one.number}, PDF
            </a>
            ,{' '}
            <a href={`/contrats/${id}/documents/${one.docxDocumentId}`} download>
              DOCX
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Asked {
  readonly today: Day;
  readonly newId: string;
  readonly days: readonly Day[];
  readonly nextDay: Day | null;
  readonly indices: readonly { readonly label: string; readonly identifier: string; readonly baseValue: string }[];
  readonly asked: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

export function RevisionForm({ shown }: { shown: Asked }) {
  const { days, nextDay, indices, asked, problems, today, newId } = shown;
  if (days.length === 0)
    return (
      <p>
        {nextDay === null
          ? 'Aucune révision ne reste à faire avant la fin du marché.'
          : `La prochaine révision se calcule le ${formatDay(nextDay)}.`}
      </p>
    );
  return (
    <Form method="get" className="card">
      <h2>Calculer une révision</h2>
      <input type="hidden" name="id" value={asked['id'] ?? newId} />
      <div className="grid">
        <Select
          label="Date de révision"
          name="dueOn"
          options={days.map((day) => ({ value: day, label: formatDay(day) }))}
          defaultValue={asked['dueOn'] ?? days.at(-1)}
          problem={problems['dueOn']}
        />
        <Field
          label="Nouveaux prix à compter du"
          hint="Les commandes déjà soumises gardent leur prix."
          name="effectiveOn"
          type="date"
          required
          min={today}
          defaultValue={asked['effectiveOn'] ?? today}
          problem={problems['effectiveOn']}
        />
      </div>
      {indices.map((index, at) => (
        <fieldset key={index.identifier} className="stack">
          <legend>
            {index.label}, identifiant {index.identifier} (départ&nbsp;: {index.baseValue})
          </legend>
          <div className="grid">
            {(
              [
                ['value', 'Dernière valeur publiée', 'text'],
                ['publishedOn', 'Publiée le', 'date'],
                ['source', 'Source', 'text'],
              ] as const
            ).map(([name, label, type]) => (
              <Field
                key={name}
                label={label}
                name={`${name}-${at}`}
                type={type}
                inputMode={name === 'value' ? 'decimal' : undefined}
                required
                defaultValue={asked[`${name}-${at}`]}
                problem={problems[`${name}-${at}`]}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div className="row">
        <Submit tone="secondary">Calculer</Submit>
      </div>
    </Form>
  );
}

export function RevisionPreview({
  shown,
}: {
  shown: {
    readonly mayRun: boolean;
    readonly asked: Readonly<Record<string, string>>;
    readonly reasons: readonly string[];
    readonly computed: {
      readonly exact: string;
      readonly rounded: string;
      readonly applied: string;
      readonly capped: boolean;
      readonly overSafeguard: boolean;
      readonly lines: readonly {
        readonly id: string;
        readonly reference: string;
        readonly label: string;
        readonly initialNet: UnitPrice;
        readonly currentNet: UnitPrice;
        readonly revisedNet: UnitPrice;
      }[];
    };
  };
}) {
  const { computed, asked, reasons, mayRun } = shown;
  return (
    <section className="card">
      <h2>Nouveaux prix</h2>
      <Facts
        entries={[
          ['Coefficient, huit décimales', computed.exact],
          ['Arrondi', computed.rounded],
          ['Appliqué', computed.capped ? `${computed.applied}, plafonné` : computed.applied],
        ]}
      />
      <div className="table-scroll">
        <table className="cards">
          <caption>{formatCount(computed.lines.length)} références</caption>
          <thead>
            <tr>
              <th scope="col">Référence</th>
              <th scope="col">Désignation</th>
              <th scope="col" className="amount">
                Prix initial HT
              </th>
              <th scope="col" className="amount">
                En vigueur HT
              </th>
              <th scope="col" className="amount">
                Révisé HT
              </th>
            </tr>
          </thead>
          <tbody>
            {computed.lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">{line.reference}</th>
                <td data-label="Désignation">{line.label}</td>
                <td data-label="Prix initial HT" className="amount">
                  {formatUnitPrice(line.initialNet)}
                </td>
                <td data-label="En vigueur HT" className="amount">
                  {formatUnitPrice(line.currentNet)}
                </td>
                <td data-label="Révisé HT" className="amount">
                  {formatUnitPrice(line.revisedNet)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FormProblem reasons={reasons} title="La révision ne peut pas encore être faite." />
      {mayRun && (
        <Form method="post" className="stack">
          {Object.entries(asked)
            .filter(([name]) => name !== 'safeguardReason')
            .map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
          {computed.overSafeguard && (
            <TextArea
              label="Clause de sauvegarde : pourquoi le marché continue"
              name="safeguardReason"
              rows={2}
              required
            />
          )}
          <div className="row">
            <Submit>Établir le certificat et réviser le catalogue</Submit>
          </div>
        </Form>
      )}
    </section>
  );
}
