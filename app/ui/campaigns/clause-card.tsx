// One clause: its text and legal basis, the buyer's own wording with its difference, and the form that rewrites it.
import { Form } from '@remix-run/react';
import { confidenceLabels, mustBeChecked } from '~/domain/consultations/sentences';
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { Field, Submit, TextArea } from '../form';
import { Badge } from '../parts';
import { type WordChange, WordDifference } from './word-difference';

interface ShownWording {
  readonly paragraphs: readonly string[];
  readonly reason: string;
  readonly on: Day;
  readonly outdated: boolean;
  readonly changes: readonly WordChange[];
}

export interface ShownClause {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly confidence: Parameters<typeof mustBeChecked>[0];
  readonly conditional: boolean;
  readonly paragraphs: readonly string[];
  readonly wording?: ShownWording | undefined;
  readonly proposed?: (ShownWording & { readonly reference: string }) | undefined;
}

const changedSince = 'Le texte proposé par le site a changé depuis : relisez la différence.';

function Proposed({ clause, newId }: { clause: ShownClause; newId: string }) {
  const { proposed } = clause;
  if (!proposed) return null;
  return (
    <div className="notice">
      <p>
        Vous aviez réécrit cette clause dans la consultation {proposed.reference}, le {formatDay(proposed.on)} :{' '}
        {proposed.reason} {proposed.outdated && changedSince}
      </p>
      <WordDifference changes={proposed.changes} />
      <Form method="post">
        <input type="hidden" name="id" value={`${newId}-${clause.id}-again`} />
        <input type="hidden" name="clause" value={clause.id} />
        <input type="hidden" name="text" value={proposed.paragraphs.join('\n')} />
        <input type="hidden" name="reason" value={proposed.reason} />
        <Submit tone="secondary" aria-label={`Reprendre cette rédaction : ${clause.title}`}>
          Reprendre cette rédaction
        </Submit>
      </Form>
    </div>
  );
}

function Own({ clause, mayRun, newId }: { clause: ShownClause; mayRun: boolean; newId: string }) {
  const { wording } = clause;
  if (!wording) return null;
  return (
    <>
      <p>
        Rédaction de l’acheteur du {formatDay(wording.on)} : {wording.reason} {wording.outdated && changedSince}
      </p>
      <p className="hint">Différence avec le texte proposé : [– retiré –], [+ ajouté +].</p>
      <WordDifference changes={wording.changes} />
      {mayRun && (
        <Form method="post">
          <input type="hidden" name="id" value={`${newId}-${clause.id}-back`} />
          <input type="hidden" name="clause" value={clause.id} />
          <input type="hidden" name="back" value="shipped" />
          <Submit tone="plain" aria-label={`Revenir au texte proposé : ${clause.title}`}>
            Revenir au texte proposé
          </Submit>
        </Form>
      )}
    </>
  );
}

/** A clause, folded; open when the buyer rewrote it, when a wording is proposed, or when its form came back refused. */
export function ClauseCard(props: {
  clause: ShownClause;
  mayRun: boolean;
  newId: string;
  typed: Readonly<Record<string, string>> | undefined;
}) {
  const { clause, mayRun, newId } = props;
  const typed = props.typed?.['clause'] === clause.id ? props.typed : undefined;
  const current = clause.wording?.paragraphs ?? clause.paragraphs;
  return (
    <details
      className="card"
      id={clause.id}
      open={clause.wording !== undefined || clause.proposed !== undefined || typed !== undefined}
    >
      <summary>
        {clause.title} {clause.wording && <Badge tone="accent">rédaction de l’acheteur</Badge>}
        {clause.proposed && <Badge tone="accent">rédaction à reprendre</Badge>}
        {mustBeChecked(clause.confidence) && <Badge tone="warn">{confidenceLabels[clause.confidence]}</Badge>}
      </summary>
      <p>
        <small>
          Base : {clause.basis}
          {clause.conditional && '. Imprimée selon les choix de la consultation.'}
        </small>
      </p>
      {clause.wording === undefined && clause.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      <Own clause={clause} mayRun={mayRun} newId={newId} />
      {mayRun && <Proposed clause={clause} newId={newId} />}
      {mayRun && (
        <details open={typed !== undefined}>
          <summary>Réécrire « {clause.title} »</summary>
          <Form method="post">
            <input type="hidden" name="id" value={`${newId}-${clause.id}`} />
            <input type="hidden" name="clause" value={clause.id} />
            <TextArea
              label={`Texte de la clause « ${clause.title} »`}
              hint="Un paragraphe par ligne. Les mentions entre accolades sont remplies avec vos choix : gardez-les."
              name="text"
              rows={8}
              maxLength={20_000}
              defaultValue={typed?.['text'] ?? current.join('\n')}
            />
            <Field
              label={`Pourquoi réécrire « ${clause.title} »`}
              name="reason"
              maxLength={500}
              required
              defaultValue={typed?.['reason'] ?? ''}
            />
            <Submit tone="secondary" aria-label={`Enregistrer ma rédaction : ${clause.title}`}>
              Enregistrer ma rédaction
            </Submit>
          </Form>
        </details>
      )}
    </details>
  );
}
