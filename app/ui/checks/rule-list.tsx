// All rules by authority and text: a text folds its rules away until it is opened or a filter asks for them.
import { Link } from '@remix-run/react';
import type { RuleStatus } from '~/domain/checks/decided-rules';
import type { Rule } from '~/domain/checks/rule-words';
import { formatCount } from '~/domain/shared/format';
import { ConfidenceMark, SeverityMark, StandingMark, StatusMark } from './rule-marks';

type Line = Pick<
  Rule,
  'id' | 'version' | 'title' | 'article' | 'edition' | 'nature' | 'opposable' | 'severity' | 'confidence'
> & { readonly status: RuleStatus; readonly sentence: string };

export interface RuleGroup {
  readonly code: string;
  readonly label: string;
  readonly explained: string;
  readonly texts: readonly { readonly framework: string; readonly inForce: number; readonly rules: readonly Line[] }[];
}

function OneRule({ rule }: { rule: Line }) {
  return (
    <li className="rule-line">
      <div>
        <Link to={`/controles/regles/${rule.id}`}>{rule.title}</Link>
        <small>
          {rule.id} · {rule.article}
        </small>
        <p>{rule.sentence}</p>
      </div>
      <div className="marks">
        <StatusMark of={rule.status} />
        <SeverityMark of={rule.severity} />
        <ConfidenceMark of={rule} />
      </div>
    </li>
  );
}

function OneText({ text, open }: { text: RuleGroup['texts'][number]; open: boolean }) {
  const first = text.rules[0];
  const unconfirmed = text.rules.filter(({ confidence }) => confidence !== 'confirmed').length;
  return (
    <details className="rule-text" open={open}>
      <summary>
        <span>{text.framework}</span>
        <small>
          {formatCount(text.rules.length)} règle{text.rules.length > 1 ? 's' : ''}, {formatCount(text.inForce)}{' '}
          contrôlée
          {text.inForce > 1 ? 's' : ''}
          {first?.nature !== 'syndicatPolicy' && unconfirmed > 0 && `, ${unconfirmed} à vérifier`}
        </small>
      </summary>
      {first && first.nature !== 'syndicatPolicy' && (
        <p className="row baseline">
          <StandingMark of={first} />
          <small>{[...new Set(text.rules.map(({ edition }) => edition))].join(' ; ')}</small>
        </p>
      )}
      <ul className="plain">
        {text.rules.map((rule) => (
          <OneRule key={rule.id} rule={rule} />
        ))}
      </ul>
    </details>
  );
}

/** Groups of texts, each with what its authority means for an order. */
export function RuleList({ groups, open }: { groups: readonly RuleGroup[]; open: boolean }) {
  return groups.map((group) => (
    <section key={group.code} className="rule-group" aria-labelledby={`texte-${group.code}`}>
      <div>
        <h2 id={`texte-${group.code}`}>{group.label}</h2>
        <p>
          <small>{group.explained}</small>
        </p>
      </div>
      <div className="card rule-texts">
        {group.texts.map((text) => (
          <OneText key={`${text.framework}-${open}`} text={text} open={open} />
        ))}
      </div>
    </section>
  ));
}
