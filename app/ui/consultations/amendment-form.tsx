// Asks what an amendment changes, in which case of the law, and why.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';
import { Field, FormProblem, type Option, Select, Submit, TextArea } from '../form';

export function AmendmentForm({
  shown,
  reasons,
  typed,
  problems,
}: {
  shown: {
    readonly newId: string;
    readonly maximumNet: Cents;
    readonly endsOn: Day;
    readonly cases: readonly Option[];
    readonly opinion: { readonly above: string; readonly article: string };
  };
  reasons: readonly string[] | undefined;
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
}) {
  return (
    <Form method="post" className="card">
      <h2>Établir un avenant</h2>
      <FormProblem reasons={reasons} title="L’avenant n’est pas établi." />
      <input type="hidden" name="id" value={shown.newId} />
      <Select
        label="Cas de modification"
        name="kind"
        options={shown.cases}
        defaultValue={typed['kind'] ?? 'low'}
        problem={problems['kind']}
      />
      <TextArea
        label="Objet"
        name="object"
        rows={2}
        required
        defaultValue={typed['object']}
        problem={problems['object']}
      />
      <TextArea
        label="Motifs"
        name="reason"
        rows={3}
        required
        defaultValue={typed['reason']}
        problem={problems['reason']}
      />
      <div className="grid">
        <Field
          label="Nouveau maximum HT, en euros"
          name="maximumNet"
          inputMode="decimal"
          required
          defaultValue={typed['maximumNet'] ?? (shown.maximumNet / 100).toFixed(2).replace('.', ',')}
          problem={problems['maximumNet']}
        />
        <Field
          label="Nouvelle date de fin"
          name="endsOn"
          type="date"
          required
          defaultValue={typed['endsOn'] ?? shown.endsOn}
          problem={problems['endsOn']}
        />
        <Field
          label="Avis de la commission d’appel d’offres du"
          hint={`Au-delà de ${shown.opinion.above} d’augmentation en tout (${shown.opinion.article}, à vérifier).`}
          name="caoOpinionOn"
          type="date"
          defaultValue={typed['caoOpinionOn']}
          problem={problems['caoOpinionOn']}
        />
      </div>
      <div className="row">
        <Submit>Établir l’avenant (PDF et DOCX)</Submit>
      </div>
    </Form>
  );
}
