// What the buyer does from the analysis report to the notification of a contract, as several journeys need it.
import type { Page } from '@playwright/test';
import { filesOfZip, textOfDocx, textOfPdf } from './files';
import { expect, fileOf, look } from './journey';

export type LotAward = readonly [lot: number, candidate: string];

/** Records that the commission awards each lot to a candidate, whatever the site answers. */
export async function decideLots(
  buyer: Page,
  consultation: string,
  lots: readonly LotAward[],
  convenedOn: string,
): Promise<void> {
  await buyer.goto(`${consultation}/attribution`);
  await look(buyer);
  await buyer.getByLabel('Signataire du procès-verbal').fill('Dominique Hamon, président de la commission');
  await buyer.getByLabel('Convoquée le').fill(convenedOn);
  await buyer.getByLabel('Membres à voix délibérative, en fonction').fill('6');
  await buyer.getByLabel('Présents à voix délibérative').fill('A. Un, président\nB. Deux\nC. Trois\nD. Quatre');
  for (const [lot, candidate] of lots) {
    const own = buyer.getByRole('group', { name: new RegExp(`^Lot ${lot} `) });
    const options = await own.getByLabel('Décision').locator('option').allInnerTexts();
    const chosen = options.find((label) => label.startsWith(`Attribuer à ${candidate}`)) ?? '';
    await own.getByLabel('Décision').selectOption({ label: chosen });
    await own.getByLabel(/^Voix pour/).fill('4');
    await own.getByLabel(/^Voix contre/).fill('0');
    await own.getByLabel(/^Abstentions/).fill('0');
  }
  await buyer.getByRole('button', { name: 'Enregistrer la décision' }).click();
}

/** The commission awards each lot; its minutes and its decision are then there. */
export async function awardLots(
  buyer: Page,
  consultation: string,
  lots: readonly LotAward[],
  convenedOn: string,
): Promise<void> {
  await decideLots(buyer, consultation, lots, convenedOn);
  await expect(buyer.getByRole('heading', { name: 'Lots décidés' })).toBeVisible({ timeout: 60_000 });
  await look(buyer);
}

/** Text of the minutes of the commission. */
export async function minutesOf(buyer: Page): Promise<string> {
  const minutes = await fileOf(buyer, () => buyer.getByRole('link', { name: 'Procès-verbal, PDF' }).click());
  return textOfPdf(minutes.bytes);
}

/** Issues the letters of a lot, and dates their sending and the certificates of the awardee. */
export async function informCandidates(buyer: Page, consultation: string, lot: number): Promise<void> {
  await buyer.goto(`${consultation}/attribution/${lot}`);
  await look(buyer);
  await buyer.getByRole('button', { name: 'Établir les courriers' }).click();
  await buyer.getByRole('button', { name: 'Enregistrer l’envoi' }).click({ timeout: 60_000 });
  await expect(buyer.getByText('envoyé le').first()).toBeVisible();
  const certificates = buyer.locator('form[action$="/attestations"]');
  for (const box of await certificates.getByRole('checkbox').all()) await box.check();
  await certificates.getByRole('button', { name: 'Enregistrer la réception' }).click();
  await expect(buyer.getByText('attendue', { exact: true })).toHaveCount(0);
  await look(buyer);
}

/** Issues the presentation report of a consultation; its text as PDF, then as DOCX. */
export async function presentationOf(buyer: Page, consultation: string): Promise<readonly string[]> {
  await buyer.goto(`${consultation}/attribution`);
  await buyer.getByRole('link', { name: 'Rapport de présentation' }).click();
  await look(buyer);
  await buyer.getByLabel(/^Études et échanges préalables/).fill('Sourcing auprès de trois fabricants, au dossier.');
  await buyer.getByLabel(/^Conflits d’intérêts/).fill('Aucun conflit décelé.');
  await buyer.getByRole('button', { name: 'Établir le rapport' }).click();
  await expect(buyer.getByText('La version 1 du rapport de présentation est établie')).toBeVisible({ timeout: 60_000 });
  await look(buyer);
  const pdf = await fileOf(buyer, () => buyer.getByRole('link', { name: 'PDF', exact: true }).click());
  const docx = await fileOf(buyer, () => buyer.getByRole('link', { name: 'DOCX', exact: true }).click());
  return [await textOfPdf(pdf.bytes), textOfDocx(docx.bytes)];
}

/** Text of every letter of a consultation, by file name. */
export async function lettersOf(buyer: Page, consultation: string): Promise<ReadonlyMap<string, string>> {
  await buyer.goto(`${consultation}/attribution`);
  const zip = await fileOf(buyer, () => buyer.locator('a[href$="/courriers.zip"]').click());
  const letters = new Map<string, string>();
  for (const [name, bytes] of filesOfZip(zip.bytes))
    if (name.endsWith('.pdf')) letters.set(name, await textOfPdf(bytes));
  return letters;
}

/** Signs the contract of a lot, sends it to the prefecture where it must be, and notifies it; its path. */
export async function signAndNotify(buyer: Page, consultation: string, lot: number, today: string): Promise<string> {
  await buyer.goto(`${consultation}/attribution/${lot}`);
  await buyer.getByLabel('Signataire', { exact: true }).fill('Dominique Hamon');
  await buyer.getByLabel('Qualité et habilitation').fill('Président, délibération du 12 mars 2026');
  const cpv = buyer.getByLabel('Code CPV du lot');
  if ((await cpv.inputValue()) === '') await cpv.fill('30213200');
  await buyer.getByRole('button', { name: 'Enregistrer la signature' }).click();
  await expect(buyer).toHaveURL(/\/contrats\//);
  const contract = new URL(buyer.url()).pathname;
  await look(buyer);
  const prefect = buyer.locator('form[action$="/prefecture"]');
  if (await prefect.isVisible()) {
    await prefect.getByLabel(/^Accusé de réception/).fill(today);
    await prefect.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(buyer.getByText('Accusé de réception du')).toBeVisible();
  }
  await buyer.getByRole('button', { name: 'Établir le courrier de notification' }).click();
  await expect(buyer.getByRole('link', { name: /courrier de notification/ })).toBeVisible({ timeout: 60_000 });
  await buyer.getByLabel('Première lecture par le titulaire').fill(today);
  await buyer.getByRole('button', { name: 'Enregistrer la notification' }).click();
  await expect(buyer.getByText('le marché s’exécute depuis ce jour')).toBeVisible();
  await look(buyer);
  return contract;
}
