// Lines are brought together before freezing, hypotheses are tried, and the files say what the pages say.
import type { Page } from '@playwright/test';
import { addNeeds, draftAnswer, signAnswer } from 'db/campaign-answers';
import { addCampaign, closeCampaign, listMembers } from 'db/campaigns';
import { type Db, write } from 'db/client';
import { findConsolidation } from 'db/consolidation';
import { users } from 'db/schema';
import { consolidationMatrix } from '~/domain/consolidation/matrix';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { aNeed } from '../campaigns/builders';
import { filesOfZip, plain, printed, rowsOfXlsx, textOfPdf } from './files';
import { expect, fileOf, look, press, test } from './journey';

const campaignId = '7a1c2c62-0d5d-4d0a-9a49-1a5f3a1f7c11';
const base = `/campagnes/${campaignId}/consolidation`;

/** A closed campaign of two communes: each writes its sleeves and its cables in its own words. */
function aClosedCampaign(db: Db) {
  const [first, second] = listMembers(db, day('2026-11-23'));
  const author = db.select().from(users).get();
  if (!first || !second || !author) throw new Error('The demonstration lacks members');
  const by = { id: author.id, at: '2026-11-20T09:00:00.000Z' };
  const free = (id: string, label: string, quantity: number, price: number) =>
    aNeed({ id, productId: null, label, quantity, estimatedUnitPriceNet: unitPrice(price) });
  const answers = [
    { member: first, needs: [free('h1', 'Housse antichoc', 7, 150_000), free('c1', 'Câble de charge', 4, 80_000)] },
    { member: second, needs: [free('h2', 'Coque renforcée', 5, 190_000), free('c2', 'Cordon de charge', 9, 90_000)] },
  ];
  write(db, (tx) => {
    const lots = [{ number: 1, title: 'Tablettes et accessoires', categories: ['tablet'] }];
    const days = { opensOn: day('2026-11-01'), closesOn: day('2026-12-31') };
    addCampaign(tx, { id: campaignId, title: 'Rentrée 2027', description: null, ...days, lots }, by);
    for (const { member, needs } of answers) {
      const change = { campaignId, communeId: member.communeId, at: by.at, userId: by.id };
      draftAnswer(tx, change);
      addNeeds(tx, change, needs);
      signAnswer(tx, change, false);
    }
    closeCampaign(tx, campaignId, by.at);
  });
  return { first: first.name, second: second.name };
}

