// The amount of each lot by budget year, with the sum of each year.
import type { LotYears } from '~/domain/consolidation/years';
import { formatCents } from '~/domain/shared/format';
import { sumCents } from '~/domain/shared/money';

/** Nothing where the campaign asks no year. */
export function LotYearsTable({ lots }: { lots: readonly LotYears[] }) {
  const years = lots[0]?.parts.map(({ year }) => year) ?? [];
  if (years.length === 0) return null;
  const netOf = (lot: LotYears, year: number) => lot.parts.find((part) => part.year === year)?.net;
  return (
    <section>
      <h2>Par année</h2>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Lot</th>
              {years.map((year) => (
                <th key={year} scope="col" className="amount">
                  {year}, HT
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lots.map((lot) => (
              <tr key={lot.number}>
                <th scope="row">
                  Lot {lot.number} – {lot.title}
                </th>
                {years.map((year) => (
                  <td key={year} data-label={String(year)} className="amount">
                    {formatCents(netOf(lot, year) ?? sumCents([]))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              {years.map((year) => (
                <td key={year} data-label={String(year)} className="amount">
                  {formatCents(sumCents(lots.flatMap((lot) => netOf(lot, year) ?? [])))}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
