// What a buyer chooses for each lot: its maximum and its CPV code, beside what was asked for.
import { Link } from '@remix-run/react';
import { formatCents } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Field } from '../form';
import type { FormState, ShownChoices } from './choices-form';

/** '1 234,50', to be typed over. */
export function typedAmount(amount: Cents): string {
  return formatCents(amount).replace(/\u00a0€$/, '');
}

/** Maximum and CPV code of each lot. */
export function LotChoices({ shown, typed, problems }: FormState & { shown: ShownChoices }) {
  return (
    <fieldset>
      <legend>Lots : maximum HT sur la durée totale, et code CPV</legend>
      {shown.choices.lots.map((lot) => {
        const need = shown.needs.find((one) => one.number === lot.number);
        const cpvName = `cpv${lot.number}`;
        const cpvLabel = lot.cpv === undefined ? undefined : shown.cpvLabels[lot.cpv];
        return (
          <div className="row" key={lot.number}>
            <div style={{ flex: '1 1 16rem' }}>
              <Field
                label={`Lot ${lot.number} : ${lot.title}`}
                hint={need && `Besoins recensés : ${formatCents(need.net)} HT`}
                name={`maximum${lot.number}`}
                inputMode="decimal"
                required
                defaultValue={typed?.[`maximum${lot.number}`] ?? typedAmount(lot.maximumNet)}
                problem={problems[`maximum${lot.number}`]}
              />
            </div>
            <div style={{ flex: '1 1 16rem' }}>
              <Field
                label={`Code CPV du lot ${lot.number}`}
                hint={cpvLabel ?? 'Huit chiffres et la clé, comme 30213200-7.'}
                name={cpvName}
                maxLength={120}
                defaultValue={typed?.[cpvName] ?? lot.cpv ?? ''}
                problem={problems[cpvName]}
              />
              <Link to={`/consultations/${shown.id}/cpv?lot=${lot.number}`}>Chercher le code du lot {lot.number}</Link>
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