test('free lines brought together reach the frozen needs and the DQE, and what is undone does not', async ({
  db,
  signedIn,
}) => {
  test.slow();
  const names = aClosedCampaign(db);
  const buyer = await signedIn('buyer');
  await buyer.goto(`${base}/regroupements`);
  await look(buyer);

  const group = async (lines: readonly RegExp[], label: string, reason: string) => {
    await buyer.goto(`${base}/regroupements`);
    for (const line of lines) await buyer.getByLabel(line).check();
    await buyer.getByLabel('Libellé de la ligne').fill(label);
    await buyer.getByLabel('Raison').fill(reason);
    await press(buyer, 'Regrouper');
    await expect(buyer.getByText('La décision est enregistrée.')).toBeVisible();
  };
  await buyer.goto(`${base}/regroupements`);
  await buyer.getByLabel(/Housse antichoc/).check();
  await buyer.getByLabel('Libellé de la ligne').fill('Protection');
  await buyer.getByLabel('Raison').fill('Une seule ligne');
  await press(buyer, 'Regrouper');
  await expect(buyer.getByText('Choisissez au moins deux lignes')).toBeVisible();

  await group([/Housse antichoc/, /Coque renforcée/], 'Protection pour tablette', 'Même besoin, mots différents');
  await group([/Câble de charge/, /Cordon de charge/], 'Chargeur', 'Essai de regroupement');
  await look(buyer);
  await press(buyer, /Annuler cette décision : .*Chargeur/);
  await expect(buyer.getByText('La décision est annulée.')).toBeVisible();
  const shown = plain(await buyer.locator('main').innerText());
  for (const words of ['Protection pour tablette', 'Câble de charge', 'Cordon de charge', names.first, names.second]) {
    expect(shown).toContain(words);
  }

  await buyer.goto(`${base}/conditionnements`);
  await look(buyer);
  await buyer.getByLabel('Ligne', { exact: true }).selectOption({ label: await optionWith(buyer, 'Protection') });
  await buyer.getByLabel('Pièces par conditionnement').fill('10');
  await buyer.getByLabel('Raison').fill('Vendues par dix');
  await press(buyer, 'Conditionner');
  await expect(buyer.getByText('La décision est enregistrée.')).toBeVisible();
  await buyer.goto(`${base}?vue=famille`);
  await look(buyer);
  await buyer.goto(`${base}?vue=reference`);
  await look(buyer);
  await expect(buyer.getByRole('rowheader', { name: /Coque renforcée/ })).toBeVisible();

  await buyer.goto(`${base}/gel`);
  await press(buyer, 'Figer les besoins');
  await expect(buyer.getByText(/Besoins figés le/)).toBeVisible();
  await look(buyer);
  const needs = findConsolidation(db, campaignId)?.needs;
  const lines = needs?.consolidation.lots.flatMap((lot) => lot.lines) ?? [];
  expect(lines.map(({ label, quantity }) => [label, quantity]).sort()).toEqual([
    ['Cordon de charge', 9],
    ['Câble de charge', 4],
    ['Protection pour tablette', 20],
  ]);
  expect(needs?.decisions?.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['group', 'Même besoin, mots différents'],
    ['package', 'Vendues par dix'],
  ]);

  if (!needs) throw new Error('Nothing is frozen');
  const matrix = consolidationMatrix(needs.consolidation, 1);
  const workbook = await fileOf(buyer, () => buyer.getByRole('link', { name: 'Communes et lignes (XLSX)' }).click());
  const rows = rowsOfXlsx(workbook.bytes);
  await buyer.getByText('Communes et lignes du lot 1').click();
  for (const row of matrix.rows) {
    const onPage = buyer.locator('details tr', { has: buyer.getByRole('rowheader', { name: row.name, exact: true }) });
    const cells = plain(await onPage.innerText());
    expect(cells).toContain(printed(row.net));
    const written = rows.find((cells) => cells[0] === row.name);
    expect(written?.slice(1)).toEqual([...row.cells.map((cell) => cell?.quantity), row.net / 100]);
    const quantities = row.cells.flatMap((cell) => (cell ? [String(cell.quantity)] : []));
    expect(cells.replace(row.name, '').trim().split(' ').slice(0, quantities.length)).toEqual(quantities);
  }
  const pdf = await fileOf(buyer, () => buyer.getByRole('link', { name: 'Communes et lignes (PDF)' }).click());
  expect(await textOfPdf(pdf.bytes)).toContain(printed(needs.consolidation.totalNet));

  await buyer.goto(`${base}/hypotheses`);
  await look(buyer);
  await buyer.getByLabel('Prix (%)').fill('8');
  await buyer.getByText('Communes qui partent').click();
  await buyer.getByLabel(names.second, { exact: true }).check();
  await press(buyer, 'Ajouter cette hypothèse');
  await look(buyer);
  await expect(buyer.getByRole('listitem').filter({ hasText: `${names.second} part` })).toBeVisible();
  // 10 protections at 20,52 € and 4 cables at 8,64 € are left.
  expect(plain(await buyer.locator('main').innerText())).toContain('239,76');
  const scenarios = await fileOf(buyer, () => buyer.getByRole('link', { name: /Télécharger ces hypothèses/ }).click());
  expect(rowsOfXlsx(scenarios.bytes).find((cells) => cells[0] === 'Total')?.[2]).toBe(239.76);

  await buyer.goto(`${base}/changements`);
  await look(buyer);
  await expect(buyer.getByText('Rien n’a bougé.')).toBeVisible();

  await buyer.goto(base);
  await buyer.getByLabel('Référence').fill('2027-PROTEC');
  await buyer.getByLabel('Objet').fill('Protections et câbles pour tablettes');
  await buyer.getByLabel('Lancement prévu').fill('2027-01-11');
  await press(buyer, 'Préparer la consultation');
  await buyer.getByRole('link', { name: 'Justifier les maxima' }).click();
  await look(buyer);
  await buyer.getByLabel('Marge du lot 1 (%)').fill('35');
  await buyer.getByLabel('Raison de la marge du lot 1').fill('Deux communes ouvriront des classes en 2028.');
  await press(buyer, 'Calculer et retenir ces maxima');
  await expect(buyer.getByText('Raison de l’acheteur : Deux communes ouvriront')).toBeVisible();
  await expect(buyer.getByText('Le maximum retenu est le maximum calculé.')).toBeVisible();
  await buyer.getByRole('link', { name: 'Consultation 2027-PROTEC' }).click();
  await press(buyer, 'Produire le dossier (ZIP)');
  await expect(buyer.getByText('La version 1 du dossier est produite')).toBeVisible({ timeout: 60_000 });
  const zip = await fileOf(buyer, () => buyer.locator('a[href$="/dossier/1"]').first().click());
  const dqe = [...filesOfZip(zip.bytes)].filter(([name]) => name.includes('DQE') && name.endsWith('.xlsx'));
  const asked = dqe.flatMap(([, bytes]) => rowsOfXlsx(bytes)).map((cells) => cells.join(' '));
  expect(asked.some((line) => line.includes('Protection pour tablette') && / 20( |$)/.test(line))).toBe(true);
  expect(asked.some((line) => line.includes('Coque renforcée'))).toBe(false);
});

/** The whole text of the option that holds some words. */
async function optionWith(page: Page, words: string): Promise<string> {
  return (await page.locator('option', { hasText: words }).first().textContent()) ?? '';
}
