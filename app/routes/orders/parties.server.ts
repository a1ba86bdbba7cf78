// The parties of a document as it names them: four of them for a purchase order, kept apart.
import type { Address, Party } from '~/documents/finance/facts';
import type { CentralPurchasingMode } from '~/domain/accords-cadres/accord-cadre';
import { partiesOf as fourParties } from '~/domain/organisations/parties';
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

/** The four parties of an order, and who issues it: the one who orders. */
export function partiesOf<O>(mode: CentralPurchasingMode, syndicat: O, commune: O) {
  const parties = fourParties(mode, syndicat, commune);
  return { issuer: parties.orderer, ...parties };
}
