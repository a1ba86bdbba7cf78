// The dated steps of a grant file, the form of the next one, and the correction of the last.
import { Form } from '@remix-run/react';
import type { Cents } from '~/domain/shared/money';
import { Field, FormProblem, type Option, Select, Submit, TextArea } from '../form';
import { Amount } from '../parts';
import type { SentAnswer, Typed } from './fact-fields';

export interface ShownFileStep {
  readonly id: string;
  readonly label: string;
  readonly on: string;
  readonly reference: string | null;
  readonly amount: Cents | null;
  readonly comment: string | null;
  readonly by: string;
  /** False for what was taken back, and for what takes it back. */
  readonly standing: boolean;
}

export function FileSteps(props: {
  of: readonly ShownFileStep[];
  lastId: string | null;
  stepId: string;
  today: string;
  mayWrite: boolean;
}) {
  if (props.of.length === 0) return <p>Aucune étape : le dossier est en préparation.</p>;
  return (
    <ol className="stack tight">
      {props.of.map((step) => (
        <li key={step.id}>
          {step.standing ? step.label : <s>{step.label}</s>}, {step.on}
          {step.reference !== null && `, n° ${step.reference}`}
          {step.amount !== null && (
            <>
              , <Amount of={step.amount} />
            </>
          )}{' '}
          <small>– {step.by}</small>
          {step.comment !== null && <p>« {step.comment} »</p>}
          {props.mayWrite && step.id === props.lastId && (
            <details>
              <summary>Corriger cette étape</summary>
              <Form method="post" className="stack">
                <input type="hidden" name="id" value={props.stepId} />
                <input type="hidden" name="cancels" value={step.id} />
                <input type="hidden" name="on" value={props.today} />
                <Field label="Pourquoi" name="comment" />
                <div className="row">
                  <Submit tone="secondary">Annuler cette étape</Submit>
                </div>
              </Form>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

export function NextFileStep(props: {
  stepId: string;
  next: readonly Option[];
  today: string;
  typed: Typed;
  answer: SentAnswer | undefined;
}) {
  const { typed } = props;
  const field = (name: string, stored = '') => ({
    name,
    defaultValue: typed.text(name, stored),
    problem: typed.problem(name),
  });
  return (
    <Form method="post" className="card stack">
      <h2>Étape suivante</h2>
      <FormProblem reasons={props.answer && Object.values(props.answer.problems)} title="Rien n’est enregistré." />
      <input type="hidden" name="id" value={props.stepId} />
      <Select label="Étape" options={props.next} {...field('state', props.next[0]?.value)} />
      <Field label="Date" type="date" {...field('on', props.today)} />
      <Field
        label="Numéro ou référence"
        hint="Numéro du dossier chez le financeur, courrier."
        {...field('reference')}
      />
      <Field
        label="Montant"
        hint="S’il y en a un : aide accordée, avance, solde."
        inputMode="decimal"
        {...field('amount')}
      />
      <TextArea label="Commentaire" rows={2} {...field('comment')} />
      <div className="row">
        <Submit>Enregistrer l’étape</Submit>
      </div>
    </Form>
  );
}
