// What departments retain of yearly dotations: the table, and the form of one row.
import { Form } from '@remix-run/react';
import { Choice, Field, FormProblem, type Option, Select, Submit } from '../form';
import { Badge } from '../parts';
import type { Typed } from './fact-fields';

export interface ShownTerms {
  readonly id?: string;
  readonly by?: string;
  readonly scheme: string;
  readonly department: string;
  readonly year: number;
  readonly retained: string;
  readonly category: string;
  readonly rates: string;
  readonly source: string;
  readonly toVerify: boolean;
}

export function TermsTable({ caption, of, mayEdit }: { caption: string; of: readonly ShownTerms[]; mayEdit: boolean }) {
  if (of.length === 0) return null;
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Département</th>
            <th scope="col">Numérique scolaire retenu</th>
            <th scope="col">Taux</th>
            <th scope="col">Source</th>
            {mayEdit && <th scope="col">Action</th>}
          </tr>
        </thead>
        <tbody>
          {of.map((row) => (
            <tr key={`${row.scheme}${row.department}${row.year}`}>
              <th scope="row">
                {row.department}, {row.scheme} {row.year}
              </th>
              <td data-label="Retenu">
                {row.retained}
                {row.category !== '' && (
                  <>
                    <br />
                    <small>{row.category}</small>
                  </>
                )}
              </td>
              <td data-label="Taux">
                {row.rates} {row.toVerify && <Badge tone="unknown">à vérifier</Badge>}
              </td>
              <td data-label="Source">
                {row.source}
                {row.by !== undefined && (
                  <>
                    <br />
                    <small>{row.by}</small>
                  </>
                )}
              </td>
              {mayEdit && (
                <td data-label="Action">
                  <Form method="post" action={`/subventions/parametres-locaux/${row.id}/retrait`}>
                    <Submit tone="plain" aria-label={`Retirer ${row.department}, ${row.scheme} ${row.year}`}>
                      Retirer
                    </Submit>
                  </Form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function DepartmentTermsForm(props: {
  id: string;
  year: string;
  schemes: readonly Option[];
  typed: Typed;
  answer: { readonly problems: Readonly<Record<string, string>> } | undefined;
}) {
  const { typed } = props;
  const field = (name: string, stored = '') => ({
    name,
    defaultValue: typed.text(name, stored),
    problem: typed.problem(name),
  });
  return (
    <Form method="post" className="card stack">
      <h2>Ajouter ou remplacer une ligne</h2>
      <FormProblem reasons={props.answer && Object.values(props.answer.problems)} title="Rien n’est enregistré." />
      <input type="hidden" name="id" value={props.id} />
      <div className="grid">
        <Select label="Dispositif" options={props.schemes} {...field('schemeId', props.schemes[0]?.value)} />
        <Field label="Département" className="short" {...field('departmentCode')} />
        <Field label="Année" inputMode="numeric" className="short" {...field('year', props.year)} />
        <Select
          label="Numérique scolaire retenu"
          empty="Inconnu"
          options={[
            { value: 'oui', label: 'Oui' },
            { value: 'non', label: 'Non' },
          ]}
          {...field('retained')}
        />
        <Field label="Taux le plus bas (%)" inputMode="decimal" {...field('lowestRate')} />
        <Field label="Taux le plus haut (%)" inputMode="decimal" {...field('highestRate')} />
        <Field label="Dépense au moins (€)" inputMode="decimal" {...field('minimumCost')} />
        <Field label="Dépense retenue au plus (€)" inputMode="decimal" {...field('maximumCost')} />
        <Field label="Aide au plus (€)" inputMode="decimal" {...field('maximumGrant')} />
        <Field label="Avance (% de l’aide)" inputMode="decimal" {...field('advanceRate')} />
        <Field label="Ouverture" type="date" {...field('opensOn')} />
        <Field label="Clôture" type="date" {...field('closesOn')} />
      </div>
      <Field label="Catégorie, telle que la préfecture la nomme" {...field('category')} />
      <Field label="Source" hint="Circulaire, arrêté, page de la préfecture." {...field('source')} />
      <Choice
        label="Lu dans cette source (sinon, la ligne s’affiche « à vérifier » et ne refuse personne)"
        name="confirmed"
        defaultChecked={typed.checked('confirmed', 'on', false)}
      />
      <div className="row">
        <Submit>Enregistrer la ligne</Submit>
      </div>
    </Form>
  );
}
