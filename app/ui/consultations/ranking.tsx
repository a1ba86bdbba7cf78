// The ranking of a lot, points by criterion, and from which weight of the price it would change.
import type { Criterion } from '~/domain/consultations/consultation';
import type { RankedOffer } from '~/domain/consultations/scoring';
import type { WinnerRange } from '~/domain/consultations/sensitivity';
import { priceWeightOf, sensitivityTexts } from '~/domain/consultations/sensitivity-text';
import { formatCents, formatPoints } from '~/domain/shared/format';
import { Badge } from '../parts';

export function Ranking({
  of,
}: {
  of: {
    readonly criteria: readonly Criterion[];
    readonly formula: string;
    readonly ranking: readonly RankedOffer[];
    readonly winners: readonly WinnerRange[];
    readonly offers: readonly { readonly state: string }[];
  };
}) {
  const { criteria, ranking, winners, offers } = of;
  if (ranking.length === 0) return null;
  const weight = priceWeightOf(criteria);
  const nameOf = (offerId: string) => ranking.find((one) => one.offerId === offerId)?.candidate ?? offerId;
  const final = offers.every(({ state }) => state === 'admitted' || state === 'eliminated');
  return (
    <section className="stack">
      <h2>Classement {!final && <Badge tone="warn">provisoire, des offres restent à décider</Badge>}</h2>
      <p>
        <small>Prix&nbsp;: {of.formula}, sur le détail estimatif recalculé.</small>
      </p>
      <div className="table-scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Rang</th>
              <th scope="col">Candidat</th>
              <th scope="col" className="amount">
                Montant HT
              </th>
              {criteria.map(({ label, weight: points }) => (
                <th key={label} scope="col" className="amount" style={{ whiteSpace: 'normal' }}>
                  {label} <small>/{points}</small>
                </th>
              ))}
              <th scope="col" className="amount">
                Note /100
              </th>
            </tr>
          </thead>
          <tbody>
            {ranking.map((offer) => (
              <tr key={offer.offerId}>
                <td data-label="Rang">{offer.rank ?? 'à noter'}</td>
                <th scope="row">{offer.candidate}</th>
                <td data-label="Montant HT" className="amount">
                  {formatCents(offer.priceNet)}
                </td>
                {criteria.map(({ label }, index) => {
                  const points = offer.points[index];
                  return (
                    <td key={label} data-label={label} className="amount">
                      {typeof points === 'number' ? formatPoints(Math.round(points / 1000)) : 'à noter'}
                    </td>
                  );
                })}
                <td data-label="Note /100" className="amount strong">
                  {offer.total === null ? 'à noter' : formatPoints(offer.total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {winners.length > 0 && (
        <div>
          <h3>Solidité du classement</h3>
          <ul>
            {sensitivityTexts(winners, weight, nameOf).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>
            <small>
              Le prix pèse {weight}&nbsp;% dans cette consultation&nbsp;; les autres critères gardent ici leurs
              proportions. C’est une lecture, non un motif de choix.
            </small>
          </p>
        </div>
      )}
    </section>
  );
}
