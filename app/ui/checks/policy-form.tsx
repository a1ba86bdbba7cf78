// The form in which the syndicat writes a rule without code: title, categories, conditions, gravity, words, evidence.
import { Form } from '@remix-run/react';
import { evidenceSuppliers, type severityLabels } from '~/domain/checks/rule-words';
import { Choice, Field, Select, Submit, TextArea } from '../form';
import { ConditionRows, type FactGroup } from './condition-rows';

interface Category {
  readonly code: string;
  readonly label: string;
  readonly group: string;
}

const severityHints = {
  blocking: 'Bloquante : la commande ne part pas (après le vote seulement)',
  reservation: 'Réserve : la commune ou le syndicat écrit un commentaire',
  recommendation: 'Recommandation : un simple conseil',
} as const satisfies Record<keyof typeof severityLabels, string>;

function Categories(props: {
  categories: readonly Category[];
  groups: readonly { readonly code: string; readonly label: string }[];
  chosen: readonly string[];
  problem: string | undefined;
}) {
  return (
    <section className="card">
      <h2>Catégories concernées</h2>
      {props.problem !== undefined && (
        <p className="problem" role="alert">
          {props.problem}
        </p>
      )}
      {props.groups.map((group) => {
        const own = props.categories.filter((category) => category.group === group.code);
        const count = own.filter(({ code }) => props.chosen.includes(code)).length;
        return (
          <details key={group.code} open={count > 0}>
            <summary>
              {group.label}
              {count > 0 && ` (${count})`}
            </summary>
            <div className="grid">
              {own.map(({ code, label }) => (
                <Choice
                  key={code}
                  name="categories[]"
                  value={code}
                  defaultChecked={props.chosen.includes(code)}
                  label={label}
                />
              ))}
            </div>
          </details>
        );
      })}
    </section>
  );
}

export function PolicyForm(props: {
  id: string;
  /** The rule of which it is another version. */
  ruleId: string | null;
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
  facts: readonly FactGroup[];
  categories: readonly Category[];
  groups: readonly { readonly code: string; readonly label: string }[];
  rows: { readonly require: number; readonly when: number };
}) {
  const { typed, problems } = props;
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="id" value={props.id} />
      {props.ruleId !== null && <input type="hidden" name="regle" value={props.ruleId} />}
      <section className="card">
        <Field
          label="Titre de la règle"
          name="title"
          hint={props.ruleId === null ? undefined : 'Adaptez-le si un chiffre change.'}
          required
          maxLength={120}
          defaultValue={typed['title']}
          problem={problems['title']}
        />
        <TextArea
          label="Motif, pour les communes"
          name="note"
          rows={2}
          maxLength={1000}
          defaultValue={typed['note']}
          problem={problems['note']}
        />
      </section>
      <Categories
        categories={props.categories}
        groups={props.groups}
        chosen={(typed['chosen'] ?? '').split(' ')}
        problem={problems['categories']}
      />
      <section className="card">
        <h2>Ce que la règle exige</h2>
        <p className="hint">
          Écrivez les valeurs comme vous les dites : 4 ; 2,5 ; oui ; 31/12/2027 ; plusieurs choix séparés par des
          points-virgules.
        </p>
        <div className="row">
          <Choice
            type="radio"
            name="combine"
            value="all"
            defaultChecked={typed['combine'] !== 'any'}
            label="Toutes les conditions"
          />
          <Choice
            type="radio"
            name="combine"
            value="any"
            defaultChecked={typed['combine'] === 'any'}
            label="Au moins une des conditions"
          />
        </div>
        <ConditionRows
          prefix="require"
          count={props.rows.require}
          groups={props.facts}
          typed={typed}
          problem={problems['require']}
        />
      </section>
      <section className="card">
        <details open={(typed['whenFact0'] ?? '') !== '' || problems['when'] !== undefined}>
          <summary>Seulement dans certains cas</summary>
          <div className="stack">
            <p>La règle ne s’applique que si ces conditions sont toutes vraies.</p>
            <ConditionRows
              prefix="when"
              count={props.rows.when}
              groups={props.facts}
              typed={typed}
              problem={problems['when']}
            />
          </div>
        </details>
      </section>
      <section className="card">
        <h2>Ce que voit la commune</h2>
        <fieldset>
          <legend>Gravité</legend>
          {Object.entries(severityHints).map(([value, label]) => (
            <Choice
              key={value}
              type="radio"
              name="severity"
              value={value}
              required
              defaultChecked={(typed['severity'] ?? 'reservation') === value}
              label={label}
            />
          ))}
        </fieldset>
        <TextArea
          label="Phrase lue quand la règle n’est pas respectée"
          name="message"
          rows={2}
          maxLength={500}
          hint="Laissez vide pour une phrase tirée des conditions."
          defaultValue={typed['message']}
          problem={problems['message']}
        />
        <Field
          label="Pièce qui permet de vérifier"
          name="evidence"
          required
          maxLength={200}
          defaultValue={typed['evidence'] ?? 'la fiche technique'}
          problem={problems['evidence']}
        />
        <Select
          label="Qui peut la fournir"
          name="from"
          defaultValue={typed['from'] ?? 'supplier'}
          options={Object.entries(evidenceSuppliers).map(([value, label]) => ({ value, label }))}
          problem={problems['from']}
        />
      </section>
      <div className="row">
        <Submit>Enregistrer le projet et l’essayer</Submit>
      </div>
    </Form>
  );
}
