// The golden consultation: twenty communes, three lots, three offers with mistakes sown in them, from needs to award.
import type { Page } from '@playwright/test';
import { addUser } from 'db/accounts';
import { write } from 'db/client';
import { consolidations, needs, users } from 'db/schema';
import ExcelJS from 'exceljs';
import { sendForm, sessionOf } from 'tests/platform/site';
import { type Act, test } from './acts';
import {
  awardLots,
  decideLots,
  informCandidates,
  lettersOf,
  minutesOf,
  presentationOf,
  signAndNotify,
} from './award-steps';
import { filesOfZip, plain, printed, textOfDocx, textOfPdf } from './files';
import { expect, fileOf, look, press } from './journey';
import { type Candidate, candidates, linesOf, priceOf, returned, totalOf } from './offers';

const communeCount = 20;
const wanted = ['Tablette', 'Écran numérique interactif', 'Borne Wi-Fi'];

/** Quantity that the commune of a rank asks for of the reference of a rank. */
function quantityOf(commune: number, reference: number): number {
  return reference < 2 ? 8 + ((commune * 7 + reference * 3) % 11) : 1 + ((commune + reference) % 3);
}

/** Fills the two first references of each category in a sheet as it was sent. */
async function fillSheet(bytes: Uint8Array, commune: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const sheet = workbook.getWorksheet('Besoins');
  if (!sheet) throw new Error('The workbook has no sheet of needs');
  const seen = new Map<string, number>();
  let reference = 0;
  sheet.eachRow((row) => {
    const category = String(row.getCell(2).value ?? '');
    const rank = seen.get(category) ?? 0;
    if (!wanted.includes(category) || rank === 2) return;
    seen.set(category, rank + 1);
    row.getCell(6).value = quantityOf(commune, reference);
    row.getCell(8).value = 'Renouvellement';
    reference += 1;
  });
  if (reference !== 6) throw new Error(`${reference} references are filled, not 6`);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Twenty communes answer by spreadsheet; their elected people sign. */
async function answer(act: Act, buyer: Page, campaign: string): Promise<void> {
  await buyer.goto(`${campaign}/feuilles`);
  await look(buyer);
  const sent = await fileOf(buyer, () => buyer.getByRole('link', { name: 'Toutes les feuilles' }).click());
  const sheets = [...filesOfZip(sent.bytes)].slice(0, communeCount);
  const files = await Promise.all(
    sheets.map(async ([name, bytes], index) => ({
      name,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await fillSheet(bytes, index),
    })),
  );
  await buyer.getByLabel('Feuilles reçues des communes').setInputFiles(files);
  await buyer.getByLabel('Pourquoi le syndicat répond').fill('Feuilles reçues par courriel');
  await buyer.getByRole('button', { name: 'Lire les fichiers' }).click();
  await buyer.getByRole('button', { name: `Confirmer les ${communeCount} feuilles` }).click();
  await expect(buyer.getByText(`${communeCount} feuilles sont enregistrées`)).toBeVisible();
  const { db, site } = act;
  const answered = [
    ...new Set(
      db
        .select()
        .from(needs)
        .all()
        .map(({ answerId }) => answerId),
    ),
  ];
  expect(answered).toHaveLength(communeCount);
  const passwordHash = db.select({ hash: users.passwordHash }).from(users).get()?.hash ?? '';
  const signers = db.$client
    .prepare('select distinct a.commune_id as communeId from campaign_answers a join needs n on n.answer_id = a.id')
    .all() as { communeId: string }[];
  for (const { communeId } of signers) {
    const id = crypto.randomUUID();
    const email = `elu-${communeId}@essai.example`;
    const person = { id, email, name: 'Élue d’essai', passwordHash, organisationId: communeId };
    write(db, (tx) => addUser(tx, { ...person, roles: ['electedApprover'] }));
    const signed = await sendForm(site, `${campaign}/reponse/signature`, {}, { Cookie: await sessionOf(db, id) });
    expect(signed.status).toBe(302);
  }
}

/** From the needs to the published file; the paths of the campaign and of the consultation. */
async function publish(
  act: Act,
): Promise<{ campaign: string; consultation: string; workbooks: Map<string, Uint8Array> }> {
  const buyer = await act.signedIn('buyer');
  await buyer.goto('/campagnes/nouvelle');
  await buyer.getByLabel('Titre').fill('Équipement des écoles');
  await buyer.getByRole('button', { name: 'Enregistrer la campagne' }).click();
  await expect(buyer).toHaveURL(/\/campagnes\/[0-9a-f-]{36}$/);
  const campaign = new URL(buyer.url()).pathname;
  await answer(act, buyer, campaign);
  await buyer.goto(campaign);
  await look(buyer);
  await press(buyer, 'Clore la campagne');
  await buyer.goto(`${campaign}/consolidation/gel`);
  await look(buyer);
  await buyer.getByRole('button', { name: 'Figer les besoins' }).click();
  await expect(buyer).toHaveURL(new RegExp(`${campaign}/consolidation$`));
  await look(buyer);
  await buyer.getByLabel('Référence').fill('2027-ECOLES');
  await buyer.getByLabel('Lancement prévu').fill(act.today);
  await buyer.getByRole('button', { name: 'Préparer la consultation' }).click();
  await expect(buyer).toHaveURL(/\/consultations\//);
  const consultation = new URL(buyer.url()).pathname;
  await buyer.getByLabel('Sous-critères du critère 2').fill('Adéquation aux usages ; 15\nRobustesse ; 10');
  await buyer.getByLabel('Lots qu’un candidat peut se voir attribuer').fill('1');
  await buyer.getByRole('button', { name: 'Enregistrer les choix' }).click();
  await expect(buyer.getByText('Les choix sont enregistrés')).toBeVisible();
  await look(buyer);
  await buyer.getByRole('button', { name: 'Produire le dossier (ZIP)' }).click();
  await expect(buyer.getByText('La version 1 du dossier est produite')).toBeVisible({ timeout: 60_000 });
  const zip = await fileOf(buyer, () => buyer.locator('a[href$="/dossier/1"]').first().click());
  const files = filesOfZip(zip.bytes);
  const named = (part: string) => [...files].find(([name]) => name.includes(part))?.[1] ?? new Uint8Array();
  for (const rules of [textOfDocx(named('RC.docx')), await textOfPdf(named('RC.pdf'))]) {
    expect(rules).toContain('2027-ECOLES');
    expect(rules).toContain('dont Robustesse');
    expect(rules).toContain('ne peut se voir attribuer plus de 1 lot');
  }
  await buyer.goto(`${consultation}/publication`);
  await look(buyer);
  for (const medium of ['Profil d’acheteur', 'BOAMP', 'Journal officiel de l’Union européenne'])
    await buyer.getByLabel(medium).check();
  await press(buyer, 'Enregistrer la publication');
  await look(buyer);
  const workbooks = new Map([...files].filter(([name]) => name.endsWith('.xlsx')));
  return { campaign, consultation, workbooks };
}

async function deposit(buyer: Page, consultation: string, candidate: Candidate, day: string) {
  await buyer.goto(`${consultation}/depots`);
  await buyer.getByLabel('Candidat').fill(candidate.name);
  await buyer.getByLabel('SIRET').fill(candidate.siret);
  await buyer.getByLabel('Reçu le').fill(day);
  await buyer.getByLabel('À (heure de Paris)').fill(candidate.time);
  for (const lot of [1, 2, 3]) await buyer.getByLabel(new RegExp(`^Lot ${lot} `)).check();
  await press(buyer, 'Enregistrer le pli');
  await expect(buyer.getByText(`Le pli de ${candidate.name} est enregistré`)).toBeVisible();
}

async function upload(buyer: Page, page: string, candidate: Candidate, buffer: Buffer): Promise<void> {
  await buyer.goto(page);
  const card = buyer.locator('.card').filter({ has: buyer.getByRole('heading', { name: candidate.name }) });
  await card.getByText(/^Lire (le|un) bordereau/).click();
  const field = card.getByLabel('BPU et DQE remplis');
  if (!(await field.isVisible())) await card.getByText(/^Lire (le|un) bordereau/).click();
  await field.setInputFiles({ name: `${candidate.name}.xlsx`, mimeType: 'application/xlsx', buffer });
  await card.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(card.getByText(`${candidate.name}.xlsx`).first()).toBeVisible();
}

async function decide(buyer: Page, page: string, candidate: Candidate, kind: string, text: string, before?: string) {
  await buyer.goto(page);
  const card = buyer.locator('.card').filter({ has: buyer.getByRole('heading', { name: candidate.name }) });
  await card.getByText('Décider ou demander').click();
  await card.getByLabel('Ce qui est décidé').selectOption({ label: kind });
  await card.getByLabel('Motifs, ou texte de la demande').fill(text);
  if (before !== undefined) await card.getByLabel(/^Réponse attendue/).fill(before);
  await card.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(card.getByText(text)).toBeVisible();
}

/** Marks every offer of a lot: the first candidate best, the others behind. */
async function mark(person: Page, page: string, better: number): Promise<void> {
  await person.goto(page);
  for (const { name } of candidates) {
    const fields = person.getByLabel(`Note : ${name}`);
    // Two sub-criteria of the technical value, the delays, the environment.
    await expect(fields).toHaveCount(4);
    for (let index = 0; index < 4; index += 1) {
      await fields.nth(index).fill(name === candidates[0].name ? String(better) : '6,5');
      await person.getByLabel(`Motif : ${name}`).nth(index).fill('Réponse étayée par les fiches des produits');
    }
  }
  await look(person);
  await person.getByRole('button', { name: 'Enregistrer mes notes' }).click();
  await expect(person.getByText('Vos notes sont enregistrées')).toBeVisible();
}

test('twenty communes, three lots and three offers with mistakes go from needs to award, and every figure agrees', async ({
  act,
}) => {
  test.setTimeout(900_000);
  // First act: the needs, the file, its publication.
  const first = await act(0);
  const { consultation, workbooks } = await publish(first);
  const lines = linesOf(workbooks);
  expect(lines).toHaveLength(6);
  const asked = Array.from({ length: 6 }, (_, reference) =>
    Array.from({ length: communeCount }, (_, commune) => quantityOf(commune, reference)).reduce((a, b) => a + b, 0),
  );
  expect(lines.map(({ quantity }) => quantity).toSorted()).toEqual(asked.toSorted());
  const frozen = first.db.select().from(consolidations).get();
  expect(frozen?.totalNet).toBeGreaterThan(0);

  // Second act: the deadline has passed.
  const deadline = String(
    first.db.$client.prepare('select deadline from consultation_publications').pluck().get() ?? '',
  );
  const wait = Math.round((Date.parse(deadline) - Date.parse(first.today)) / 86_400_000);
  const second = await act(wait + 1);
  const buyer = await second.signedIn('buyer');
  for (const candidate of candidates) await deposit(buyer, consultation, candidate, deadline);
  await deposit(
    buyer,
    consultation,
    { name: 'Tardif', siret: '21350004400010', time: '12:00:30', factor: 1 },
    deadline,
  );
  await look(buyer);
  await buyer.getByLabel('Personnes présentes').fill('Le président, l’acheteur');
  await buyer.getByRole('button', { name: 'Ouvrir les plis' }).click();
  await expect(buyer.getByText('Les plis sont ouverts')).toBeVisible();
  await look(buyer);
  await buyer.goto(`${consultation}/candidatures`);
  await look(buyer);
  for (const candidate of candidates) {
    const card = buyer.getByRole('region', { name: candidate.name });
    await card.getByRole('button', { name: /admettre la candidature/ }).click();
    await expect(card.getByText('admise', { exact: true })).toBeVisible();
  }
  const pageOf = (lot: number) => `${consultation}/analyse/${lot}`;
  const workbookOf = (lot: number) =>
    [...workbooks].find(([name]) => name.includes(`lot-${lot}`))?.[1] ?? new Uint8Array();
  for (const lot of [1, 2, 3])
    for (const candidate of candidates)
      await upload(buyer, pageOf(lot), candidate, await returned(workbookOf(lot), lot, candidate));
  const [alpha, beta, gamma] = candidates;
  await buyer.goto(pageOf(1));
  await expect(buyer.getByText('« inclus » n’est pas un prix')).toBeVisible();
  await expect(buyer.getByText(/quantité du détail estimatif modifiée/)).toBeVisible();
  await look(buyer);

  // The missing price is asked for, the changed quantity made clear, the low price justified.
  const soon = new Date(Date.parse(second.today) + 7 * 86_400_000).toISOString().slice(0, 10);
  await buyer.getByLabel('Texte de la demande', { exact: true }).fill('Donnez un prix à chaque ligne.');
  await buyer.getByLabel('Réponses attendues avant le').fill(soon);
  await buyer.getByRole('button', { name: 'Enregistrer la demande' }).click();
  const letter = await fileOf(buyer, () =>
    buyer
      .locator('.card')
      .filter({ has: buyer.getByRole('heading', { name: beta.name }) })
      .getByRole('link', { name: 'PDF' })
      .click(),
  );
  const asking = await textOfPdf(letter.bytes);
  for (const said of [beta.name, 'Donnez un prix à chaque ligne', 'R2152-2']) expect(asking).toContain(said);
  expect(asking).not.toContain(alpha.name);
  await upload(buyer, pageOf(1), beta, await returned(workbookOf(1), 1, beta, true));
  await decide(buyer, pageOf(1), gamma, 'Précision obtenue', 'Le candidat confirme le bordereau.');
  await decide(buyer, pageOf(2), gamma, 'Justification des prix demandée', 'Justifiez vos prix.', soon);
  await decide(buyer, pageOf(2), gamma, 'Justifications acceptées', 'Fin de série, marge documentée.');
  for (const lot of [1, 3])
    await decide(buyer, pageOf(lot), beta, 'Prix jugé normal, sans demande', 'Écart de trois pour cent à la moyenne.');

  // Two people mark; the ranking is theirs and the prices'.
  const adviser = await second.signedIn('adviser');
  for (const lot of [1, 2, 3]) {
    await mark(buyer, pageOf(lot), 9);
    await mark(adviser, pageOf(lot), 8);
  }
  for (const lot of [1, 2, 3]) {
    await buyer.goto(pageOf(lot));
    await look(buyer);
    const shown = plain(await buyer.locator('main').innerText());
    for (const candidate of candidates) expect(shown).toContain(printed(totalOf(lines, lot, candidate)));
  }
  await buyer.goto(`${consultation}/analyse`);
  await look(buyer);
  await buyer.getByRole('button', { name: 'Établir le rapport' }).click();
  await expect(buyer.getByText('La version 1 du rapport est établie')).toBeVisible({ timeout: 60_000 });
  const pdf = await fileOf(buyer, () => buyer.getByRole('link', { name: 'PDF' }).first().click());
  const docx = await fileOf(buyer, () => buyer.getByRole('link', { name: 'DOCX' }).first().click());
  for (const report of [await textOfPdf(pdf.bytes), textOfDocx(docx.bytes)]) {
    for (const lot of [1, 2, 3])
      for (const candidate of candidates) expect(report).toContain(printed(totalOf(lines, lot, candidate)));
    for (const said of ['hors délai', 'Robustesse', 'Fin de série, marge documentée']) expect(report).toContain(said);
  }

  // The commission follows the ranking, everyone is told, and nothing is signed before the standstill is over.
  const winners = { 1: beta, 2: gamma, 3: alpha };
  // Alpha is first for two lots, and may win one only: the larger, by the rules.
  await decideLots(
    buyer,
    consultation,
    [
      [1, alpha.name],
      [2, gamma.name],
      [3, alpha.name],
    ],
    deadline,
  );
  await expect(
    buyer.getByText(/a atteint le nombre maximal de lots du règlement avec le\(s\) lot\(s\) 3/),
  ).toBeVisible();
  await awardLots(
    buyer,
    consultation,
    [
      [1, beta.name],
      [2, gamma.name],
      [3, alpha.name],
    ],
    deadline,
  );
  const minutes = await minutesOf(buyer);
  for (const said of [alpha.name, beta.name, gamma.name, '2027-ECOLES', 'limite à 1 le nombre de lots'])
    expect(minutes).toContain(said);
  for (const said of await presentationOf(buyer, consultation)) {
    for (const lot of [1, 2, 3] as const) expect(said).toContain(printed(totalOf(lines, lot, winners[lot])));
    for (const text of ['Sourcing auprès de trois fabricants', 'offre reçue après le', 'limite à 1 le nombre'])
      expect(said).toContain(text);
  }
  for (const lot of [1, 2, 3]) await informCandidates(buyer, consultation, lot);
  const letters = await lettersOf(buyer, consultation);
  // One to each of three candidates and to the late one, lot by lot.
  expect(letters.size).toBe(12);
  const passedOver = [...letters.values()].filter((text) => text.includes('limite à 1 le nombre de lots'));
  // Alpha is told why the first rank on lot 1 is not enough; gamma, ranked last, lost by its rank.
  expect(passedOver).toHaveLength(1);
  await buyer.goto(`${consultation}/attribution/1`);
  await buyer.getByLabel('Signataire', { exact: true }).fill('Dominique Hamon');
  await buyer.getByLabel('Qualité et habilitation').fill('Président');
  const cpv = buyer.getByLabel('Code CPV du lot');
  if ((await cpv.inputValue()) === '') await cpv.fill('30213200');
  await buyer.getByRole('button', { name: 'Enregistrer la signature' }).click();
  await expect(buyer.getByText(/Délai de suspension/).first()).toBeVisible();

  // Third act: the standstill is over.
  const third = await act(wait + 20);
  const signing = await third.signedIn('buyer');
  const contracts: string[] = [];
  for (const lot of [1, 2, 3]) contracts.push(await signAndNotify(signing, consultation, lot, third.today));
  await signing.goto('/contrats');
  await look(signing);
  for (const { name } of candidates) await expect(signing.getByText(name).first()).toBeVisible();

  // The open data of each contract say what the contract says, to the cent.
  const records: { id: string }[] = [];
  for (const [index, contract] of contracts.entries()) {
    await signing.goto(`${contract}/donnees-essentielles`);
    await signing.getByLabel('Code du lieu d’exécution').fill('35');
    await signing.getByLabel('Pas de considération sociale').check();
    await look(signing);
    await signing.getByRole('button', { name: 'Établir les données' }).click();
    await expect(signing.getByText('La version 1 des données est établie')).toBeVisible();
    const file = await fileOf(signing, () => signing.getByRole('link', { name: 'JSON' }).click());
    const [record] = JSON.parse(file.bytes.toString('utf8')).marches.marche;
    const [maximum, siret] = third.db.$client
      .prepare(
        `select k.maximum_net, o.siret from contracts k join organisations o on o.id = k.holder_id
         where k.id = ?`,
      )
      .raw()
      .get(contract.split('/').at(-1)) as [number, string];
    expect(record).toMatchObject({
      id: `2027-ECOLES-L0${index + 1}`,
      procedure: "Appel d'offres ouvert",
      offresRecues: 3,
      dureeMois: 48,
      dateNotification: third.today,
      titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: siret } }],
    });
    expect(Math.round(record.montant * 100)).toBe(maximum);
    records.push(record);
  }

  // Anyone reads the outcome, the public file and the same data, without an account.
  const anyone = await third.visitor();
  await anyone.goto('/marches');
  await look(anyone);
  const together = await fileOf(anyone, () =>
    anyone.getByRole('link', { name: /Données essentielles de tous/ }).click(),
  );
  const published = JSON.parse(together.bytes.toString('utf8')).marches.marche as { id: string }[];
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  expect(published.toSorted(byId)).toEqual(records.toSorted(byId));
  await anyone.getByRole('link', { name: 'Fourniture d’équipements numériques pour les écoles' }).click();
  await look(anyone);
  await expect(anyone.getByText(/^Attribué à /)).toHaveCount(3);
  const open = await fileOf(anyone, () => anyone.getByRole('link', { name: /Télécharger le dossier/ }).click());
  const pieces = [...filesOfZip(open.bytes).keys()];
  expect(pieces.some((name) => name.startsWith('01-RC'))).toBe(true);
  expect(pieces.some((name) => name.startsWith('00-') || name.startsWith('07-'))).toBe(false);

  // The notice of the award says the amounts of the ranked offers.
  await signing.goto(`${consultation}/avis/29`);
  await look(signing);
  const notice = plain((await signing.locator('main').textContent()) ?? '');
  for (const lot of [1, 2, 3] as const) {
    const cents = totalOf(lines, lot, winners[lot]);
    expect(notice).toContain(`${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`);
  }

  // The awarded schedules become the catalogue, to the fourth decimal, and a commune orders from it.
  for (const contract of contracts) {
    await signing.goto(`${contract}/catalogue`);
    await look(signing);
    await signing.getByRole('button', { name: 'Ouvrir le catalogue aux communes' }).click();
    await expect(signing.getByText('Le catalogue est ouvert')).toBeVisible();
    await look(signing);
  }
  const opened = third.db.$client
    .prepare(
      `select p.label as label, c.unit_price_net as price, c.eco_contribution_net as eco, c.vat_rate as rate
       from contracts k join products p on p.lot_id = k.lot_id join prices c on c.product_id = p.id`,
    )
    .all() as { label: string; price: number; eco: number; rate: number }[];
  const expected = lines.map((line) => Math.round(priceOf(line, winners[line.lot as 1 | 2 | 3]) * 100) * 100);
  expect(opened.map(({ price }) => price).toSorted()).toEqual(expected.toSorted());
  expect(opened.every(({ eco, rate }) => eco === 5000 && rate === 2000)).toBe(true);
  const secretary = await third.signedIn('otherSecretary');
  await secretary.goto(`/catalogue?q=${encodeURIComponent(opened[0]?.label ?? '')}`);
  await look(secretary);
  await expect(secretary.getByText(printed(Math.round((opened[0]?.price ?? 0) / 100))).first()).toBeVisible();
});
