// What the signed-in person can do now on an order: the main deed first, the others beside it.
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Choice, Field, Select, Submit, TextArea } from '../form';
import { Notice } from '../parts';

export interface NextStepProps {
  readonly orderId: string;
  readonly commitmentNumber: string | null;
  readonly serviceCode: string | null;
  readonly serviceCodes: readonly { readonly code: string; readonly label: string }[];
  readonly billing: readonly string[];
  readonly pendingProofs: number;
  /** Proposed: the compliance report goes with the purchase orders. */
  readonly joinReport: boolean;
  readonly may: {
    readonly approve: boolean;
    readonly accept: boolean;
    readonly refuse: boolean;
    readonly resume: boolean;
    readonly cancel: boolean;
    readonly issue: boolean;
    readonly changeReferences: boolean;
  };
}

function Deed({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Form method="post" action={to} className="stack">
      {children}
    </Form>
  );
}

function WithReason({ to, summary, label, button }: { to: string; summary: string; label: string; button: string }) {
  return (
    <details>
      <summary>{summary}</summary>
      <Deed to={to}>
        <TextArea label={label} name="comment" required rows={3} />
        <div className="row">
          <Submit tone="danger">{button}</Submit>
        </div>
      </Deed>
    </details>
  );
}

function References(props: NextStepProps) {
  return (
    <Deed to={`/commandes/${props.orderId}/references`}>
      <h3>Références Chorus Pro</h3>
      <Field label="Numéro d’engagement" name="commitmentNumber" defaultValue={props.commitmentNumber ?? ''} />
      {props.serviceCodes.length > 0 ? (
        <Select
          label="Code service"
          name="serviceCode"
          defaultValue={props.serviceCode ?? ''}
          empty="Aucun"
          options={props.serviceCodes.map(({ code, label }) => ({
            value: code,
            label: label === code ? code : `${code} – ${label}`,
          }))}
        />
      ) : (
        <Field label="Code service" name="serviceCode" defaultValue={props.serviceCode ?? ''} />
      )}
      <div className="row">
        <Submit tone="secondary">Enregistrer les références</Submit>
      </div>
    </Deed>
  );
}

/** The card of possible deeds; nothing when there is none. */
export function NextStep(props: NextStepProps) {
  const { may, orderId } = props;
  if (!Object.values(may).some(Boolean)) return null;
  const at = (deed: string) => `/commandes/${orderId}/${deed}`;
  return (
    <section className="card accent">
      <h2>À vous de jouer</h2>
      {may.approve && (
        <Deed to={at('validation')}>
          <TextArea label="Commentaire (facultatif)" name="comment" rows={2} />
          <div className="row">
            <Submit>Valider la commande</Submit>
          </div>
        </Deed>
      )}
      {may.accept && (
        <Deed to={at('acceptation')}>
          <TextArea
            label={
              props.pendingProofs > 0
                ? `Preuves du fournisseur (${props.pendingProofs} à justifier)`
                : 'Commentaire (facultatif)'
            }
            hint={
              props.pendingProofs > 0
                ? 'Dites comment elles ont été obtenues ou demandées : fiche technique, déclaration de conformité…'
                : undefined
            }
            name="comment"
            rows={2}
            required={props.pendingProofs > 0}
          />
          <div className="row">
            <Submit>Accepter la commande</Submit>
          </div>
        </Deed>
      )}
      {may.issue && (
        <Deed to={at('bons-de-commande')}>
          {props.billing.length > 0 && (
            <Notice tone="warn" title="La commune doit d’abord compléter">
              <ul>
                {props.billing.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Notice>
          )}
          <p>Un bon de commande par lot, numéroté et conservé ; il ne pourra plus être modifié.</p>
          <Choice label="Joindre le rapport de conformité" name="joinReport" defaultChecked={props.joinReport} />
          <div className="row">
            <Submit>Émettre les bons de commande</Submit>
          </div>
        </Deed>
      )}
      {may.resume && (
        <Deed to={at('reprise')}>
          <p>La commande a été renvoyée : reprenez-la dans le panier, corrigez, soumettez de nouveau.</p>
          <div className="row">
            <Submit>Reprendre dans le panier</Submit>
          </div>
        </Deed>
      )}
      {may.changeReferences && <References {...props} />}
      {may.approve && (
        <WithReason
          to={at('renvoi')}
          summary="Renvoyer à la secrétaire"
          label="Que faut-il corriger ?"
          button="Renvoyer"
        />
      )}
      {may.refuse && (
        <WithReason to={at('refus')} summary="Renvoyer à la commune" label="Que faut-il corriger ?" button="Renvoyer" />
      )}
      {may.cancel && (
        <WithReason
          to={at('annulation')}
          summary="Annuler la commande"
          label="Pourquoi l’annuler ?"
          button="Annuler la commande"
        />
      )}
    </section>
  );
}
