// The buyer's decisions on lines, and what they made of one.
import { Form, Link } from '@remix-run/react';
import type { ConsolidatedLine } from '~/domain/consolidation/consolidation';
import { packagingSentence } from '~/domain/consolidation/decision-sentences';
import type { Instant } from '~/domain/shared/day';
import { formatCount, formatInstant } from '~/domain/shared/format';
import { Submit } from '../form';
import { Badge } from '../parts';

/** What decisions made of a line: the needs behind it, what a functional need asks, what packaging adds. */
export function LineMade({ line }: { line: ConsolidatedLine }) {
  const { made } = line;
  if (!made) return null;
  return (
    <details>
      <summary>Ce qui a été demandé</summary>
      {made.requirement !== null && <p>Exigence : {made.requirement}</p>}
      {made.packaging && <p>{packagingSentence(made.packaging)}</p>}
      <ul>
        {made.origins.map((origin) => (
          <li key={origin.key}>
            {origin.label} : {formatCount(origin.quantity)} {origin.unit}
            {origin.productId === null && ' (hors catalogue)'}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Links to divide a line or to sell it by packages. */
export function LineDeeds({ base, line }: { base: string; line: ConsolidatedLine }) {
  const query = new URLSearchParams({ ligne: line.key });
  const packaged = line.made?.packaging !== undefined;
  if (packaged) return null;
  return (
    <small className="row">
      {!line.key.startsWith('part|') && (
        <Link to={`${base}/divisions?${query}`} aria-label={`Diviser ${line.number} ${line.label}`}>
          Diviser
        </Link>
      )}
      <Link to={`${base}/conditionnements?${query}`} aria-label={`Conditionner ${line.number} ${line.label}`}>
        Conditionner
      </Link>
    </small>
  );
}

export interface ShownDecision {
  readonly id: string;
  readonly sentence: string;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
  readonly undoneAt: Instant | null;
}

/** The decisions in order; those that stand may be undone until the needs are frozen. */
export function LineDecisions(props: { base: string; decisions: readonly ShownDecision[]; mayDecide: boolean }) {
  const { base, decisions, mayDecide } = props;
  return (
    <section>
      <h2>Décisions sur les lignes</h2>
      {mayDecide && (
        <p>
          <Link to={`${base}/regroupements`} className="button secondary">
            Regrouper des lignes
          </Link>
        </p>
      )}
      {decisions.length === 0 && <p>Aucune : les lignes sont celles des réponses.</p>}
      <ul>
        {decisions.map((decision) => (
          <li key={decision.id}>
            {decision.sentence}. <small>{`${decision.reason} (${decision.by}, ${formatInstant(decision.at)})`}</small>{' '}
            {decision.undoneAt !== null ? (
              <Badge>annulée</Badge>
            ) : (
              mayDecide && (
                <Form method="post" action={`${base}/decisions/${decision.id}/annulation`}>
                  <Submit tone="plain" aria-label={`Annuler cette décision : ${decision.sentence}`}>
                    Annuler cette décision
                  </Submit>
                </Form>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
