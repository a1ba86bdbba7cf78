// The bon de commande: agreed supplies and their quantities (R2162-13), as a PDF that carries its XML.
import { formatCents, formatCount, formatDay, formatRate, formatUnitPrice } from '~/domain/shared/format';
import type { Attachment, Block, Column, DocumentModel, Text } from '../blocks';
import { writePdf } from '../pdf/write-pdf';
import type { DeliveryPlace, DocumentLine, Party, PurchaseOrderFacts } from './facts';
import { ublOrder } from './ubl-order';
import { addressLines, notGiven, partyLines, totalEntries, writtenSiret } from './wording';

/** One panel per body, with all the parts it plays: most often the commune plays four. */
function partiesBlock(facts: PurchaseOrderFacts): Block {
  const parts: readonly [string, Party][] = [
    ['Acheteur', facts.orderer],
    ['Destinataire de la facture', facts.invoicee],
    ['Payeur', facts.payer],
    ['Propriétaire', facts.owner],
  ];
  const played = new Map<string, { roles: string[]; party: Party }>();
  for (const [role, party] of parts) {
    const key = `${party.siret} ${party.name}`;
    const known = played.get(key);
    if (known) known.roles.push(role);
    else played.set(key, { roles: [role], party });
  }
  const buyers = [...played.values()].map(({ roles, party }) => ({
    role: roles.map((role, index) => (index === 0 ? role : role.charAt(0).toLowerCase() + role.slice(1))).join(', '),
    name: party.name,
    lines: partyLines(party),
  }));
  return {
    kind: 'parties',
    parties: [{ role: 'Titulaire', name: facts.holder.name, lines: partyLines(facts.holder) }, ...buyers],
  };
}

function references(facts: PurchaseOrderFacts): Block {
  const { accordCadre, delivery } = facts;
  const entries: { label: string; value: Text }[] = [
    { label: 'Accord-cadre', value: `${accordCadre.number} \u2013 ${accordCadre.title}` },
    { label: 'Lot', value: `${accordCadre.lotNumber} \u2013 ${accordCadre.lotTitle}` },
    ...(accordCadre.priceSchedule === null ? [] : [{ label: 'Prix', value: accordCadre.priceSchedule }]),
    { label: 'Numéro d’engagement', value: [{ text: facts.commitmentNumber ?? notGiven, bold: true }] },
    ...(facts.budgetLine === null ? [] : [{ label: 'Imputation', value: facts.budgetLine }]),
    { label: 'Délai contractuel', value: delivery.deadline },
    ...(delivery.latestDay === null
      ? []
      : [{ label: 'Livraison au plus tard', value: [{ text: formatDay(delivery.latestDay), bold: true }] }]),
    ...(delivery.instructions === undefined ? [] : [{ label: 'Consignes', value: delivery.instructions }]),
  ];
  if (facts.reportNumber !== null)
    entries.push({ label: 'Pièce jointe', value: `Rapport de conformité ${facts.reportNumber}` });
  return { kind: 'facts', entries };
}

/** The table of lines, the same on the order and in what is checked against it. */
function linesTable(lines: readonly DocumentLine[]): Block {
  const bears = lines.some((line) => line.unitEcoContributionNet !== null);
  const columns: Column[] = [
    { label: 'N°', width: 0.35, align: 'right' },
    { label: 'Référence', width: 1.1 },
    { label: 'Désignation', width: 3.6 },
    { label: 'Quantité', width: 0.6, align: 'right' },
    { label: 'PU HT', width: 0.9, align: 'right' },
    ...(bears ? [{ label: 'Éco-contr. unit. HT', width: 0.9, align: 'right' } as const] : []),
    { label: 'TVA', width: 0.5, align: 'right' },
    { label: 'Montant HT', width: 1, align: 'right' },
  ];
  const rows = lines.map((line) => [
    String(line.number),
    line.reference,
    line.label,
    formatCount(line.quantity),
    formatUnitPrice(line.unitPriceNet),
    ...(bears ? [line.unitEcoContributionNet === null ? '' : formatUnitPrice(line.unitEcoContributionNet)] : []),
    formatRate(line.vatRate),
    formatCents(line.net),
  ]);
  return { kind: 'table', columns, rows };
}

function placeCells(place: DeliveryPlace, only: boolean): Text[] {
  const { contact } = place;
  const name = { text: place.name, bold: true };
  const lines = [...(place.uai === null ? [] : [`UAI ${place.uai}`]), ...addressLines(place.address)];
  const people = [contact?.name, contact?.phone, contact?.email].filter((text) => text !== undefined);
  const shares = place.lines.map((part) => `ligne\u00a0${part.lineNumber}\u00a0:\u00a0${formatCount(part.quantity)}`);
  const goods = only ? 'Totalité de la commande' : shares.join(' ; ');
  return [[name, `\n${lines.join('\n')}`], people.join('\n'), goods];
}

function deliveryBlocks(facts: PurchaseOrderFacts): Block[] {
  const columns = [
    { label: 'Lieu', width: 2.4 },
    { label: 'Contact', width: 1.6 },
    { label: 'Quantités par ligne', width: 2 },
  ];
  return [
    { kind: 'heading', level: 1, text: 'Livraison' },
    { kind: 'table', columns, rows: facts.deliveries.map((place) => placeCells(place, facts.deliveries.length === 1)) },
  ];
}

