// The business terms of a notice by section and subject, each with its value, where it comes from, and a copy button.
import {
  type EformsRow,
  type EformsStanding,
  eformsSectionLabels,
  eformsStandingLabels,
} from '~/domain/consultations/eforms';
import { CopyButton } from '../copy-button';
import { Badge, type Tone } from '../parts';

const tones: Readonly<Record<EformsStanding, Tone | undefined>> = {
  known: 'good',
  proposed: 'warn',
  bySender: undefined,
  missing: 'bad',
  open: 'unknown',
};

const titleOf = ({ section, subject }: EformsRow) =>
  subject === '' ? eformsSectionLabels[section] : `${eformsSectionLabels[section]} – ${subject}`;

function Value({ row }: { row: EformsRow }) {
  if (row.value === '') return null;
  return (
    <div className="row apart">
      <span className="wrapped">
        {row.value}
        {row.said !== '' && <small> {row.said}</small>}
      </span>
      <CopyButton text={row.value} label={`${row.bt} ${row.label}`} />
    </div>
  );
}

function Terms({ rows }: { rows: readonly EformsRow[] }) {
  return (
    <table className="cards copy-sheet">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Terme</th>
          <th scope="col">À recopier</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.bt}>
            <th scope="row">
              {row.label}
              <br />
              <small>
                {row.bt}
                {row.mandatory && ', obligatoire'}
              </small>{' '}
              <Badge tone={tones[row.standing]}>{eformsStandingLabels[row.standing]}</Badge>
            </th>
            <td>
              <Value row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A card per section and subject; those of a lot or a criterion fold, as one is copied at a time. */
export function EformsTable({ rows }: { rows: readonly EformsRow[] }) {
  const titles = [...new Set(rows.map(titleOf))];
  return titles.map((title) => {
    const own = rows.filter((row) => titleOf(row) === title);
    if (own[0]?.subject === '')
      return (
        <section key={title} className="card">
          <h2>{title}</h2>
          <Terms rows={own} />
        </section>
      );
    return (
      <details key={title} className="card" open={own.some(({ standing }) => standing === 'missing')}>
        <summary>{title}</summary>
        <Terms rows={own} />
      </details>
    );
  });
}
