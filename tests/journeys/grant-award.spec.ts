// After the award: agreement, dates, spending from the real invoice, evidence, results and refund, on pages and in files.
import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { documents, grantFiles } from 'db/schema';
import { eq } from 'drizzle-orm';
import { type Cents, cents, shareOf } from '~/domain/shared/money';
import { filesOfZip, plain, printed, rowsOfXlsx, textOfPdf } from './files';
import { expect, fileOf, look, press, test } from './journey';
import { accept, addToCart, approve, attest, invoice, issue, submitCart } from './order-steps';

/** A small PDF, as a funder sends its agreement. */
async function anAgreement(words: string): Promise<Buffer> {
  const scan = await PDFDocument.create();
  scan.addPage([595, 842]).drawText(words, { x: 60, y: 700, size: 20, font: await scan.embedFont('Helvetica') });
  return Buffer.from(await scan.save());
}

/** A day some days from today, as a date field takes it. */
function inDays(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
}

const typed = (amount: Cents) => (amount / 100).toFixed(2).replace('.', ',');

/** Records the next step of the request. */
async function tell(page: Page, address: string, step: string, fields: { amount?: Cents; reference?: string } = {}) {
  await page.goto(`${address}/suivi`);
  await page.getByLabel('Étape', { exact: true }).selectOption({ label: step });
  if (fields.reference !== undefined) await page.getByLabel('Numéro ou référence').fill(fields.reference);
  if (fields.amount !== undefined) await page.getByLabel('Montant').fill(typed(fields.amount));
  await press(page, 'Enregistrer l’étape');
  await expect(page.locator('h1 + p')).toContainText(step);
}

