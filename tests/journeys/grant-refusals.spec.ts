// For each criterion of each scheme, a school that fails this very criterion: the figures, all at once, and no file.
import type { Page } from '@playwright/test';
import { grantFiles } from 'db/schema';
import { plain } from './files';
import { expect, look, press, test } from './journey';
import { accept, addToCart, approve, issue, submitCart } from './order-steps';

type Answers = Readonly<Record<string, string>>;

/** Says of a school what no list publishes; an empty answer takes the former one back. */
async function say(page: Page, uai: string, answers: Answers): Promise<void> {
  await page.goto(`/subventions/ecoles/${uai}/reponses`);
  const closed = page.getByText('Pour les appels clos');
  if ((await closed.count()) > 0) await closed.click();
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`[name="fact:${name}"]`);
    if (name === 'school.earlierGrants') {
      for (const box of await page.locator(`[name="fact:${name}[]"]`).all()) {
        await box.setChecked((await box.getAttribute('value')) === value);
      }
    } else if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  await press(page, 'Enregistrer');
  await expect(page).toHaveURL(/\/subventions\/nouveau/);
}

/** The card of a scheme says not eligible with these figures and offers no file; one asked for all the same is refused with them. */
async function refuses(
  page: Page,
  uai: string,
  scheme: { id: string; name: string | RegExp },
  figures: readonly string[],
) {
  await page.goto(`/subventions/nouveau?ecole=${uai}`);
  for (const summary of [/^Dispositifs qui ne conviennent pas/, /^Appels clos/]) {
    const details = page.getByText(summary);
    if ((await details.count()) > 0) await details.click();
  }
  const card = page.locator('section.card').filter({ has: page.getByRole('heading', { name: scheme.name }) });
  await expect(card.locator('.badge').first(), scheme.id).toHaveText('Non éligible');
  const said = plain(await card.innerText());
  expect(figures.filter((figure) => !said.includes(figure))).toEqual([]);
  await expect(card.getByRole('button', { name: 'Ouvrir ce dossier' })).toHaveCount(0);
  const answer = await page.request.post(page.url(), {
    form: { id: crypto.randomUUID(), schemeId: scheme.id, purpose: 'period', orderId: '' },
    headers: { Origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(422);
  const reasons = plain((await answer.text()).replaceAll('&#x27;', '’').replace(/<[^>]+>/g, ' '));
  expect(figures.filter((figure) => !reasons.includes(figure))).toEqual([]);
}

const label2020 = { id: 'label-ecoles-numeriques-2020', name: 'Label Écoles numériques 2020' };
const enir2018 = { id: 'enir-2018', name: /2018/ };
const enir2017 = { id: 'enir-2017', name: /2017/ };
const snee = { id: 'snee-2021', name: /[Ss]ocle numérique/ };
const tne = { id: 'tne-vienne', name: /Territoires numériques/ };
const detr = { id: 'detr', name: /territoires ruraux/ };
const dsil = { id: 'dsil', name: /investissement local/ };

test('each criterion refuses the school that fails it, with its figures, all reasons at once', async ({
  db,
  signedIn,
}) => {
  test.setTimeout(300_000);
  const rural = await signedIn('secretary');
  const town = await signedIn('otherSecretary');
  const [primary, elementary, nursery] = ['0352676U', '0350103X', '0351981N'] as const;

  // ENIR 2020: too many inhabitants, too large an urban area, then both in one refusal.
  const tooMany = 'Population totale de la commune : 7 078 hab. (population totale, 2026) (au plus 3 500 hab.)';
  const tooUrban = (count: string) => `aire urbaine (zonage 2010) : ${count} hab. (au plus 10 000 hab.)`;
  await refuses(town, elementary, label2020, [tooMany]);
  await look(town);
  await say(rural, primary, { 'commune.urbanAreaPopulation': '12500' });
  await refuses(rural, primary, label2020, [tooUrban('12 500')]);
  await say(town, elementary, { 'commune.urbanAreaPopulation': '719840' });
  await refuses(town, elementary, label2020, [tooMany, tooUrban('719 840')]);

  // ENIR 2018 and 2017: urban unit, level, earlier grants.
  await say(rural, primary, { 'commune.urbanUnitPopulation': '9000' });
  await refuses(rural, primary, enir2018, ['Population de l’unité urbaine : 9 000 hab. (au plus 5 000 hab.)']);
  await say(rural, primary, { 'commune.urbanUnitPopulation': '0', 'school.earlierGrants': 'enir-2017' });
  await refuses(rural, primary, enir2018, ['ENIR 2017 (phase 1)']);
  await say(rural, primary, { 'school.earlierGrants': 'inee-colleges' });
  await refuses(rural, primary, enir2018, ['Collèges numériques (INEE)']);
  await say(town, elementary, { 'commune.urbanUnitPopulation': '350000' });
  await refuses(town, elementary, enir2017, ['(au plus 2 000 hab.)', '350 000 hab. (au plus 5 000 hab.)']);
  await refuses(town, nursery, enir2018, [
    'Niveau de l’école : maternelle (demandé : élémentaire, primaire)',
    '7 078 hab.',
  ]);

  // The 2021 call and the one of a single department.
  await refuses(town, nursery, snee, ['Niveau de l’école : maternelle (demandé : élémentaire, primaire)']);
  await say(rural, primary, { 'school.earlierGrants': 'none', 'school.baselineReached': 'oui' });
  await refuses(rural, primary, snee, ['Socle numérique de base atteint : oui (demandé : non)']);
  await refuses(rural, primary, tne, ['Département de la commune : 35 (demandé : 86)']);

  // DETR: population, then financial potential.
  await say(rural, primary, { 'commune.dgfPopulation': '21000', 'commune.financialPotentialRatio': '90' });
  await refuses(rural, primary, detr, ['Population DGF de la commune : 21 000 hab. (au plus 20 000 hab.)']);
  await say(rural, primary, { 'commune.dgfPopulation': '2500', 'commune.financialPotentialRatio': '135' });
  await refuses(rural, primary, detr, ['135 % (moins de 130 %)', '2 500 hab. (au plus 2 000 hab.)']);

  // Who applies: an EPCI by its members, a school syndicate by its population or by what the text admits.
  await say(rural, primary, { 'school.runBy': 'epci' });
  await refuses(rural, primary, enir2018, [
    '7 511 hab. (population totale) (au plus 3 500 hab.)',
    '63,15 % (plus de 66,67 %)',
  ]);
  await refuses(rural, primary, enir2017, ['7 511 hab. (population totale) (au plus 5 000 hab.)']);
  await say(rural, primary, { 'school.runBy': 'schoolSyndicate' });
  await say(rural, primary, { 'applicant.population': '70000' });
  await refuses(rural, primary, detr, ['Population du groupement demandeur : 70 000 hab. (au plus 60 000 hab.)']);
  for (const scheme of [enir2018, enir2017, dsil]) {
    await refuses(rural, primary, scheme, ['Demandeur : Syndicat scolaire (SIVOS) (admis : Commune,']);
  }
  expect(db.select().from(grantFiles).all()).toEqual([]);

  // What only the file knows: running costs, and an order signed before anything was asked of the funder.
  await addToCart(rural, 'tablet', 2);
  const order = await submitCart(rural, 'Tablettes', 'ENG-2026-30');
  await approve(await signedIn('approver'), order);
  const buyer = await signedIn('buyer');
  await accept(buyer, order);
  await issue(buyer, order);
  const orderId = order.split('/').at(-1) ?? '';
  await say(rural, primary, { 'school.runBy': 'commune' });
  await say(rural, primary, { 'commune.dgfPopulation': '1014' });
  for (const scheme of [detr, dsil]) {
    await rural.goto(`/subventions/nouveau?ecole=${primary}`);
    const card = rural.locator('section.card').filter({ has: rural.getByRole('heading', { name: scheme.name }) });
    await card.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
    await expect(rural).toHaveURL(/\/subventions\/[0-9a-f-]{36}$/);
    const address = new URL(rural.url()).pathname;
    await rural.goto(`${address}/montants`);
    await rural.locator('[name="fact:operation.investment"]').selectOption('non');
    await rural.locator('[name="orderId"]').selectOption(orderId);
    await press(rural, 'Enregistrer');
    await expect(rural.locator('h1 + p .badge').first()).toHaveText('Non éligible');
    await press(rural, 'Établir le dossier');
    const refusal = plain(await rural.locator('main').innerText());
    expect(refusal).toContain('Commande signée avant la réception de la demande : oui (demandé : non)');
    expect(refusal).toContain('Dépenses d’investissement : non (demandé : oui)');
    await look(rural);
    await rural.goto(address);
    await expect(rural.getByRole('link', { name: 'Version 1' })).toHaveCount(0);
  }
});
