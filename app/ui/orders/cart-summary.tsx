// Beside the lines of the cart: references, totals, ceilings, and what still stands against submitting.
import { remainderOf } from '~/domain/orders/ceilings';
import type { Totals as OrderTotals } from '~/domain/orders/totals';
import { formatCents } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Field, Select, Submit, TextArea } from '../form';
import { Gauge, Notice, Totals } from '../parts';

export interface ShownCart {
  readonly cart: {
    readonly title: string | null;
    readonly commitmentNumber: string | null;
    readonly serviceCode: string | null;
    readonly comment: string | null;
  };
  readonly serviceCodes: readonly { readonly code: string; readonly label: string }[];
  readonly commitmentRequired: boolean;
  readonly totals: OrderTotals;
  /** What must change before the cart can be submitted. */
  readonly reasons: readonly string[];
  /** Number of points of the texts that a comment answers. */
  readonly toComment: number;
  /** Amounts net: of this cart, of the member's ceiling (null: no right to order) and of the lot. */
  readonly lots: readonly {
    readonly title: string;
    readonly askedNet: Cents;
    readonly memberMaximumNet: Cents | null;
    readonly memberCommittedNet: Cents;
    readonly lotRemainingNet: Cents;
  }[];
}

/** Title and Chorus Pro references of the cart, and a message for those who decide. */
export function CartReferences({ of: shown }: { of: ShownCart }) {
  return (
    <section className="card">
      <h2>Références de la commande</h2>
      <Field
        label="Intitulé"
        name="title"
        defaultValue={shown.cart.title ?? ''}
        hint="Pour la retrouver : « Tablettes CE2 »."
      />
      <Field
        label="Numéro d’engagement"
        name="commitmentNumber"
        defaultValue={shown.cart.commitmentNumber ?? ''}
        hint={shown.commitmentRequired ? 'Obligatoire avant l’émission du bon de commande.' : 'S’il est déjà connu.'}
      />
      {shown.serviceCodes.length > 0 ? (
        <Select
          label="Code service"
          name="serviceCode"
          defaultValue={shown.cart.serviceCode ?? ''}
          empty="Aucun"
          options={shown.serviceCodes.map(({ code, label }) => ({
            value: code,
            label: label === code ? code : `${code} – ${label}`,
          }))}
        />
      ) : (
        <Field label="Code service" name="serviceCode" defaultValue={shown.cart.serviceCode ?? ''} />
      )}
      <TextArea
        label="Message pour l’élu et le syndicat"
        name="comment"
        rows={2}
        defaultValue={shown.cart.comment ?? ''}
      />
    </section>
  );
}

/** The totals of the cart, what stands against submitting it, its two buttons, and what remains under each ceiling. */
export function CartSummary({ of: shown }: { of: ShownCart }) {
  return (
    <aside className="stack">
      <section className="card accent">
        <h2>Total</h2>
        <Totals of={shown.totals} />
        {shown.reasons.length + shown.toComment > 0 ? (
          <Notice tone="warn" title="Avant de soumettre">
            <ul>
              {shown.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
              {shown.toComment > 0 && (
                <li>
                  <a href="#textes">
                    {shown.toComment} point{shown.toComment > 1 ? 's' : ''} des textes à commenter
                  </a>
                </li>
              )}
            </ul>
          </Notice>
        ) : (
          <Notice tone="good">
            <p>Tout est prêt.</p>
          </Notice>
        )}
        <Submit formAction="/panier/soumission">Soumettre à l’élu</Submit>
        <Submit tone="secondary">Enregistrer sans soumettre</Submit>
      </section>
      <section className="card">
        <h2>Plafonds</h2>
        {shown.lots.map(({ title, askedNet, memberMaximumNet, memberCommittedNet, lotRemainingNet }) =>
          memberMaximumNet === null ? (
            <p key={title}>{title} : pas de droit à commander.</p>
          ) : (
            <div key={title}>
              <Gauge
                label={title}
                used={(memberCommittedNet + askedNet) as typeof askedNet}
                ceiling={memberMaximumNet}
              />
              <small>
                Reste avant ce panier : {formatCents(remainderOf(memberMaximumNet, memberCommittedNet))} HT pour la
                commune, {formatCents(lotRemainingNet)} HT sous le maximum du lot.
              </small>
            </div>
          ),
        )}
      </section>
    </aside>
  );
}
