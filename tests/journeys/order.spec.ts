// A commune orders, the syndicat issues and invoices, finance downloads: from sign-in to the files on disk.
import { createHash } from 'node:crypto';
import { deliveries, documents, invoices, orderLines, orders, purchaseOrders } from 'db/schema';
import { eq, ne } from 'drizzle-orm';
import { filesOfZip, plain, printed, textOfPdf } from './files';
import { expect, fileOf, look, test } from './journey';
import { accept, addToCart, approve, attest, invoice, issue, submitCart } from './order-steps';

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('a commune orders tablets, and the purchase order and invoice say what the database says', async ({
  db,
  signedIn,
}) => {
  const secretary = await signedIn('secretary');
  await look(secretary);

  await secretary.goto('/catalogue');
  await look(secretary);
  await secretary.getByLabel('Chercher une référence').fill('tablettes');
  await secretary.getByRole('button', { name: 'Chercher' }).click();
  await expect(secretary.getByRole('heading', { name: /références? pour/ })).toBeVisible();
  await look(secretary);
  for (const index of [0, 1, 2])
    await secretary
      .getByRole('checkbox', { name: /^Comparer/ })
      .nth(index)
      .check();
  await secretary.getByRole('button', { name: 'Comparer les références cochées' }).click();
  await expect(secretary.getByRole('heading', { name: 'Comparaison' })).toBeVisible();
  await look(secretary);

  const tablet = await addToCart(secretary, 'tablet', 6);
  const trolley = await addToCart(secretary, 'chargingTrolley', 1);
  await secretary.goto('/panier');
  await expect(secretary.getByRole('heading', { name: 'Ce que les textes demandent' })).toBeVisible();
  await look(secretary);
  const order = await submitCart(secretary, 'Tablettes du cycle 3', 'ENG-2026-17');
  await look(secretary);

  const approver = await signedIn('approver');
  await look(approver);
  await approve(approver, order);
  await look(approver);

  const buyer = await signedIn('buyer');
  await look(buyer);
  await accept(buyer, order);
  await look(buyer);
  await issue(buyer, order);
  await look(buyer);

  const orderId = order.split('/').at(-1) ?? '';
  const lines = db.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(orderLines.position).all();
  expect(lines.map(({ label, quantity }) => ({ label, quantity }))).toEqual([
    { label: tablet, quantity: 6 },
    { label: trolley, quantity: 1 },
  ]);
  const issued = db
    .select()
    .from(purchaseOrders)
    .innerJoin(documents, eq(documents.id, purchaseOrders.documentId))
    .where(eq(purchaseOrders.orderId, orderId))
    .all();
  expect(issued.length).toBeGreaterThan(0);

  const finance = await signedIn('communeFinance');
  await finance.goto('/finances');
  await look(finance);
  for (const { documents: document, purchase_orders: purchaseOrder } of issued) {
    const file = await fileOf(finance, () =>
      finance.getByRole('link', { name: `Télécharger ${document.number} en PDF` }).click(),
    );
    expect(digestOf(file.bytes)).toBe(document.sha256);
    const text = await textOfPdf(file.bytes);
    const own = lines.filter(({ lotId }) => lotId === purchaseOrder.lotId);
    expect(text).toContain(document.number);
    for (const line of own) {
      expect(text).toContain(line.reference);
      expect(text).toContain(printed(line.net));
    }
    expect(text).toContain(printed(document.net ?? 0));
    expect(text).toContain(printed(document.vat ?? 0));
    expect(text).toContain(printed(document.gross ?? 0));
    const linesNet = own.reduce((sum, line) => sum + line.net + line.ecoNet, 0);
    expect(linesNet).toBe(document.net);
  }

  await attest(secretary, order);
  await look(secretary);
  const syndicatFinance = await signedIn('syndicatFinance');
  await look(syndicatFinance);
  await invoice(syndicatFinance, order);
  await look(syndicatFinance);
  const invoiced = db
    .select()
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .innerJoin(deliveries, eq(deliveries.id, invoices.deliveryId))
    .get();
  if (!invoiced) throw new Error('No invoice was stored');
  const invoiceFile = await fileOf(syndicatFinance, () =>
    syndicatFinance
      .getByRole('link', { name: /^Facture/ })
      .first()
      .click(),
  );
  expect(digestOf(invoiceFile.bytes)).toBe(invoiced.documents.sha256);
  const invoiceText = await textOfPdf(invoiceFile.bytes);
  expect(invoiceText).toContain(invoiced.documents.number);
  // The commune pays the syndicat: its commitment is on the invoice, not on the syndicat's own order.
  expect(invoiceText).toContain('ENG-2026-17');
  expect(invoiceText).toContain(printed(invoiced.documents.gross ?? 0));

  await finance.goto('/finances');
  await expect(finance.getByRole('row')).toHaveCount(issued.length + 2);
  await look(finance);
  for (const box of await finance.getByRole('checkbox', { name: /^Choisir/ }).all()) await box.check();
  const zip = await fileOf(finance, () =>
    finance.getByRole('button', { name: 'Télécharger la sélection (ZIP)' }).click(),
  );
  // The compliance report is joined to the order; it is no document of the finances.
  const stored = db.select().from(documents).where(ne(documents.kind, 'complianceReport')).all();
  const packed = [...filesOfZip(zip.bytes)].filter(([name]) => name.endsWith('.pdf'));
  expect(packed.map(([, bytes]) => digestOf(bytes)).sort()).toEqual(stored.map(({ sha256 }) => sha256).sort());
  const csv = await fileOf(finance, () => finance.getByRole('link', { name: /CSV/ }).click());
  const list = plain(new TextDecoder().decode(csv.bytes));
  for (const { number, gross } of stored) {
    expect(list).toContain(number);
    expect(list).toContain(((gross ?? 0) / 100).toFixed(2).replace('.', ','));
  }
  expect(db.select().from(orders).where(eq(orders.id, orderId)).get()?.reference).toMatch(/^CMD-/);
});

