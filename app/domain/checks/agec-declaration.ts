// The yearly declaration of AGEC article 58: why it cannot be issued yet, and its rows, one per category with spend.
import type { AgecCode, DeclarationLabel } from 'catalog/thresholds/agec';
import type { Day } from '../shared/day';
import { formatCents } from '../shared/format';
import type { Siret } from '../shared/identifiers';
import { parseSiret } from '../shared/identifiers';
import { type Cents, sumCents } from '../shared/money';
import type { CategoryYear, YearLine } from './agec-year';

export interface DeclarationRow {
  readonly year: number;
  readonly siret: Siret;
  readonly name: string;
  readonly label: DeclarationLabel;
  readonly totalNet: Cents;
  readonly reuseNet: Cents;
  readonly donatedNet: Cents;
  readonly recycledNet: Cents;
  readonly comment: string;
}

export type DeclarationRefusal =
  | { readonly kind: 'yearOpen'; readonly year: number }
  | { readonly kind: 'noSiret' }
  | { readonly kind: 'nothingBought' }
  | { readonly kind: 'openLines'; readonly lines: readonly YearLine[] };

/** French sentence of a refusal. */
export function declarationRefusal(refusal: DeclarationRefusal): string {
  switch (refusal.kind) {
    case 'yearOpen':
      return `L’année ${refusal.year} n’est pas terminée : la déclaration se fait une fois l’année close.`;
    case 'noSiret':
      return 'Le SIRET de l’acheteur est absent ou inexact : corrigez-le dans la fiche de la collectivité.';
    case 'nothingBought':
      return 'Aucun achat des catégories concernées cette année : il n’y a rien à déclarer.';
    case 'openLines': {
      const named = refusal.lines.slice(0, 10).map(({ number, label }) => `${label} (${number})`);
      const more = refusal.lines.length > 10 ? ` et ${refusal.lines.length - 10} autres` : '';
      return `Complétez le réemploi ou le recyclé de ces lignes : ${named.join(', ')}${more}.`;
    }
  }
}

const commentOf = ({ lines, entries }: CategoryYear): string => {
  const of = (kind: 'purchase' | 'donation') =>
    sumCents(entries.filter((entry) => entry.kind === kind).map(({ net }) => net));
  return [
    `Bons de commande ${formatCents(sumCents(lines.map(({ net }) => net)))}`,
    `autres achats ${formatCents(of('purchase'))}`,
    `dons en valeur forfaitaire ${formatCents(of('donation'))}`,
  ]
    .join(' ; ')
    .replace(/[\u202f\u00a0]/g, ' ');
};

/** The rows to declare, or every reason not to; amounts are net, parts never pass the total. */
export function declarationOf(
  buyer: { readonly name: string; readonly siret: string | null },
  year: number,
  categories: readonly CategoryYear[],
  labels: Readonly<Record<AgecCode, DeclarationLabel>>,
  today: Day,
): { readonly rows: readonly DeclarationRow[] } | { readonly refusals: readonly DeclarationRefusal[] } {
  const siret = buyer.siret === null ? undefined : parseSiret(buyer.siret);
  const bought = categories.filter(({ totalNet }) => totalNet > 0);
  const open = bought.flatMap((category) => category.open);
  const refusals: DeclarationRefusal[] = [];
  if (today <= `${year}-12-31`) refusals.push({ kind: 'yearOpen', year });
  if (siret === undefined) refusals.push({ kind: 'noSiret' });
  if (bought.length === 0) refusals.push({ kind: 'nothingBought' });
  if (open.length > 0) refusals.push({ kind: 'openLines', lines: open });
  if (refusals.length > 0 || siret === undefined) return { refusals };
  return {
    rows: bought.map((category) => ({
      year,
      siret,
      name: buyer.name,
      label: labels[category.category],
      totalNet: category.totalNet,
      reuseNet: category.reuse.least,
      donatedNet: category.donated,
      recycledNet: category.recycled.least,
      comment: commentOf(category),
    })),
  };
}
