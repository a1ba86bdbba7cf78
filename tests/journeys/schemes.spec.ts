// A new call in ten minutes: an administrator copies a scheme, tries it, opens it; a secretary sees it in her cart.
import { grantSchemeVersions } from 'db/schema';
import { plain } from './files';
import { expect, look, press, test } from './journey';
import { addToCart } from './order-steps';

test('a scheme copied, changed, tried and opened helps the cart of a commune at once', async ({ db, signedIn }) => {
  test.slow();
  const secretary = await signedIn('secretary');
  await addToCart(secretary, 'tablet', 10);
  const administrator = await signedIn('administrator');
  await administrator.goto('/subventions/dispositifs');
  await look(administrator);
  await administrator.getByLabel('Copier', { exact: true }).selectOption({ label: 'Label Écoles numériques 2020' });
  await administrator.getByLabel('Nom du nouveau dispositif').fill('Écoles rurales connectées');
  await press(administrator, 'Copier en brouillon');
  await expect(administrator).toHaveURL(/ecoles-rurales-connectees\/1\/brouillon$/);
  await look(administrator);

  // Nothing is opened while its text is not cited and its date not given.
  await press(administrator, 'Ouvrir le dispositif');
  await expect(administrator.getByRole('heading', { name: 'Le dispositif n’est pas ouvert' })).toBeVisible();
  await expect(administrator.getByText('Citez au moins un texte')).toBeVisible();
  await look(administrator);
  // The same without the page's scripts.
  const asleep = await administrator.request.post(administrator.url(), {
    form: { open: 'oui' },
    headers: { Origin: new URL(administrator.url()).origin },
    maxRedirects: 0,
  });
  expect(asleep.status()).toBe(422);
  expect(plain(await asleep.text())).toContain('Citez au moins un texte');
  await administrator.getByRole('link', { name: 'Revenir au brouillon' }).click();

  await administrator.getByLabel('Clôture').fill('2099-12-31');
  await administrator.getByLabel('Textes de référence').fill('Règlement du Département, 2026 (essai)');
  await administrator.getByLabel('Taux (%)').first().fill('beaucoup');
  await press(administrator, 'Enregistrer le brouillon');
  await expect(administrator.getByText('Écrivez un taux de 0 à 100').first()).toBeVisible();
  await expect(administrator.getByLabel('Clôture')).toHaveValue('2099-12-31');
  await administrator.getByLabel('Taux (%)').first().fill('60');
  await administrator.getByLabel('Part la plus haute du coût (%)').fill('60');
  await administrator.getByLabel(/^Taux, planchers.*tout a été lu/).check();
  await press(administrator, 'Enregistrer le brouillon');
  await expect(administrator.getByText('Le brouillon est enregistré.')).toBeVisible();

  await administrator.getByRole('link', { name: 'Essayer sur les commandes et paniers' }).click();
  await expect(administrator.getByRole('cell', { name: 'Andouillé-Neuville' })).toBeVisible();
  await look(administrator);
  await administrator.goBack();
  await secretary.goto('/panier');
  expect(plain(await secretary.locator('main').innerText())).not.toContain('Écoles rurales connectées');
  await press(administrator, 'Ouvrir le dispositif');
  await expect(administrator.getByText('Le dispositif est ouvert')).toBeVisible();
  await look(administrator);
  expect(db.select().from(grantSchemeVersions).all()).toMatchObject([{ version: 1, endedAt: null }]);

  await secretary.goto('/panier');
  const aids = secretary.locator('section.card', { hasText: 'Aides possibles' });
  await expect(aids).toContainText('Écoles rurales connectées');
  await look(secretary);
  await aids.getByRole('link', { name: 'comparer les aides' }).click();
  await expect(secretary.getByRole('heading', { name: /^Meilleure/ })).toBeVisible();
  await look(secretary);
  await secretary.getByRole('link', { name: 'Écoles rurales connectées' }).first().click();
  const offer = secretary.locator('section.card', {
    has: secretary.getByRole('heading', { name: 'Écoles rurales connectées' }),
  });
  await offer.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await expect(secretary).toHaveURL(/\/subventions\/[0-9a-f-]{36}$/);
  await look(secretary);
});
