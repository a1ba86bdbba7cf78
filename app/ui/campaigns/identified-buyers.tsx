// Who may order under what a campaign leads to, who may not and why, and who joined too late.
import { Link } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatCount, formatDay } from '~/domain/shared/format';

export interface ShownExclusion {
  readonly communeId: string;
  readonly name: string;
  readonly why: string;
}

/** What the campaign is run for, with a link to its convention. */
export function GroupingText({ grouping }: { grouping: { kind: string; id?: string; reference?: string } }) {
  return grouping.kind === 'convention' ? (
    <>
      Groupement de commandes <Link to={`/conventions/${grouping.id}`}>{grouping.reference}</Link>
    </>
  ) : (
    'Centrale d’achat'
  );
}

/** Members left out of the identified buyers, each with its reasons. */
export function ExcludedBuyers({
  of,
  title,
  detail,
}: {
  of: readonly ShownExclusion[];
  title: string;
  detail: string;
}) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <p>{detail}</p>
      <details open={of.length <= 12}>
        <summary>
          {formatCount(of.length)} commune{of.length > 1 ? 's' : ''}
        </summary>
        <ul>
          {of.map(({ communeId, name, why }) => (
            <li key={communeId}>
              <strong>{name}</strong> : {why}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Communes that joined after the buyers were frozen. */
export function Latecomers({
  of,
}: {
  of: readonly { readonly communeId: string; readonly name: string; readonly joinedOn: Day }[];
}) {
  return (
    <ExcludedBuyers
      of={of.map(({ joinedOn, ...one }) => ({ ...one, why: `membre depuis le ${formatDay(joinedOn)}` }))}
      title="Communes arrivées après le gel"
      detail="Elles ne pourront pas commander sous les marchés issus de ces besoins : les bons de commande lient les seuls acheteurs identifiés dans la consultation (CCP R2162-6)."
    />
  );
}
