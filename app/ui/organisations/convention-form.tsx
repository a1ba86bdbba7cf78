// The form of a convention of groupement de commandes: what is agreed on, with the four parties of each montage in words.
import { Form } from '@remix-run/react';
import { type ConventionTerms, caoLabels } from '~/domain/organisations/conventions';
import { costKeyLabels, costKeys } from '~/domain/organisations/cost-shares';
import { executionLabels, executions, partyEntries } from '~/domain/organisations/parties';
import type { Cents } from '~/domain/shared/money';
import { Choice, Field, FormProblem, Select, Submit, TextArea } from '../form';

export interface PowerShown {
  readonly id: string;
  readonly label: string;
  readonly basis: string;
  readonly toCheck: boolean;
  readonly proposed: readonly string[];
}

interface Props {
  readonly id: string;
  readonly reference: string;
  readonly terms: ConventionTerms;
  readonly powers: readonly PowerShown[];
  readonly typed: Readonly<Record<string, string>>;
  /** What was ticked, when a form comes back. */
  readonly ticked: readonly string[] | undefined;
  readonly problems: Readonly<Record<string, string>>;
  readonly submit: string;
}

const euros = (amount: Cents) => `${Math.trunc(amount / 100)},${String(amount % 100).padStart(2, '0')}`;

function ExecutionChoice({ typed, terms, problems }: Props) {
  return (
    <fieldset>
      <legend>Variante d’exécution</legend>
      {problems['execution'] && <span className="problem">{problems['execution']}</span>}
      {executions.map((execution) => (
        <div key={execution} className="stack tight">
          <Choice
            type="radio"
            name="execution"
            value={execution}
            label={executionLabels[execution]}
            defaultChecked={(typed['execution'] ?? terms.execution) === execution}
          />
          <p className="hint">
            {partyEntries(execution, 'le coordonnateur', 'le membre')
              .map(({ label, who }) => `${label} : ${who}`)
              .join(' ; ')}
            .
          </p>
        </div>
      ))}
    </fieldset>
  );
}

function PowerChoice({ powers, terms, ticked, problems }: Props) {
  const chosen = ticked ?? terms.powers;
  return (
    <fieldset>
      <legend>Missions confiées au coordonnateur</legend>
      {problems['powers'] && <span className="problem">{problems['powers']}</span>}
      {powers.map(({ id, label, basis, toCheck }) => (
        <Choice
          key={id}
          name="powers[]"
          value={id}
          defaultChecked={chosen.includes(id)}
          label={
            <>
              {label}{' '}
              <small>
                ({basis}
                {toCheck && ', à vérifier'})
              </small>
            </>
          }
        />
      ))}
    </fieldset>
  );
}

function CostChoice({ typed, terms, problems }: Props) {
  const { cost } = terms;
  const chosen = typed['cost'] ?? cost.kind;
  return (
    <fieldset>
      <legend>Frais de fonctionnement</legend>
      <Choice type="radio" name="cost" value="none" label="Aucuns" defaultChecked={chosen === 'none'} />
      <Choice type="radio" name="cost" value="fixed" label="Forfait par membre" defaultChecked={chosen === 'fixed'} />
      <Field
        label="Forfait (net de taxe)"
        name="fee"
        inputMode="decimal"
        className="short"
        defaultValue={typed['fee'] ?? (cost.kind === 'fixed' ? euros(cost.feeNet) : '')}
        problem={problems['fee']}
      />
      <Choice
        type="radio"
        name="cost"
        value="proRata"
        label="Coût réparti au prorata d’une clé"
        defaultChecked={chosen === 'proRata'}
      />
      <div className="row">
        <Field
          label="Coût à répartir (net de taxe)"
          name="total"
          inputMode="decimal"
          className="short"
          defaultValue={typed['total'] ?? (cost.kind === 'proRata' ? euros(cost.costNet) : '')}
          problem={problems['total']}
        />
        <Select
          label="Clé"
          name="key"
          options={costKeys.map((key) => ({ value: key, label: costKeyLabels[key] }))}
          defaultValue={typed['key'] ?? (cost.kind === 'proRata' ? cost.key : 'inhabitants')}
          problem={problems['key']}
        />
      </div>
    </fieldset>
  );
}

