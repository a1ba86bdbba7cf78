// A supplier's price schedule: read line by line, written only when the buyer confirms, then sold at its prices.

import { priceSchedules, prices, products } from 'db/schema';
import { eq } from 'drizzle-orm';
import { strToU8 } from 'fflate';
import { plain } from './files';
import { expect, look, test } from './journey';

test('a messy price schedule shows what it would change, and changes it only once confirmed', async ({
  db,
  signedIn,
}) => {
  const known = db.select().from(products).where(eq(products.lotId, 'lot-tablets')).all()[0];
  if (!known) throw new Error('The demonstration has no tablet');
  const file = [
    'Fournisseur d’exemple;;;;;',
    'Bordereau des prix unitaires 2027;;;;;',
    ';;;;;',
    'Référence;Désignation;Prix unitaire HT;TVA;Éco-participation HT;Catégorie',
    `${known.reference};${known.label};1 234,50 €;20 %;0,08 €;`,
    'NEUVE-1;Tablette de démonstration 11 pouces;312,40 €;20 %;0,08 €;Tablette',
    'FAUSSE-1;Tablette sans prix;sur devis;20 %;0,08 €;Tablette',
    ';;;;;',
    ';Total;1 546,90 €;;;',
  ].join('\r\n');
  const before = db.select().from(prices).all().length;

  const buyer = await signedIn('buyer');
  await buyer.goto('/accords-cadres');
  await look(buyer);
  await buyer.goto('/accords-cadres/lots/lot-tablets/bordereaux/nouveau');
  await look(buyer);
  await buyer
    .getByLabel('Fichier du fournisseur')
    .setInputFiles({ name: 'bordereau.csv', mimeType: 'text/csv', buffer: Buffer.from(strToU8(file)) });
  await buyer.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(buyer.getByRole('heading', { name: /Bordereau de prix/ })).toBeVisible({ timeout: 30_000 });
  await look(buyer);
  const page = plain(await buyer.locator('main').innerText());
  expect(page).toContain('1 234,50');
  expect(page).toContain('FAUSSE-1');
  expect(db.select().from(prices).all()).toHaveLength(before);

  await buyer.getByRole('button', { name: 'Confirmer' }).click();
  await expect(buyer.getByText('Le bordereau est confirmé')).toBeVisible({ timeout: 30_000 });
  await look(buyer);
  const created = db.select().from(products).where(eq(products.reference, 'NEUVE-1')).get();
  const price = db
    .select()
    .from(prices)
    .where(eq(prices.productId, created?.id ?? ''))
    .get();
  expect(price?.unitPriceNet).toBe(3_124_000);
  expect(db.select().from(products).where(eq(products.reference, 'FAUSSE-1')).get()).toBeUndefined();
  expect(
    db
      .select()
      .from(priceSchedules)
      .all()
      .filter(({ fileName }) => fileName === 'bordereau.csv'),
  ).toHaveLength(1);
});
