// The periods of a contract, the letters of the decisions taken, and the form of the next one.
import { Form } from '@remix-run/react';
import type { PeriodState, RenewalOutcome } from '~/domain/consultations/contract-periods';
import type { Day } from '~/domain/shared/day';
import { formatDay, formatDayShort } from '~/domain/shared/format';
import { Field, FormProblem, Select, Submit, TextArea } from '../form';
import { Badge, type Tone } from '../parts';

const tones: Readonly<Record<PeriodState, Tone | undefined>> = {
  firm: 'good',
  open: 'warn',
  renewed: 'good',
  tacit: 'good',
  refused: 'bad',
  void: undefined,
};

export function RenewalPeriods({
  shown,
}: {
  shown: {
    readonly started: boolean;
    readonly endsOn: Day | null;
    readonly article: string;
    readonly months: number;
    readonly periods: readonly {
      readonly number: number;
      readonly name: string;
      readonly from: Day;
      readonly to: Day;
      readonly decideBy: Day | null;
      readonly state: PeriodState;
      readonly label: string;
    }[];
  };
}) {
  if (!shown.started || shown.endsOn === null)
    return <p>Les périodes courent de la notification&nbsp;: elle n’est pas encore reçue.</p>;
  return (
    <section className="card">
      <h2>Périodes</h2>
      <p>
        Le marché se termine le <strong>{formatDay(shown.endsOn)}</strong>. Chaque reconduction est tacite&nbsp;: pour
        l’empêcher, le titulaire doit avoir reçu le refus écrit {shown.months} mois avant la fin de la période en cours{' '}
        <small>({shown.article})</small>.
      </p>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Période</th>
              <th scope="col">Du</th>
              <th scope="col">Au</th>
              <th scope="col">Refus reçu au plus tard le</th>
              <th scope="col">État</th>
            </tr>
          </thead>
          <tbody>
            {shown.periods.map((period) => (
              <tr key={period.number}>
                <th scope="row">{period.name}</th>
                <td data-label="Du">{formatDayShort(period.from)}</td>
                <td data-label="Au">{formatDayShort(period.to)}</td>
                <td data-label="Refus reçu au plus tard le">
                  {period.decideBy === null ? 'sans objet' : formatDayShort(period.decideBy)}
                </td>
                <td data-label="État">
                  <Badge tone={tones[period.state]}>{period.label}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function RenewalLetters({
  shown: { id, today, mayRun, letters },
}: {
  shown: {
    readonly id: string;
    readonly today: Day;
    readonly mayRun: boolean;
    readonly letters: readonly {
      readonly id: string;
      readonly number: number;
      readonly outcome: RenewalOutcome;
      readonly reason: string;
      readonly endsOn: Day;
      readonly decidedOn: Day;
      readonly receivedOn: Day | null;
      readonly holds: boolean;
      readonly pdfDocumentId: string;
      readonly docxDocumentId: string;
    }[];
  };
}) {
  return letters.map((one) => (
    <section key={one.id} className="card">
      <h2>
        {one.outcome === 'renewed' ? 'Reconduction' : 'Non-reconduction'} {one.number}, décidée le{' '}
        {formatDay(one.decidedOn)}
      </h2>
      <p>
        Fin du marché le {formatDay(one.endsOn)}.{one.reason !== '' && ` ${one.reason}`}{' '}
        {!one.holds ? (
          <Badge>remplacée</Badge>
        ) : one.receivedOn === null ? (
          <Badge tone="warn">réception à enregistrer</Badge>
        ) : (
          <Badge tone="good">reçue le {formatDay(one.receivedOn)}</Badge>
        )}
      </p>
      <p>
        <a href={`/contrats/${id}/documents/${one.pdfDocumentId}`} download>
          Lettre, PDF
        </a>
        ,{' '}
        <a href={`/contrats/${id}/documents/${one.docxDocumentId}`} download>
          DOCX
        </a>
      </p>
      {mayRun && one.holds && one.receivedOn === null && (
        <Form method="post" action={`/contrats/${id}/reconductions/${one.id}/reception`} className="stack">
          <Field label="Reçue par le titulaire le" name="receivedOn" type="date" required max={today} />
          <div className="row">
            <Submit>Enregistrer la réception</Submit>
          </div>
        </Form>
      )}
    </section>
  ));
}

export function RenewalForm({
  shown: { newId, next },
  reasons,
  typed,
  problems,
}: {
  shown: {
    readonly newId: string;
    readonly next: { readonly number: number; readonly from: Day; readonly decideBy: Day | null };
  };
  reasons: readonly string[] | undefined;
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
}) {
  return (
    <Form method="post" className="card">
      <h2>Décider de la reconduction {next.number}</h2>
      <p>
        Elle commencerait le {formatDay(next.from)}.
        {next.decideBy !== null && ` Un refus doit être reçu au plus tard le ${formatDay(next.decideBy)}.`}
      </p>
      <FormProblem reasons={reasons} title="La décision n’est pas établie." />
      <input type="hidden" name="id" value={typed['id'] ?? newId} />
      <input type="hidden" name="number" value={next.number} />
      <Select
        label="Décision"
        name="outcome"
        options={[
          { value: 'renewed', label: 'Reconduire' },
          { value: 'refused', label: 'Ne pas reconduire' },
        ]}
        empty="Choisissez"
        required
        defaultValue={typed['outcome']}
        problem={problems['outcome']}
      />
      <TextArea
        label="Motif"
        hint="Obligatoire pour ne pas reconduire ; il figure sur la lettre."
        name="reason"
        rows={3}
        defaultValue={typed['reason']}
        problem={problems['reason']}
      />
      <div className="row">
        <Submit>Établir la lettre (PDF et DOCX)</Submit>
      </div>
    </Form>
  );
}
