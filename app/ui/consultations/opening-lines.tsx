// The lines of an awarded price schedule as references of the catalogue to come, and the answers to what they leave blank.
import { Form } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';
import { Choice, Select, Submit } from '../form';
import { Badge, Notice } from '../parts';

interface Line {
  readonly refused: boolean;
  readonly number: string;
  readonly label: string;
  readonly model: string | null;
  readonly category: string;
  readonly price: string | null;
  readonly vatRate: string | null;
  readonly eco: string | null;
  readonly attributes: number;
  readonly problems: readonly string[];
}

export function OpeningLines({
  shown,
}: {
  shown: {
    readonly fileName: string;
    readonly sha256: string;
    readonly opened: boolean;
    readonly lines: readonly Line[];
    readonly blanks: { readonly vatRate: number | null; readonly noEcoContribution: boolean };
    readonly vatRates: readonly { readonly value: string; readonly label: string }[];
  };
}) {
  const { lines, blanks, opened } = shown;
  const refused = lines.filter((line) => line.refused);
  return (
    <section className="stack">
      <h2>{formatCount(lines.length)} références</h2>
      <p>
        <small>
          Bordereau {shown.fileName}, empreinte SHA-256 {shown.sha256.slice(0, 16)}…
        </small>
      </p>
      {!opened && refused.length > 0 && (
        <Notice tone="warn" title={`${formatCount(refused.length)} lignes à compléter`}>
          <Form method="get" className="stack">
            <Select
              label="TVA des lignes sans taux"
              name="vatRate"
              empty="Aucune"
              defaultValue={blanks.vatRate === null ? '' : String(blanks.vatRate)}
              options={shown.vatRates}
            />
            <Choice
              label="Les lignes sans éco-participation n’y sont pas soumises"
              name="noEcoContribution"
              defaultChecked={blanks.noEcoContribution}
            />
            <div className="row">
              <Submit tone="secondary">Compléter les lignes</Submit>
            </div>
          </Form>
        </Notice>
      )}
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">N° prix</th>
              <th scope="col">Désignation</th>
              <th scope="col">Catégorie</th>
              <th scope="col" className="amount">
                Prix HT
              </th>
              <th scope="col" className="amount">
                TVA
              </th>
              <th scope="col" className="amount">
                Éco-participation HT
              </th>
              <th scope="col">Remarques</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.number}>
                <td data-label="N° prix">{line.number}</td>
                <th scope="row">
                  {line.label}
                  <br />
                  <small>{line.model ?? 'modèle non indiqué'}</small>
                </th>
                <td data-label="Catégorie">
                  {line.category}
                  <br />
                  <small>{formatCount(line.attributes)} caractéristiques connues</small>
                </td>
                <td data-label="Prix HT" className="amount">
                  {line.price ?? 'absent'}
                </td>
                <td data-label="TVA" className="amount">
                  {line.vatRate ?? 'absente'}
                </td>
                <td data-label="Éco-participation HT" className="amount">
                  {line.eco ?? 'absente'}
                </td>
                <td data-label="Remarques">
                  {line.refused && <Badge tone="bad">à compléter</Badge>}
                  {line.problems.length === 0 ? (
                    'aucune'
                  ) : (
                    <ul className="problems">
                      {line.problems.map((sentence) => (
                        <li key={sentence}>{sentence}</li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
