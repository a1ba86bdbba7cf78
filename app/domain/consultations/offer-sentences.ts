// What people read of what is wrong in a returned schedule or estimate.
import { formatCents, formatCount, formatUnitPrice } from '~/domain/shared/format';
import type { OfferFinding } from './offers';

/** The French sentence of a finding, with its figures. */
export function findingSentence(finding: OfferFinding): string {
  const at = 'number' in finding ? `Prix ${finding.number}` : '';
  const row = 'row' in finding ? ` (ligne ${finding.row})` : '';
  switch (finding.kind) {
    case 'lineMissing':
      return `${at}\u202f: la ligne manque au bordereau.`;
    case 'lineAdded':
      return `${at}${row}\u202f: cette ligne n’est pas dans le bordereau envoyé.`;
    case 'twoPrices':
      return `${at}\u202f: deux lignes pour le même prix (lignes ${finding.rows.join(', ')}).`;
    case 'designationChanged':
      return `${at}${row}\u202f: désignation modifiée, «\u00a0${finding.returned}\u00a0» au lieu de «\u00a0${finding.sent}\u00a0».`;
    case 'unitChanged':
      return `${at}${row}\u202f: unité modifiée, «\u00a0${finding.returned}\u00a0» au lieu de «\u00a0${finding.sent}\u00a0».`;
    case 'priceMissing':
      return `${at}${row}\u202f: prix absent.`;
    case 'priceZero':
      return `${at}${row}\u202f: prix nul ou négatif.`;
    case 'priceUnreadable':
      return `${at}${row}\u202f: «\u00a0${finding.text}\u00a0» n’est pas un prix.`;
    case 'rowHidden':
      return `${at}${row}\u202f: ligne masquée.`;
    case 'quantityChanged':
      return `${at}${row}\u202f: quantité du détail estimatif modifiée, ${formatCount(finding.returned)} au lieu de ${formatCount(finding.sent)}.`;
    case 'otherPriceInEstimate':
      return `${at}${row}\u202f: le détail estimatif porte ${formatUnitPrice(finding.estimate)}, le bordereau ${formatUnitPrice(finding.schedule)}\u202f; le bordereau prévaut.`;
    case 'lineArithmetic':
      return `${at}${row}\u202f: montant déclaré ${formatCents(finding.declared)}, recalculé ${formatCents(finding.recomputed)}.`;
    case 'totalArithmetic':
      return `Total déclaré ${formatCents(finding.declared)}, recalculé ${formatCents(finding.recomputed)} à partir du bordereau.`;
    case 'strangeSheet':
      return `Feuille «\u00a0${finding.name}\u00a0» masquée ou ajoutée.`;
  }
}
