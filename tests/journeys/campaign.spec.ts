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
  await expect(page.getByText(`Ajouté à votre réponse : ${label}`)).toBeVisible();
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
  row.getCell(9).value = '2028';
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

/** Proposes a class set of seven trolleys to the communes. */
async function proposeKit(buyer: Page, campaign: string): Promise<void> {
  await buyer.goto(campaign);
  await buyer.getByRole('link', { name: 'Besoins types' }).click();
  await look(buyer);
  await buyer.getByLabel('Intitulé').fill('Sept chariots');
  const reference = buyer.getByRole('combobox', { name: 'Référence 1' });
  await reference.fill('Chariot de recharge');
  await buyer.getByRole('option').first().click();
  await buyer.getByLabel('Quantité 1').fill('7');
  await buyer.getByRole('button', { name: 'Proposer aux communes' }).click();
  await expect(buyer.getByText('« Sept chariots » est proposé aux communes')).toBeVisible();
  await look(buyer);
}

async function addKit(page: Page, title: string, count: number): Promise<void> {
  const kit = page.locator('li.card').filter({ has: page.getByRole('heading', { name: title }) });
  await kit.getByLabel('Nombre').fill(String(count));
  await kit.getByLabel('Année').selectOption('2028');
  await kit.getByRole('button', { name: 'Ajouter ce besoin type' }).click();
  await expect(page.getByText(`Ajouté à votre réponse : ${count} × ${title}`)).toBeVisible();
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
  await buyer.getByLabel('Années des besoins').fill('2027, 2028');
  await buyer.getByRole('button', { name: 'Enregistrer la campagne' }).click();
  await expect(buyer).toHaveURL(/\/campagnes\/[0-9a-f-]{36}$/);
  await look(buyer);
  const campaign = new URL(buyer.url()).pathname;
  await proposeKit(buyer, campaign);

  const first = await signedIn('secretary');
  await first.goto(`${campaign}/reponse`);
  await look(first);
  await addNeed(first, 'tablette', 12);
  await addFreeNeed(first, 'Tablette durcie pour la classe dehors', 3, '410,50');
  await addKit(first, 'Sept chariots', 2);
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
  const byYear = db.$client
    .prepare('select year, sum(round(quantity * estimated_unit_price_net / 100.0)) as net from needs group by year')
    .all() as { year: number; net: number }[];
  expect(byYear.map(({ year }) => year)).toEqual([2027, 2028]);
  const years = buyer.locator('section').filter({ has: buyer.getByRole('heading', { name: 'Par année' }) });
  for (const { net } of byYear) expect(plain(await years.innerText())).toContain(printed(net));
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
  // Tablets and trolleys in one lot: the law asks why.
  await buyer.getByLabel('Pourquoi un seul lot, en droit').selectOption({ index: 3 });
  await buyer.getByLabel('Pourquoi un seul lot, en fait').fill('Les chariots sont réglés sur les tablettes livrées.');
  await buyer.getByRole('button', { name: 'Enregistrer les choix' }).click();
  await expect(buyer.getByText('Les choix sont enregistrés')).toBeVisible();
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
