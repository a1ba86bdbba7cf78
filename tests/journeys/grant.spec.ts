// A school's grant file: opened and issued where the call allows it, refused with the criterion where it does not.
import type { Page } from '@playwright/test';
import { documents, grantFiles } from 'db/schema';
import { plain, textOfPdf } from './files';
import { expect, fileOf, look, test } from './journey';

async function openNewFile(page: Page): Promise<void> {
  await page.goto('/subventions/nouveau');
  await look(page);
  await page.getByLabel('École').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Voir l’éligibilité' }).click();
  await page.getByText(/^Appels clos/).click();
  await look(page);
}

test('a rural commune opens an ENIR file for its school and downloads it as PDF', async ({ db, signedIn }) => {
  const secretary = await signedIn('secretary');
  await openNewFile(secretary);
  await secretary
    .locator('section.card', { hasText: 'Label Écoles numériques' })
    .getByRole('button', { name: 'Ouvrir ce dossier' })
    .click();
  await expect(secretary).toHaveURL(/\/subventions\/[0-9a-f-]{36}$/);
  await look(secretary);
  await secretary.getByRole('button', { name: 'Établir le PDF' }).click();
  await expect(secretary.locator('a[href$="/versions/1"]').first()).toBeVisible({ timeout: 30_000 });
  await look(secretary);
  const file = await fileOf(secretary, () => secretary.locator('a[href$="/versions/1"]').first().click());
  const text = await textOfPdf(file.bytes);
  const [stored] = db.select().from(grantFiles).all();
  const [document] = db.select().from(documents).all();
  expect(text).toContain('Andouillé-Neuville');
  expect(text).toContain(stored?.schoolUai);
  expect(document?.byteLength).toBe(file.bytes.byteLength);
  await secretary.goto('/subventions');
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
