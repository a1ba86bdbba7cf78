// The decided lots of a consultation: their outcome, their letters, and the contract they led to.
import { Link } from '@remix-run/react';
import { type LotOutcome, outcomeLabels } from '~/domain/consultations/award';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import { Badge } from '../parts';

export interface DecidedLot {
  readonly lotNumber: number;
  readonly title: string;
  readonly outcome: LotOutcome;
  readonly awardee: string | null;
  readonly offerNet: Cents | null;
  readonly decidedOn: Day;
  readonly letters: number;
  readonly unsent: number;
  readonly contract: { readonly id: string; readonly number: string; readonly notifiedOn: Day | null } | null;
}

function Progress({ id, lot }: { id: string; lot: DecidedLot }) {
  if (lot.contract)
    return (
      <>
        <Link to={`/contrats/${lot.contract.id}`}>Contrat {lot.contract.number}</Link>{' '}
        {lot.contract.notifiedOn === null ? (
          <Badge tone="warn">à notifier</Badge>
        ) : (
          <small>notifié le {formatDay(lot.contract.notifiedOn)}</small>
        )}
      </>
    );
  const next =
    lot.letters === 0
      ? 'courriers à établir'
      : lot.unsent > 0
        ? `${lot.unsent} courrier(s) à envoyer`
        : lot.outcome === 'awarded'
          ? 'à signer'
          : 'candidats informés';
  const done = lot.letters > 0 && lot.unsent === 0 && lot.outcome !== 'awarded';
  return (
    <Link to={`/consultations/${id}/attribution/${lot.lotNumber}`}>
      Suite du lot {lot.lotNumber}&nbsp;: <Badge tone={done ? 'good' : 'warn'}>{next}</Badge>
    </Link>
  );
}

export function AwardedLots({
  id,
  lots,
  hasLetters,
}: {
  id: string;
  lots: readonly DecidedLot[];
  hasLetters: boolean;
}) {
  if (lots.length === 0) return null;
  return (
    <section className="stack">
      <h2>Lots décidés</h2>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Lot</th>
              <th scope="col">Décision</th>
              <th scope="col">Attributaire</th>
              <th scope="col" className="amount">
                Montant estimatif HT
              </th>
              <th scope="col">Suite</th>
            </tr>
          </thead>
          <tbody>
            {lots.map((lot) => (
              <tr key={lot.lotNumber}>
                <th scope="row">
                  <Link to={`/consultations/${id}/attribution/${lot.lotNumber}`}>
                    Lot {lot.lotNumber} – {lot.title}
                  </Link>
                </th>
                <td data-label="Décision">
                  <Badge tone={lot.outcome === 'awarded' ? 'good' : 'warn'}>{outcomeLabels[lot.outcome]}</Badge>{' '}
                  <small>le {formatDay(lot.decidedOn)}</small>
                </td>
                <td data-label="Attributaire">{lot.awardee ?? 'aucun'}</td>
                <td data-label="Montant estimatif HT" className="amount">
                  {lot.offerNet === null ? '' : formatCents(lot.offerNet)}
                </td>
                <td data-label="Suite">
                  <Progress id={id} lot={lot} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasLetters && (
        <p>
          <a className="button secondary" href={`/consultations/${id}/attribution/courriers.zip`} download>
            Télécharger tous les courriers (ZIP)
          </a>
        </p>
      )}
    </section>
  );
}
