// What the dates of a contract oblige to, in order.
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Badge } from '../parts';

export function ContractDuties({
  duties,
}: {
  duties: readonly {
    readonly label: string;
    readonly due: Day;
    readonly article: string;
    readonly check: boolean;
    readonly past: boolean;
  }[];
}) {
  if (duties.length === 0) return null;
  return (
    <section className="card">
      <h2>Échéances</h2>
      <ul>
        {duties.map(({ label, due, article, check, past }) => (
          <li key={`${label}-${due}`}>
            <strong>{formatDay(due)}</strong>&nbsp;: {label} <small>({article})</small>{' '}
            {check && <Badge tone="unknown">à vérifier</Badge>} {past && <Badge>passée</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
