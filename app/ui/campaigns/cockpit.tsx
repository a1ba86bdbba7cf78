// The buyer's view of all answers to a campaign: those who answered first, then the drafts, then the others.
import { type AnswerState, answerStateLabels } from '~/domain/campaigns/campaigns';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Badge, type Tone } from '../parts';

export interface CockpitRow {
  readonly communeId: string;
  readonly name: string;
  readonly state: AnswerState;
  readonly signedOn: Day | null;
  readonly lines: number;
  readonly net: Cents;
}

const tones: Readonly<Record<AnswerState, Tone>> = {
  signed: 'good',
  noNeed: 'good',
  draft: 'warn',
  notStarted: 'unknown',
};
const order: readonly AnswerState[] = ['signed', 'noNeed', 'draft'];

function Rows({ rows }: { rows: readonly CockpitRow[] }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <th scope="col">État</th>
            <th scope="col" className="amount">
              Lignes
            </th>
            <th scope="col" className="amount">
              Estimation HT
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.communeId}>
              <th scope="row">{row.name}</th>
              <td data-label="État">
                <Badge tone={tones[row.state]}>{answerStateLabels[row.state]}</Badge>
                {row.signedOn && <small> le {formatDay(row.signedOn)}</small>}
              </td>
              <td data-label="Lignes" className="amount">
                {formatCount(row.lines)}
              </td>
              <td data-label="Estimation HT" className="amount">
                {formatCents(row.net)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The state of each invited member. Those who have not begun are folded: they are often hundreds. */
export function Cockpit({ rows }: { rows: readonly CockpitRow[] }) {
  const begun = order.flatMap((state) => rows.filter((row) => row.state === state));
  const silent = rows.filter((row) => row.state === 'notStarted');
  return (
    <>
      {begun.length > 0 && <Rows rows={begun} />}
      {silent.length > 0 && (
        <details className="card">
          <summary>
            {formatCount(silent.length)} commune{silent.length > 1 ? 's' : ''} sans réponse commencée
          </summary>
          <p>{silent.map((row) => row.name).join(', ')}.</p>
        </details>
      )}
    </>
  );
}
