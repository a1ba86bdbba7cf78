// A school says what it has, its order answers a reservation by a document, the buyer closes it, reports are on disk.
import type { Page } from '@playwright/test';
import { textOfPdf } from './files';
import { expect, fileOf, look, press, test } from './journey';
import { addToCart } from './order-steps';

const proof = { name: 'convention.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n% essai\n') };

/** The words of the report that the page of the order gives. */
async function reportOf(page: Page): Promise<string> {
  const { bytes } = await fileOf(page, () => page.getByRole('link', { name: /Rapport de conformité/ }).click());
  return textOfPdf(bytes);
}

test('from what a school has to the report of its order and the last reservation closed', async ({ signedIn }) => {
  const secretary = await signedIn('secretary');
  await secretary.goto('/ecoles');
  const school = secretary.locator('main table').getByRole('link').first();
  const address = (await school.getAttribute('href')) ?? '';
  await school.click();
  await secretary.getByLabel('Bornes Wi-Fi', { exact: true }).fill('deux');
  await press(secretary, 'Enregistrer ces réponses');
  await expect(secretary.getByText('n’est pas un nombre entier')).toBeVisible();
  await secretary.getByLabel('Bornes Wi-Fi', { exact: true }).fill('2');
  await press(secretary, 'Enregistrer ces réponses');
  await expect(secretary.getByText('Une réponse est enregistrée')).toBeVisible();
  await look(secretary);

  await secretary.goto('/ecoles/etat-des-lieux');
  await look(secretary);
  const uai = address.split('/').at(-1) ?? '';
  const sheet = `UAI;Bornes Wi-Fi;Filtrage de l’accès à internet\r\n${uai};3;oui\r\nabsente;1;non\r\n`;
  await secretary
    .getByLabel('Tableau rempli')
    .setInputFiles({ name: 'ecoles.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
  await press(secretary, 'Lire le tableau');
  await expect(secretary.getByText('n’est pas un UAI')).toBeVisible();
  await look(secretary);
  await secretary.getByLabel('Laisser de côté la ligne refusée').check();
  await press(secretary, 'Enregistrer ces réponses');
  await expect(secretary.getByText('Les réponses sont enregistrées')).toBeVisible();

  await addToCart(secretary, 'tablet', 4);
  await secretary.goto('/panier');
  for (const fold of await secretary.getByText('Ou joindre un document').all()) await fold.click();
  for (const file of await secretary.locator('input[type="file"]').all()) await file.setInputFiles(proof);
  await press(secretary, 'Soumettre à l’élu');
  await expect(secretary).toHaveURL(/\/commandes\/[0-9a-f-]{36}$/);
  await look(secretary);
  const text = await reportOf(secretary);
  expect(text).toContain('CMD-2026-');
  expect(text).toContain('convention.pdf');

  const buyer = await signedIn('buyer');
  await buyer.goto('/controles/reserves');
  await look(buyer);
  const before = await buyer.locator('main tbody tr').count();
  expect(before).toBeGreaterThan(0);
  await buyer.getByText('Lever', { exact: true }).first().click();
  await buyer.getByLabel('Comment est-elle levée ?').first().fill('Attestation reçue du fournisseur.');
  await press(buyer, 'Lever la réserve');
  await expect(buyer.getByText('La réserve est levée.')).toBeVisible();
  expect(await buyer.locator('main tbody tr').count()).toBe(before - 1);
  expect(await reportOf(secretary)).toContain('Attestation reçue du fournisseur.');
});
