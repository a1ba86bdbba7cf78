// A field that a person writes in a grant file, by its type.
import { Choice, Field, Select, TextArea } from '../form';

export interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly unit: string | null;
  readonly options: readonly string[];
  readonly note: string | null;
  readonly value: string;
  readonly chosen: readonly string[];
}

export function OneField({ field, problem }: { field: ShownField; problem: string | undefined }) {
  const { name, type } = field;
  const label = field.unit === null ? field.label : `${field.label} (${field.unit})`;
  const common = { label, name, problem, hint: field.note ?? undefined, defaultValue: field.value };
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
            defaultChecked={field.chosen.includes(option)}
          />
        ))}
      </fieldset>
    );
  }
  if (type === 'yesNo') {
    // Three answers, as nobody having answered is not a no.
    const options = ['oui', 'non'].map((value) => ({ value, label: value === 'oui' ? 'Oui' : 'Non' }));
    return <Select empty="À compléter" options={options} {...common} />;
  }
  if (type === 'choice') {
    const options = field.options.map((option) => ({ value: option, label: option }));
    return <Select empty="À compléter" options={options} {...common} />;
  }
  if (type === 'longText') return <TextArea rows={5} {...common} />;
  if (type === 'count') return <Field inputMode="numeric" className="short" {...common} />;
  return <Field type={type === 'date' ? 'date' : 'text'} {...common} />;
}
