// One calm line per category: where the commune stands on reuse this year, and where this cart or order leads.
import { Link } from '@remix-run/react';
import { formatCents, formatRate } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';

type Share = { readonly least: number; readonly most: number } | null;

function shareText(share: Share): string {
  if (share === null) return 'aucun achat';
  return share.least === share.most
    ? formatRate(share.least)
    : `entre ${formatRate(share.least)} et ${formatRate(share.most)}`;
}

export function CartYear({
  of,
  asked,
}: {
  /** What the sentences are about. */
  asked: 'ce panier' | 'cette commande';
  of: {
    readonly buyerId: string;
    readonly year: number;
    /** Lines that the syndicat buys and resells. */
    readonly resold: number;
    readonly categories: readonly {
      readonly label: string;
      readonly before: Share;
      readonly after: Share;
      readonly minimum: number;
      readonly missing: Cents | null;
    }[];
  };
}) {
  if (of.categories.length === 0 && of.resold === 0) return null;
  return (
    <details className="card">
      <summary>
        Réemploi en {of.year}, avec {asked}
      </summary>
      <ul>
        {of.categories.map((one) => (
          <li key={one.label}>
            {one.label}&nbsp;: {shareText(one.before)} à ce jour, {shareText(one.after)} avec {asked}, pour un minimum
            de {formatRate(one.minimum)}
            {one.missing !== null && one.missing > 0 && (
              <> (il manquerait {formatCents(one.missing)} HT de réemploi, ce qui n’empêche pas de commander)</>
            )}
            .
          </li>
        ))}
      </ul>
      {of.resold > 0 && (
        <p>
          {of.resold === 1 ? 'Une ligne est vendue' : `${of.resold} lignes sont vendues`} par le syndicat, qui a payé le
          fournisseur&nbsp;: {of.resold === 1 ? 'elle compte' : 'elles comptent'} dans son année et non dans la vôtre (à
          vérifier, aucun texte lu ne le tranche).
        </p>
      )}
      <p>
        <small>
          Loi AGEC, article 58&nbsp;: la part se compte par acheteur et par année, non par commande.{' '}
          <Link to={`/controles/annees/${of.year}?acheteur=${of.buyerId}`}>Voir l’année</Link>
        </small>
      </p>
    </details>
  );
}
