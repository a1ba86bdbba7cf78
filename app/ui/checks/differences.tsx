// What has changed in the checks of an open order since its submission: before and after, and why.
import { Form } from '@remix-run/react';
import type { CheckResult } from '~/domain/checks/results';
import type { Instant } from '~/domain/shared/day';
import { formatInstant } from '~/domain/shared/format';
import { Field, Submit } from '../form';
import { Badge, type Tone } from '../parts';

/** A difference in words, as stored and as shown. */
export interface ShownDifference {
  readonly key: string;
  readonly title: string;
  readonly subject: string;
  readonly before: string | null;
  readonly now: string | null;
  /** Harder to pass than on submission. */
  readonly worse: boolean;
  readonly because: readonly string[];
  readonly citation: string;
}

export const effectWords: Readonly<Record<CheckResult['effect'], string>> = {
  blocks: 'bloque',
  needsJustification: 'à justifier',
  needsAcknowledgement: 'réserve',
  informs: 'conseil',
  none: 'respectée',
};

/** One difference; `then` names the moment that today is compared with. */
export function OneDifference({ of, then }: { of: ShownDifference; then: string }) {
  const tone: Tone = of.worse ? 'warn' : 'good';
  return (
    <li>
      <p>
        <Badge tone={tone}>{of.worse ? 'plus strict' : 'levé ou allégé'}</Badge> <strong>{of.title}</strong>
        {of.subject !== '' && <small> – {of.subject}</small>}
      </p>
      <p>
        {then} : {of.before ?? 'règle non contrôlée'}. Aujourd’hui : {of.now ?? 'règle non contrôlée'}.
      </p>
      <p>
        <small>{[...of.because, of.citation].join(' · ')}</small>
      </p>
    </li>
  );
}

/** Differences of today, and those that were recorded. */
export function Differences(props: {
  orderId: string;
  differences: readonly ShownDifference[];
  recorded: readonly {
    readonly id: string;
    readonly at: Instant;
    readonly by: string;
    readonly comment: string | null;
    readonly differences: readonly ShownDifference[];
  }[];
  mayRecord: boolean;
}) {
  const { differences, recorded } = props;
  if (differences.length === 0 && recorded.length === 0) return null;
  return (
    <section className="card" id="changements">
      <h2>Depuis la soumission</h2>
      {differences.length > 0 ? (
        <>
          <p>
            {differences.length === 1
              ? 'Un contrôle a changé. Ce qui a été constaté à la soumission reste gardé ci-dessous.'
              : `${differences.length} contrôles ont changé. Ce qui a été constaté à la soumission reste gardé ci-dessous.`}
          </p>
          <ul className="plain">
            {differences.map((one) => (
              <OneDifference key={one.key} of={one} then="À la soumission" />
            ))}
          </ul>
        </>
      ) : (
        <p>Les contrôles d’aujourd’hui répondent comme à la soumission.</p>
      )}
      {props.mayRecord && differences.length > 0 && (
        <Form method="post" action={`/commandes/${props.orderId}/controle`} className="inline">
          <Field label="Commentaire (facultatif)" name="comment" maxLength={1000} />
          <Submit tone="secondary">Garder ce nouveau contrôle</Submit>
        </Form>
      )}
      {recorded.map((one) => (
        <details key={one.id}>
          <summary>
            Contrôle refait le {formatInstant(one.at)} par {one.by}
          </summary>
          {one.comment !== null && <p>«&nbsp;{one.comment}&nbsp;»</p>}
          <ul className="plain">
            {one.differences.map((difference) => (
              <OneDifference key={difference.key} of={difference} then="À la soumission" />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
