// The life of a contract after its notification: catalogue, orders, amendment, renewal, price revision, closing.
import type { Page } from '@playwright/test';
import { prices, products } from 'db/schema';
import { eq } from 'drizzle-orm';
import { type Act, test } from './acts';
import { plain, printed, textOfDocx, textOfPdf } from './files';
import { expect, fileOf, look, press } from './journey';
import { notifyContract } from './notified-contract';
import { accept, approve, attest, invoice, issue, submitCart } from './order-steps';

const dayInMilliseconds = 86_400_000;
const after = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayInMilliseconds).toISOString().slice(0, 10);
const anniversary = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
const french = (day: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
    .format(Date.parse(day))
    .replace(/^1 /, '1er ');

/** Looks at a page on a wide screen, then on a telephone. */
async function lookTwice(page: Page): Promise<void> {
  await look(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Puts a reference in the cart and submits it; the path of the order. */
async function order(act: Act, productId: string, quantity: number, title: string): Promise<string> {
  const secretary = await act.signedIn('secretary');
  await secretary.goto(`/catalogue/${productId}`);
  await look(secretary);
  await secretary.getByLabel('Quantité').fill(String(quantity));
  const school = secretary.getByLabel('École');
  if (await school.isVisible()) await school.selectOption({ index: 1 });
  await press(secretary, /^Ajouter au panier/);
  return submitCart(secretary, title, 'ENG-1');
}

/** Leads an order from the elected person to its invoice. */
async function deliver(act: Act, path: string): Promise<void> {
  await approve(await act.signedIn('approver'), path);
  const buyer = await act.signedIn('buyer');
  await accept(buyer, path);
  await issue(buyer, path);
  await attest(await act.signedIn('secretary'), path);
  await invoice(await act.signedIn('syndicatFinance'), path);
}

/** Text of the PDF then of the DOCX that two links of a page give. */
async function bothOf(page: Page, pdfName: string | RegExp): Promise<readonly string[]> {
  const pdf = await fileOf(page, () => page.getByRole('link', { name: pdfName }).first().click());
  const docx = await fileOf(page, () => page.getByRole('link', { name: 'DOCX', exact: true }).first().click());
  return [await textOfPdf(pdf.bytes), textOfDocx(docx.bytes)];
}

interface Published {
  readonly montant: number;
  readonly modifications?: readonly { readonly modification: Readonly<Record<string, unknown>> }[];
}

/** Establishes the open data of a contract; its record. */
async function publishData(buyer: Page, contract: string): Promise<Published> {
  await buyer.goto(`${contract}/donnees-essentielles`);
  await buyer.getByLabel('Code du lieu d’exécution').fill('35');
  await buyer.getByLabel('Pas de considération sociale').check();
  await lookTwice(buyer);
  await press(buyer, 'Établir les données');
  const file = await fileOf(buyer, () => buyer.getByRole('link', { name: 'JSON' }).first().click());
  const { marches } = JSON.parse(file.bytes.toString('utf8')) as { marches: { marche: Published[] } };
  const [record] = marches.marche;
  if (!record) throw new Error('The file holds no contract');
  return record;
}

test('a contract is ordered from, amended, renewed, revised and closed, and its figures follow to the last decimal', async ({
  act,
}) => {
  test.setTimeout(600_000);
  const [start, { contract, ahead, notifiedOn, initial }] = await notifyContract(act);
  const contractId = contract.split('/').at(-1) ?? '';
  const buyer = await start.signedIn('buyer');
  const row = () =>
    start.db.$client
      .prepare('select lot_id as lotId, maximum_net as maximumNet from contracts where id = ?')
      .get(contractId) as { lotId: string; maximumNet: number };

  // The catalogue opens at the awarded prices, and a commune orders at them.
  await buyer.goto(`${contract}/catalogue`);
  await lookTwice(buyer);
  await buyer.getByLabel(/^Qui commande, qui paie/).selectOption('wholesaler');
  await press(buyer, 'Ouvrir le catalogue aux communes');
  await expect(buyer.getByText('Le catalogue est ouvert')).toBeVisible();
  const { lotId, maximumNet } = row();
  const product = start.db.select().from(products).where(eq(products.lotId, lotId)).all()[0];
  if (!product) throw new Error('The catalogue of the contract is empty');
  const first = await order(start, product.id, 3, 'Tablettes du CP');
  await deliver(start, first);

  await buyer.goto(contract);
  await look(buyer);
  await expect(buyer.getByText(/^961,50\s€ HT, par le syndicat$/)).toBeVisible();

  // An amendment over its limit is refused with its figures; a small one is established, notified and published.
  await buyer.goto(`${contract}/avenants`);
  await lookTwice(buyer);
  const amend = async (share: number) => {
    await buyer.getByLabel('Objet').fill('Le maximum est relevé.');
    await buyer.getByLabel('Motifs').fill('Deux écoles ouvrent à la rentrée.');
    await buyer.getByLabel('Nouveau maximum HT, en euros').fill(((maximumNet * (100 + share)) / 10_000).toFixed(2));
    await press(buyer, /^Établir l’avenant/);
  };
  await amend(50);
  await expect(buyer.getByText('L’avenant n’est pas établi.')).toBeVisible();
  await expect(buyer.getByRole('listitem').filter({ hasText: /50\s%.*10\s%/ })).toBeVisible();
  await lookTwice(buyer);
  await buyer.goto(`${contract}/avenants`);
  await amend(4);
  await expect(buyer.getByText('L’avenant est établi')).toBeVisible({ timeout: 60_000 });
  for (const text of await bothOf(buyer, 'Avenant 1, PDF'))
    for (const said of ['R2194-8', '+4 %', printed(Math.round(maximumNet * 1.04)), 'Deux écoles'])
      expect(text).toContain(said);
  await buyer.getByLabel('Signé des deux parties le').fill(start.today);
  await buyer.getByLabel('Reçu par le titulaire le').fill(start.today);
  await press(buyer, 'Enregistrer la notification');
  await expect(buyer.getByText('L’avenant est notifié')).toBeVisible();
  await lookTwice(buyer);
  const record = await publishData(buyer, contract);
  expect(Math.round(record.montant * 100)).toBe(maximumNet);
  expect(record.modifications?.map(({ modification }) => modification)).toMatchObject([
    { id: 1, montant: Math.round(maximumNet * 1.04) / 100, dateNotificationModification: start.today },
  ]);
  await buyer.goto(contract);
  await lookTwice(buyer);

  // The renewal: not to renew needs a reason; renewed, it has its letter and its receipt.
  const renewing = await act(ahead + 250);
  const manager = await renewing.signedIn('buyer');
  await manager.goto(`${contract}/reconductions`);
  await lookTwice(manager);
  await manager.getByLabel('Décision').selectOption('refused');
  await press(manager, /^Établir la lettre/);
  await expect(manager.getByText('La décision n’est pas établie.')).toBeVisible();
  await lookTwice(manager);
  await manager.getByLabel('Décision').selectOption('renewed');
  await press(manager, /^Établir la lettre/);
  await expect(manager.getByText('La décision est établie')).toBeVisible({ timeout: 60_000 });
  for (const text of await bothOf(manager, 'Lettre, PDF'))
    for (const said of ['est reconduit', french(after(anniversary(anniversary(notifiedOn)), -1)), 'R2112-4'])
      expect(text).toContain(said);
  await manager.getByLabel('Reçue par le titulaire le').fill(renewing.today);
  await press(manager, 'Enregistrer la réception');
  await expect(manager.getByText('La réception est enregistrée')).toBeVisible();
  await lookTwice(manager);

  // A year after: an order at the first price, then the revision, first without its formula and its index.
  const dueOn = anniversary(notifiedOn);
  const yearAhead = ahead + Math.round((Date.parse(dueOn) - Date.parse(notifiedOn)) / dayInMilliseconds) + 1;
  const revising = await act(yearAhead);
  const second = await order(revising, product.id, 2, 'Tablettes du CE1');
  const reviser = await revising.signedIn('buyer');
  await reviser.goto(`${contract}/revisions`);
  await expect(reviser.getByText('ne sont pas encore enregistrés')).toBeVisible();
  await lookTwice(reviser);
  await reviser.getByRole('link', { name: 'Formule et indices du marché' }).click();
  await lookTwice(reviser);
  await reviser.getByLabel('Identifiant de la série').first().fill('010764254');
  await reviser.getByLabel('Valeur au mois zéro').first().fill('98,7');
  await reviser.getByLabel('Source de cette valeur').first().fill('INSEE');
  await press(reviser, 'Enregistrer la formule');
  await expect(reviser.getByText('La formule du marché est enregistrée')).toBeVisible();
  const effectiveOn = after(revising.today, 5);
  const compute = async (value: string, publishedOn: string) => {
    await reviser.getByLabel('Nouveaux prix à compter du').fill(effectiveOn);
    await reviser.getByLabel('Dernière valeur publiée').fill(value);
    await reviser.getByLabel('Publiée le').fill(publishedOn);
    await reviser.getByLabel('Source', { exact: true }).fill('INSEE, Informations rapides');
    await press(reviser, 'Calculer');
  };
  await compute('pas encore parue', after(dueOn, -10));
  await expect(reviser.getByText('Écrivez la valeur de l’indice, comme 104,6.')).toBeVisible();
  await lookTwice(reviser);
  await compute('104,6', after(dueOn, 1));
  await expect(reviser.getByText('La révision ne peut pas encore être faite.')).toBeVisible();
  await lookTwice(reviser);
  await compute('104,6', after(dueOn, -10));

  // By hand: 0,15 + 0,85 × 104,6 / 98,7, to the thousandth above; each price to the fourth decimal.
  const coefficient = (15n * 987n + 85n * 1046n) * 10n;
  const thousandths = (coefficient + 986n) / 987n;
  const coefficientText = `${thousandths / 1000n},${String(thousandths % 1000n).padStart(3, '0')}`;
  await expect(reviser.getByText(coefficientText).first()).toBeVisible();
  await reviser
    .getByLabel(/^Clause de sauvegarde/)
    .last()
    .fill('La hausse suit celle du marché.');
  await press(reviser, 'Établir le certificat et réviser le catalogue');
  await expect(reviser.getByText('Les prix sont révisés')).toBeVisible({ timeout: 60_000 });
  await lookTwice(reviser);
  const revisedOf = (euros: number) =>
    Number((BigInt(Math.round(euros * 100)) * 100n * thousandths * 2n + 1000n) / 2000n);
  const texts = await bothOf(reviser, 'Certificat 1, PDF');
  for (const text of texts) {
    for (const said of ['98,7', '104,6', '010764254', coefficientText, 'La hausse suit']) expect(text).toContain(said);
    for (const euros of initial.values()) expect(text).toContain(printed(revisedOf(euros) / 100));
  }
  const dated = revising.db.select().from(prices).where(eq(prices.productId, product.id)).all();
  const byDay = dated.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  expect(byDay.map(({ unitPriceNet, validFrom, validTo }) => ({ unitPriceNet, validFrom, validTo }))).toEqual([
    { unitPriceNet: byDay[0]?.unitPriceNet, validFrom: notifiedOn, validTo: after(effectiveOn, -1) },
    { unitPriceNet: revisedOf((byDay[0]?.unitPriceNet ?? 0) / 10_000), validFrom: effectiveOn, validTo: null },
  ]);
  expect([...initial.values()].map((euros) => euros * 10_000)).toContain(byDay[0]?.unitPriceNet);
  await reviser.goto(`/catalogue/${product.id}`);
  await lookTwice(reviser);

  // After its day of effect an order takes the new price; the two before it keep the first one.
  const ending = await act(yearAhead + 6);
  const third = await order(ending, product.id, 1, 'Tablette du CE2');
  const closer = await ending.signedIn('buyer');
  for (const [path, quantity, unit] of [
    [first, 3, byDay[0]?.unitPriceNet],
    [second, 2, byDay[0]?.unitPriceNet],
    [third, 1, byDay[1]?.unitPriceNet],
  ] as const) {
    await closer.goto(path);
    const net = Math.round((quantity * (unit ?? 0)) / 100);
    expect(plain(await closer.locator('main').innerText())).toContain(printed(net));
  }

  // The closing says what stays open, and its statement holds the volumes of each buyer.
  await closer.goto(`${contract}/fin`);
  await lookTwice(closer);
  await expect(closer.getByText(/2 commandes sans bon de commande émis/)).toBeVisible();
  await closer.getByLabel('Cause').selectOption('termination');
  await press(closer, /^Clore le marché/);
  await expect(closer.getByText('Le marché n’est pas clos.')).toBeVisible();
  await expect(closer.getByText('Choisissez le fondement de la résiliation.')).toBeVisible();
  await lookTwice(closer);
  await closer.getByLabel('Cause').selectOption('termination');
  await closer.getByLabel('Fondement').selectOption({ index: 1 });
  await closer.getByLabel('Motifs').fill('Le besoin a disparu.');
  await press(closer, /^Clore le marché/);
  await expect(closer.getByText('Le marché est clos')).toBeVisible({ timeout: 60_000 });
  await lookTwice(closer);
  const ordered = ending.db.$client
    .prepare('select sum(net + eco_net) from order_lines where lot_id = ?')
    .pluck()
    .get(lotId) as number;
  for (const text of await bothOf(closer, 'État final, PDF'))
    for (const said of [
      printed(ordered),
      printed(Math.round(maximumNet * 1.04) - ordered),
      'autres acheteurs identifiés',
    ])
      expect(text).toContain(said);
  await closer.goto(contract);
  await expect(closer.getByText('clos, état final établi')).toBeVisible();
  await lookTwice(closer);
});
