// The form of one part of a grant file, with both texts when two people wrote in the same field.
import { Form } from '@remix-run/react';
import type { Conflict } from '~/domain/grants/section-edit';
import { FormProblem, Submit } from '../form';
import { Notice } from '../parts';
import { OneField, type ShownField } from './project-fields';

interface Refused {
  readonly reading: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly conflicts: readonly Conflict[];
  readonly fields: readonly ShownField[];
}

function Conflicts({ of }: { of: readonly Conflict[] }) {
  if (of.length === 0) return null;
  return (
    <Notice tone="warn" title="Quelqu’un d’autre a écrit ici pendant votre saisie">
      <p>
        Rien n’est perdu : voici le texte enregistré et le vôtre. Reprenez dans le champ ce qu’il faut garder, puis
        enregistrez de nouveau.
      </p>
      {of.map(({ key, label, stored, typed }) => (
        <div key={key}>
          <h2>{label}</h2>
          <p>
            <strong>Enregistré entre-temps</strong>
          </p>
          <blockquote className="wrapped">{stored === '' ? '(vidé)' : stored}</blockquote>
          <p>
            <strong>Votre texte</strong>
          </p>
          <blockquote className="wrapped">{typed === '' ? '(vidé)' : typed}</blockquote>
        </div>
      ))}
    </Notice>
  );
}

/** `next`: title of the part that follows, null after the last one. */
export function PartForm(props: {
  fields: readonly ShownField[];
  reading: string;
  answer: Refused | undefined;
  next: string | null;
}) {
  const { answer } = props;
  const { fields, reading } = answer ?? props;
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="reading" value={reading} />
      <FormProblem
        reasons={answer && Object.keys(answer.problems).length > 0 ? Object.values(answer.problems) : undefined}
        title="Rien n’est enregistré : corrigez les champs signalés."
      />
      <Conflicts of={answer?.conflicts ?? []} />
      {/* After a refusal the fields start again from what is to be shown. */}
      <section className="card" key={reading}>
        {fields.map((field) => (
          <OneField key={field.name} field={field} problem={answer?.problems[field.name]} />
        ))}
      </section>
      <div className="row">
        {props.next === null ? (
          <Submit>Enregistrer</Submit>
        ) : (
          <>
            <Submit name="then" value="next">
              Enregistrer et continuer
            </Submit>
            <Submit tone="secondary">Enregistrer et revenir</Submit>
            <small>Ensuite : {props.next}</small>
          </>
        )}
      </div>
    </Form>
  );
}
