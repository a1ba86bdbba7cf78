// What was spent on an aided project, what the grant pays for it, and the dates to hold.
import { Form, Link } from '@remix-run/react';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay, formatDayShort, formatRate } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Submit } from '../form';
import { Amount, Badge, Facts, Notice, type Tone } from '../parts';

export interface ShownSpending {
  readonly id: string;
  readonly origin: 'invoice' | 'entered';
  readonly supplier: string;
  readonly number: string;
  readonly label: string;
  readonly invoicedOn: Day;
  readonly serviceDoneOn: Day | null;
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
  readonly eligible: Cents;
  readonly hasDocument: boolean;
}

export function SpendingTable(props: {
  fileId: string;
  of: readonly ShownSpending[];
  totals: { net: Cents; vat: Cents; gross: Cents; eligible: Cents };
  basis: string;
  mayWrite: boolean;
}) {
  if (props.of.length === 0) {
    return <p>Aucune facture pour l’instant : elles arrivent ici dès que la livraison est facturée.</p>;
  }
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>Factures qui comptent</caption>
        <thead>
          <tr>
            <th scope="col">Facture</th>
            <th scope="col">Objet</th>
            <th scope="col">Service fait</th>
            <th scope="col" className="amount">
              HT
            </th>
            <th scope="col" className="amount">
              TVA
            </th>
            <th scope="col" className="amount">
              TTC
            </th>
            <th scope="col" className="amount">
              Éligible {props.basis}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.of.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.number}
                <br />
                <small>
                  {formatDayShort(one.invoicedOn)}, {one.supplier}
                </small>
                {one.origin === 'entered' && one.hasDocument && (
                  <>
                    <br />
                    <Link to={`/subventions/${props.fileId}/depenses/${one.id}/facture`} reloadDocument>
                      Le fichier
                    </Link>
                  </>
                )}
              </th>
              <td data-label="Objet">
                {one.label}
                {one.origin === 'entered' && props.mayWrite && (
                  <Form method="post" action={`/subventions/${props.fileId}/depenses/${one.id}/retrait`}>
                    <Submit tone="plain">Retirer la facture {one.number}</Submit>
                  </Form>
                )}
              </td>
              <td data-label="Service fait">
                {one.serviceDoneOn === null ? <Badge tone="warn">À dater</Badge> : formatDayShort(one.serviceDoneOn)}
              </td>
              <td data-label="HT" className="amount">
                {formatCents(one.net)}
              </td>
              <td data-label="TVA" className="amount">
                {formatCents(one.vat)}
              </td>
              <td data-label="TTC" className="amount">
                {formatCents(one.gross)}
              </td>
              <td data-label="Éligible" className="amount">
                {formatCents(one.eligible)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Total
            </th>
            {(['net', 'vat', 'gross', 'eligible'] as const).map((column) => (
              <td key={column} className="amount strong">
                {formatCents(props.totals[column])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

export interface ShownSettlement {
  readonly award: Cents | null;
  readonly asked: Cents | null;
  readonly eligible: Cents;
  readonly beyondBase: Cents;
  readonly rate: number | null;
  readonly payable: Cents | null;
  readonly received: Cents;
  readonly balance: Cents | null;
  readonly refund: Cents | null;
  readonly lost: Cents | null;
  readonly missingSpending: Cents | null;
}

export function SettlementFacts({ of, basis }: { of: ShownSettlement; basis: string }) {
  const known = (amount: Cents | null) => (amount === null ? 'Inconnu' : <Amount of={amount} />);
  return (
    <div className="stack">
      <Facts
        entries={[
          ['Aide demandée', known(of.asked)],
          ['Aide notifiée', of.award === null ? 'Pas encore notifiée' : <Amount key="award" of={of.award} />],
          [`Dépense éligible réelle ${basis}`, <Amount key="eligible" of={of.eligible} />],
          ['Taux', of.rate === null ? 'Selon la part, ou inconnu' : formatRate(of.rate)],
          ['Aide due sur ces dépenses', <strong key="payable">{known(of.payable)}</strong>],
          ['Déjà versé', <Amount key="received" of={of.received} />],
          ['Reste à recevoir', known(of.balance)],
        ]}
      />
      {of.refund !== null && of.refund > 0 && (
        <Notice tone="bad" title="Trop-perçu">
          <p>
            {formatCents(of.refund)} ont été versés au-delà de l’aide due : ils sont à rembourser au financeur, ou de
            nouvelles dépenses éligibles sont à justifier.
          </p>
        </Notice>
      )}
      {of.lost !== null && of.lost > 0 && (
        <Notice tone="warn" title="L’aide n’est pas toute utilisée">
          <p>
            {formatCents(of.lost)} de l’aide notifiée seraient perdus
            {of.missingSpending !== null && of.missingSpending > 0
              ? ` : il manque ${formatCents(of.missingSpending)} de dépense éligible ${basis}.`
              : '.'}
          </p>
        </Notice>
      )}
      {of.beyondBase > 0 && (
        <p>{formatCents(of.beyondBase)} dépassent la dépense retenue par la décision : ils ne sont pas aidés.</p>
      )}
      {of.award !== null && of.payable === null && (
        <Notice tone="unknown" title="Aide due inconnue">
          <p>Le taux n’est pas connu : indiquez celui de la décision.</p>
        </Notice>
      )}
    </div>
  );
}

export interface ShownAwardDate {
  readonly label: string;
  readonly on: Day;
  readonly state: string;
  readonly tone: Tone;
  readonly origin: string;
}

export function AwardDates({ of, fileId }: { of: readonly ShownAwardDate[]; fileId: string }) {
  if (of.length === 0) return <p>Aucune date connue : indiquez celles de la décision.</p>;
  return (
    <>
      <ul>
        {of.map((date) => (
          <li key={date.label}>
            {date.label} : <strong>{formatDay(date.on)}</strong> <Badge tone={date.tone}>{date.state}</Badge>
            <br />
            <small>{date.origin}</small>
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/subventions/${fileId}/echeances.ics`} reloadDocument>
          Mettre ces dates dans mon agenda
        </Link>
      </p>
    </>
  );
}
