// Facts of documents with speaking defaults: each test says only what matters to it.
import type {
  DeliveryPlace,
  DocumentLine,
  DocumentTotals,
  InvoiceFacts,
  Party,
  PurchaseOrderFacts,
} from '~/documents/finance/facts';
import { day } from '~/domain/shared/day';
import { parseSiret, parseUai, type Siret, type Uai } from '~/domain/shared/identifiers';
import { cents, netOf, shareOf, sumCents, type UnitPrice, unitPrice } from '~/domain/shared/money';

export function aSiret(text = '21350016800025'): Siret {
  const siret = parseSiret(text);
  if (siret === undefined) throw new Error(`Not a SIRET: ${text}`);
  return siret;
}

/** A UAI with the right key for a number of seven digits. */
export function aUai(number = 350004): Uai {
  const digits = String(number).padStart(7, '0');
  for (const letter of 'ABCDEFGHJKLMNPRSTUVWXYZ') {
    const uai = parseUai(digits + letter);
    if (uai !== undefined) return uai;
  }
  throw new Error(`No key for ${digits}`);
}

export function aParty(changes: Partial<Party> = {}): Party {
  return {
    name: 'Commune de Baulon',
    siret: aSiret(),
    address: { lines: ['2 rue de la Mairie'], postalCode: '35580', city: 'Baulon' },
    ...changes,
  };
}

export function aHolder(changes: Partial<Party> = {}): Party {
  return aParty({
    name: 'Exemple Informatique & Écoles SAS (fictif)',
    siret: aSiret('35600000000048'),
    address: { lines: ['10 boulevard des Écoliers', 'Bâtiment B'], postalCode: '35000', city: 'Rennes' },
    contact: { name: 'Service commandes', email: 'commandes@exemple.invalid', phone: '02 99 00 00 00' },
    ...changes,
  });
}

export function aLine(changes: Partial<DocumentLine> = {}): DocumentLine {
  const quantity = changes.quantity ?? 12;
  const price = changes.unitPriceNet ?? unitPrice(2_890_000);
  const eco: UnitPrice | null =
    changes.unitEcoContributionNet === undefined ? unitPrice(400) : changes.unitEcoContributionNet;
  return {
    number: 1,
    reference: 'TAB-10-A',
    label: 'Tablette 10 pouces, 128 Go, avec étui renforcé',
    quantity,
    unitPriceNet: price,
    net: netOf(quantity, price),
    vatRate: 2000,
    unitEcoContributionNet: eco,
    ecoContributionNet: eco === null ? cents(0) : netOf(quantity, eco),
    ...changes,
  };
}

/** Lines with different labels, prices and rates; some labels are long, some prices have four decimals. */
export function someLines(count: number): DocumentLine[] {
  const labels = [
    'Tablette 10 pouces, 128 Go, avec étui renforcé et stylet',
    'Chariot mobile de rangement et de recharge pour seize ordinateurs portables ou tablettes, avec gestion échelonnée de la charge, serrure à clé, roulettes à frein et disjoncteur différentiel, conforme au cahier des clauses techniques particulières',
    'Ordinateur portable 14 pouces, 16 Go de mémoire, 512 Go, reconditionné',
    'Visualiseur de documents à bras articulé',
    'Cœur de réseau et borne Wi-Fi, pose et paramétrage compris',
  ];
  return Array.from({ length: count }, (_, index) =>
    aLine({
      number: index + 1,
      reference: `REF-${String(index + 1).padStart(4, '0')}`,
      label: labels[index % labels.length] ?? '',
      quantity: (index % 29) + 1,
      unitPriceNet: unitPrice(1_234_567 + index * 98_765),
      vatRate: index % 10 === 9 ? 550 : 2000,
      unitEcoContributionNet: index % 5 === 4 ? null : unitPrice(400 + index * 25),
    }),
  );
}

/** Totals of lines as the domain makes them: VAT per rate on the sum of that rate's nets. */
export function totalsOf(lines: readonly DocumentLine[]): DocumentTotals {
  const rates = [...new Set(lines.map((line) => line.vatRate))].sort((a, b) => b - a);
  const vatByRate = rates.map((rate) => {
    const own = lines.filter((line) => line.vatRate === rate);
    const ecoContributionNet = sumCents(own.map((line) => line.ecoContributionNet));
    const net = sumCents([...own.map((line) => line.net), ecoContributionNet]);
    return { rate, net, ecoContributionNet, vat: shareOf(net, rate) };
  });
  const linesNet = sumCents(lines.map((line) => line.net));
  const ecoContributionNet = sumCents(lines.map((line) => line.ecoContributionNet));
  const net = sumCents([linesNet, ecoContributionNet]);
  const vat = sumCents(vatByRate.map((share) => share.vat));
  return { linesNet, ecoContributionNet, net, vatByRate, vat, gross: sumCents([net, vat]) };
}

