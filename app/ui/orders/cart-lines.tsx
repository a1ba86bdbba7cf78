// The lines of the cart by school: quantity, facts that the rules ask, amount, removal.
import { Link } from '@remix-run/react';
import { formatCents, formatUnitPrice } from '~/domain/shared/format';
import type { Cents, UnitPrice } from '~/domain/shared/money';

export interface CartLine {
  readonly id: string;
  readonly productId: string;
  readonly label: string;
  readonly reference: string;
  readonly schoolName: string;
  readonly lot: string;
  readonly unit: string;
  readonly quantity: number;
  readonly unitPriceNet: UnitPrice;
  readonly ecoContributionNet: UnitPrice;
  readonly net: Cents;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** Names of the questions that matter for this line. */
  readonly asked: readonly string[];
}

export interface LineQuestion {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function choiceOf(fact: string | number | boolean | undefined): string {
  return typeof fact === 'boolean' ? (fact ? 'oui' : 'non') : fact === undefined ? '' : String(fact);
}

function Questions({ line, questions }: { line: CartLine; questions: readonly LineQuestion[] }) {
  const asked = questions.filter(({ name }) => line.asked.includes(name));
  if (asked.length === 0) return null;
  return (
    <details>
      <summary>
        <small>Pour quel usage ?</small>
      </summary>
      <div className="row">
        {asked.map((question) => (
          <label key={question.name} className="stack tight">
            <small>{question.label}</small>
            <select name={`${question.name}:${line.id}`} defaultValue={choiceOf(line.facts[question.name])}>
              <option value="">je ne sais pas</option>
              {question.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}

function Line({ line, questions }: { line: CartLine; questions: readonly LineQuestion[] }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/catalogue/${line.productId}`}>{line.label}</Link>
        <br />
        <small>
          Réf. {line.reference} · {line.lot}
        </small>
        <Questions line={line} questions={questions} />
      </th>
      <td data-label="Prix unitaire HT" className="amount">
        {formatUnitPrice(line.unitPriceNet)}
        {line.ecoContributionNet > 0 && (
          <>
            <br />
            <small>+ {formatUnitPrice(line.ecoContributionNet)} éco</small>
          </>
        )}
      </td>
      <td data-label="Quantité">
        <input
          className="short"
          name={`quantity:${line.id}`}
          inputMode="numeric"
          defaultValue={line.quantity}
          aria-label={`Quantité de ${line.label} pour ${line.schoolName}`}
        />
      </td>
      <td data-label="Montant HT" className="amount strong">
        {formatCents(line.net)}
      </td>
      <td>
        <button
          type="submit"
          className="plain"
          formAction={`/panier/lignes/${line.id}/retrait`}
          aria-label={`Retirer ${line.label} pour ${line.schoolName}`}
        >
          Retirer
        </button>
      </td>
    </tr>
  );
}

/** One table per school. */
export function CartLines({ lines, questions }: { lines: readonly CartLine[]; questions: readonly LineQuestion[] }) {
  const schools = [...new Set(lines.map(({ schoolName }) => schoolName))];
  return schools.map((school) => (
    <div key={school} className="table-scroll">
      <table className="cards">
        <caption>{school}</caption>
        <thead>
          <tr>
            <th scope="col">Désignation</th>
            <th scope="col" className="amount">
              Prix unitaire HT
            </th>
            <th scope="col">Quantité</th>
            <th scope="col" className="amount">
              Montant HT
            </th>
            <th scope="col">
              <span className="visually-hidden">Retirer</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines
            .filter(({ schoolName }) => schoolName === school)
            .map((line) => (
              <Line key={line.id} line={line} questions={questions} />
            ))}
        </tbody>
      </table>
    </div>
  ));
}
