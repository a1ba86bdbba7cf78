// The parties of a document as it names them: four of them for a purchase order, kept apart.
import type { Address, Party } from '~/documents/finance/facts';
import type { CentralPurchasingMode } from '~/domain/accords-cadres/accord-cadre';
import type { Siret } from '~/domain/shared/identifiers';

export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly siret: Siret | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** An organisation as a document names it; what is unknown is left out. */
export function partyOf(row: OrganisationRow): Party {
  const address: Address | null =
    row.postalCode === null || row.city === null
      ? null
      : { lines: row.address === null ? [] : [row.address], postalCode: row.postalCode, city: row.city };
  const contact = {
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.phone === null ? {} : { phone: row.phone }),
  };
  return { name: row.name, siret: row.siret, address, ...(Object.keys(contact).length > 0 ? { contact } : {}) };
}

/**
 * Who orders, who is invoiced, who pays and who owns the goods. A wholesaler buys and resells (CCP L2113-2, 1°);
 * under an intermediary each commune orders and pays (2°). The commune owns the goods in both.
 */
export function partiesOf<O>(mode: CentralPurchasingMode, syndicat: O, commune: O) {
  const buyer = mode === 'wholesaler' ? syndicat : commune;
  return { issuer: buyer, orderer: buyer, invoicee: buyer, payer: buyer, owner: commune };
}