export function aDeliveryPlace(changes: Partial<DeliveryPlace> = {}): DeliveryPlace {
  return {
    name: 'École élémentaire publique Victor-Hugo',
    uai: aUai(),
    address: { lines: ['6 rue des Tilleuls'], postalCode: '35580', city: 'Baulon' },
    contact: { name: 'La directrice', phone: '02 99 00 00 01' },
    lines: [{ lineNumber: 1, quantity: 12 }],
    ...changes,
  };
}

const mention = 'Démonstration : fournisseur et prix fictifs, document sans valeur';

export function aPurchaseOrder(changes: Partial<PurchaseOrderFacts> = {}): PurchaseOrderFacts {
  const lines = changes.lines ?? [aLine()];
  const commune = aParty();
  return {
    number: 'BC-2026-00042',
    issuedOn: day('2026-11-23'),
    replaces: null,
    issuer: commune,
    commitmentNumber: 'ENG-2026-118',
    accordCadre: {
      number: '2026-AC-07',
      title: 'Équipements numériques des écoles',
      lotNumber: '1',
      lotTitle: 'Tablettes et accessoires',
      priceSchedule: 'BPU n° 2 du 1er septembre 2026',
      endsOn: day('2030-08-31'),
    },
    holder: aHolder(),
    orderer: commune,
    invoicee: commune,
    payer: commune,
    owner: commune,
    lines,
    totals: totalsOf(lines),
    deliveries: [
      aDeliveryPlace({ lines: lines.map((line) => ({ lineNumber: line.number, quantity: line.quantity })) }),
    ],
    delivery: { deadline: 'six semaines à compter de la notification du bon', latestDay: day('2027-01-04') },
    invoicing: { siret: aSiret(), serviceCode: 'SCOLAIRE', commitmentNumber: 'ENG-2026-118' },
    checks: [
      {
        framework: 'CARINE, cadre de référence des services d’infrastructures',
        ruleVersion: '2024-1',
        met: 11,
        unmet: 1,
        unknown: 2,
        notApplicable: 6,
        remarks: ['Indice de réparabilité inconnu, à demander au titulaire.'],
      },
    ],
    ceiling: { maximumNet: cents(40_000_000), orderedNet: cents(12_345_678), remainingNet: cents(27_654_322) },
    signatory: {
      role: 'Pour la commune, le maire',
      name: 'Camille Exemple',
      delegation: 'Délibération n° 2026-31 du 3 juillet 2026',
    },
    budgetLine: '21831 – matériel informatique scolaire',
    reportNumber: null,
    mention,
    ...changes,
  };
}

export function anInvoice(changes: Partial<InvoiceFacts> = {}): InvoiceFacts {
  const lines = changes.lines ?? [aLine()];
  const totals = changes.totals ?? totalsOf(lines);
  return {
    number: 'F-2026-00017',
    issuedOn: day('2026-12-15'),
    kind: 'invoice',
    corrects: null,
    issuer: {
      ...aParty({
        name: 'Syndicat mixte numérique des écoles d’Ille-et-Vilaine (démonstration)',
        siret: aSiret('35600000000048'),
        address: { lines: ['1 place de l’Exemple'], postalCode: '35000', city: 'Rennes' },
      }),
      vatNumber: 'FR39356000000',
    },
    customer: aParty(),
    orderNumber: 'BC-2026-00042',
    accordCadreNumber: '2026-AC-07',
    serviceCode: 'SCOLAIRE',
    commitmentNumber: 'ENG-2026-118',
    deliveredOn: day('2026-12-10'),
    deliveryPlaces: ['École élémentaire publique Victor-Hugo, Baulon'],
    lines,
    totals,
    deductions: [],
    payableGross: totals.gross,
    payment: {
      termDays: 30,
      means: 'Virement administratif, à réception du titre de recettes',
      iban: null,
      bic: null,
      lateInterest:
        'Passé ce délai, intérêts moratoires au taux de la BCE majoré de huit points et indemnité forfaitaire de 40 € (articles R2192-31 et D2192-35).',
    },
    notes: [],
    mention,
    ...changes,
  };
}
