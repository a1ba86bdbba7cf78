// An invoice entered by hand with its file, and other orders of the commune that count for the same project.
import { Form } from '@remix-run/react';
import { Field, FormProblem, type Option, Select, Submit } from '../form';
import { type SentAnswer, typedIn } from './fact-fields';

export function ExpenseForm({
  id,
  answer,
  today,
  basis,
}: {
  id: string;
  answer: SentAnswer | undefined;
  today: string;
  basis: string;
}) {
  const typed = typedIn(answer);
  const field = (name: string, stored = '') => ({
    name,
    defaultValue: typed.text(name, stored),
    problem: typed.problem(name),
  });
  return (
    <details open={answer !== undefined}>
      <summary>Ajouter une facture reçue hors du syndicat</summary>
      <Form method="post" encType="multipart/form-data" className="card stack">
        <FormProblem reasons={answer && Object.values(answer.problems)} title="La facture n’est pas ajoutée." />
        <input type="hidden" name="id" value={id} />
        <Field label="Fournisseur" {...field('supplier')} />
        <Field label="Numéro de la facture" {...field('number')} />
        <Field label="Objet" {...field('label')} />
        <div className="row">
          <Field label="Date de la facture" type="date" max={today} {...field('invoicedOn')} />
          <Field label="Service fait le" type="date" max={today} {...field('serviceDoneOn')} />
        </div>
        <div className="row">
          <Field label="Montant HT" inputMode="decimal" {...field('net')} />
          <Field label="TVA" inputMode="decimal" {...field('vat')} />
          <Field label="Montant TTC" inputMode="decimal" {...field('gross')} />
        </div>
        <div className="row">
          <Field label="Dont aidé, HT" inputMode="decimal" {...field('eligibleNet')} />
          <Field
            label="Dont aidé, TTC"
            inputMode="decimal"
            hint={`L’aide est calculée sur le ${basis}.`}
            {...field('eligibleGross')}
          />
        </div>
        <Field
          label="Le fichier de la facture (PDF ou image, facultatif)"
          name="file"
          type="file"
          accept="application/pdf,image/jpeg,image/png"
          problem={typed.problem('file')}
        />
        <div className="row">
          <Submit>Ajouter la facture</Submit>
        </div>
      </Form>
    </details>
  );
}

export function LinkedOrders(props: {
  fileId: string;
  linked: readonly Option[];
  linkable: readonly Option[];
  mayWrite: boolean;
}) {
  if (props.linked.length === 0 && (props.linkable.length === 0 || !props.mayWrite)) return null;
  return (
    <details open={props.linked.length > 0}>
      <summary>Autres commandes de l’école qui comptent</summary>
      <ul>
        {props.linked.map((order) => (
          <li key={order.value} className="row">
            {order.label}
            {props.mayWrite && (
              <Form method="post" action={`/subventions/${props.fileId}/commandes-liees/${order.value}/retrait`}>
                <Submit tone="plain">Ne plus compter {order.label}</Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {props.mayWrite && props.linkable.length > 0 && (
        <Form method="post" action={`/subventions/${props.fileId}/commandes-liees`} className="inline">
          <Select label="Commande" name="order" options={props.linkable} />
          <Submit tone="secondary">Compter cette commande</Submit>
        </Form>
      )}
    </details>
  );
}
