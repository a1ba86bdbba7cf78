// The purchase order for machines: UBL 2.1 Order under the Peppol order-only profile (T01).

import type { BasisPoints, Cents } from '~/domain/shared/money';
import { centsDecimal, percentDecimal, unitPriceDecimal } from '../decimals';
import { branch, leaf, type XmlNode, xmlFile } from '../xml';
import type { Address, DeliveryPlace, DocumentLine, Party, PurchaseOrderFacts } from './facts';

const euros = { currencyID: 'EUR' };
// 'Piece' in UNECE Recommendation 20.
const piece = { unitCode: 'H87' };
// SIRET and SIREN in the ISO 6523 register of identifier schemes.
const siretScheme = { schemeID: '0009' };
const sirenScheme = { schemeID: '0002' };

function amount(name: string, value: Cents): XmlNode {
  return leaf(name, centsDecimal(value), euros);
}

function addressOf(name: string, address: Address | null): XmlNode {
  return branch(name, [
    leaf('cbc:StreetName', address?.lines[0] ?? null),
    leaf('cbc:AdditionalStreetName', address?.lines[1] ?? null),
    leaf('cbc:CityName', address?.city ?? null),
    leaf('cbc:PostalZone', address?.postalCode ?? null),
    branch('cac:AddressLine', [leaf('cbc:Line', address?.lines.slice(2).join(', ') ?? null)]),
    branch('cac:Country', [leaf('cbc:IdentificationCode', 'FR')]),
  ]);
}

function contactOf(contact: Party['contact']): XmlNode {
  return branch('cac:Contact', [
    leaf('cbc:Name', contact?.name ?? null),
    leaf('cbc:Telephone', contact?.phone ?? null),
    leaf('cbc:ElectronicMail', contact?.email ?? null),
  ]);
}

function partyOf(name: string, party: Party): XmlNode {
  const entity = [
    leaf('cbc:RegistrationName', party.name),
    leaf('cbc:CompanyID', party.siret?.slice(0, 9) ?? null, sirenScheme),
  ];
  return branch(name, [
    branch('cac:Party', [
      leaf('cbc:EndpointID', party.siret, siretScheme),
      branch('cac:PartyIdentification', [leaf('cbc:ID', party.siret, siretScheme)]),
      branch('cac:PartyName', [leaf('cbc:Name', party.name)]),
      addressOf('cac:PostalAddress', party.address),
      branch('cac:PartyLegalEntity', entity),
      contactOf(party.contact),
    ]),
  ]);
}

function taxCategory(name: string, rate: BasisPoints): XmlNode {
  return branch(name, [
    leaf('cbc:ID', rate > 0 ? 'S' : 'E'),
    leaf('cbc:Percent', percentDecimal(rate)),
    branch('cac:TaxScheme', [leaf('cbc:ID', 'VAT')]),
  ]);
}

function placeName(place: DeliveryPlace): string {
  return place.uai === null ? place.name : `${place.name} (UAI ${place.uai})`;
}

/** T01 knows one place of delivery: with several, each line says its own in a note. */
function deliveryOf(facts: PurchaseOrderFacts): XmlNode {
  const only = facts.deliveries.length === 1 ? facts.deliveries[0] : undefined;
  return branch('cac:Delivery', [
    only
      ? branch('cac:DeliveryLocation', [leaf('cbc:Name', placeName(only)), addressOf('cac:Address', only.address)])
      : '',
    branch('cac:RequestedDeliveryPeriod', [leaf('cbc:EndDate', facts.delivery.latestDay)]),
  ]);
}

function lineNote(line: DocumentLine, places: readonly DeliveryPlace[]): string | null {
  if (places.length < 2) return null;
  const parts = places.flatMap((place) => {
    const share = place.lines.filter((part) => part.lineNumber === line.number);
    return share.map((part) => `${part.quantity} : ${placeName(place)}`);
  });
  return parts.length === 0 ? null : `Livraison : ${parts.join(' ; ')}`;
}

