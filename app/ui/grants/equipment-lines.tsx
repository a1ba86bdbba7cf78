// The lines of the order that a file rests on, with those a person may count where the text leaves it open.
import type { Cents } from '~/domain/shared/money';
import { Choice } from '../form';
import { Amount } from '../parts';
import type { Typed } from './fact-fields';

export interface ShownLine {
  readonly id: string;
  readonly label: string;
  readonly category: string;
  readonly quantity: string;
  readonly net: Cents;
  readonly gross: Cents;
  readonly answer: string;
  /** The text leaves it open: a person decides. */
  readonly open: boolean;
  readonly counted: boolean;
}

export function EquipmentLines({ lines, typed }: { lines: readonly ShownLine[]; typed: Typed }) {
  if (lines.length === 0) return <p>Aucune ligne : rattachez une commande ou un panier qui sert cette école.</p>;
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>Équipements et services, éco-participation comprise</caption>
        <thead>
          <tr>
            <th scope="col">Désignation</th>
            <th scope="col" className="amount">
              Quantité
            </th>
            <th scope="col" className="amount">
              HT
            </th>
            <th scope="col" className="amount">
              TTC
            </th>
            <th scope="col">Éligible</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {line.label}
                <br />
                <small>{line.category}</small>
              </th>
              <td data-label="Quantité" className="amount">
                {line.quantity}
              </td>
              <td data-label="HT" className="amount">
                <Amount of={line.net} />
              </td>
              <td data-label="TTC" className="amount">
                <Amount of={line.gross} />
              </td>
              <td data-label="Éligible">
                {line.answer}
                {line.open && (
                  <>
                    <input type="hidden" name="open[]" value={line.id} />
                    <Choice
                      label="Compter cette ligne"
                      name="counted[]"
                      value={line.id}
                      defaultChecked={typed.checked('counted[]', line.id, line.counted)}
                    />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
