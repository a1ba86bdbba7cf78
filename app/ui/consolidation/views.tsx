// The consolidated lines by homogeneous family or by what the communes asked for, and the links between the views.
import { Link } from '@remix-run/react';
import type { ReferenceView } from '~/domain/consolidation/views';
import { formatCents, formatCount } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';

export type View = 'lot' | 'famille' | 'reference';

const labels: Readonly<Record<View, string>> = {
  lot: 'Par lot',
  famille: 'Par famille homogène',
  reference: 'Par référence demandée',
};

/** Links between the views of one consolidation; the present one is not a link. */
export function ViewLinks({ base, view }: { base: string; view: View }) {
  return (
    <nav className="tabs" aria-label="Vues de la consolidation">
      <ul>
        {(['lot', 'famille', 'reference'] as const).map((one) => (
          <li key={one}>
            <Link to={one === 'lot' ? base : `${base}?vue=${one}`} aria-current={one === view ? 'page' : undefined}>
              {labels[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What can be taken from the needs or tried on them. */
export function NeedsTools({ base }: { base: string }) {
  return (
    <p className="row">
      <a href={`${base}/matrice.xlsx`} download>
        Communes et lignes (XLSX)
      </a>
      <a href={`${base}/matrice.pdf`} download>
        Communes et lignes (PDF)
      </a>
      <Link to={`${base}/hypotheses`}>Essayer une hypothèse</Link>
      <Link to={`${base}/changements`}>Voir ce qui a bougé</Link>
    </p>
  );
}

/** A family as the page shows it. */
export interface ShownFamily {
  readonly family: string;
  readonly label: string;
  readonly lots: readonly number[];
  readonly net: Cents;
  readonly unpricedLines: number;
  readonly lines: readonly {
    readonly key: string;
    readonly number: string;
    readonly label: string;
    readonly unit: string;
    readonly quantity: number;
    readonly net: Cents | null;
  }[];
}

/** Families with their lines and totals. */
export function Families({ families }: { families: readonly ShownFamily[] }) {
  return (
    <>
      <p>
        Nomenclature du syndicat : la valeur du besoin s’apprécie par famille homogène de fournitures ou de services,
        quel que soit le nombre de lots (CCP R2121-6).
      </p>
      {families.map((family) => (
        <section key={family.family}>
          <h2>{family.label}</h2>
          <div className="table-scroll">
            <table className="cards">
              <thead>
                <tr>
                  <th scope="col">N°</th>
                  <th scope="col">Besoin</th>
                  <th scope="col" className="amount">
                    Quantité
                  </th>
                  <th scope="col" className="amount">
                    Montant HT
                  </th>
                </tr>
              </thead>
              <tbody>
                {family.lines.map((line) => (
                  <tr key={line.key}>
                    <td data-label="N°">{line.number}</td>
                    <th scope="row">{line.label}</th>
                    <td data-label="Quantité" className="amount">
                      {formatCount(line.quantity)} {line.unit !== 'unité' && line.unit}
                    </td>
                    <td data-label="Montant HT" className="amount">
                      {line.net === null ? 'inconnu' : formatCents(line.net)}
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={3}>
                    Total HT, lot{family.lots.length > 1 ? 's' : ''} {family.lots.join(', ')}
                  </th>
                  <td className="amount">{formatCents(family.net)}</td>
                </tr>
              </tfoot>
            </table>
          </div>
        </section>
      ))}
    </>
  );
}

/** What was asked, before any decision, and the lines that hold it. */
export function References({
  references,
}: {
  references: readonly (ReferenceView & { readonly categoryLabel: string })[];
}) {
  return (
    <section>
      <h2>Ce que les communes ont demandé</h2>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Demande</th>
              <th scope="col">Catégorie</th>
              <th scope="col" className="amount">
                Quantité
              </th>
              <th scope="col">Lignes</th>
            </tr>
          </thead>
          <tbody>
            {references.map((one) => (
              <tr key={one.key}>
                <th scope="row">
                  {one.label}
                  {one.productId === null && <small> (hors catalogue)</small>}
                </th>
                <td data-label="Catégorie">{one.categoryLabel}</td>
                <td data-label="Quantité" className="amount">
                  {formatCount(one.quantity)} {one.unit !== 'unité' && one.unit}
                </td>
                <td data-label="Lignes">{one.lines.map(({ number, label }) => `${number} ${label}`).join(' ; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
