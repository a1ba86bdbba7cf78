// Marks of one evaluator for every offer of a lot, by criterion or sub-criterion, each with its reason; those of others beside.
import { Form } from '@remix-run/react';
import type { Criterion } from '~/domain/consultations/consultation';
import { markedItems } from '~/domain/consultations/sub-criteria';
import { Field, FormProblem, Submit, TextArea } from '../form';

interface ShownMark {
  readonly tenths: number;
  readonly reason: string;
  readonly evaluator: string;
  readonly own: boolean;
}

const markText = (tenths: number) => String(tenths / 10).replace('.', ',');

export function MarksForm({
  shown,
  typed,
  reasons,
}: {
  shown: {
    readonly criteria: readonly Criterion[];
    readonly offers: readonly {
      readonly depositId: string;
      readonly candidate: string;
      readonly recomputedNet: number | null;
      readonly marks: readonly (readonly ShownMark[])[];
    }[];
  };
  typed: Readonly<Record<string, string>> | undefined;
  reasons: readonly string[] | undefined;
}) {
  return (
    <Form method="post" className="stack" id="notes">
      <h2>Vos notes</h2>
      <FormProblem reasons={reasons} title="Les notes ne sont pas enregistrées ; ce que vous avez écrit est gardé." />
      <p className="hint">
        De 0 à 10, une décimale, avec le motif&nbsp;: 10 pour une réponse complète et supérieure à l’exigence, 5 pour
        une réponse conforme, 0 pour une absence de réponse. La note est la moyenne des évaluateurs.
      </p>
      {markedItems(shown.criteria).map(({ key, label, weight }, index) => (
        <fieldset key={key}>
          <legend>
            {label} ({weight} point{weight > 1 ? 's' : ''})
          </legend>
          {shown.offers
            .filter(({ recomputedNet }) => recomputedNet !== null)
            .map((offer) => {
              const marks = offer.marks[index] ?? [];
              const own = marks.find((mark) => mark.own);
              return (
                <div key={offer.depositId} className="stack">
                  <div className="grid">
                    <Field
                      label={`Note : ${offer.candidate}`}
                      name={`mark-${key}-${offer.depositId}`}
                      className="short"
                      inputMode="decimal"
                      defaultValue={typed?.[`mark-${key}-${offer.depositId}`] ?? (own ? markText(own.tenths) : '')}
                    />
                    <TextArea
                      label={`Motif : ${offer.candidate}`}
                      name={`reason-${key}-${offer.depositId}`}
                      rows={2}
                      defaultValue={typed?.[`reason-${key}-${offer.depositId}`] ?? own?.reason}
                    />
                  </div>
                  {marks
                    .filter((mark) => !mark.own)
                    .map((mark) => (
                      <p key={mark.evaluator}>
                        <small>
                          {mark.evaluator}&nbsp;: {markText(mark.tenths)}, {mark.reason}
                        </small>
                      </p>
                    ))}
                </div>
              );
            })}
        </fieldset>
      ))}
      <div className="row">
        <Submit>Enregistrer mes notes</Submit>
      </div>
    </Form>
  );
}
