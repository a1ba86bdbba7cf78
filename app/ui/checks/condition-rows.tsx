// Rows of conditions in the form of a rule: a fact, a comparison, a value or another fact; an empty row says nothing.
import { useId } from 'react';
import { rowOperators } from '~/domain/checks/policy-form';
import type { Option } from '../form';

export interface FactGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

function FactSelect(props: {
  name: string;
  label: string;
  groups: readonly FactGroup[];
  empty: string;
  value: string | undefined;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} name={props.name} defaultValue={props.value ?? ''}>
        <option value="">{props.empty}</option>
        {props.groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function OneRow(props: {
  prefix: string;
  index: number;
  groups: readonly FactGroup[];
  typed: Readonly<Record<string, string>>;
}) {
  const { prefix, index, groups, typed } = props;
  const [operatorId, valueId] = [useId(), useId()];
  const named = (part: string) => `${prefix}${part}${index}`;
  const other = typed[named('Other')];
  return (
    <fieldset className="condition-row">
      <legend>Condition {index + 1}</legend>
      <FactSelect
        name={named('Fact')}
        label="Fait"
        groups={groups}
        empty="– aucune condition –"
        value={typed[named('Fact')]}
      />
      <div className="field">
        <label htmlFor={operatorId}>Comparaison</label>
        <select id={operatorId} name={named('Operator')} defaultValue={typed[named('Operator')] ?? 'gte'}>
          {Object.entries(rowOperators).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={valueId}>Valeur</label>
        <input id={valueId} name={named('Value')} defaultValue={typed[named('Value')]} />
      </div>
      <details open={other !== undefined && other !== ''}>
        <summary>Comparer à un autre fait</summary>
        <FactSelect
          name={named('Other')}
          label="Autre fait (multiplié par la valeur, ou ce nombre d’années après une date)"
          groups={groups}
          empty="– aucun –"
          value={other}
        />
      </details>
    </fieldset>
  );
}

export function ConditionRows(props: {
  prefix: 'require' | 'when';
  count: number;
  groups: readonly FactGroup[];
  typed: Readonly<Record<string, string>>;
  problem: string | undefined;
}) {
  const indexes = Array.from({ length: props.count }, (_, index) => index);
  const used = indexes.filter((index) => (props.typed[`${props.prefix}Fact${index}`] ?? '') !== '');
  const shown = Math.max(props.prefix === 'require' ? 2 : 1, (used.at(-1) ?? -1) + 1);
  const row = (index: number) => (
    <OneRow key={index} prefix={props.prefix} index={index} groups={props.groups} typed={props.typed} />
  );
  return (
    <>
      {props.problem !== undefined && (
        <p className="problem" role="alert">
          {props.problem}
        </p>
      )}
      {indexes.slice(0, shown).map(row)}
      {shown < props.count && (
        <details>
          <summary>Plus de conditions</summary>
          <div className="stack">{indexes.slice(shown).map(row)}</div>
        </details>
      )}
    </>
  );
}
