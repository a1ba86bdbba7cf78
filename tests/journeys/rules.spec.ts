// A buyer reads a citation and switches its rule, writes one, tries it over the year and has it voted; an order meets it.
import { expect, fits, look, press, test } from './journey';
import { addToCart, submitCart } from './order-steps';

const telephone = { width: 390, height: 844 };

test('from the citation of a text to a rule of the syndicat that stops an order', async ({ signedIn }) => {
  test.slow();
  const secretary = await signedIn('secretary');
  await addToCart(secretary, 'tablet', 3);
  const order = await submitCart(secretary, 'Tablettes du cycle 3', '');

  const buyer = await signedIn('buyer');
  await buyer.goto('/controles');
  await look(buyer);
  await buyer.getByLabel('Mots').fill('marquage CE');
  await press(buyer, 'Chercher');
  await buyer.getByRole('link', { name: 'Marquage CE et déclaration UE de conformité' }).click();
  await buyer.getByLabel('J’ai lu la citation et sa source.').check();
  await buyer.getByLabel('Motif').fill('Directives relues au Journal officiel');
  await press(buyer, 'Mettre la règle en service');
  await expect(buyer.getByText('« Directives relues au Journal officiel »')).toBeVisible();
  await look(buyer);

  await buyer.goto('/controles/syndicat/nouvelle');
  await buyer.getByLabel('Titre de la règle').fill('Dix ans de garantie');
  await buyer.getByText('Classe mobile').click();
  await buyer.getByLabel('Tablettes').check();
  const condition = buyer.getByRole('group', { name: 'Condition 1' }).first();
  await condition.getByLabel('Fait', { exact: true }).selectOption('product.warrantyYears');
  await condition.getByLabel('Valeur', { exact: true }).fill('dix');
  await buyer.getByLabel(/^Bloquante/).check();
  await press(buyer, 'Enregistrer le projet et l’essayer');
  await expect(buyer.getByText('« dix » n’est pas un nombre').first()).toBeVisible();
  await expect(buyer.getByLabel('Tablettes')).toBeChecked();
  await look(buyer);
  await condition.getByLabel('Valeur', { exact: true }).fill('10');
  await press(buyer, 'Enregistrer le projet et l’essayer');

  await expect(buyer.getByText('soit d’au moins 10 ans').first()).toBeVisible();
  await expect(buyer.getByRole('row', { name: /bloquée 1/ })).toBeVisible();
  await buyer.setViewportSize(telephone);
  await look(buyer);
  await buyer.setViewportSize({ width: 1280, height: 900 });
  await buyer.getByLabel('Date du vote').fill(await buyer.getByLabel('Contrôlée à partir du').inputValue());
  await buyer.getByLabel('Numéro de la délibération').fill('2026-41');
  await buyer.getByLabel(/^Délibération \(PDF/).setInputFiles({
    name: 'deliberation.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  });
  await press(buyer, 'Adopter la règle');
  await expect(buyer.getByRole('link', { name: 'Délibération (PDF)' })).toBeVisible();
  await look(buyer);

  await buyer.goto('/controles/commandes');
  await look(buyer);
  await buyer.getByRole('link', { name: /^CMD-/ }).click();
  await press(buyer, 'Garder ce nouveau contrôle');
  await expect(buyer.getByText(/^Contrôle refait le/)).toBeVisible();
  await look(buyer);

  await secretary.goto(order);
  await expect(secretary.getByText('À la soumission : règle non contrôlée.').first()).toBeVisible();
  await secretary.setViewportSize(telephone);
  await fits(secretary);
  await addToCart(secretary, 'tablet', 2);
  await secretary.goto('/panier');
  await expect(secretary.getByText('Règle du syndicat (délibération 2026-41', { exact: false }).first()).toBeVisible();
  await press(secretary, 'Soumettre à l’élu');
  await expect(secretary.getByRole('heading', { name: 'La commande n’est pas soumise' })).toBeVisible();
});
