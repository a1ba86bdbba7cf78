// What differs between two states of a grant file, entry by entry, both texts side by side.
import type { VersionDifference } from '~/domain/grants/versions';

export function VersionDifferences({ of }: { of: readonly VersionDifference[] }) {
  if (of.length === 0) return <p>Aucune différence dans le contenu.</p>;
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Où</th>
            <th scope="col">Avant</th>
            <th scope="col">Après</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ part, label, before, after }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two entries may read the same.
            <tr key={index}>
              <th scope="row">
                {label || part}
                {label !== '' && (
                  <>
                    <br />
                    <small>{part}</small>
                  </>
                )}
              </th>
              <td data-label="Avant" className="wrapped">
                {before ?? <small>absent</small>}
              </td>
              <td data-label="Après" className="wrapped">
                {after ?? <small>retiré</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