test('every form of an order works without JavaScript', async ({ db, signedIn }) => {
  const without = { javaScriptEnabled: false };
  const secretary = await signedIn('secretary', without);
  await addToCart(secretary, 'tablet', 2);
  const order = await submitCart(secretary, 'Sans JavaScript', 'ENG-2');
  await approve(await signedIn('approver', without), order);
  const buyer = await signedIn('buyer', without);
  await accept(buyer, order);
  await issue(buyer, order);
  await attest(secretary, order);
  await invoice(await signedIn('syndicatFinance', without), order);
  expect(db.select().from(purchaseOrders).all()).toHaveLength(1);
  expect(db.select().from(invoices).all()).toHaveLength(1);
});

test('a double click, the back button and a form sent again change nothing twice', async ({ db, signedIn }) => {
  const secretary = await signedIn('secretary');
  await addToCart(secretary, 'tablet', 2);
  await addToCart(secretary, 'tablet', 2);
  expect(db.select().from(orderLines).all()).toHaveLength(1);

  await secretary.goto('/panier');
  for (const comment of await secretary.locator('textarea[name^="comment:"]').all()) await comment.fill('Reçue.');
  await secretary.getByLabel('Numéro d’engagement').fill('ENG-3');
  await secretary.getByRole('button', { name: 'Soumettre à l’élu' }).dblclick();
  await expect(secretary).toHaveURL(/\/commandes\//);
  const order = new URL(secretary.url()).pathname;
  expect(db.select().from(orders).all()).toHaveLength(1);
  await secretary.goBack();
  await secretary.waitForLoadState('networkidle');
  await secretary.goto(order);

  const approver = await signedIn('approver');
  await approve(approver, order);
  await approver.goBack();
  await approver.waitForLoadState('networkidle');
  const buyer = await signedIn('buyer');
  await accept(buyer, order);
  await buyer.goto(order);
  await buyer.getByRole('button', { name: 'Émettre les bons de commande' }).dblclick();
  await expect(buyer.getByRole('heading', { name: 'Bons de commande' })).toBeVisible({ timeout: 30_000 });
  expect(db.select().from(purchaseOrders).all()).toHaveLength(1);

  // The same forms once more, as an old tab would send them.
  for (const deed of ['validation', 'acceptation', 'bons-de-commande']) {
    const by = deed === 'validation' ? approver : buyer;
    const answer = await by.request.post(`${order}/${deed}`, {
      form: {},
      maxRedirects: 0,
      headers: { Origin: new URL(by.url()).origin },
    });
    expect([302, 422], deed).toContain(answer.status());
    await by.goto(`${order}/${deed}`);
    await expect(by).toHaveURL(new RegExp(`${order}$`));
  }
  expect(db.select().from(purchaseOrders).all()).toHaveLength(1);
  // The order, and the compliance report that goes with it.
  const kinds = db.select({ kind: documents.kind }).from(documents).all();
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['complianceReport', 'purchaseOrder']);
});