function lineOf(line: DocumentLine, facts: PurchaseOrderFacts): XmlNode {
  return branch('cac:OrderLine', [
    leaf('cbc:Note', lineNote(line, facts.deliveries)),
    branch('cac:LineItem', [
      leaf('cbc:ID', String(line.number)),
      leaf('cbc:Quantity', String(line.quantity), piece),
      amount('cbc:LineExtensionAmount', line.net),
      branch('cac:Price', [leaf('cbc:PriceAmount', unitPriceDecimal(line.unitPriceNet), euros)]),
      branch('cac:Item', [
        leaf('cbc:Name', line.label),
        branch('cac:SellersItemIdentification', [leaf('cbc:ID', line.reference)]),
        taxCategory('cac:ClassifiedTaxCategory', line.vatRate),
      ]),
    ]),
  ]);
}

function noteOf(facts: PurchaseOrderFacts): string {
  return [
    facts.mention,
    facts.replaces === null ? null : `Annule et remplace le bon de commande ${facts.replaces}.`,
    `Délai : ${facts.delivery.deadline}.`,
    facts.invoicing.serviceCode === null ? null : `Code service Chorus Pro : ${facts.invoicing.serviceCode}.`,
  ]
    .filter((text) => text !== null)
    .join(' ');
}

/**
 * The order as UBL 2.1 XML: the amounts of the facts, written as they are.
 * Null when the orderer's or the holder's SIRET is not known, as the profile cannot name them without it.
 */
export function ublOrder(facts: PurchaseOrderFacts): Uint8Array | null {
  if (facts.orderer.siret === null || facts.holder.siret === null) return null;
  const { totals } = facts;
  const charges = totals.vatByRate.filter((share) => share.ecoContributionNet !== 0);
  const root = branch(
    'Order',
    [
      leaf('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:order:3'),
      leaf('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:order_only:3'),
      leaf('cbc:ID', facts.number),
      leaf('cbc:IssueDate', facts.issuedOn),
      leaf('cbc:OrderTypeCode', '220'),
      leaf('cbc:Note', noteOf(facts)),
      leaf('cbc:DocumentCurrencyCode', 'EUR'),
      leaf('cbc:CustomerReference', facts.commitmentNumber ?? facts.invoicing.serviceCode),
      leaf('cbc:AccountingCost', facts.budgetLine),
      branch('cac:ValidityPeriod', [leaf('cbc:EndDate', facts.delivery.latestDay ?? facts.accordCadre.endsOn)]),
      branch('cac:OrderDocumentReference', [leaf('cbc:ID', facts.replaces)]),
      branch('cac:Contract', [leaf('cbc:ID', `${facts.accordCadre.number}-${facts.accordCadre.lotNumber}`)]),
      partyOf('cac:BuyerCustomerParty', facts.orderer),
      partyOf('cac:SellerSupplierParty', facts.holder),
      partyOf('cac:AccountingCustomerParty', facts.invoicee),
      deliveryOf(facts),
      ...charges.map((share) =>
        branch('cac:AllowanceCharge', [
          leaf('cbc:ChargeIndicator', 'true'),
          // 'Collection and recycling' in UNCL 7161.
          leaf('cbc:AllowanceChargeReasonCode', 'AEO'),
          leaf('cbc:AllowanceChargeReason', 'Éco-contribution'),
          amount('cbc:Amount', share.ecoContributionNet),
          taxCategory('cac:TaxCategory', share.rate),
        ]),
      ),
      branch('cac:TaxTotal', [amount('cbc:TaxAmount', totals.vat)]),
      branch('cac:AnticipatedMonetaryTotal', [
        amount('cbc:LineExtensionAmount', totals.linesNet),
        amount('cbc:TaxExclusiveAmount', totals.net),
        amount('cbc:TaxInclusiveAmount', totals.gross),
        charges.length === 0 ? '' : amount('cbc:ChargeTotalAmount', totals.ecoContributionNet),
        amount('cbc:PayableAmount', totals.gross),
      ]),
      ...facts.lines.map((line) => lineOf(line, facts)),
    ],
    {
      xmlns: 'urn:oasis:names:specification:ubl:schema:xsd:Order-2',
      'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
      'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
    },
  );
  return xmlFile(root);
}
