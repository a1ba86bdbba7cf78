// Switches a rule on or off: the citation is read first, and the reason is kept with the name and the day.
import { Form } from '@remix-run/react';
import { Choice, Submit, TextArea } from '../form';
import { Notice } from '../parts';

const stays = {
  law: 'Ce texte s’impose et sa source a été lue : le syndicat ne peut pas l’éteindre.',
  vote: 'Une règle du syndicat se met en service par un vote, et se termine par un autre.',
} as const;

/** Why a rule cannot be switched, when it cannot. */
export function SwitchRefusal({ because }: { because: keyof typeof stays }) {
  return (
    <p>
      <small>{stays[because]}</small>
    </p>
  );
}

export function RuleSwitch(props: {
  ruleId: string;
  switchId: string;
  enabled: boolean;
  citation: string;
  unconfirmed: boolean;
}) {
  return (
    <Form method="post" action={`/controles/regles/${props.ruleId}/interrupteur`} className="stack">
      <input type="hidden" name="id" value={props.switchId} />
      <input type="hidden" name="enabled" value={props.enabled ? 'false' : 'true'} />
      <blockquote>{props.citation}</blockquote>
      {!props.enabled && props.unconfirmed && (
        <Notice tone="unknown">
          <p>
            Ce texte reste à vérifier dans sa source. Une fois en service, il pourra demander un commentaire ou
            informer, jamais bloquer.
          </p>
        </Notice>
      )}
      <Choice name="read" value="yes" required label="J’ai lu la citation et sa source." />
      <TextArea
        label="Motif"
        name="reason"
        required
        maxLength={1000}
        rows={2}
        hint="Gardé avec votre nom et la date."
      />
      <div className="row">
        <Submit tone={props.enabled ? 'danger' : undefined}>
          {props.enabled ? 'Éteindre la règle' : 'Mettre la règle en service'}
        </Submit>
      </div>
    </Form>
  );
}
