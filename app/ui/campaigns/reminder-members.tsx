// The members that have not signed, to choose whom to remind: state, addresses, and when they were last written to.
import { type MemberState, memberStateLabels } from '~/domain/campaigns/member-state';
import type { Day } from '~/domain/shared/day';
import { formatCount, formatDay } from '~/domain/shared/format';
import { type MessageState, messageStateLabels } from './mailings';

export interface LastMail {
  readonly on: Day;
  readonly state: MessageState;
}

export interface MemberToRemind {
  readonly communeId: string;
  readonly name: string;
  readonly state: MemberState;
  readonly addresses: readonly string[];
  readonly last: LastMail | null;
}

/** '24 novembre 2026 (envoyé)'. */
export function lastMailText(last: LastMail | null): string {
  return last ? `${formatDay(last.on)} (${messageStateLabels[last.state]})` : 'jamais';
}

/** The members as a table of boxes named 'commune[]'; those without an address, often many, are folded below it. */
export function ReminderMembers(props: { members: readonly MemberToRemind[]; chosen: readonly string[] }) {
  const reachable = props.members.filter(({ addresses }) => addresses.length > 0);
  const others = props.members.filter(({ addresses }) => addresses.length === 0);
  return (
    <>
      {reachable.length > 0 && <ReachableMembers members={reachable} chosen={props.chosen} />}
      {others.length > 0 && (
        <details className="card">
          <summary>
            {formatCount(others.length)} commune{others.length > 1 ? 's' : ''} sans adresse connue : à prévenir
            autrement
          </summary>
          <p>{others.map(({ name }) => name).join(', ')}.</p>
        </details>
      )}
    </>
  );
}

function ReachableMembers(props: { members: readonly MemberToRemind[]; chosen: readonly string[] }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <th scope="col">État</th>
            <th scope="col">Dernier message</th>
            <th scope="col">Reçoit à</th>
          </tr>
        </thead>
        <tbody>
          {props.members.map((member) => (
            <tr key={member.communeId}>
              <th scope="row">
                <label className="choice">
                  <input
                    type="checkbox"
                    name="commune[]"
                    value={member.communeId}
                    defaultChecked={props.chosen.includes(member.communeId)}
                  />
                  <span>{member.name}</span>
                </label>
              </th>
              <td data-label="État">{memberStateLabels[member.state]}</td>
              <td data-label="Dernier message">{lastMailText(member.last)}</td>
              <td data-label="Reçoit à">{member.addresses.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
