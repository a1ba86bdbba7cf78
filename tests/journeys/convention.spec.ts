// A groupement from its convention to the freeze: acts recorded, text read back, a late joiner excluded with the reason.
import type { Page } from '@playwright/test';
import { plain, textOfDocx, textOfPdf } from './files';
import { expect, fileOf, look, test } from './journey';

const pdf = { name: 'deliberation.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%essai\n') };
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
const daysAgo = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);

async function join(page: Page, convention: string, commune: string): Promise<void> {
  await page.goto(convention);
  await page.getByLabel('Commune à ajouter').selectOption({ label: commune });
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.getByText('La commune est membre')).toBeVisible();
}

async function recordActs(page: Page, commune: string, number: string): Promise<void> {
  await page.getByRole('link', { name: commune }).click();
  await look(page);
  await page.getByLabel('Représentant et qualité').fill('Mme Durand, maire');
  await page.getByLabel('Numéro de la délibération').fill(number);
  await page.getByLabel('Date de la délibération').fill(daysAgo(20));
  await page.getByLabel('Exécutoire le').fill(daysAgo(15));
  await page.getByLabel('Délibération (PDF)').setInputFiles(pdf);
  await page.getByLabel('Convention signée le').fill(daysAgo(10));
  await page.getByRole('button', { name: 'Enregistrer les actes' }).click();
  await expect(page.getByText('Les actes sont enregistrés')).toBeVisible();
}

test('a groupement is agreed on, signed, asked for its needs, and who joins late may not order', async ({
  signedIn,
}) => {
  test.slow();
  const buyer = await signedIn('buyer');
  await buyer.goto('/conventions');
  await look(buyer);
  await buyer.getByRole('link', { name: 'Préparer une convention' }).click();
  await look(buyer);
  await buyer.getByLabel('Référence').fill('GC-2027-01');
  await buyer.getByLabel('Objet', { exact: true }).fill('Fourniture de tablettes pour les écoles');
  await buyer.getByLabel('Coût réparti au prorata').check();
  await buyer.getByLabel('Coût à répartir').fill('1000');
  await buyer.getByRole('button', { name: 'Enregistrer la convention' }).click();
  await expect(buyer.getByText('ajoutez ses membres')).toBeVisible();
  const convention = new URL(buyer.url()).pathname;
  await join(buyer, convention, 'Acigné');
  await recordActs(buyer, 'Acigné', '2027-31');
  await join(buyer, convention, 'Andouillé-Neuville');
  await look(buyer);

  await buyer.getByRole('button', { name: 'Établir la convention' }).click();
  await expect(buyer.getByText('La version 1 de la convention est établie')).toBeVisible({ timeout: 60_000 });
  const issued = await fileOf(buyer, () => buyer.getByRole('link', { name: 'PDF', exact: true }).first().click());
  const docx = await fileOf(buyer, () => buyer.getByRole('link', { name: 'DOCX' }).click());
  for (const text of [await textOfPdf(issued.bytes), textOfDocx(docx.bytes)]) {
    for (const said of [
      'GC-2027-01',
      'Acigné',
      'Andouillé-Neuville',
      '2027-31',
      'L2113-6',
      'à compléter',
      '1 000,00 €',
    ])
      expect(plain(text), said).toContain(said);
  }

  await buyer.goto('/campagnes/nouvelle');
  await buyer.getByLabel('Titre').fill('Tablettes du groupement');
  await buyer.getByLabel('Menée pour').selectOption({ index: 1 });
  await look(buyer);
  await buyer.getByRole('button', { name: 'Enregistrer la campagne' }).click();
  await expect(buyer).toHaveURL(/\/campagnes\/[0-9a-f-]{36}$/);
  const campaign = new URL(buyer.url()).pathname;
  await expect(buyer.getByText('Groupement de commandes')).toBeVisible();
  await expect(buyer.getByRole('main')).toContainText('sur 2');

  for (const [secretary, approver] of [
    ['otherSecretary', 'otherApprover'],
    ['secretary', 'approver'],
  ] as const) {
    const page = await signedIn(secretary);
    await page.goto(`${campaign}/reponse`);
    await page.getByLabel('Chercher au catalogue').fill('tablette');
    await page.getByRole('button', { name: 'Chercher' }).click();
    const form = page
      .locator('form')
      .filter({ has: page.locator('input[name="productId"]') })
      .first();
    await form.getByLabel('Quantité').fill('5');
    await form.getByRole('button', { name: 'Ajouter ce besoin' }).click();
    await expect(page.getByText('Ajouté à votre réponse')).toBeVisible();
    const signer = await signedIn(approver);
    await signer.goto(`${campaign}/reponse`);
    await signer.getByRole('button', { name: 'Signer l’état des besoins' }).click();
    await expect(signer.getByText(/signé/i).first()).toBeVisible();
  }

  await buyer.goto(campaign);
  await buyer.getByRole('button', { name: 'Clore la campagne' }).click();
  await buyer.goto(`${campaign}/consolidation/gel`);
  await look(buyer);
  await expect(buyer.getByText('Andouillé-Neuville')).toBeVisible();
  await expect(buyer.getByText('aucune délibération enregistrée ; convention non signée')).toBeVisible();
  await buyer.getByRole('button', { name: 'Figer les besoins' }).click();
  await expect(buyer).toHaveURL(new RegExp(`${campaign}/consolidation$`));
  await look(buyer);
  const shown = plain(await buyer.getByRole('main').innerText());
  expect(shown).toContain('Communes exclues des acheteurs');
  expect(shown).toContain('Andouillé-Neuville : aucune délibération enregistrée ; convention non signée');
  expect(shown).toContain('1 commune avec des besoins signés');

  // It signs in the end, and stays out of these needs.
  await buyer.goto(convention);
  await recordActs(buyer, 'Andouillé-Neuville', '2027-08');
  await buyer.goto(`${campaign}/consolidation`);
  await expect(buyer.getByRole('heading', { name: 'Communes arrivées après le gel' })).toBeVisible();
  await look(buyer);

  const secretary = await signedIn('secretary');
  await secretary.goto('/collectivite');
  await secretary.getByRole('link', { name: /Voir les actes de la commune/ }).click();
  await look(secretary);
  await secretary.getByRole('link', { name: 'GC-2027-01' }).click();
  await look(secretary);
  const own = plain(await secretary.getByRole('main').innerText());
  expect(own).toContain('n° 2027-08');
  expect(own).not.toContain('Acigné');
  expect(own).not.toContain('2027-31');
});