function invoicingBlocks(facts: PurchaseOrderFacts): Block[] {
  const { invoicing } = facts;
  return [
    { kind: 'heading', level: 1, text: 'Facturation' },
    {
      kind: 'paragraph',
      text: 'La facture est transmise par Chorus Pro (code de la commande publique, article R2192-3). Elle porte les mentions de l’article D2192-2, dont celles-ci :',
    },
    {
      kind: 'facts',
      entries: [
        { label: 'SIRET destinataire', value: writtenSiret(invoicing.siret) },
        { label: 'Code service', value: invoicing.serviceCode ?? notGiven },
        { label: 'Numéro d’engagement', value: invoicing.commitmentNumber ?? notGiven },
        { label: 'Bon de commande', value: facts.number },
      ],
    },
    {
      kind: 'paragraph',
      text: 'L’éco-contribution figure à part, en sus du prix unitaire et sans remise (code de l’environnement, article L541-10-20).',
    },
  ];
}

function checkBlocks(facts: PurchaseOrderFacts): Block[] {
  if (facts.checks.length === 0) return [];
  const figure = { align: 'right', width: 0.7 } as const;
  const remarks = facts.checks.flatMap((check) => check.remarks.map((text) => `${check.framework}\u00a0: ${text}`));
  return [
    { kind: 'heading', level: 1, text: 'Contrôles effectués à la commande' },
    {
      kind: 'table',
      columns: [
        { label: 'Texte de référence', width: 3.4 },
        { label: 'Version', width: 1.3 },
        { label: 'Respecté', ...figure },
        { label: 'Non respecté', ...figure },
        { label: 'Inconnu', ...figure },
        { label: 'Sans objet', ...figure },
      ],
      rows: facts.checks.map((check) => [
        check.framework,
        check.ruleVersion,
        ...[check.met, check.unmet, check.unknown, check.notApplicable].map(formatCount),
      ]),
    },
    ...(remarks.length === 0 ? [] : [{ kind: 'list', items: remarks } as const]),
  ];
}

function ceilingBlock(facts: PurchaseOrderFacts): Block[] {
  const { ceiling } = facts;
  if (ceiling === null) return [];
  const entries = [
    { label: 'Maximum du lot HT', value: formatCents(ceiling.maximumNet) },
    { label: 'Commandé HT, ce bon compris', value: formatCents(ceiling.orderedNet) },
    { label: 'Reste disponible HT', value: formatCents(ceiling.remainingNet) },
  ];
  return [
    { kind: 'heading', level: 1, text: 'Situation du lot' },
    { kind: 'facts', entries },
  ];
}

/** The document's content. Every figure comes from the facts. */
export function purchaseOrderModel(facts: PurchaseOrderFacts): DocumentModel {
  const { signatory } = facts;
  return {
    title: `Bon de commande n°\u00a0${facts.number}`,
    subtitle: `Émis le ${formatDay(facts.issuedOn)} par ${facts.issuer.name}`,
    reference: facts.number,
    issuer: { name: facts.issuer.name, lines: partyLines(facts.issuer) },
    date: facts.issuedOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    blocks: [
      ...(facts.mention === null ? [] : [{ kind: 'notice', tone: 'warning', text: facts.mention } as const]),
      ...(facts.replaces === null
        ? []
        : [
            {
              kind: 'notice',
              tone: 'plain',
              text: `Annule et remplace le bon de commande n°\u00a0${facts.replaces}.`,
            } as const,
          ]),
      partiesBlock(facts),
      references(facts),
      { kind: 'heading', level: 1, text: 'Fournitures commandées' },
      linesTable(facts.lines),
      { kind: 'summary', entries: totalEntries(facts.totals) },
      ...deliveryBlocks(facts),
      ...invoicingBlocks(facts),
      ...ceilingBlock(facts),
      ...checkBlocks(facts),
      {
        kind: 'paragraph',
        text: 'Bon de commande émis en exécution de l’accord-cadre, sans négociation ni remise en concurrence préalable (code de la commande publique, articles R2162-13 et R2162-14).',
      },
      {
        kind: 'signature',
        parties: [
          {
            role: signatory.role,
            name: signatory.name,
            ...(signatory.delegation === null ? {} : { note: signatory.delegation }),
          },
          { role: 'Reçu par l’entreprise le', note: 'Date, cachet et signature du titulaire' },
        ],
      },
    ],
  };
}

/** The order for machines, as it travels inside the PDF; none when a SIRET it needs is not known. */
function orderAttachments(facts: PurchaseOrderFacts): Attachment[] {
  const bytes = ublOrder(facts);
  if (bytes === null) return [];
  const description = `Bon de commande ${facts.number} au format UBL 2.1 (Peppol T01)`;
  return [{ fileName: 'order.xml', mediaType: 'text/xml', bytes, description, relationship: 'alternative' }];
}

/** The PDF of a purchase order, with the UBL order inside. The same facts give the same bytes. */
export function renderPurchaseOrder(facts: PurchaseOrderFacts): Promise<Uint8Array> {
  return writePdf(purchaseOrderModel(facts), orderAttachments(facts));
}
