// The pieces of the file: what it holds, what is to write, to sign and to join.
import { Badge, type Tone } from '../parts';

export interface ShownPiece {
  readonly label: string;
  readonly state: string;
  readonly tone: Exclude<Tone, 'accent'>;
  readonly details: readonly string[];
}

export function Pieces({ of }: { of: readonly ShownPiece[] }) {
  return (
    <section id="pieces">
      <h2>Pièces du dossier</h2>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Pièce</th>
              <th scope="col">État</th>
              <th scope="col">Détail</th>
            </tr>
          </thead>
          <tbody>
            {of.map((piece) => (
              <tr key={piece.label}>
                <th scope="row">{piece.label}</th>
                <td data-label="État">
                  <Badge tone={piece.tone}>{piece.state}</Badge>
                </td>
                <td data-label="Détail">
                  {piece.details.map((detail) => (
                    <div key={detail}>{detail}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
