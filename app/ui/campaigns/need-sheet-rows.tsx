// The rows of a sheet of needs with what each would do to the answer.
import { Badge, type Tone } from '../parts';

type Kind = 'added' | 'changed' | 'removed' | 'unchanged' | 'refused';

const kinds: Readonly<Record<Kind, { readonly label: string; readonly tone: Tone | undefined }>> = {
  refused: { label: 'refusée', tone: 'bad' },
  changed: { label: 'modifiée', tone: 'warn' },
  removed: { label: 'retirée', tone: 'warn' },
  added: { label: 'ajoutée', tone: 'good' },
  unchanged: { label: 'inchangée', tone: undefined },
};

interface ShownRow {
  readonly kind: Kind;
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly problems: readonly string[];
}

export function NeedSheetRows({ rows }: { rows: readonly ShownRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            <th scope="col">Besoin</th>
            <th scope="col">Décision</th>
            <th scope="col">Ce qui sera enregistré</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td data-label="Ligne">
                {row.row}
                <br />
                <small>{row.sheet}</small>
              </td>
              <th scope="row">{row.label}</th>
              <td data-label="Décision">
                <Badge tone={kinds[row.kind].tone}>{kinds[row.kind].label}</Badge>
              </td>
              <td data-label="Ce qui sera enregistré">
                {row.before !== null && <s>{row.before}</s>}
                {row.before !== null && row.after !== null && <br />}
                {row.after}
                {row.problems.map((problem) => (
                  <p key={problem}>{problem}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
