// Around the lines of a consolidation: each commune's share, lines that look alike, answers that do not count.
import { Link } from '@remix-run/react';
import type { MemberTotal } from '~/domain/consolidation/consolidation';
import { formatCents, formatCount, formatRate } from '~/domain/shared/format';
import type { BasisPoints, Cents } from '~/domain/shared/money';

/** The amount of each commune, and their sum. */
export function MemberShares({ members, totalNet }: { members: readonly MemberTotal[]; totalNet: Cents }) {
  if (members.length === 0) return null;
  return (
    <section>
      <h2>Part de chaque commune</h2>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Commune</th>
              <th scope="col" className="amount">
                Lignes
              </th>
              <th scope="col" className="amount">
                Montant HT estimé
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.communeId}>
                <th scope="row">{member.name}</th>
                <td data-label="Lignes" className="amount">
                  {formatCount(member.lineCount)}
                </td>
                <td data-label="Montant HT estimé" className="amount">
                  {formatCents(member.net)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Total HT
              </th>
              <td className="amount">{formatCents(totalNet)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

/** Free lines that share words. They are not merged. */
export function Similar({
  pairs,
  base,
  mayDecide,
}: {
  pairs: readonly {
    readonly keys: readonly string[];
    readonly first: string;
    readonly second: string;
    readonly likeness: BasisPoints;
  }[];
  base: string;
  mayDecide: boolean;
}) {
  if (pairs.length === 0) return null;
  return (
    <section>
      <h2>Lignes libres qui se ressemblent</h2>
      <p>Elles ne sont pas regroupées d’elles-mêmes : à vous d’en décider.</p>
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.first}${pair.second}`}>
            « {pair.first} » et « {pair.second} » <small>({formatRate(pair.likeness)} de mots communs)</small>{' '}
            {mayDecide && (
              <Link
                to={`${base}/regroupements?${new URLSearchParams(pair.keys.map((key) => ['ligne', key]))}`}
                aria-label={`Regrouper « ${pair.first} » et « ${pair.second} »`}
              >
                Regrouper
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Answers left out with the reason, then how many members have not begun. */
export function NotCounted({
  excluded,
  silent,
}: {
  excluded: readonly { readonly name: string; readonly why: string; readonly quantity: number }[];
  silent: number;
}) {
  return (
    <section>
      <h2>Réponses non comptées</h2>
      <ul>
        {excluded.map((answer) => (
          <li key={answer.name}>
            {answer.name} : {answer.why}
            {answer.quantity > 0 && ` (quantité ${formatCount(answer.quantity)})`}
          </li>
        ))}
        <li>
          {formatCount(silent)} commune{silent > 1 ? 's' : ''} sans réponse commencée
        </li>
      </ul>
    </section>
  );
}
