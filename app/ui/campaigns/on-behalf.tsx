// What tells a buyer that they answer in a commune's place, and asks why.
import { Form } from '@remix-run/react';
import type { Instant } from '~/domain/shared/day';
import { formatInstant } from '~/domain/shared/format';
import { Submit, TextArea } from '../form';
import { Notice } from '../parts';

/** The form of the reason; what was typed and what is wrong come back with it. */
export function OnBehalfForm(props: {
  action: string;
  newId: string;
  typed?: string | undefined;
  problem?: string | undefined;
}) {
  return (
    <Form method="post" action={props.action} className="card stack">
      <input type="hidden" name="id" value={props.newId} />
      <TextArea
        label="Pourquoi le syndicat répond à sa place"
        hint="Imprimé sur l’état des besoins, par exemple : « besoins reçus par courrier du maire le 20 novembre »."
        name="reason"
        rows={2}
        required
        maxLength={500}
        defaultValue={props.typed}
        problem={props.problem}
      />
      <div className="row">
        <Submit>Répondre pour cette commune</Submit>
      </div>
    </Form>
  );
}

/** Whose answer this is, and why the syndicat writes it. */
export function OnBehalfNotice(props: {
  communeName: string;
  given: { readonly byName: string; readonly reason: string; readonly at: Instant } | null;
}) {
  const { communeName, given } = props;
  return (
    <Notice tone="warn" title={`Vous répondez pour ${communeName}.`}>
      <p>
        {given
          ? `Motif donné par ${given.byName} le ${formatInstant(given.at)} : ${given.reason}`
          : 'Donnez d’abord un motif : il est gardé, et imprimé sur l’état des besoins.'}
      </p>
    </Notice>
  );
}
