// The steps of an order as people take them in the browser, with or without JavaScript.
import type { Page } from '@playwright/test';
import { expect, press } from './journey';

/** Puts a quantity of the first reference of a category in the cart; returns its label. */
export async function addToCart(page: Page, category: string, quantity: number): Promise<string> {
  await page.goto(`/catalogue?categorie=${category}`);
  const card = page.locator('.product-card').first();
  const label = await card.getByRole('heading').innerText();
  await card.getByLabel('Quantité').fill(String(quantity));
  const school = card.getByLabel('École');
  if (await school.isVisible()) await school.selectOption({ index: 1 });
  await card.getByRole('button', { name: 'Ajouter au panier' }).click();
  await expect(page.getByText('Au panier pour')).toBeVisible();
  return label;
}

/** Answers every reservation of the cart, submits it, and returns the address of the order. */
export async function submitCart(page: Page, title: string, commitment: string): Promise<string> {
  await page.goto('/panier');
  await page.getByLabel('Intitulé').fill(title);
  await page.getByLabel('Numéro d’engagement').fill(commitment);
  for (const comment of await page.locator('textarea[name^="comment:"]').all()) {
    await comment.fill('Pièce demandée au fournisseur, reçue en mairie.');
  }
  await press(page, 'Soumettre à l’élu');
  await expect(page).toHaveURL(/\/commandes\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** The elected approver validates. */
export async function approve(page: Page, order: string): Promise<void> {
  await page.goto(order);
  await press(page, 'Valider la commande');
  await expect(page.getByText('La commande est validée')).toBeVisible();
}

/** The syndicat's buyer accepts, and says how the supplier's proofs were had. */
export async function accept(page: Page, order: string): Promise<void> {
  await page.goto(order);
  await page.getByLabel(/Preuves du fournisseur|Commentaire/).fill('Fiches techniques reçues du titulaire.');
  await press(page, 'Accepter la commande');
  await expect(page.getByText('La commande est acceptée')).toBeVisible();
}

/** The buyer issues the purchase orders. */
export async function issue(page: Page, order: string): Promise<void> {
  await page.goto(order);
  await press(page, 'Émettre les bons de commande');
  await expect(page.getByRole('heading', { name: 'Bons de commande' })).toBeVisible({ timeout: 30_000 });
}

/** The secretary attests all that the first purchase order still expects. */
export async function attest(page: Page, order: string): Promise<void> {
  await page.goto(order);
  await page.getByText('Attester une livraison').first().click();
  await page.getByRole('button', { name: 'Attester le service fait' }).first().click();
  await expect(page.getByText('attesté par').first()).toBeVisible();
}

/** The syndicat re-invoices the first delivery. */
export async function invoice(page: Page, order: string): Promise<void> {
  await page.goto(order);
  await page.getByRole('button', { name: 'Facturer la commune' }).first().click();
  await expect(page.getByRole('link', { name: /^Facture/ }).first()).toBeVisible({ timeout: 30_000 });
}