function OwnTerms({ typed, terms, problems }: Props) {
  return (
    <section className="card">
      <h2>Retrait, responsabilité, données</h2>
      <p className="hint">
        Les articles usuels figurent déjà dans la convention ; ce que vous écrivez ici s’y ajoute, au même article.
      </p>
      <Field
        label="Préavis de retrait, en mois"
        name="withdrawalMonths"
        inputMode="numeric"
        className="short"
        defaultValue={typed['withdrawalMonths'] ?? String(terms.withdrawalMonths)}
        problem={problems['withdrawalMonths']}
      />
      <TextArea
        label="Retrait : stipulation propre"
        name="withdrawalTerms"
        defaultValue={typed['withdrawalTerms'] ?? terms.withdrawalTerms ?? ''}
      />
      <TextArea
        label="Responsabilité : stipulation propre"
        name="liabilityTerms"
        defaultValue={typed['liabilityTerms'] ?? terms.liabilityTerms ?? ''}
      />
      <TextArea
        label="Données personnelles : stipulation propre"
        name="privacyTerms"
        defaultValue={typed['privacyTerms'] ?? terms.privacyTerms ?? ''}
      />
    </section>
  );
}

/** The whole form; what was typed comes back with its problems. */
export function ConventionForm(props: Props) {
  const { terms, typed, problems } = props;
  const duration = typed['duration'] ?? (terms.permanent ? 'permanent' : 'single');
  const cao = typed['cao'] ?? terms.cao;
  return (
    <Form method="post" className="stack">
      <FormProblem
        reasons={Object.values(problems).flatMap((problem) => problem.split('\n'))}
        title="La convention n’est pas enregistrée."
      />
      <input type="hidden" name="id" value={typed['id'] ?? props.id} />
      <section className="card">
        <h2>Objet et durée</h2>
        <Field
          label="Référence"
          name="reference"
          required
          maxLength={30}
          hint="Par exemple GC-2027-01."
          defaultValue={typed['reference'] ?? props.reference}
          problem={problems['reference']}
        />
        <TextArea
          label="Objet"
          name="object"
          required
          maxLength={300}
          defaultValue={typed['object'] ?? terms.object}
          problem={problems['object']}
        />
        <fieldset>
          <legend>Durée</legend>
          <Choice
            type="radio"
            name="duration"
            value="single"
            label="Pour un seul achat"
            defaultChecked={duration === 'single'}
          />
          <Choice
            type="radio"
            name="duration"
            value="permanent"
            label="Groupement permanent"
            defaultChecked={duration === 'permanent'}
          />
          <div className="row">
            <Field
              label="À compter du"
              name="startsOn"
              type="date"
              required
              defaultValue={typed['startsOn'] ?? terms.startsOn}
              problem={problems['startsOn']}
            />
            <Field
              label="Dernier jour (facultatif)"
              name="endsOn"
              type="date"
              defaultValue={typed['endsOn'] ?? terms.endsOn ?? ''}
              problem={problems['endsOn']}
            />
          </div>
        </fieldset>
      </section>
      <section className="card">
        <h2>Qui fait quoi</h2>
        <ExecutionChoice {...props} />
        <PowerChoice {...props} />
        <fieldset>
          <legend>Commission d’appel d’offres (CGCT L1414-3, à vérifier)</legend>
          {(['coordinator', 'group'] as const).map((rule) => (
            <Choice
              key={rule}
              type="radio"
              name="cao"
              value={rule}
              label={caoLabels[rule]}
              defaultChecked={cao === rule}
            />
          ))}
        </fieldset>
      </section>
      <section className="card">
        <h2>Frais</h2>
        <CostChoice {...props} />
      </section>
      <OwnTerms {...props} />
      <div className="row">
        <Submit>{props.submit}</Submit>
      </div>
    </Form>
  );
}
