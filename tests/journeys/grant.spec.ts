// A school's grant file: opened and issued where the call allows it, refused with the criterion where it does not.
import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { grantFiles, orderLines } from 'db/schema';
import { formatCents } from '~/domain/shared/format';
import { cents, shareOf } from '~/domain/shared/money';
import { filesOfZip, plain, textOfPdf } from './files';
import { expect, fileOf, look, press, test } from './journey';
import { addToCart } from './order-steps';

async function openNewFile(page: Page): Promise<void> {
  await page.goto('/subventions/nouveau');
  await look(page);
  await page.getByLabel('École').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Voir l’éligibilité' }).click();
  await page.getByText(/^Appels clos/).click();
  await look(page);
}

/** Bytes of a small PDF of one page, as a mayor's office scans it. */
async function aScan(words: string): Promise<Buffer> {
  const scan = await PDFDocument.create();
  scan.addPage([595, 842]).drawText(words, { x: 60, y: 700, size: 20, font: await scan.embedFont('Helvetica') });
  return Buffer.from(await scan.save());
}

test('a rural commune completes an ENIR file with its school, its adviser and its elected official', async ({
  db,
  site,
  browser,
  signedIn,
}) => {
  test.setTimeout(300_000);
  const secretary = await signedIn('secretary');
  const tablet = await addToCart(secretary, 'tablet', 12);
  await openNewFile(secretary);
  const call = secretary.locator('section.card', { hasText: 'Label Écoles numériques' });
  await call.getByLabel('Commande ou panier').selectOption({ index: 1 });
  await call.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await expect(secretary).toHaveURL(/\/subventions\/[0-9a-f-]{36}$/);
  const address = new URL(secretary.url()).pathname;
  await look(secretary);

  await secretary.getByRole('link', { name: 'Montants et éligibilité' }).click();
  await secretary.getByLabel(/Population de l’aire urbaine/).fill('0');
  await secretary.getByLabel('Montants TTC').check();
  await secretary.getByLabel('Pourquoi cette assiette').fill('TVA non récupérée avant deux ans.');
  await look(secretary);
  await press(secretary, 'Enregistrer');
  await expect(secretary.locator('h1 + p .badge').first()).toHaveText('Éligible');

  // The school writes its part by its link, without an account; the secretary meanwhile writes in the same field.
  await secretary.goto(`${address}/lien-ecole`);
  await press(secretary, 'Faire un lien');
  const link = new URL(await secretary.locator('code').innerText()).pathname;
  await look(secretary);
  const school = await (
    await browser.newContext({ baseURL: site.origin, viewport: { width: 390, height: 800 } })
  ).newPage();
  const entered = await school.goto(link);
  expect(entered?.headers()['x-robots-tag']).toContain('noindex');
  await look(school);
  await school.getByRole('link', { name: 'Projet pédagogique' }).click();
  await school.getByLabel('Intitulé du projet').fill('Lire et dire avec une classe mobile');
  await school.getByLabel(/Indicateurs de réussite/).fill('Fluence en CE1 : de 62 à 70 mots.');
  await secretary.goto(`${address}/parties/pedagogy`);
  await secretary.getByLabel('Intitulé du projet').fill('Classe mobile');
  await press(secretary, 'Enregistrer et revenir');
  await press(school, 'Enregistrer');
  await expect(school.getByText('Quelqu’un d’autre a écrit ici')).toBeVisible();
  await expect(school.locator('blockquote')).toHaveText(['Classe mobile', 'Lire et dire avec une classe mobile']);
  await look(school);
  await press(school, 'Enregistrer');
  await expect(school.getByText('Merci.')).toBeVisible();
  const refused = await school.goto(`${link}/financing`);
  expect(refused?.status()).toBe(404);
  await secretary.goto(`${address}/lien-ecole`);
  await press(secretary, 'Fermer le lien');
  expect((await school.goto(link))?.status()).toBe(404);
  await school.context().close();

  await secretary.goto(`${address}/pieces`);
  const piece = secretary.locator('#deliberation');
  const joined = { name: 'delib.pdf', mimeType: 'application/pdf', buffer: await aScan('Deliberation 2026-41') };
  await piece.getByLabel('Fichier').setInputFiles(joined);
  await piece.getByRole('button', { name: 'Joindre' }).click();
  await expect(piece.getByText('Jointe')).toBeVisible({ timeout: 30_000 });
  await look(secretary);

  const adviser = await signedIn('adviser');
  await adviser.goto(`${address}/avis`);
  await adviser.getByLabel('Favorable avec réserves').check();
  await adviser.getByLabel('Motifs, réserves, conseils').fill('Former l’équipe avant la livraison.');
  await look(adviser);
  await press(adviser, 'Enregistrer l’avis');

  await secretary.goto(address);
  await press(secretary, 'Établir le dossier');
  await secretary.getByRole('link', { name: 'Version 1' }).click({ timeout: 60_000 });
  await expect(secretary.getByRole('heading', { name: 'Version 1' })).toBeVisible();
  await look(secretary);
  const zip = await fileOf(secretary, () => secretary.getByRole('link', { name: /ZIP/ }).click());
  const files = filesOfZip(zip.bytes);
  const names = [...files.keys()];
  expect(names).toHaveLength(10);
  for (const line of Buffer.from(files.get('empreintes-sha256.txt') ?? [])
    .toString('utf8')
    .trim()
    .split('\n')) {
    const [digest, name = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
      name,
    ).toBe(digest);
  }
  const text = await textOfPdf(files.get(names[0] ?? '') ?? new Uint8Array());
  const [line] = db.select().from(orderLines).all();
  const gross = cents(
    (line?.net ?? 0) + (line?.ecoNet ?? 0) + shareOf(cents((line?.net ?? 0) + (line?.ecoNet ?? 0)), 2000),
  );
  expect(text).toContain(plain(formatCents(gross)));
  for (const words of [
    'Lire et dire avec une classe mobile',
    plain(tablet),
    'Former l’équipe',
    'Deliberation 2026-41',
  ]) {
    expect(text).toContain(words);
  }

  const approver = await signedIn('approver');
  await approver.goto(`${address}/versions/1`);
  await press(approver, 'Signer cette version');
  await expect(approver.getByRole('row', { name: /Signature de l’élu/ })).toContainText('Signé');
  await secretary.goto(`${address}/parties/schedule`);
  await secretary.getByLabel('Commencement prévu').fill('2027-02-01');
  await press(secretary, 'Enregistrer et revenir');
  await expect(secretary.getByRole('row', { name: /Signature de l’élu/ })).toContainText('À refaire');
  await secretary.goto(`${address}/recopie`);
  await expect(secretary.getByRole('button', { name: /^Copier Intitulé/ })).toBeVisible();
  await look(secretary);
});

test('a commune too large for the call is told which criterion fails, and no file is opened', async ({
  db,
  signedIn,
}) => {
  const secretary = await signedIn('otherSecretary');
  await openNewFile(secretary);
  const page = plain(await secretary.locator('main').innerText());
  expect(page).toMatch(/non éligible|inéligible|pas éligible/i);
  expect(page).toMatch(/habitants/);
  const refused = await secretary.request.post(secretary.url(), {
    form: { id: crypto.randomUUID(), schemeId: 'enir-2018', purpose: 'template', orderId: '' },
    headers: { Origin: new URL(secretary.url()).origin },
    maxRedirects: 0,
  });
  expect(refused.status()).toBe(422);
  expect(db.select().from(grantFiles).all()).toEqual([]);
});
