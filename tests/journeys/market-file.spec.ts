// A buyer rewrites a clause, edits the requirements of a line, notes the choice, and reads all of it back in the files.
import type { Page } from '@playwright/test';
import { addNeeds, draftAnswer, signAnswer } from 'db/campaign-answers';
import { addCampaign } from 'db/campaigns';
import { type Db, write } from 'db/client';
import { products, users } from 'db/schema';
import { eq } from 'drizzle-orm';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { dayAhead } from './acts';
import { filesOfZip, plain, textOfDocx, textOfPdf } from './files';
import { expect, fileOf, look, people, press, test } from './journey';

/** A closed campaign with the signed needs of one commune, as its journey leaves it. */
function aClosedCampaign(db: Db, id: string): void {
  const buyer = db.select().from(users).where(eq(users.email, people.buyer)).get();
  const secretary = db.select().from(users).where(eq(users.email, people.secretary)).get();
  const tablet = db.select().from(products).where(eq(products.category, 'tablet')).get();
  if (!buyer || !secretary || !tablet) throw new Error('The demonstration lacks a person or a tablet');
  const at = `${dayAhead(-10)}T09:00:00.000Z`;
  const lots = [{ number: 1, title: 'Tablettes', categories: ['tablet'] }];
  const days = { opensOn: day(dayAhead(-20)), closesOn: day(dayAhead(-1)) };
  write(db, (tx) => {
    addCampaign(tx, { id, title: `Besoins ${id}`, description: null, ...days, lots }, { id: buyer.id, at });
    const change = { campaignId: id, communeId: secretary.organisationId, at, userId: secretary.id };
    draftAnswer(tx, change);
    addNeeds(tx, change, [
      {
        id: `need-${id}`,
        schoolUai: null,
        productId: tablet.id,
        category: 'tablet',
        label: tablet.label,
        unit: tablet.unit,
        quantity: 30,
        estimatedUnitPriceNet: unitPrice(2_500_000),
        reason: 'renewal',
      },
    ]);
    signAnswer(tx, change, false);
  });
}

