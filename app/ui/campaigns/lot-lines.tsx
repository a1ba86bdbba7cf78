// A consolidated lot: its lines, each with its communes, then the matrix of communes by lines.
import type { ConsolidatedLine, ConsolidatedLot } from '~/domain/consolidation/consolidation';
import type { Matrix } from '~/domain/consolidation/matrix';
import { formatCents, formatCount, formatUnitPrice } from '~/domain/shared/format';
import { LineDeeds, LineMade } from '../consolidation/line-decisions';

/** ', sans 2 lignes au prix inconnu', or nothing. */
export function withoutPrice(lines: number): string {
  return lines === 0 ? '' : `, sans ${formatCount(lines)} ligne${lines > 1 ? 's' : ''} au prix inconnu`;
}

/** Names of communes and schools by their identifiers. */
export interface Names {
  readonly communes: Readonly<Record<string, string>>;
  readonly schools: Readonly<Record<string, string>>;
}

function Shares({ line, names }: { line: ConsolidatedLine; names: Names }) {
  return (
    <details>
      <summary>
        {line.shares.length} commune{line.shares.length > 1 ? 's' : ''}
      </summary>
      <ul>
        {line.shares.map((share) => (
          <li key={share.communeId}>
            <strong>{names.communes[share.communeId] ?? share.communeId}</strong> : {formatCount(share.quantity)}
            {share.net !== null && `, ${formatCents(share.net)} HT`}
            <small>
              {' '}
              (
              {share.schools
                .map(
                  (school) =>
                    `${school.schoolUai === null ? 'commune' : (names.schools[school.schoolUai] ?? school.schoolUai)} ${formatCount(school.quantity)}`,
                )
                .join(', ')}
              )
              {share.asked &&
                ` a écrit ${share.asked.map((need) => `« ${need.label} » ${formatCount(need.quantity)} ${need.unit}`).join(', ')}`}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function priceText(line: ConsolidatedLine): string {
  if (line.estimatedUnitPriceNet === null) return 'inconnu';
  return formatUnitPrice(line.estimatedUnitPriceNet);
}

/** The lines of a lot with quantities, estimated prices and shares. */
export function LotLines(props: { lot: ConsolidatedLot; names: Names; base: string; mayDecide: boolean }) {
  const { lot, names, base, mayDecide } = props;
  return (
    <>
      <h2>
        Lot {lot.number} : {lot.title}
      </h2>
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
                Prix unitaire HT estimé
              </th>
              <th scope="col" className="amount">
                Montant HT
              </th>
              <th scope="col">Parts</th>
            </tr>
          </thead>
          <tbody>
            {lot.lines.map((line) => (
              <tr key={line.key}>
                <td data-label="N°">{line.number}</td>
                <th scope="row">
                  {line.label}
                  {line.productId === null && (
                    <small>
                      {' '}
                      ({line.made && line.made.requirement !== null ? 'besoin fonctionnel' : 'hors catalogue'})
                    </small>
                  )}
                  <LineMade line={line} />
                  {mayDecide && <LineDeeds base={base} line={line} />}
                </th>
                <td data-label="Quantité" className="amount">
                  {formatCount(line.quantity)}
                  {line.unit !== 'unité' && ` ${line.unit}`}
                </td>
                <td data-label="Prix unitaire HT estimé" className="amount">
                  {priceText(line)}
                  {line.priceRange && line.priceOrigin === 'answers' && (
                    <small>
                      {' '}
                      (de {formatUnitPrice(line.priceRange.lowest)} à {formatUnitPrice(line.priceRange.highest)})
                    </small>
                  )}
                </td>
                <td data-label="Montant HT" className="amount">
                  {line.net === null ? 'inconnu' : formatCents(line.net)}
                </td>
                <td data-label="Parts">
                  <Shares line={line} names={names} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                Total du lot HT{withoutPrice(lot.unpricedLines)}
              </th>
              <td className="amount">{formatCents(lot.net)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

/** Quantities by commune and line, with each commune's amount. */
export function LotMatrix({ matrix, title }: { matrix: Matrix; title: string }) {
  return (
    <details className="card">
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrolled by keyboard too. */}
      <section className="table-scroll" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">Commune</th>
              {matrix.columns.map((column) => (
                <th scope="col" key={column.number} className="amount" title={column.label}>
                  {column.number}
                </th>
              ))}
              <th scope="col" className="amount">
                Montant HT
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <tr key={row.communeId}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, index) => (
                  <td key={matrix.columns[index]?.number} className="amount">
                    {cell ? formatCount(cell.quantity) : ''}
                  </td>
                ))}
                <td className="amount">{formatCents(row.net)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              {matrix.columns.map((column) => (
                <td key={column.number} className="amount">
                  {formatCount(column.quantity)}
                </td>
              ))}
              <td className="amount">{formatCents(matrix.totalNet)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </details>
  );
}
