// Other funders of the operation: one row each, and two rows to add some.
import { Field, type Option, Select } from '../form';
import type { Typed } from './fact-fields';

export interface ShownAid {
  readonly funder: string;
  readonly label: string;
  readonly amount: string;
  readonly state: string;
  readonly reference: string;
}

const states = [
  { value: 'planned', label: 'À solliciter' },
  { value: 'requested', label: 'Sollicité' },
  { value: 'obtained', label: 'Obtenu' },
];
const blank: ShownAid = { funder: '', label: '', amount: '', state: 'planned', reference: '' };

export function OtherAids(props: {
  aids: readonly ShownAid[];
  rows: number;
  funders: readonly Option[];
  typed: Typed;
}) {
  const { typed } = props;
  const rows = Array.from({ length: props.rows }, (_, row) => ({ row, aid: props.aids[row] ?? blank }));
  return rows.map(({ row, aid }) => {
    const name = (field: string) => `aid:${row}:${field}`;
    const common = (field: keyof ShownAid) => ({
      name: name(field),
      defaultValue: typed.text(name(field), aid[field]),
      problem: typed.problem(name(field)),
    });
    return (
      <fieldset key={row}>
        <legend>Financeur {row + 1}</legend>
        <div className="grid">
          <Select label="Qui" empty="Aucun" options={props.funders} {...common('funder')} />
          <Field label="Dispositif" {...common('label')} />
          <Field label="Montant" inputMode="decimal" placeholder="1 234,56" {...common('amount')} />
          <Select label="État" options={states} {...common('state')} />
          <Field label="N° de dossier" {...common('reference')} />
        </div>
      </fieldset>
    );
  });
}
