// The needs of an answer: to change as long as it is a draft, to read once it is signed.
import { Form } from '@remix-run/react';
import { type Need, needReasonLabels } from '~/domain/campaigns/campaigns';
import { formatCents, formatCount, formatUnitPrice } from '~/domain/shared/format';
import { type Cents, netOf } from '~/domain/shared/money';
import { Submit } from '../form';
import { type OwnSchool, reasonOptions, schoolOptions, yearOptions } from './add-need';

function netText(need: Need): string {
  return need.estimatedUnitPriceNet === null
    ? 'inconnu'
    : formatCents(netOf(need.quantity, need.estimatedUnitPriceNet));
}

function Choices(props: {
  name: string;
  label: string;
  value: string;
  empty?: string;
  options: readonly { readonly value: string; readonly label: string }[];
  className?: string;
}) {
  return (
    <select name={props.name} aria-label={props.label} defaultValue={props.value} className={props.className}>
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function NeedRow({
  need,
  schools,
  years,
  path,
  editable,
}: {
  need: Need;
  schools: readonly OwnSchool[];
  years: readonly number[];
  path: string;
  editable: boolean;
}) {
  const school = schools.find((one) => one.uai === need.schoolUai)?.name ?? 'Commune';
  return (
    <tr>
      <th scope="row">
        {need.label}
        <small>{need.productId === null ? ' (hors catalogue)' : ''}</small>
        {need.kit && <small> – {need.kit}</small>}
      </th>
      <td data-label="Quantité" className="amount">
        {editable ? (
          <input
            type="number"
            name={`quantity-${need.id}`}
            min={1}
            max={10000}
            required
            defaultValue={need.quantity}
            className="short"
            aria-label={`Quantité : ${need.label}`}
          />
        ) : (
          `${formatCount(need.quantity)}${need.unit === 'unité' ? '' : ` ${need.unit}`}`
        )}
      </td>
      <td data-label="École">
        {editable ? (
          <Choices
            name={`school-${need.id}`}
            label={`École : ${need.label}`}
            value={need.schoolUai ?? ''}
            empty="Commune"
            options={schoolOptions(schools)}
          />
        ) : (
          school
        )}
      </td>
      {years.length > 1 && (
        <td data-label="Année">
          {editable ? (
            <Choices
              name={`year-${need.id}`}
              label={`Année : ${need.label}`}
              value={String(need.year ?? '')}
              options={yearOptions(years)}
              className="short"
            />
          ) : (
            (need.year ?? 'inconnue')
          )}
        </td>
      )}
      <td data-label="Motif">
        {editable ? (
          <Choices
            name={`reason-${need.id}`}
            label={`Motif : ${need.label}`}
            value={need.reason}
            options={reasonOptions}
          />
        ) : (
          needReasonLabels[need.reason]
        )}
      </td>
      <td data-label="Prix unitaire HT" className="amount">
        {need.estimatedUnitPriceNet === null ? 'inconnu' : formatUnitPrice(need.estimatedUnitPriceNet)}
      </td>
      <td data-label="Montant HT" className="amount">
        {netText(need)}
      </td>
      {editable && (
        <td>
          <button
            type="submit"
            className="plain"
            formAction={`${path}/besoins/${need.id}/retrait`}
            formNoValidate
            aria-label={`Retirer : ${need.label}`}
          >
            Retirer
          </button>
        </td>
      )}
    </tr>
  );
}

/** The table of needs, in a form when they may be changed, so that signing keeps what was just typed; `path` is the address of the answer. */
export function NeedsTable(props: {
  needs: readonly Need[];
  schools: readonly OwnSchool[];
  /** Shown when there are several. */
  years: readonly number[];
  path: string;
  editable: boolean;
  totalNet: Cents;
  unpriced: number;
}) {
  const { needs, schools, years, path, editable } = props;
  const table = (
    <div className="table-scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Besoin</th>
            <th scope="col" className="amount">
              Quantité
            </th>
            <th scope="col">École</th>
            {years.length > 1 && <th scope="col">Année</th>}
            <th scope="col">Motif</th>
            <th scope="col" className="amount">
              Prix unitaire HT
            </th>
            <th scope="col" className="amount">
              Montant HT
            </th>
            {editable && (
              <th scope="col">
                <span className="visually-hidden">Retirer</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <NeedRow key={need.id} {...{ need, schools, years, path, editable }} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={years.length > 1 ? 6 : 5}>
              Estimation HT
              {props.unpriced > 0 && `, sans ${props.unpriced} ligne${props.unpriced > 1 ? 's' : ''} au prix inconnu`}
            </th>
            <td className="amount">{formatCents(props.totalNet)}</td>
            {editable && <td />}
          </tr>
        </tfoot>
      </table>
    </div>
  );
  if (!editable) return table;
  return (
    <Form method="post" action={`${path}/besoins`} className="stack">
      {table}
      <div className="row end">
        <Submit tone="secondary">Enregistrer les modifications</Submit>
        <Submit formAction={`${path}/signature`}>Signer l’état des besoins</Submit>
      </div>
    </Form>
  );
}
