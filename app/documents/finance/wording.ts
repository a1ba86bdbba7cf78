// How the finance documents word addresses, identifiers and lines.
import { formatCents, formatRate } from '~/domain/shared/format';
import type { Siret } from '~/domain/shared/identifiers';
import type { Address, DocumentTotals, Party } from './facts';

/** What is shown for something that the law asks for and nobody has given. */
export const notGiven = 'non renseigné';

/** '213 500 168 00025', as INSEE writes it. */
export function writtenSiret(siret: Siret): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');
}

/** The lines of an address. */
export function addressLines(address: Address | null): string[] {
  if (address === null) return [`Adresse\u00a0: ${notGiven}`];
  return [...address.lines, `${address.postalCode} ${address.city}`];
}

/** What stands under a party's name: SIRET, address, contact. */
export function partyLines(party: Party): string[] {
  const { contact } = party;
  return [
    `SIRET ${party.siret === null ? notGiven : writtenSiret(party.siret)}`,
    ...addressLines(party.address),
    ...[contact?.name, contact?.email, contact?.phone].filter((text) => text !== undefined),
  ];
}

/** The totals in the order in which they are read: lines, eco-contribution apart, net, VAT per rate, gross. */
export function totalEntries(totals: DocumentTotals): { label: string; value: string; strong?: boolean }[] {
  const bears = totals.ecoContributionNet !== 0;
  return [
    ...(bears
      ? [
          { label: 'Total des lignes HT', value: formatCents(totals.linesNet) },
          { label: 'Éco-contribution HT, en sus', value: formatCents(totals.ecoContributionNet) },
        ]
      : []),
    { label: 'Total HT', value: formatCents(totals.net) },
    ...totals.vatByRate.map((share) => ({
      label: `TVA ${formatRate(share.rate)} sur ${formatCents(share.net)}`,
      value: formatCents(share.vat),
    })),
    ...(totals.vatByRate.length > 1 ? [{ label: 'Total TVA', value: formatCents(totals.vat) }] : []),
    { label: 'Total TTC', value: formatCents(totals.gross), strong: true },
  ];
}
