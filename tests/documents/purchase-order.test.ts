// The purchase order: what its PDF and its XML say, held against the facts.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { purchaseOrderModel, renderPurchaseOrder } from '~/documents/finance/purchase-order';
import { ublOrder } from '~/documents/finance/ubl-order';
import { formatCents, formatUnitPrice } from '~/domain/shared/format';
import { aDeliveryPlace, aHolder, aParty, aPurchaseOrder, aSiret, aUai, someLines } from './builders';
import { inspect, installed, plain, readPdf } from './reading';

const schema = resolve('../shared/kit/ubl/maindoc/UBL-Order-2.1.xsd');

test('every amount, identifier and instruction of the facts is in the text', async () => {
  const facts = aPurchaseOrder({ lines: someLines(40) });
  const { text } = await readPdf(await renderPurchaseOrder(facts));
  const amounts = [
    ...facts.lines.flatMap((line) => [formatUnitPrice(line.unitPriceNet), formatCents(line.net)]),
    ...facts.totals.vatByRate.flatMap((share) => [formatCents(share.net), formatCents(share.vat)]),
    ...[
      facts.totals.linesNet,
      facts.totals.ecoContributionNet,
      facts.totals.net,
      facts.totals.vat,
      facts.totals.gross,
    ].map(formatCents),
  ];
  for (const amount of amounts) expect(text).toContain(plain(amount));
  const said = [
    'BC-2026-00042',
    'ENG-2026-118',
    '213 500 168 00025',
    '356 000 000 00048',
    'SCOLAIRE',
    aUai(),
    '4 janvier 2027',
    'Camille Exemple',
    'Démonstration',
    'R2162-13',
    'L541-10-20',
  ];
  for (const words of said) expect(text).toContain(words);
});

test('860 lines are all there, each page with the header of the table', async () => {
  const facts = aPurchaseOrder({ lines: someLines(860) });
  const { pages, text } = await readPdf(await renderPurchaseOrder(facts));
  for (const line of facts.lines) expect(text).toContain(line.reference);
  for (const page of pages.slice(1, 15)) expect(page).toContain('Désignation');
});

test('the same facts give the same bytes', async () => {
  const [first, second] = [await renderPurchaseOrder(aPurchaseOrder()), await renderPurchaseOrder(aPurchaseOrder())];
  expect(Buffer.compare(first, second)).toBe(0);
});

test('a body that plays several parts is shown once with all of them', () => {
  const syndicat = aParty({ name: 'Syndicat', siret: aSiret('35600000000048') });
  const shown = purchaseOrderModel(aPurchaseOrder({ orderer: syndicat, invoicee: syndicat })).blocks.find(
    (block) => block.kind === 'parties',
  );
  expect(shown?.kind === 'parties' && shown.parties.map(({ role, name }) => [role, name])).toEqual([
    ['Titulaire', aHolder().name],
    ['Acheteur, destinataire de la facture', 'Syndicat'],
    ['Payeur, propriétaire', 'Commune de Baulon'],
  ]);
});

test('what is not known is said not to be known', async () => {
  const { text } = await readPdf(await renderPurchaseOrder(aPurchaseOrder({ commitmentNumber: null })));
  expect(text).toContain('Numéro d’engagement non renseigné');
});

test('the PDF carries the very order for machines', async () => {
  const facts = aPurchaseOrder();
  const { attachments } = await readPdf(await renderPurchaseOrder(facts));
  expect(new TextDecoder().decode(attachments['order.xml'])).toBe(
    new TextDecoder().decode(ublOrder(facts) ?? undefined),
  );
});

test('without the SIRET of the holder there is no order for machines', () => {
  expect(ublOrder(aPurchaseOrder({ holder: aHolder({ siret: null }) }))).toBeNull();
});

test('the XML holds the totals of the facts, eco-contribution as a charge per rate', () => {
  const facts = aPurchaseOrder({ lines: someLines(12) });
  const xml = new TextDecoder().decode(ublOrder(facts) ?? undefined);
  const decimal = (value: number) => (value / 100).toFixed(2);
  expect(xml).toContain(`<cbc:LineExtensionAmount currencyID="EUR">${decimal(facts.totals.linesNet)}<`);
  expect(xml).toContain(`<cbc:ChargeTotalAmount currencyID="EUR">${decimal(facts.totals.ecoContributionNet)}<`);
  expect(xml).toContain(`<cbc:PayableAmount currencyID="EUR">${decimal(facts.totals.gross)}<`);
  expect(xml).toContain('Exemple Informatique &amp; Écoles');
  expect(xml).not.toMatch(/<(\S+)[^>]*><\/\1>/);
});

test('with several places of delivery each line says where its goods go', async () => {
  const places = [
    aDeliveryPlace({ name: 'École A', lines: [{ lineNumber: 1, quantity: 5 }] }),
    aDeliveryPlace({ name: 'École B', uai: null, lines: [{ lineNumber: 1, quantity: 7 }] }),
  ];
  const facts = aPurchaseOrder({ deliveries: places });
  const { text } = await readPdf(await renderPurchaseOrder(facts));
  expect(text).toContain('ligne 1 : 5');
  expect(text).toContain('ligne 1 : 7');
  const xml = new TextDecoder().decode(ublOrder(facts) ?? undefined);
  expect(xml).toContain(`Livraison : 5 : École A (UAI ${aUai()}) ; 7 : École B`);
});

test('the XML is valid against the UBL 2.1 schema', () => {
  if (!existsSync(schema)) {
    console.warn(`NOT CHECKED: the UBL 2.1 schemas are not at ${schema}`);
    return;
  }
  if (!installed('xmllint')) return;
  for (const facts of [
    aPurchaseOrder(),
    aPurchaseOrder({ lines: someLines(60), replaces: 'BC-2026-00041', commitmentNumber: null }),
  ]) {
    const { status, output } = inspect('xmllint', ['--noout', '--schema', schema], ublOrder(facts) ?? new Uint8Array());
    expect({ status, output: output.replace(/^.* validates\n/, '') }).toEqual({ status: 0, output: '' });
  }
});