async function opened(buyer: Page, db: Db, id: string, reference: string): Promise<string> {
  aClosedCampaign(db, id);
  await buyer.goto(`/campagnes/${id}/consolidation/gel`);
  await buyer.getByRole('button', { name: 'Figer les besoins' }).click();
  await buyer.getByLabel('Référence').fill(reference);
  await buyer.getByLabel('Lancement prévu').fill(dayAhead(0));
  await buyer.getByRole('button', { name: 'Préparer la consultation' }).click();
  await expect(buyer).toHaveURL(/\/consultations\//);
  return new URL(buyer.url()).pathname;
}

test('a clause rewritten, requirements edited and the reasons of the choice are read back in the files', async ({
  signedIn,
  db,
}) => {
  test.setTimeout(300_000);
  const buyer = await signedIn('buyer');
  const consultation = await opened(buyer, db, 'essai-un', '2027-ESSAI-1');
  await look(buyer);

  // The clause of disputes, first without its mandatory blank.
  const name = 'Différends';
  await buyer.goto(`${consultation}/clauses`);
  await look(buyer);
  const card = buyer.locator('#ccap-disputes');
  await card.locator('summary').first().click();
  await card.getByText(`Réécrire « ${name} »`, { exact: true }).click();
  await card.getByLabel(`Texte de la clause « ${name} »`).fill('Les parties se rencontrent sous huit jours.');
  await card.getByLabel(`Pourquoi réécrire « ${name} »`).fill('Usage du syndicat');
  await card.getByRole('button', { name: /Enregistrer ma rédaction/ }).click();
  await expect(buyer.getByText('Il manque {court}')).toBeVisible();
  await card
    .getByLabel(`Texte de la clause « ${name} »`)
    .fill('Les parties se rencontrent sous huit jours. À défaut, le litige relève de : {court}.');
  await card.getByRole('button', { name: /Enregistrer ma rédaction/ }).click();
  await expect(buyer.getByText('votre rédaction est enregistrée')).toBeVisible();
  await expect(card.locator('ins').first()).toContainText('[+');
  await expect(card.locator('del').first()).toContainText('[–');
  await look(buyer);

  // A brand alone is refused in a requirement; a function is not.
  const brand = db.select().from(products).where(eq(products.category, 'tablet')).get()?.brand ?? '';
  await buyer.goto(`${consultation}/exigences`);
  await look(buyer);
  const field = buyer.getByLabel('Exigences de la ligne 1.001');
  await field.fill(`Coque : de la marque ${brand}`);
  await buyer.getByRole('button', { name: 'Enregistrer les exigences' }).click();
  await expect(buyer.getByText(`nomme « ${brand} » sans « ou équivalent »`)).toBeVisible();
  await field.fill('Coque : antichoc, poignée de transport pour élève');
  await buyer.getByRole('button', { name: 'Enregistrer les exigences' }).click();
  await expect(buyer.getByText('Les exigences de la ligne sont enregistrées')).toBeVisible();

  // The CPV code, searched by words.
  await buyer.goto(`${consultation}/cpv?lot=1`);
  await buyer.getByLabel('Mots ou premiers chiffres').fill('ordinateurs portables');
  await buyer.getByRole('button', { name: 'Chercher' }).click();
  await look(buyer);
  await buyer.getByRole('button', { name: 'Retenir 30213100-6' }).click();
  await expect(buyer.getByText('Le code CPV 30213100-6 est retenu')).toBeVisible();

  await press(buyer, 'Établir la note de choix');
  await expect(buyer.getByText('La version 1 de la note de choix est établie')).toBeVisible({ timeout: 60_000 });
  for (const [format, textOf] of [
    ['PDF', textOfPdf],
    ['DOCX', textOfDocx],
  ] as const) {
    const note = await fileOf(buyer, () => buyer.getByRole('link', { name: `${format} de la note 1` }).click());
    const text = plain(await textOf(note.bytes));
    for (const said of ['Note de choix de procédure', '2027-ESSAI-1', 'CCP L2113-10', '30213100-6', 'Un seul lot'])
      expect(text).toContain(said);
  }

  await press(buyer, 'Produire le dossier (ZIP)');
  await expect(buyer.getByText('La version 1 du dossier est produite')).toBeVisible({ timeout: 90_000 });
  await look(buyer);
  const zip = await fileOf(buyer, () => buyer.locator('a[href$="/dossier/1"]').first().click());
  const files = filesOfZip(zip.bytes);
  const docx = (part: string) => plain(textOfDocx(files.get(`${part}.docx`) ?? new Uint8Array()));
  expect(docx('03-CCAP')).toContain('Les parties se rencontrent sous huit jours.');
  expect(docx('04-CCTP')).toContain('antichoc, poignée de transport');
  expect(docx('04-CCTP')).not.toContain(brand);
  expect(docx('06-CRT')).toContain('Justificatif attendu');
  expect(docx('07-AAPC-donnees')).toContain('30213100-6');
  expect(docx('08-DC1-DC2-donnees')).toContain('Identification de l’acheteur');
  expect(new TextDecoder().decode(files.get('00-bordereau-acheteur.txt'))).toContain('« Différends », réécrite le');

  // Next time, the wording is proposed and taken again.
  const next = await opened(buyer, db, 'essai-deux', '2027-ESSAI-2');
  await buyer.goto(`${next}/clauses`);
  await expect(buyer.getByText('Vous aviez réécrit cette clause dans la consultation 2027-ESSAI-1')).toBeVisible();
  await look(buyer);
  await buyer.getByRole('button', { name: `Reprendre cette rédaction : ${name}` }).click();
  await expect(buyer.getByText('votre rédaction est enregistrée')).toBeVisible();
  await buyer.getByRole('button', { name: `Revenir au texte proposé : ${name}` }).click();
  await expect(buyer.getByText('le texte proposé est rétabli')).toBeVisible();
});
