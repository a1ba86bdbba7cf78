// The buyer's view of all answers to a campaign: those who answered first, then the drafts, then the others.
import { Link } from '@remix-run/react';
import { type MemberState, memberStateLabels } from '~/domain/campaigns/member-state';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Badge, type Tone } from '../parts';
import { type LastMail, lastMailText } from './reminder-members';

export interface CockpitRow {
  readonly communeId: string;
  readonly name: string;
  readonly state: MemberState;
  /** When someone there first opened the answer. */
  readonly openedOn: Day | null;
  readonly signedOn: Day | null;
  /** The last message that the campaign wrote to it. */
  readonly lastMail: LastMail | null;
  /** The syndicat said why it answers in its place. */
  readonly onBehalf: boolean;
  readonly lines: number;
  readonly net: Cents;
  /** The statement of needs in force. */
  readonly statement: { readonly documentId: string; readonly number: string } | null;
}

const tones: Readonly<Record<MemberState, Tone>> = {
  signed: 'good',
  noNeed: 'good',
  draft: 'warn',
  opened: 'unknown',
  notOpened: 'unknown',
};
const order: readonly MemberState[] = ['signed', 'noNeed', 'draft', 'opened'];

function Rows({ campaignId, rows }: { campaignId: string; rows: readonly CockpitRow[] }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <th scope="col">État</th>
            <th scope="col">Dernier message</th>
            <th scope="col" className="amount">
              Lignes
            </th>
            <th scope="col" className="amount">
              Estimation HT
            </th>
            <th scope="col">État des besoins</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.communeId}>
              <th scope="row">
                <Link to={`/campagnes/${campaignId}/communes/${row.communeId}`}>{row.name}</Link>
                {row.onBehalf && <small> saisie par le syndicat</small>}
              </th>
              <td data-label="État">
                <Badge tone={tones[row.state]}>{memberStateLabels[row.state]}</Badge>
                {row.signedOn && <small> le {formatDay(row.signedOn)}</small>}
                {row.state === 'opened' && row.openedOn && <small> le {formatDay(row.openedOn)}</small>}
              </td>
              <td data-label="Dernier message">{lastMailText(row.lastMail)}</td>
              <td data-label="Lignes" className="amount">
                {formatCount(row.lines)}
              </td>
              <td data-label="Estimation HT" className="amount">
                {formatCents(row.net)}
              </td>
              <td data-label="État des besoins">
                {row.statement && (
                  <a href={`/campagnes/${campaignId}/pieces/${row.statement.documentId}`}>
                    {row.statement.number} (PDF)
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The state of each invited member. Those who have opened nothing are folded: they are often hundreds. */
export function Cockpit({ campaignId, rows }: { campaignId: string; rows: readonly CockpitRow[] }) {
  const begun = order.flatMap((state) => rows.filter((row) => row.state === state));
  const silent = rows.filter((row) => row.state === 'notOpened');
  return (
    <>
      {begun.length > 0 && <Rows campaignId={campaignId} rows={begun} />}
      {silent.length > 0 && (
        <details className="card">
          <summary>
            {formatCount(silent.length)} commune{silent.length > 1 ? 's' : ''} dont la réponse n’a pas été ouverte
          </summary>
          <p>Ouvrez une commune pour répondre à sa place, avec un motif.</p>
          <ul className="plain grid">
            {silent.map((row) => (
              <li key={row.communeId}>
                <Link to={`/campagnes/${campaignId}/communes/${row.communeId}`}>{row.name}</Link>
                {row.lastMail && <small> dernier message : {lastMailText(row.lastMail)}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
