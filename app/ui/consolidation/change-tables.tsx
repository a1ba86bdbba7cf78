// Lines and communes that moved between two consolidations, with quantities and amounts before and after.
import type { LineChange, MemberChange } from '~/domain/consolidation/changes';
import { movedBy } from '~/domain/consultations/scenario-sentences';
import { formatCents, formatCount } from '~/domain/shared/format';

const kinds: Readonly<Record<LineChange['kind'], string>> = {
  added: 'nouvelle',
  removed: 'disparue',
  changed: 'changée',
};

/** Lines, each open to the communes that moved it. */
export function ChangedLines({ lines }: { lines: readonly LineChange[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>Lignes</h2>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Ligne</th>
              <th scope="col" className="amount">
                Quantité
              </th>
              <th scope="col" className="amount">
                Montant HT
              </th>
              <th scope="col">Communes</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">
                  {line.label} <small>({kinds[line.kind]})</small>
                </th>
                <td data-label="Quantité" className="amount">
                  {formatCount(line.quantityBefore)} → {formatCount(line.quantityAfter)}
                </td>
                <td data-label="Montant HT" className="amount">
                  {formatCents(line.netBefore)} → {formatCents(line.netAfter)}
                </td>
                <td data-label="Communes">
                  {line.communes
                    .map((one) => `${one.name} ${formatCount(one.quantityBefore)} → ${formatCount(one.quantityAfter)}`)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Communes whose amount moved. */
export function ChangedMembers({ members }: { members: readonly MemberChange[] }) {
  if (members.length === 0) return null;
  return (
    <section>
      <h2>Communes</h2>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Commune</th>
              <th scope="col" className="amount">
                Avant HT
              </th>
              <th scope="col" className="amount">
                Aujourd’hui HT
              </th>
              <th scope="col" className="amount">
                Écart
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.communeId}>
                <th scope="row">{member.name}</th>
                <td data-label="Avant HT" className="amount">
                  {formatCents(member.netBefore)}
                </td>
                <td data-label="Aujourd’hui HT" className="amount">
                  {formatCents(member.netAfter)}
                </td>
                <td data-label="Écart" className="amount">
                  {movedBy(member.netBefore, member.netAfter)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
