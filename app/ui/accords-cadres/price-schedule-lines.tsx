// The lines of a price schedule with what each would change, and every problem with its cell.
import { Link } from '@remix-run/react';
import { formatCount } from '~/domain/shared/format';
import { Badge, type Tone } from '../parts';

type Kind = 'created' | 'changed' | 'unchanged' | 'repeated' | 'refused';

const kindLabels: Readonly<
  Record<Kind, { readonly one: string; readonly many: string; readonly tone: Tone | undefined }>
> = {
  refused: { one: 'refusée', many: 'Refusées', tone: 'bad' },
  changed: { one: 'modifiée', many: 'Modifiées', tone: 'warn' },
  created: { one: 'créée', many: 'Créées', tone: 'good' },
  unchanged: { one: 'sans changement', many: 'Sans changement', tone: undefined },
  repeated: { one: 'répétée', many: 'Répétées', tone: undefined },
};

interface Line {
  readonly kind: Kind;
  readonly sheet: string;
  readonly row: number;
  readonly reference: string;
  readonly label: string;
  readonly price: string | null;
  readonly changes: readonly {
    readonly what: string;
    readonly before: string;
    readonly after: string;
    readonly flagged: boolean;
  }[];
  readonly problems: readonly { readonly severity: string; readonly place: string | null; readonly sentence: string }[];
}

interface Shown {
  readonly shown: Kind | null;
  readonly counts: readonly { readonly kind: Kind; readonly count: number }[];
  readonly total: number;
  readonly lines: readonly Line[];
  readonly page: number;
  readonly pages: number;
}

function LineRow({ line }: { line: Line }) {
  const { one, tone } = kindLabels[line.kind];
  return (
    <tr>
      <td data-label="Ligne">
        {line.row}
        <br />
        <small>{line.sheet}</small>
      </td>
      <td data-label="Décision">
        <Badge tone={tone}>{one}</Badge>
      </td>
      <th scope="row">
        {line.label}
        <br />
        <small>réf. {line.reference}</small>
      </th>
      <td data-label="Prix">{line.price ?? 'non lu'}</td>
      <td>
        {line.changes.length > 0 && (
          <ul className="problems">
            {line.changes.map((change) => (
              <li key={change.what}>
                {change.what}&nbsp;: <span className="before">{change.before}</span> → {change.after}{' '}
                {change.flagged && <Badge tone="warn">à vérifier</Badge>}
              </li>
            ))}
          </ul>
        )}
        {line.problems.length > 0 && (
          <ul className="problems">
            {line.problems.map((problem) => (
              <li key={problem.sentence} className={problem.severity === 'refusal' ? 'problem' : undefined}>
                {problem.sentence}
                {problem.place !== null && <small> ({problem.place})</small>}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

export function PriceScheduleLines({ shown, address }: { shown: Shown; address: string }) {
  const pageAddress = (page: number) =>
    `${address}?${new URLSearchParams({ ...(shown.shown === null ? {} : { voir: shown.shown }), page: String(page) })}`;
  return (
    <section className="stack" aria-labelledby="titre-lignes">
      <h2 id="titre-lignes">Lignes du fichier</h2>
      <ul className="chips">
        <li>
          <Link to={address} aria-current={shown.shown === null ? 'true' : undefined}>
            Toutes ({formatCount(shown.total)})
          </Link>
        </li>
        {shown.counts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <li key={kind}>
              <Link to={`${address}?voir=${kind}`} aria-current={shown.shown === kind ? 'true' : undefined}>
                {kindLabels[kind].many} ({formatCount(count)})
              </Link>
            </li>
          ))}
      </ul>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Ligne</th>
              <th scope="col">Décision</th>
              <th scope="col">Article</th>
              <th scope="col">Prix lu</th>
              <th scope="col">Changements et remarques</th>
            </tr>
          </thead>
          <tbody>
            {shown.lines.map((line) => (
              <LineRow key={`${line.sheet}-${line.row}`} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.pages > 1 && (
        <nav className="pages" aria-label="Pages de lignes">
          {shown.page > 1 ? <Link to={pageAddress(shown.page - 1)}>Page précédente</Link> : <span />}
          <span>
            Page {shown.page} sur {shown.pages}
          </span>
          {shown.page < shown.pages ? <Link to={pageAddress(shown.page + 1)}>Page suivante</Link> : <span />}
        </nav>
      )}
    </section>
  );
}
