// How a file was understood: what each column was taken for, which sheets and rows were left out.
import { formatCount } from '~/domain/shared/format';

interface Reading {
  readonly sheets: readonly {
    readonly name: string;
    readonly state: string;
    readonly columns: readonly { readonly name: string; readonly header: string; readonly meaning: string | null }[];
  }[];
  readonly passedOver: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly kind: string;
    readonly text: string;
  }[];
}

const stateLabels: Readonly<Record<string, string>> = {
  read: 'lue',
  hidden: 'masquée, laissée de côté',
  withoutHeader: 'sans tableau de prix, laissée de côté',
  withoutNetPrice: 'sans prix hors taxes, laissée de côté',
  empty: 'vide',
};

const kindLabels: Readonly<Record<string, string>> = {
  title: 'avant le tableau',
  header: 'titres de colonnes',
  section: 'titre de section',
  total: 'total',
  note: 'note',
};

export function PriceScheduleReading({ reading }: { reading: Reading }) {
  return (
    <section className="stack" aria-labelledby="titre-lecture">
      <h2 id="titre-lecture">Comment le fichier a été lu</h2>
      {reading.sheets.map((sheet) => (
        <details key={sheet.name} className="card">
          <summary>
            Feuille «&nbsp;{sheet.name}&nbsp;»&nbsp;: {stateLabels[sheet.state] ?? sheet.state}
          </summary>
          {sheet.columns.length > 0 && (
            <ul>
              {sheet.columns.map((column) => (
                <li key={column.name}>
                  Colonne {column.name}, «&nbsp;{column.header}&nbsp;»&nbsp;:{' '}
                  {column.meaning ?? 'non reconnue, laissée de côté'}
                </li>
              ))}
            </ul>
          )}
        </details>
      ))}
      {reading.passedOver.length > 0 && (
        <details className="card">
          <summary>{formatCount(reading.passedOver.length)} lignes qui ne sont pas des articles</summary>
          <ul>
            {reading.passedOver.map((row) => (
              <li key={`${row.sheet}-${row.row}`}>
                Ligne {row.row} ({kindLabels[row.kind] ?? row.kind})&nbsp;: {row.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
