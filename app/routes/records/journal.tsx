// The journal for the administrator: who did what, when.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listJournal } from 'db/records';
import { formatInstant } from '~/domain/shared/format';
import { PageHead } from '~/ui/parts';
import { reader } from '../guard.server';

export const meta: MetaFunction = () => [{ title: 'Journal – Préau' }];

export const loader = reader('record.read', ({ db, url }) => {
  const before = Number(url.searchParams.get('avant')) || undefined;
  return { rows: listJournal(db, before) };
});

export default function Journal() {
  const { rows } = useLoaderData<typeof loader>();
  const last = rows.at(-1);
  return (
    <article>
      <PageHead title="Journal">
        Chaque écriture, dans la même transaction que ce qu’elle change. Rien ne s’efface.
      </PageHead>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">N°</th>
              <th scope="col">Quand</th>
              <th scope="col">Qui</th>
              <th scope="col">Commune</th>
              <th scope="col">Fait</th>
              <th scope="col">Sur</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.id}</th>
                <td data-label="Quand">{formatInstant(row.at)}</td>
                <td data-label="Qui">{row.userName ?? 'le système'}</td>
                <td data-label="Commune">{row.communeName ?? '–'}</td>
                <td data-label="Fait">{row.deed}</td>
                <td data-label="Sur">
                  {row.subjectKind} {row.subjectId}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {last && last.id > 1 && (
        <p>
          <Link to={`/journal?avant=${last.id}`}>Plus ancien</Link>
        </p>
      )}
    </article>
  );
}
