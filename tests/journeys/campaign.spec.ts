// A needs campaign becomes a market file: two communes answer, the buyer consolidates, the ZIP holds their quantities.
import type { Page } from '@playwright/test';
import { consolidations, needs } from 'db/schema';
import ExcelJS from 'exceljs';
import { filesOfZip, plain, printed, rowsOfXlsx, textOfDocx, textOfPdf } from './files';
import { expect, fileOf, look, test } from './journey';

async function addNeed(page: Page, words: string, quantity: number): Promise<void> {
  await page.getByLabel('Chercher au catalogue').fill(words);
  await page.getByRole('button', { name: 'Chercher' }).click();
  const form = page
    .locator('form')
    .filter({ has: page.locator('input[name="productId"]') })
    .first();
  await form.getByLabel('Quantité').fill(String(quantity));
  await form.getByRole('button', { name: 'Ajouter ce besoin' }).click();
  await expect(page.getByText('Ajouté à votre réponse')).toBeVisible();
}

async function addFreeNeed(page: Page, label: string, quantity: number, price: string): Promise<void> {
  await page.getByText('Ajouter un besoin absent du catalogue').click();
  const form = page.locator('form').filter({ has: page.locator('input[name="price"]') });
  await form.getByLabel('Catégorie').selectOption({ index: 1 });
  await form.getByLabel('Besoin').fill(label);
  await form.getByLabel('Quantité').fill(String(quantity));
  await form.getByLabel('Prix unitaire HT estimé').fill(price);
  await form.getByRole('button', { name: 'Ajouter ce besoin' }).click();
  await expect(page.getByText('Ajouté à votre réponse')).toBeVisible();
}

/** Answers from a spreadsheet: downloaded, filled in, sent back, confirmed. */
async function answerBySheet(page: Page, campaign: string, quantity: number): Promise<void> {
  await page.goto(`${campaign}/reponse`);
  await page.getByRole('link', { name: /dans un tableur/ }).click();
  await look(page);
  const sent = await fileOf(page, () => page.getByRole('link', { name: 'Télécharger la feuille' }).click());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(sent.bytes as never);
  const row = workbook
    .getWorksheet('Besoins')
    ?.getRows(1, 200)
    ?.find((one) => one.getCell(2).value === 'Tablette');
  if (!row) throw new Error('The sheet offers no tablet');
  row.getCell(6).value = quantity;
  row.getCell(8).value = 'Renouvellement';
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  await page
    .getByLabel('Feuille remplie')
    .setInputFiles({ name: 'besoins.xlsx', mimeType: 'application/xlsx', buffer });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(page.getByText(/^1 ajoutée/)).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: 'Confirmer la ligne' }).click();
  await expect(page.getByText('il reste à la signer')).toBeVisible();
}

async function sign(page: Page, campaign: string): Promise<void> {
  await page.goto(`${campaign}/reponse`);
  await look(page);
  await page.getByRole('button', { name: 'Signer l’état des besoins' }).click();
  await expect(page.getByText(/signé/i).first()).toBeVisible();
}

test('the needs of two communes become a market file whose quantities are theirs', async ({ db, signedIn }) => {
  test.slow();
  const buyer = await signedIn('buyer');
  await buyer.goto('/campagnes/nouvelle');
  await look(buyer);
  await buyer.getByLabel('Titre').fill('Équipement de la rentrée');
  await buyer.getByRole('button', { name: 'Enregistrer la campagne' }).click();
  await expect(buyer).toHaveURL(/\/campagnes\/[0-9a-f-]{36}$/);
  await look(buyer);
  const campaign = new URL(buyer.url()).pathname;

  const first = await signedIn('secretary');
  await first.goto(`${campaign}/reponse`);
  await look(first);
  await addNeed(first, 'tablette', 12);
  await addFreeNeed(first, 'Tablette durcie pour la classe dehors', 3, '410,50');
  await look(first);
  const second = await signedIn('otherSecretary');
  await answerBySheet(second, campaign, 30);
  await sign(await signedIn('approver'), campaign);
  await sign(await signedIn('otherApprover'), campaign);

  await buyer.goto(campaign);
  await look(buyer);
  await buyer.getByRole('button', { name: 'Clore la campagne' }).click();
  await buyer.goto(`${campaign}/consolidation`);
  await look(buyer);
  await expect(buyer.getByText('Andouillé-Neuville').first()).toBeAttached();
  await expect(buyer.getByText('Acigné').first()).toBeAttached();
  await buyer.goto(`${campaign}/consolidation/gel`);
  await look(buyer);
  await buyer.getByRole('button', { name: 'Figer les besoins' }).click();
  await expect(buyer).toHaveURL(new RegExp(`${campaign}/consolidation$`));
  await look(buyer);

  await buyer.getByLabel('Référence').fill('2026-EQUIP-01');
  await buyer.getByLabel('Objet').fill('Équipement numérique des écoles');
  await buyer.getByLabel('Lancement prévu').fill('2027-01-11');
  await buyer.getByRole('button', { name: 'Préparer la consultation' }).click();
  await expect(buyer).toHaveURL(/\/consultations\//);
  await look(buyer);
  await buyer.getByRole('button', { name: 'Produire le dossier (ZIP)' }).click();
  await expect(buyer.getByText('La version 1 du dossier est produite')).toBeVisible({ timeout: 60_000 });
  await look(buyer);
  const zip = await fileOf(buyer, () => buyer.locator('a[href$="/dossier/1"]').first().click());
  const files = filesOfZip(zip.bytes);
  const names = [...files.keys()];
  for (const piece of ['RC', 'AE', 'CCAP', 'CCTP']) {
    expect(names.filter((name) => name.includes(piece) && name.endsWith('.docx')).length, piece).toBeGreaterThan(0);
    expect(names.filter((name) => name.includes(piece) && name.endsWith('.pdf')).length, piece).toBeGreaterThan(0);
  }
  const bytesOf = (piece: string, ending: string) => {
    const found = [...files].find(([name]) => name.includes(piece) && name.endsWith(ending));
    if (!found) throw new Error(`No ${piece}${ending} among ${names.join(', ')}`);
    return found[1];
  };

  const stored = db.select().from(needs).all();
  const quantities = new Map<string, number>();
  for (const { label, quantity } of stored) quantities.set(label, (quantities.get(label) ?? 0) + quantity);
  const rows = names
    .filter((name) => name.includes('DQE') && name.endsWith('.xlsx'))
    .flatMap((name) => rowsOfXlsx(files.get(name) ?? new Uint8Array()));
  // The file names no brand, so lines are recognised by their number.
  const lines = rows.filter(
    (cells) =>
      cells.some((cell) => /^\d+\.\d{3}$/.test(String(cell))) && cells.some((cell) => typeof cell === 'number'),
  );
  expect(lines).toHaveLength(quantities.size);
  for (const [label, quantity] of quantities) {
    expect(
      lines.filter((cells) => cells.includes(quantity)),
      `${quantity} of ${label}`,
    ).toHaveLength(1);
  }
  expect(names.some((name) => name.includes('BPU') && name.endsWith('.xlsx'))).toBe(true);
  const total = db.select().from(consolidations).get()?.totalNet ?? 0;
  const rules = textOfDocx(bytesOf('RC', '.docx'));
  expect(rules).toContain('2026-EQUIP-01');
  const rulesPdf = await textOfPdf(bytesOf('RC', '.pdf'));
  expect(rulesPdf).toContain('2026-EQUIP-01');
  await buyer.goto(`${campaign}/consolidation`);
  expect(plain(await buyer.locator('main').innerText())).toContain(printed(total));
});
