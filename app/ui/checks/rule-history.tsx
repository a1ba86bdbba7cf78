// What was decided about a rule, by whom and when, and its other versions.
import { Link } from '@remix-run/react';
import type { RuleStatus } from '~/domain/checks/decided-rules';
import type { Rule } from '~/domain/checks/rule-words';
import type { Instant } from '~/domain/shared/day';
import { formatInstant } from '~/domain/shared/format';
import { periodText } from './rule-citation';
import { StatusMark } from './rule-marks';

interface Switched {
  readonly id: string;
  readonly enabled: boolean;
  readonly ruleVersion: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

type Version = Pick<Rule, 'version' | 'from' | 'until'> & {
  /** Its own page, when the syndicat wrote it. */
  readonly id: string | null;
  readonly status: RuleStatus;
  readonly citation: string;
  readonly sentence: string;
};

export function RuleHistory({ switches, versions }: { switches: readonly Switched[]; versions: readonly Version[] }) {
  return (
    <section className="card">
      <h2>Décisions et versions</h2>
      {switches.length === 0 && versions.length === 0 && <p>Aucune décision, aucune autre version.</p>}
      {switches.length > 0 && (
        <ol className="plain" reversed>
          {switches.toReversed().map((one) => (
            <li key={one.id}>
              <strong>{one.enabled ? 'Mise en service' : 'Éteinte'}</strong>{' '}
              <small>
                – {one.by}, {formatInstant(one.at)}
                {one.ruleVersion !== null && `, version ${one.ruleVersion} lue`}
              </small>
              <p>«&nbsp;{one.reason}&nbsp;»</p>
            </li>
          ))}
        </ol>
      )}
      {versions.length > 0 && (
        <ul className="plain">
          {versions.map((one) => (
            <li key={one.version}>
              {one.id === null ? (
                `Version ${one.version}`
              ) : (
                <Link to={`/controles/syndicat/${one.id}`}>Version {one.version}</Link>
              )}{' '}
              <StatusMark of={one.status} /> <small>{periodText(one)}</small>
              <p>{one.sentence}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
