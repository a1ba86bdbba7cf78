// Records that the file was published, or a change to it, with where and when.
import { Form } from '@remix-run/react';
import { media, mediumLabels } from '~/domain/consultations/publication';
import type { Day } from '~/domain/shared/day';
import { Choice, Field, FormProblem, Submit, TextArea } from '../form';

export function PublicationForm(props: {
  shown: { readonly newId: string; readonly today: Day };
  first: boolean;
  reasons: readonly string[] | undefined;
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
}) {
  const { shown, first, reasons, typed, problems } = props;
  const form = (
    <Form method="post" className="card">
      <h2>{first ? 'Publier le dossier' : 'Publier une modification'}</h2>
      <FormProblem reasons={reasons} title="La publication n’est pas enregistrée." />
      <input type="hidden" name="id" value={shown.newId} />
      <Field
        label="Avis envoyé le"
        hint="Tous les délais se comptent de ce jour."
        name="sentOn"
        type="date"
        required
        max={shown.today}
        defaultValue={typed['sentOn'] ?? shown.today}
        problem={problems['sentOn']}
      />
      <fieldset>
        <legend>Supports</legend>
        <div className="row">
          {media.map((medium) => (
            <Choice
              key={medium}
              label={mediumLabels[medium]}
              name={`media-${medium}`}
              defaultChecked={typed[`media-${medium}`] === 'on'}
            />
          ))}
        </div>
      </fieldset>
      <Field
        label="Référence de l’avis (facultatif)"
        name="noticeReference"
        maxLength={80}
        defaultValue={typed['noticeReference']}
        problem={problems['noticeReference']}
      />
      {!first && (
        <>
          <TextArea label="Ce qui change" name="change" rows={2} defaultValue={typed['change']} />
          <TextArea
            label="Sans report de la date limite, pourquoi la modification n’est pas importante"
            name="noExtensionReason"
            rows={2}
            defaultValue={typed['noExtensionReason']}
          />
        </>
      )}
      <div className="row">
        <Submit>{first ? 'Enregistrer la publication' : 'Enregistrer la modification'}</Submit>
      </div>
    </Form>
  );
  if (first) return form;
  return (
    <details open={reasons !== undefined}>
      <summary>Publier une modification du dossier</summary>
      {form}
    </details>
  );
}
