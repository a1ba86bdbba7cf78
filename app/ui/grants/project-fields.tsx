// The texts a person writes in the file, part by part, in the order of the call.
import { Choice, Field, Select, TextArea } from '../form';
import type { Typed } from './fact-fields';

export interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly unit: string | null;
  readonly options: readonly string[];
  readonly value: string;
  readonly chosen: readonly string[];
}

export interface ShownSection {
  readonly title: string;
  readonly fields: readonly ShownField[];
}

function OneField({ field, typed }: { field: ShownField; typed: Typed }) {
  const { name, type } = field;
  const label = field.unit === null ? field.label : `${field.label} (${field.unit})`;
  const common = { label, name, problem: typed.problem(name), defaultValue: typed.text(name, field.value) };
  if (type === 'choices') {
    return (
      <fieldset>
        <legend>{label}</legend>
        {field.options.map((option) => (
          <Choice
            key={option}
            label={option}
            name={`${name}[]`}
            value={option}
            defaultChecked={typed.checked(`${name}[]`, option, field.chosen.includes(option))}
          />
        ))}
      </fieldset>
    );
  }
  if (type === 'yesNo') {
    return (
      <Choice
        label={label}
        name={name}
        value="oui"
        defaultChecked={typed.checked(name, 'oui', field.value === 'oui')}
      />
    );
  }
  if (type === 'choice') {
    const options = field.options.map((option) => ({ value: option, label: option }));
    return <Select empty="À compléter" options={options} {...common} />;
  }
  if (type === 'longText') return <TextArea {...common} />;
  return <Field type={type === 'date' ? 'date' : 'text'} {...common} />;
}

export function ProjectFields({ sections, typed }: { sections: readonly ShownSection[]; typed: Typed }) {
  return (
    <>
      {sections.map((section) => (
        <section key={section.title} className="card">
          <h2>{section.title}</h2>
          {section.fields.map((field) => (
            <OneField key={field.name} field={field} typed={typed} />
          ))}
        </section>
      ))}
    </>
  );
}
