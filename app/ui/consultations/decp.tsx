// The open data of a contract: the versions issued, and the form of what only a person knows.
import { Form } from '@remix-run/react';
import type { DecpAnswers, DecpLists } from '~/domain/consultations/decp';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Choice, Field, FormProblem, Select, Submit } from '../form';
import { Notice } from '../parts';

interface Shown {
  readonly id: string;
  readonly due: Day | null;
  readonly proposed: DecpAnswers;
  readonly against: readonly string[];
  readonly codes: DecpLists;
  readonly issued: readonly { readonly version: number; readonly publishedOn: Day }[];
}

export function DecpVersions({ shown }: { shown: Shown }) {
  const { id, issued, due } = shown;
  if (issued.length === 0)
    return (
      <Notice tone="unknown">
        <p>
          Aucune donnée établie.
          {due !== null && ` À publier sur le portail national au plus tard le ${formatDay(due)} (CCP R2196-1).`}
        </p>
      </Notice>
    );
  return (
    <section className="card">
      <h2>Données établies</h2>
      <ul>
        {issued.map(({ version, publishedOn }) => (
          <li key={version}>
            Version {version}, {formatDay(publishedOn)}&nbsp;:{' '}
            <a href={`/contrats/${id}/donnees-essentielles/${version}`} download>
              JSON<span className="visually-hidden"> de la version {version}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const optionsOf = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

function Considerations(props: { legend: string; name: string; values: readonly string[]; chosen: readonly string[] }) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.values.map((value) => (
        <Choice
          key={value}
          label={value}
          name={`${props.name}[]`}
          value={value}
          defaultChecked={props.chosen.includes(value)}
        />
      ))}
    </fieldset>
  );
}

export function DecpForm(props: {
  shown: Shown;
  reasons: readonly string[] | undefined;
  typed: Readonly<Record<string, string>> | undefined;
}) {
  const { shown, reasons, typed } = props;
  const { proposed, codes, issued } = shown;
  const chosen = typed?.['chosen'] === undefined ? undefined : (JSON.parse(typed['chosen']) as string[]);
  const on = (name: 'innovative' | 'advance' | 'subcontracting') => (typed ? typed[name] === 'on' : proposed[name]);
  return (
    <Form method="post" className="card stack">
      <h2>{issued.length === 0 ? 'Compléter et établir' : 'Établir une nouvelle version'}</h2>
      <FormProblem reasons={reasons} title="Les données ne sont pas établies." />
      {reasons === undefined && shown.against.length > 0 && (
        <details>
          <summary>Ce qui manque encore</summary>
          <ul>
            {shown.against.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="grid">
        <Field
          label="Code du lieu d’exécution"
          hint="Par exemple 35 pour le département."
          name="placeCode"
          required
          maxLength={10}
          defaultValue={typed?.['placeCode'] ?? proposed.placeCode}
        />
        <Select
          label="Nature de ce code"
          name="placeType"
          options={optionsOf(codes.placeTypes)}
          defaultValue={typed?.['placeType'] ?? proposed.placeType}
        />
        <Select
          label="Groupement d’entreprises"
          name="grouping"
          options={optionsOf(codes.groupings)}
          defaultValue={typed?.['grouping'] ?? proposed.grouping}
        />
      </div>
      <Choice label="Une avance est accordée" name="advance" defaultChecked={on('advance')} />
      <Field
        label="Taux de l’avance (%)"
        hint="Vide sans avance, ou si le taux n’est pas connu."
        name="advanceRate"
        className="short"
        inputMode="decimal"
        defaultValue={
          typed?.['advanceRate'] ??
          (proposed.advanceRate > 0 ? String(proposed.advanceRate / 100).replace('.', ',') : '')
        }
      />
      <Choice label="De la sous-traitance est déclarée" name="subcontracting" defaultChecked={on('subcontracting')} />
      <Choice label="Achat innovant" name="innovative" defaultChecked={on('innovative')} />
      <Considerations
        legend="Considérations sociales"
        name="social"
        values={codes.social}
        chosen={chosen ?? proposed.social}
      />
      <Considerations
        legend="Considérations environnementales"
        name="environmental"
        values={codes.environmental}
        chosen={chosen ?? proposed.environmental}
      />
      <div className="row">
        <Submit>Établir les données (JSON)</Submit>
      </div>
    </Form>
  );
}
