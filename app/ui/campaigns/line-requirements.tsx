// The requirements of one line, as text to be edited: one a line, what is asked after a colon.
import { Form } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Submit, TextArea } from '../form';

export function LineRequirements(props: {
  line: { readonly number: string; readonly designation: string; readonly text: string };
  writtenOn: Day | null;
  newId: string;
  mayRun: boolean;
  typed: Readonly<Record<string, string>> | undefined;
}) {
  const { line, writtenOn, newId, mayRun, typed } = props;
  return (
    <section className="card accent">
      <h2>
        {line.number} – {line.designation}
      </h2>
      {writtenOn && <p>Rédigées par l’acheteur le {formatDay(writtenOn)}.</p>}
      {!mayRun && line.text.split('\n').map((one) => <p key={one}>{one}</p>)}
      {mayRun && (
        <Form method="post" key={line.number}>
          <input type="hidden" name="id" value={newId} />
          <input type="hidden" name="line" value={line.number} />
          <TextArea
            label={`Exigences de la ligne ${line.number}`}
            hint="Une par ligne : la caractéristique, deux-points, puis l’exigence. Une marque ou un modèle n’est admis qu’avec « ou équivalent »."
            name="text"
            rows={10}
            maxLength={20_000}
            defaultValue={typed?.['text'] ?? line.text}
          />
          <Submit>Enregistrer les exigences</Submit>
        </Form>
      )}
      {mayRun && writtenOn && (
        <Form method="post">
          <input type="hidden" name="id" value={`${newId}-back`} />
          <input type="hidden" name="line" value={line.number} />
          <input type="hidden" name="back" value="drawn" />
          <Submit tone="plain">Revenir aux exigences tirées de la référence</Submit>
        </Form>
      )}
    </section>
  );
}
