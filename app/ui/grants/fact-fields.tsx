// The facts a grant call asks: fields with where to find each answer, and who gave the present one.
import { Choice, Field, type Option, Select } from '../form';

export interface ShownFact {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly type: 'count' | 'ratio' | 'boolean' | 'choice' | 'list';
  readonly unit: string | null;
  readonly options: readonly Option[];
  readonly value: string;
  /** Of a list: null while nobody answered, empty when the answer is none. */
  readonly chosen: readonly string[] | null;
  readonly origin: string | null;
  readonly population: {
    readonly year: string;
    /** Null where the figure has one definition only, such as an urban unit's. */
    readonly definition: string | null;
    readonly confirmed: boolean;
    /** Year to confirm the figure for, near a threshold; null when nothing hangs on it. */
    readonly confirmFor: number | null;
  } | null;
}

export interface Typed {
  text(name: string, stored: string): string;
  checked(name: string, value: string, stored: boolean): boolean;
  problem(name: string): string | undefined;
}

/** What a form sent and what was wrong with it; a list sends its name once per value. */
export interface SentAnswer {
  readonly problems: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
}

/** What was typed where a form was not understood, what is stored otherwise. */
export function typedIn(answer: SentAnswer | undefined): Typed {
  return {
    text: (name, stored) => (answer ? (answer.typed[name] ?? '') : stored),
    checked: (name, value, stored) => (answer ? answer.chosen.includes(`${name}=${value}`) : stored),
    problem: (name) => answer?.problems[name],
  };
}

const yesNo = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];
const definitions = ['population totale', 'population municipale', 'population DGF'];

function Population({ of, fact, typed }: { of: NonNullable<ShownFact['population']>; fact: ShownFact; typed: Typed }) {
  return (
    <div className="row">
      {of.definition !== null && (
        <Select
          label="Définition"
          name={`definition:${fact.name}`}
          empty="Non précisée"
          options={definitions.map((value) => ({ value, label: value }))}
          defaultValue={typed.text(`definition:${fact.name}`, of.definition)}
        />
      )}
      <Field
        label="Millésime"
        name={`year:${fact.name}`}
        inputMode="numeric"
        className="short"
        defaultValue={typed.text(`year:${fact.name}`, of.year)}
        problem={typed.problem(`year:${fact.name}`)}
      />
      {of.confirmFor !== null && (
        <Choice
          label={`Chiffre vérifié pour ${of.confirmFor}`}
          name={`confirmed:${fact.name}`}
          defaultChecked={typed.checked(`confirmed:${fact.name}`, 'on', of.confirmed)}
        />
      )}
    </div>
  );
}

function ListField({ fact, typed }: { fact: ShownFact; typed: Typed }) {
  const name = `fact:${fact.name}[]`;
  const all = [{ value: 'none', label: 'Aucune' }, ...fact.options];
  return (
    <fieldset>
      <legend>{fact.label}</legend>
      <span className="hint">{fact.hint}</span>
      {all.map((option) => (
        <Choice
          key={option.value}
          label={option.label}
          name={name}
          value={option.value}
          defaultChecked={typed.checked(
            name,
            option.value,
            option.value === 'none' ? fact.chosen?.length === 0 : (fact.chosen?.includes(option.value) ?? false),
          )}
        />
      ))}
    </fieldset>
  );
}

/** The field of one fact, by its type. */
export function FactField({ fact, typed }: { fact: ShownFact; typed: Typed }) {
  if (fact.type === 'list') return <ListField fact={fact} typed={typed} />;
  const name = `fact:${fact.name}`;
  const hint = fact.origin === null ? fact.hint : `${fact.hint} Réponse actuelle : ${fact.origin}.`;
  const common = { name, hint, problem: typed.problem(name), defaultValue: typed.text(name, fact.value) };
  if (fact.type === 'boolean' || fact.type === 'choice') {
    return (
      <Select label={fact.label} empty="Inconnu" options={fact.type === 'boolean' ? yesNo : fact.options} {...common} />
    );
  }
  return (
    <div className="stack">
      <Field label={`${fact.label}${fact.unit ? ` (${fact.unit})` : ''}`} inputMode="decimal" {...common} />
      {fact.population && <Population of={fact.population} fact={fact} typed={typed} />}
    </div>
  );
}
