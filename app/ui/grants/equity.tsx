// Equipment and grants per pupil: a table, bars, and a map of squares, one per commune, gathered by intercommunalité.
import { type EquityFigures, type PerPupil, scaleStep } from '~/domain/grants/overview';
import { formatCents, formatCount } from '~/domain/shared/format';

type Row = EquityFigures & { readonly label: string };

const tenths = (value: number) => String(value / 10).replace('.', ',');

function PerPupilCell({ of, label }: { of: PerPupil; label: string }) {
  return (
    <td data-label={label} className="amount">
      {of.per100 === null ? 'Inconnu' : tenths(of.per100)}{' '}
      <small>
        ({of.schools} école{of.schools > 1 ? 's' : ''} sur {of.of})
      </small>
    </td>
  );
}

export function EquityTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Communes</th>
            <th scope="col" className="amount">
              Écoles
            </th>
            <th scope="col" className="amount">
              Élèves connus
            </th>
            <th scope="col" className="amount">
              Accordé
            </th>
            <th scope="col" className="amount">
              Accordé par élève
            </th>
            <th scope="col" className="amount">
              Tablettes et portables pour 100 élèves
            </th>
            <th scope="col" className="amount">
              Affichages pour 100 élèves
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                {row.label}
                {row.communes > 1 && <small> ({formatCount(row.communes)})</small>}
              </th>
              <td data-label="Écoles" className="amount">
                {formatCount(row.schools)}
              </td>
              <td data-label="Élèves connus" className="amount">
                {formatCount(row.pupils)}
                {row.schoolsWithoutPupils > 0 && <small> ({row.schoolsWithoutPupils} sans effectif)</small>}
              </td>
              <td data-label="Accordé" className="amount">
                {formatCents(row.granted)}
              </td>
              <td data-label="Accordé par élève" className="amount">
                {row.grantPerPupil === null ? 'Inconnu' : formatCents(row.grantPerPupil)}
              </td>
              <PerPupilCell label="Tablettes et portables pour 100 élèves" of={row.mobileDevices} />
              <PerPupilCell label="Affichages pour 100 élèves" of={row.displays} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const barHeight = 22;

/** Bars of the groups, the table beside them saying the same figures. */
export function EquityBars({ groups }: { groups: readonly Row[] }) {
  const series = [
    { label: 'Tablettes et portables pour 100 élèves', of: ({ mobileDevices }: Row) => mobileDevices.per100 },
    { label: 'Affichages pour 100 élèves', of: ({ displays }: Row) => displays.per100 },
  ];
  return (
    <div className="row">
      {series.map(({ label, of }) => {
        const highest = Math.max(1, ...groups.map((group) => of(group) ?? 0));
        return (
          <figure key={label}>
            <figcaption>{label}</figcaption>
            <svg
              width="100%"
              viewBox={`0 0 360 ${groups.length * barHeight}`}
              role="img"
              aria-label={`${label} : ${groups.map((group) => `${group.label} ${of(group) === null ? 'inconnu' : tenths(of(group) ?? 0)}`).join(', ')}`}
            >
              {groups.map((group, index) => {
                const value = of(group);
                return (
                  <g key={group.label} transform={`translate(0 ${index * barHeight})`}>
                    <text x="0" y="15" className="chart-text">
                      {group.label}
                    </text>
                    <rect x="130" y="3" width={((value ?? 0) * 180) / highest} height="15" className="chart-bar" />
                    <text x={134 + ((value ?? 0) * 180) / highest} y="15" className="chart-text">
                      {value === null ? 'inconnu' : tenths(value)}
                    </text>
                  </g>
                );
              })}
            </svg>
          </figure>
        );
      })}
    </div>
  );
}

export interface Tile {
  readonly label: string;
  readonly epci: string;
  readonly rural: boolean | null;
  readonly value: number | null;
  readonly text: string;
}

const tile = 18;
const perRow = 12;

/** A square per commune; hatched when unknown, with a heavier edge when rural. */
export function TileMap({ title, communes }: { title: string; communes: readonly Tile[] }) {
  const highest = Math.max(0, ...communes.map(({ value }) => value ?? 0));
  const epci = [...new Set(communes.map((one) => one.epci))].sort((a, b) => a.localeCompare(b, 'fr'));
  return (
    <figure>
      <figcaption>
        {title} : les communes rangées côte à côte par intercommunalité, les rurales d’abord (aucune coordonnée n’est
        gardée : une case ne dit pas où est la commune). Bord épais : rurale ; bord en pointillé : inconnu.
      </figcaption>
      <div className="tile-map">
        {epci.map((name) => {
          const own = communes
            .filter((one) => one.epci === name)
            .sort((a, b) => Number(b.rural === true) - Number(a.rural === true));
          const rows = Math.ceil(own.length / perRow);
          const known = own.filter(({ value }) => value !== null).length;
          return (
            <div key={name}>
              <small>{name}</small>
              <svg
                width={perRow * tile}
                height={rows * tile}
                role="img"
                aria-label={`${name} : ${own.length} communes, ${known} connues`}
              >
                {own.map((one, index) => (
                  <rect
                    key={one.label}
                    x={(index % perRow) * tile + 1.5}
                    y={Math.floor(index / perRow) * tile + 1.5}
                    width={tile - 4}
                    height={tile - 4}
                    className={`tile step-${scaleStep(one.value, highest) ?? 'unknown'}${one.rural ? ' rural' : ''}`}
                  >
                    <title>{`${one.label} : ${one.text}`}</title>
                  </rect>
                ))}
              </svg>
            </div>
          );
        })}
      </div>
    </figure>
  );
}
