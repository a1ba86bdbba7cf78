// Lines proposed from the year before: each to take or leave, with its quantity, school and reason to correct.
import { Link } from '@remix-run/react';
import type { Need } from '~/domain/campaigns/campaigns';
import type { Day } from '~/domain/shared/day';
import { formatDay, formatUnitPrice } from '~/domain/shared/format';
import { type OwnSchool, reasonOptions, schoolOptions, yearOptions } from './add-need';

export type ShownSource =
  | { readonly kind: 'signed'; readonly title: string; readonly on: Day }
  | { readonly kind: 'ordered'; readonly since: Day };

/** 'd’après …': where the proposal comes from. */
export function sourceText(source: ShownSource): string {
  return source.kind === 'signed'
    ? `d’après votre état des besoins signé le ${formatDay(source.on)} pour « ${source.title} »`
    : `d’après vos commandes depuis le ${formatDay(source.since)}`;
}

/** The way from an answer to what is proposed: a button while it is empty, a quiet link afterwards. */
export function TakeOverLink(props: { source: ShownSource; count: number; path: string; begun: boolean }) {
  const { source, count, path, begun } = props;
  const lines = count === 1 ? 'une ligne est proposée' : `${count} lignes sont proposées`;
  return (
    <p>
      <Link to={`${path}/reprise`} className={begun ? undefined : 'button'}>
        Partir de l’an dernier
      </Link>{' '}
      {lines}, {sourceText(source)}.
    </p>
  );
}

function Choices(props: {
  name: string;
  label: string;
  value: string | undefined;
  empty?: string;
  options: readonly { readonly value: string; readonly label: string }[];
  className?: string;
}) {
  return (
    <select name={props.name} aria-label={props.label} defaultValue={props.value} className={props.className}>
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** The rows of a form: a box 'take[]' for each line, and what can be corrected; `taken` are the boxes ticked. */
export function ProposedNeeds(props: {
  lines: readonly (Need & { readonly note?: string })[];
  schools: readonly OwnSchool[];
  /** Asked when there are several. */
  years: readonly number[];
  taken: readonly string[] | undefined;
  typed: Readonly<Record<string, string>>;
}) {
  const { lines, schools, years, taken, typed } = props;
  return (
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
          </tr>
        </thead>
        <tbody>
          {lines.map((need) => (
            <tr key={need.id}>
              <th scope="row">
                <label className="choice">
                  <input
                    type="checkbox"
                    name="take[]"
                    value={need.id}
                    defaultChecked={taken?.includes(need.id) ?? true}
                  />
                  <span>
                    {need.label}
                    <small>{need.productId === null ? ' (hors catalogue)' : ''}</small>
                    {need.note && <small> – {need.note}</small>}
                    {need.kit && <small> – {need.kit}</small>}
                  </span>
                </label>
              </th>
              <td data-label="Quantité" className="amount">
                <input
                  type="number"
                  name={`quantity-${need.id}`}
                  min={1}
                  max={10000}
                  defaultValue={typed[`quantity-${need.id}`] ?? need.quantity}
                  className="short"
                  aria-label={`Quantité : ${need.label}`}
                />
              </td>
              <td data-label="École">
                <Choices
                  name={`school-${need.id}`}
                  label={`École : ${need.label}`}
                  value={typed[`school-${need.id}`] ?? need.schoolUai ?? ''}
                  empty="Commune"
                  options={schoolOptions(schools)}
                />
              </td>
              {years.length > 1 && (
                <td data-label="Année">
                  <Choices
                    name={`year-${need.id}`}
                    label={`Année : ${need.label}`}
                    value={typed[`year-${need.id}`] ?? String(need.year ?? '')}
                    options={yearOptions(years)}
                    className="short"
                  />
                </td>
              )}
              <td data-label="Motif">
                <Choices
                  name={`reason-${need.id}`}
                  label={`Motif : ${need.label}`}
                  value={typed[`reason-${need.id}`] ?? need.reason}
                  options={reasonOptions}
                />
              </td>
              <td data-label="Prix unitaire HT" className="amount">
                {need.estimatedUnitPriceNet === null ? 'inconnu' : formatUnitPrice(need.estimatedUnitPriceNet)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
