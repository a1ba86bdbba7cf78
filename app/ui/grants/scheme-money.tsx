// The families of purchases and the funding rules of a scheme's form, each with a row to add one.
import { Choice, Field, Select } from '../form';
import type { Drawn } from './scheme-form';

const roundings = [
  { value: 'cent', label: 'au centime' },
  { value: 'euroDown', label: 'à l’euro inférieur' },
];

export function SchemeFunding({ of, field, typed }: Drawn) {
  const rows = [...of.funding, { index: of.funding.length, label: 'nouvelle' }];
  return rows.map(({ index, label }) => {
    const at = (name: string) => field(`fund:${index}:${name}`);
    return (
      <fieldset key={index}>
        <legend>
          Règle {index + 1} ({label.toLowerCase()})
        </legend>
        <div className="grid">
          <Select label="Volet" options={of.options.parts} {...at('part')} />
          <Select label="Calculée" options={of.options.per} {...at('per')} />
          <Field label="Taux (%)" hint="Vide : fixé localement." inputMode="decimal" {...at('rate')} />
          <Field label="Aide au plus (€)" inputMode="decimal" {...at('maximumGrant')} />
          <Field label="Aide au moins (€)" inputMode="decimal" {...at('minimumGrant')} />
          <Field label="Dépense au moins (€)" inputMode="decimal" {...at('minimumCost')} />
          <Field label="Dépense retenue au plus (€)" inputMode="decimal" {...at('maximumCost')} />
        </div>
        <details>
          <summary>Autres limites de la règle {index + 1}</summary>
          <div className="grid">
            <Field label="Taux le plus bas (%)" inputMode="decimal" {...at('lowestRate')} />
            <Field label="Taux le plus haut (%)" inputMode="decimal" {...at('highestRate')} />
            <Select label="Dépense limitée par" empty="Rien" options={of.counts} {...at('perFact')} />
            <Field label="Montant par unité (€)" inputMode="decimal" {...at('perAmount')} />
            <Field label="Seuil de taux (€)" inputMode="decimal" {...at('bandUpTo')} />
            <Field label="Taux jusqu’au seuil (%)" inputMode="decimal" {...at('bandRate')} />
            <Field label="Taux au-delà (%)" inputMode="decimal" {...at('bandRateAbove')} />
            <Select label="Arrondi" options={roundings} {...at('rounding')} />
          </div>
        </details>
        {index < of.funding.length && (
          <Choice
            label={`Retirer la règle ${index + 1}`}
            name={`fund:${index}:remove`}
            defaultChecked={typed.checked(`fund:${index}:remove`, 'on', false)}
          />
        )}
      </fieldset>
    );
  });
}

export function SchemeExpenses({ of, field, typed, checked }: Drawn) {
  const rows = [...of.expenses, { index: of.expenses.length, label: 'nouvelle' }];
  return rows.map(({ index, label }) => {
    const at = (name: string) => field(`exp:${index}:${name}`);
    const list = `exp:${index}:categories[]`;
    return (
      <fieldset key={index}>
        <legend>
          Famille {index + 1} ({label})
        </legend>
        <div className="grid">
          <Field label="Nom de la famille" {...at('label')} />
          <Select label="Volet" options={of.options.parts} {...at('part')} />
          <Select label="Éligibilité" options={of.options.eligible} {...at('eligible')} />
          <Field label="Condition" {...at('condition')} />
        </div>
        <details>
          <summary>Catégories de la famille {index + 1}</summary>
          <div className="grid">
            {of.categories.map((category) => (
              <Choice
                key={category.value}
                label={category.label}
                name={list}
                value={category.value}
                defaultChecked={checked(list, category.value)}
              />
            ))}
          </div>
        </details>
        {index < of.expenses.length && (
          <Choice
            label={`Retirer la famille ${index + 1}`}
            name={`exp:${index}:remove`}
            defaultChecked={typed.checked(`exp:${index}:remove`, 'on', false)}
          />
        )}
      </fieldset>
    );
  });
}
