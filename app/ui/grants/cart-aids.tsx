// What open schemes could bring to the schools of a cart: a calm line each, details folded.
import { Link } from '@remix-run/react';
import { formatCents } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';

export interface CartAid {
  readonly uai: string;
  readonly school: string;
  readonly schemes: readonly string[];
  /** The rate is the lowest of the text, by assumption. */
  readonly atLeast: boolean;
  readonly amount: Cents;
  readonly ownShare: Cents;
  readonly basis: 'net' | 'gross';
  /** What the figure rests on and nobody has verified. */
  readonly doubts: readonly string[];
  /** Nothing may be signed before the request is received. */
  readonly waits: boolean;
}

export function CartAids({ orderId, of }: { orderId: string; of: readonly CartAid[] }) {
  if (of.length === 0) return null;
  return (
    <section className="card">
      <h2>Aides possibles</h2>
      {of.map((aid) => {
        const search = `ecole=${aid.uai}&commande=${orderId}`;
        return (
          <div key={aid.uai}>
            <p>
              Pour {aid.school}, {aid.schemes.join(' et ')} {aid.schemes.length > 1 ? 'pourraient' : 'pourrait'}{' '}
              apporter
              {aid.atLeast && ' au moins'} <strong>{formatCents(aid.amount)}</strong> ; reste à charge{' '}
              {formatCents(aid.ownShare)} {aid.basis === 'net' ? 'HT' : 'TTC'}
              {aid.doubts.length > 0 && ' (à vérifier)'}.{' '}
              <Link to={`/subventions/nouveau?${search}`}>Ouvrir un dossier</Link> ou{' '}
              <Link to={`/subventions/comparaison?${search}`}>comparer les aides</Link>.
            </p>
            {(aid.doubts.length > 0 || aid.waits) && (
              <details>
                <summary>À savoir pour {aid.school}</summary>
                <ul>
                  {aid.waits && <li>Rien ne doit être signé avant la réception de la demande par la préfecture.</li>}
                  {aid.doubts.map((doubt) => (
                    <li key={doubt}>{doubt}.</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        );
      })}
    </section>
  );
}
