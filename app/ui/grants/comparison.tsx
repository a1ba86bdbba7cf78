// Schemes side by side, the best lawful combination step by step, and when the money comes and goes.
import { Link } from '@remix-run/react';
import type { Cents } from '~/domain/shared/money';
import { Field, Select } from '../form';
import { Amount, Badge, Notice, type Tone } from '../parts';

export interface ComparedScheme {
  readonly id: string;
  readonly name: string;
  readonly period: string;
  readonly outcome: string;
  readonly tone: Exclude<Tone, 'accent'>;
  readonly basis: string;
  readonly eligible: Cents;
  /** Null when it brings nothing, or nothing that is known. */
  readonly grant: Cents | null;
  readonly ownShare: Cents | null;
  readonly rateOpen: boolean;
  readonly remarks: readonly string[];
}

export function ComparedSchemes({
  of,
  caption,
  apply,
}: {
  of: readonly ComparedScheme[];
  caption: string;
  apply: string;
}) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Dispositif</th>
            <th scope="col">Réponse</th>
            <th scope="col" className="amount">
              Éligible
            </th>
            <th scope="col" className="amount">
              Aide seule
            </th>
            <th scope="col" className="amount">
              Reste à charge
            </th>
            <th scope="col">À savoir</th>
          </tr>
        </thead>
        <tbody>
          {of.map((scheme) => (
            <tr key={scheme.id}>
              <th scope="row">
                {scheme.grant === null ? scheme.name : <Link to={apply}>{scheme.name}</Link>}
                <br />
                <small>{scheme.period}</small>
              </th>
              <td data-label="Réponse">
                <Badge tone={scheme.tone}>{scheme.outcome}</Badge>
              </td>
              <td data-label="Éligible" className="amount">
                <Amount of={scheme.eligible} /> <small>{scheme.basis}</small>
              </td>
              <td data-label="Aide seule" className="amount strong">
                {scheme.grant === null ? '–' : <Amount of={scheme.grant} />}
              </td>
              <td data-label="Reste à charge" className="amount">
                {scheme.ownShare === null ? '–' : <Amount of={scheme.ownShare} />}
              </td>
              <td data-label="À savoir">
                {scheme.remarks.length === 0 ? '–' : scheme.remarks.map((remark) => <div key={remark}>{remark}</div>)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface ShownCombination {
  readonly aids: readonly { readonly label: string; readonly amount: Cents; readonly cut: Cents }[];
  readonly steps: readonly { readonly text: string; readonly article: string | null }[];
  readonly total: Cents;
  readonly ownShare: Cents;
  readonly cost: Cents;
  readonly basis: string;
  readonly toVerify: boolean;
  readonly sharedLines: number;
}

export function CombinationCard({ of, title }: { of: ShownCombination; title: string }) {
  return (
    <section className="card accent">
      <div className="row apart baseline">
        <h2>{title}</h2>
        {of.toVerify && <Badge tone="unknown">à vérifier</Badge>}
      </div>
      <p>
        {of.aids.map(({ label }) => label).join(' et ')} :{' '}
        <strong className="amount">
          <Amount of={of.total} />
        </strong>{' '}
        sur <Amount of={of.cost} /> {of.basis} ; reste à charge{' '}
        <strong className="amount">
          <Amount of={of.ownShare} />
        </strong>
        .
      </p>
      <ol>
        {of.steps.map(({ text, article }) => (
          <li key={text}>
            {text} {article !== null && <small>({article})</small>}
          </li>
        ))}
      </ol>
      {of.sharedLines > 0 && (
        <Notice tone="unknown" title="Mêmes lignes dans deux demandes">
          <p>
            {of.sharedLines} ligne{of.sharedLines > 1 ? 's sont payées' : ' est payée'} par plusieurs aides : chaque
            plan de financement doit montrer les autres aides (CGCT, article L. 1111-10, III).
          </p>
        </Notice>
      )}
    </section>
  );
}

export interface ShownCash {
  readonly startsOn: string;
  readonly paidOn: string;
  readonly balanceOn: string;
  readonly fctvaYears: string;
  readonly toAdvance: Cents;
  readonly finalCost: Cents;
  readonly moves: readonly {
    readonly label: string;
    readonly on: string;
    readonly amount: string;
    readonly balance: string;
    readonly sure: boolean;
  }[];
}

/** The dates that the cash-flow rests on, as fields of the page's form. */
export function CashFields({ of }: { of: ShownCash }) {
  return (
    <div className="grid">
      <Field label="Début de l’opération" type="date" name="debut" defaultValue={of.startsOn} />
      <Field label="Paiement des factures" type="date" name="paiement" defaultValue={of.paidOn} />
      <Field label="Versement du solde" type="date" name="solde" defaultValue={of.balanceOn} />
      <Select
        label="FCTVA versé"
        name="fctva"
        defaultValue={of.fctvaYears}
        options={[
          { value: '2', label: 'deux ans après (cas général)' },
          { value: '1', label: 'l’année suivante' },
          { value: '0', label: 'la même année' },
        ]}
      />
    </div>
  );
}

export function CashTable({ of }: { of: ShownCash }) {
  return (
    <section>
      <h2>Trésorerie</h2>
      <p>
        La commune avance jusqu’à{' '}
        <strong className="amount">
          <Amount of={of.toAdvance} />
        </strong>
        . À la fin, l’opération lui coûte{' '}
        <strong className="amount">
          <Amount of={of.finalCost} />
        </strong>{' '}
        TTC, FCTVA déduit (hors plan de financement).
      </p>
      <div className="table-scroll">
        <table className="cards">
          <caption>Entrées et sorties, dates prévues</caption>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Mouvement</th>
              <th scope="col" className="amount">
                Montant
              </th>
              <th scope="col" className="amount">
                Cumul
              </th>
            </tr>
          </thead>
          <tbody>
            {of.moves.map((move) => (
              <tr key={`${move.on}${move.label}`}>
                <td data-label="Date">{move.on}</td>
                <th scope="row">
                  {move.label} {!move.sure && <small>à vérifier</small>}
                </th>
                <td data-label="Montant" className="amount">
                  {move.amount}
                </td>
                <td data-label="Cumul" className="amount">
                  {move.balance}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
