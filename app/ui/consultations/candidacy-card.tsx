// The candidacy of one candidate: where it stands, what was asked and decided, and what can be.
import { Form } from '@remix-run/react';
import {
  type CandidacyState,
  type CandidacyStepKind,
  candidacyStateLabels,
  candidacyStepLabels,
} from '~/domain/consultations/candidacies';
import type { Day, Instant } from '~/domain/shared/day';
import { formatDay, formatInstant } from '~/domain/shared/format';
import { Choice, Field, type Option, Select, Submit, TextArea } from '../form';
import { Badge, type Tone } from '../parts';

const tones: Readonly<Record<CandidacyState, Tone>> = {
  toExamine: 'unknown',
  toComplete: 'warn',
  admitted: 'good',
  rejected: 'bad',
};

interface ShownCandidacy {
  readonly depositId: string;
  readonly candidate: string;
  readonly siret: string;
  readonly lots: readonly number[];
  readonly state: CandidacyState;
  readonly steps: readonly {
    readonly id: string;
    readonly kind: CandidacyStepKind;
    readonly at: Instant;
    readonly by: string;
    readonly deadline: Day | null;
    readonly said: readonly string[];
    readonly letter: boolean;
  }[];
  readonly formIds: readonly [admission: string, other: string];
}

function Steps({ steps, address }: { steps: ShownCandidacy['steps']; address: string }) {
  if (steps.length === 0) return null;
  return (
    <ul>
      {steps.map(({ id, kind, at, by, deadline, said, letter }) => (
        <li key={id}>
          <strong>{candidacyStepLabels[kind]}</strong>, {formatInstant(at)}, {by}
          {deadline && `, réponse avant le ${formatDay(deadline)}`}. {said.join(' ')}
          {letter && (
            <>
              {' '}
              Courrier&nbsp;:{' '}
              <a href={`${address}/courriers/${id}.pdf`} download>
                PDF
              </a>
              ,{' '}
              <a href={`${address}/courriers/${id}.docx`} download>
                DOCX
              </a>
              .
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function CandidacyCard(props: {
  candidacy: ShownCandidacy;
  address: string;
  pieces: readonly { readonly code: string; readonly label: string; readonly article: string }[];
  grounds: readonly Option[];
  mayRun: boolean;
}) {
  const { candidacy, address, pieces, grounds, mayRun } = props;
  const { depositId, candidate, siret, lots, state, steps, formIds } = candidacy;
  const action = `${address}/${depositId}`;
  return (
    <section className="card" id={depositId} aria-label={candidate}>
      <h2>
        {candidate} <Badge tone={tones[state]}>{candidacyStateLabels[state]}</Badge>
      </h2>
      <p>
        <small>
          SIRET {siret}, {lots.length === 1 ? 'lot' : 'lots'} {lots.join(', ')}
        </small>
      </p>
      <Steps steps={steps} address={address} />
      {mayRun && (state === 'toExamine' || state === 'toComplete') && (
        <Form method="post" action={action}>
          <input type="hidden" name="id" value={formIds[0]} />
          <input type="hidden" name="kind" value="admitted" />
          <p>Le règlement demande&nbsp;:</p>
          <ul>
            {pieces.map(({ code, label }) => (
              <li key={code}>{label}</li>
            ))}
          </ul>
          <div className="row">
            <Submit>Tout y est : admettre la candidature</Submit>
          </div>
        </Form>
      )}
      {mayRun && (
        <details>
          <summary>
            {state === 'admitted' || state === 'rejected'
              ? 'Revenir sur cette décision'
              : 'Une pièce manque, ou la candidature est irrecevable'}
          </summary>
          <Form method="post" action={action}>
            <input type="hidden" name="id" value={formIds[1]} />
            <fieldset>
              <legend>Pièces absentes ou incomplètes</legend>
              {pieces.map(({ code, label, article }) => (
                <Choice key={code} label={`${label} (${article})`} name="missing[]" value={code} />
              ))}
            </fieldset>
            <Select
              label="Décision"
              name="kind"
              required
              options={[
                { value: 'completionAsked', label: 'Demander de compléter' },
                { value: 'rejected', label: 'Déclarer irrecevable' },
                ...(state === 'rejected' ? [{ value: 'admitted', label: 'Admettre finalement' }] : []),
              ]}
            />
            <Field
              label="Réponse attendue avant le"
              hint="Pour une demande de compléter : la même date pour tous."
              name="deadline"
              type="date"
            />
            <Select
              label="Motif d’irrecevabilité"
              hint="Pour une candidature irrecevable."
              name="ground"
              options={grounds}
              empty="Sans objet"
            />
            <TextArea label="Explications, reprises dans le courrier et le rapport" name="text" rows={3} />
            <div className="row">
              <Submit tone="secondary">Enregistrer</Submit>
            </div>
          </Form>
        </details>
      )}
    </section>
  );
}