test('an awarded grant is followed to its refund, with the figures of the invoice everywhere', async ({
  db,
  signedIn,
}) => {
  test.setTimeout(300_000);
  const secretary = await signedIn('secretary');
  await addToCart(secretary, 'tablet', 12);
  const order = await submitCart(secretary, 'Classe mobile', 'ENG-2026-40');
  const orderId = order.split('/').at(-1) ?? '';
  await approve(await signedIn('approver'), order);
  const buyer = await signedIn('buyer');
  await accept(buyer, order);
  await issue(buyer, order);
  await attest(secretary, order);
  await invoice(await signedIn('syndicatFinance'), order);
  const [billed] = db.select().from(documents).where(eq(documents.kind, 'invoice')).all();
  const { net, vat, gross, number } = billed ?? {};
  if (net == null || vat == null || gross == null || number === undefined)
    throw new Error('The invoice has no amounts');

  await secretary.goto('/subventions/nouveau?ecole=0352676U');
  await secretary.getByText(/^Appels clos/).click();
  const call = secretary.locator('section.card', { hasText: 'Label Écoles numériques' });
  await call.getByLabel('Commande ou panier').selectOption(orderId);
  await call.getByLabel(/pour la période/).check();
  await call.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await expect(secretary).toHaveURL(/\/subventions\/[0-9a-f-]{36}$/);
  const address = new URL(secretary.url()).pathname;
  await secretary.goto(`${address}/montants`);
  await secretary.getByLabel(/Population de l’aire urbaine/).fill('0');
  await secretary.getByLabel('Montants TTC').check();
  await secretary.getByLabel('Pourquoi cette assiette').fill('Convention en TTC.');
  await press(secretary, 'Enregistrer');
  await secretary.goto(`${address}/parties/pedagogy`);
  await secretary
    .getByLabel(/Indicateurs de réussite/)
    .fill('Fluence en CE1 : 70 mots ; Classe mobile utilisée chaque semaine');
  await press(secretary, 'Enregistrer et revenir');

  // Half of what was really spent is due; more was notified, and the advance is too large.
  const due = shareOf(gross, 5000);
  const [award, advance] = [cents(due + 500_00), cents(due + 123_45)];
  await secretary.goto(`${address}/decision`);
  await expect(secretary.getByText('Elle se joint une fois l’aide accordée')).toBeVisible();
  await tell(secretary, address, 'Déposé');
  await tell(secretary, address, 'Reçu par le financeur', { reference: 'ENIR-35-12' });
  await tell(secretary, address, 'Aide accordée', { amount: award, reference: 'Décision 12' });

  await secretary.goto(`${address}/decision`);
  await secretary.getByLabel('Référence de la décision').fill('Convention 2026-12');
  await secretary.getByLabel('Taux de l’aide, en %').fill('50');
  await secretary.getByLabel('Signer la convention au plus tard le').fill(inDays(6));
  await secretary.getByLabel('Remettre le bilan au plus tard le').fill(inDays(10));
  await look(secretary);
  await press(secretary, 'Enregistrer');
  await secretary.goto('/echeances');
  for (const date of ['Signer la convention au plus tard', 'Remettre le bilan au plus tard']) {
    await expect(secretary.getByRole('row', { name: new RegExp(date) })).toContainText(/dans (6|10) jours/);
  }
  await secretary.goto('/');
  await expect(secretary.locator('main')).toContainText('Signer la convention au plus tard');
  await expect(secretary.locator('main')).toContainText('Remettre le bilan au plus tard');

  const bytes = await anAgreement('Convention attributive 2026-12');
  for (const buffer of [await anAgreement('Projet de convention'), bytes]) {
    await secretary.goto(`${address}/decision`);
    const file = { name: 'convention.pdf', mimeType: 'application/pdf', buffer };
    await secretary.getByLabel('Fichier de la convention').setInputFiles(file);
    await press(secretary, 'Joindre la convention');
    await expect(secretary.getByRole('link', { name: 'Convention attributive' }).first()).toBeVisible({
      timeout: 30_000,
    });
  }
  await expect(secretary.getByText('(remplacée)')).toBeVisible();
  await look(secretary);
  const kept = await fileOf(secretary, () =>
    secretary.getByRole('link', { name: 'Convention attributive' }).first().click(),
  );
  expect(kept.bytes.equals(bytes)).toBe(true);
  const digests = db.select().from(documents).where(eq(documents.kind, 'grantPiece')).all();
  expect(digests.map(({ sha256 }) => sha256)).toContain(createHash('sha256').update(bytes).digest('hex'));
  await tell(secretary, address, 'Convention signée', { reference: 'Convention 2026-12' });
  await tell(secretary, address, 'Avance versée', { amount: advance });

  await secretary.goto(`${address}/depenses`);
  const page = plain(await secretary.locator('main').innerText());
  for (const amount of [net, vat, gross, award, due, advance]) expect(page).toContain(printed(amount));
  expect(page).toContain(number);
  expect(page).toContain(`${printed(123_45)} € ont été versés au-delà`);
  expect(page).toContain(`${printed(500_00)} € de l’aide notifiée seraient perdus`);
  await look(secretary);
  await press(secretary, 'Établir l’état des dépenses');

  // The accountant of the commune takes the evidence, invoice included.
  const finance = await signedIn('communeFinance');
  await finance.goto(`${address}/depenses`);
  const archive = await fileOf(finance, () => finance.getByRole('link', { name: /^ETAT-/ }).click());
  const files = filesOfZip(archive.bytes);
  const named = (end: RegExp) => [...files].find(([name]) => end.test(name))?.[1] ?? new Uint8Array();
  const statement = await textOfPdf(named(/^ETAT-.*\.pdf$/));
  for (const amount of [net, vat, gross, award, due, advance]) expect(statement).toContain(printed(amount));
  expect(statement).toContain(`Trop-perçu à rembourser ${printed(123_45)}`);
  expect(statement).toMatch(/livraison du \d/);
  const total = rowsOfXlsx(named(/^ETAT-.*\.xlsx$/)).find(([first]) => first === 'Total');
  expect(total?.slice(5, 9)).toEqual([net, vat, gross, gross].map((amount) => amount / 100));
  expect([...files.values()].some((one) => createHash('sha256').update(one).digest('hex') === billed?.sha256)).toBe(
    true,
  );

  await secretary.goto(`${address}/bilan`);
  for (const [index, fields] of [
    { state: 'Atteint', observed: '72 mots en juin' },
    { state: 'Non atteint', observed: 'Deux semaines sur trois' },
  ].entries()) {
    await secretary.locator(`[name="state${index}"]`).selectOption({ label: fields.state });
    await secretary.locator(`[name="observed${index}"]`).fill(fields.observed);
  }
  await secretary.getByLabel('Ce qui a marché').fill('La lecture à voix haute enregistrée.');
  await secretary.getByLabel('Ce qui n’a pas marché').fill('Le réseau de la salle 2.');
  await press(secretary, 'Enregistrer le bilan');
  for (const words of ['72 mots en juin', 'Deux semaines sur trois', 'Le réseau de la salle 2.']) {
    await expect(secretary.locator('main')).toContainText(words);
  }
  await look(secretary);
  await secretary.goto('/echeances');
  for (const date of ['Signer la convention au plus tard', 'Remettre le bilan au plus tard']) {
    await expect(secretary.getByRole('row', { name: new RegExp(date) })).toContainText('fait le');
  }
  expect(db.select().from(grantFiles).all()).toHaveLength(1);

  // The syndicat sees the same sums in its overview.
  await buyer.goto('/subventions/synthese');
  const overview = plain(await buyer.locator('main').innerText());
  for (const amount of [award, advance]) expect(overview).toContain(printed(amount));
});
