// The year of a buyer: shares at each boundary, unknown never guessed, the declaration in the official schema.
import { randomUUID } from 'node:crypto';
import { agecCategories, agecRates, declarationLabels } from 'catalog/thresholds/agec';
import { listDeclarations } from 'db/years';
import fc from 'fast-check';
import { read, send } from 'tests/orders/asking';
import { aCentrale } from 'tests/orders/centrale';
import { expect, test } from 'vitest';
import { categoryYear, isRecycled, isReused, rateOf, type YearLine } from '~/domain/checks/agec-year';
import { cents } from '~/domain/shared/money';
import { loader as yearPage } from '~/routes/checks/year';
import { action as declare } from '~/routes/checks/year-declaration';
import { loader as file } from '~/routes/checks/year-declaration-file';
import { action as donate } from '~/routes/checks/year-donation';
import { action as remove } from '~/routes/checks/year-entry-removal';
import { action as purchase } from '~/routes/checks/year-purchase';
import { aCommune, aPerson } from '../database';

const aLine = (facts: Partial<YearLine> = {}): YearLine => ({
  id: 'line',
  number: 'BC-1',
  label: 'Tablette',
  category: 'computing',
  net: cents(100_00),
  condition: 'new',
  reuseProof: null,
  recycled: false,
  ...facts,
});

const aPurchase = (facts: Readonly<Record<string, string>> = {}) => ({
  id: randomUUID(),
  category: 'computing',
  label: 'Portables, Dupont',
  net: '1 000,50',
  reuseNet: '200',
  recycledNet: '',
  ...facts,
});

test('the minimum changes with its year, and is absent where no text read gives it', () => {
  const reuse = (year: number) => rateOf(agecRates, 'computing', year)?.reuse;
  expect([2023, 2024, 2026, 2027, 2029, 2030, 2040].map(reuse)).toEqual([
    undefined,
    2000,
    2000,
    2500,
    2500,
    3000,
    3000,
  ]);
  expect(rateOf(agecRates, 'furniture', 2026)).toMatchObject({ reuse: 2000, recycled: 1500 });
  expect(rateOf(agecRates, 'furniture', 2027)).toMatchObject({ reuse: null, recycled: null });
  expect(rateOf(agecRates, 'reprography', 2026)?.reuse).toBeNull();
});

test('used goods without proof, or of unknown condition, are neither counted nor refused', () => {
  expect(isReused(aLine({ condition: 'refurbished' }))).toBeNull();
  expect(isReused(aLine({ condition: null, reuseProof: true }))).toBeNull();
  expect(isReused(aLine({ condition: 'refurbished', reuseProof: true }))).toBe(true);
  expect(isReused(aLine({ condition: 'new', reuseProof: true }))).toBe(false);
  expect(isRecycled(aLine({ recycled: null }))).toBeNull();
  const year = categoryYear('computing', 2026, agecRates, [aLine(), aLine({ condition: 'used' })], []);
  expect(year).toMatchObject({ totalNet: 20000, reuse: { least: 0, most: 10000 }, missingReuse: 4000 });
  expect(year.reuseShare).toEqual({ least: 0, most: 5000 });
  expect(year.open).toHaveLength(1);
});

test('parts never pass the total, and the lines add up to it', () => {
  const answer = fc.constantFrom(true, false, null);
  const line = fc.record({
    net: fc.integer({ min: 0, max: 10_000_000 }).map(cents),
    condition: fc.constantFrom('new', 'used', 'refurbished', null),
    reuseProof: answer,
    recycled: answer,
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (drawn) => {
      const lines = drawn.map((facts) => aLine(facts));
      const year = categoryYear('computing', 2026, agecRates, lines, []);
      expect(year.lines.reduce((sum, { net }) => sum + net, 0)).toBe(year.totalNet);
      expect(year.reuse.least + year.recycled.least).toBeLessThanOrEqual(year.totalNet);
      expect(year.reuse.least).toBeLessThanOrEqual(year.reuse.most);
      expect(year.reuseShare?.most ?? 0).toBeLessThanOrEqual(10_000);
      expect((year.missingReuse ?? 0) + year.reuse.least).toBeLessThanOrEqual(year.totalNet);
    }),
  );
});

test('the declaration of a closed year follows the official schema, and the same figures are one declaration', async () => {
  const centrale = aCentrale({ commune: { siret: '21350001000011' as never } });
  const { platform, secretary, db, communeId } = centrale;
  const params = { annee: '2025' };
  expect((await send(platform, secretary, declare, {}, params)).reasons).toHaveLength(1);
  await send(platform, secretary, purchase, aPurchase(), params);
  const gift = { id: randomUUID(), label: 'Entreprise Martin', quantity: '2', young: 'yes' };
  await send(platform, secretary, donate, gift, params);
  await send(platform, secretary, donate, gift, params);
  expect((await send(platform, secretary, declare, {}, params)).reasons).toEqual([]);
  await send(platform, secretary, declare, {}, params);
  const issued = listDeclarations(db, communeId, 2025);
  expect(issued.map(({ number }) => number)).toEqual(['AGEC-2025-01']);
  const at = { ...params, document: issued[0]?.id ?? '' };
  const answer = await read(platform, secretary, file, at);
  if (typeof answer === 'number') throw new Error('There is no file');
  const [header, row] = (await answer.text()).split('\n');
  expect(header).toBe(
    'annee,siret,raison_sociale,type_produit_acquis,montant_total,montant_reemploi_et_reutilisation,montant_produits_issus_don,montant_produits_recycles,commentaires',
  );
  expect(row).toContain(`2025,21350001000011,`);
  expect(row).toContain(',Matériel informatique et téléphonie,1400.50,200.00,400.00,0.00,');
  const other = aPerson(db, aCommune(db, 1).communeId, 'secretary');
  expect(await read(platform, other, file, at)).toBe(404);
});

test('a correction replaces the declaration before it, which stays', async () => {
  const { platform, secretary, db, communeId } = aCentrale({ commune: { siret: '21350001000011' as never } });
  const params = { annee: '2025' };
  for (const net of ['100', '50']) {
    await send(platform, secretary, purchase, aPurchase({ net, reuseNet: '' }), params);
    await send(platform, secretary, declare, {}, params);
  }
  expect(listDeclarations(db, communeId, 2025).map(({ number }) => number)).toEqual(['AGEC-2025-02', 'AGEC-2025-01']);
});

test('a year that is not over, parts above the total and another commune are refused', async () => {
  const { platform, secretary, db, communeId, elected } = aCentrale();
  const params = { annee: '2026' };
  const tooMuch = await send(platform, secretary, purchase, aPurchase({ reuseNet: '2000' }), params);
  expect(tooMuch).toMatchObject({ status: 422, reasons: ['Le réemploi et le recyclé ensemble dépassent le montant.'] });
  const sent = aPurchase();
  await send(platform, secretary, purchase, sent, params);
  const refused = await send(platform, secretary, declare, {}, params);
  expect(refused.reasons[0]).toContain('n’est pas terminée');
  const other = aPerson(db, aCommune(db, 1).communeId, 'secretary');
  expect((await send(platform, other, remove, {}, { ...params, entry: sent.id })).status).toBe(404);
  expect((await send(platform, elected, purchase, aPurchase(), params)).status).toBe(403);
  expect(await read(platform, other, yearPage, params, `/?acheteur=${communeId}`)).toBe(404);
  const page = await read(platform, secretary, yearPage, params);
  if (typeof page === 'number') throw new Error('There is no page');
  const computing = page.figures.find(({ category }) => category === 'computing');
  expect(computing).toMatchObject({ totalNet: 100050, missingReuse: 10 });
  expect(computing?.results.find(({ ruleId }) => ruleId === 'AGEC-01')?.answer).toBe('unmet');
});

test('the categories are those of the official list, each once', () => {
  expect(Object.values(agecCategories).sort()).toEqual([...declarationLabels].sort());
  expect(declarationLabels).toHaveLength(17);
});

test('a purchase made elsewhere is kept in any of the seventeen categories, under its official label', async () => {
  const { platform, secretary, db, communeId } = aCentrale({ commune: { siret: '21350001000011' as never } });
  const params = { annee: '2025' };
  for (const category of Object.keys(agecCategories)) {
    const answer = await send(platform, secretary, purchase, aPurchase({ category, net: '10', reuseNet: '' }), params);
    expect([category, answer.status]).toEqual([category, 302]);
  }
  await send(platform, secretary, declare, {}, params);
  const answer = await read(platform, secretary, file, {
    ...params,
    document: listDeclarations(db, communeId, 2025)[0]?.id ?? '',
  });
  if (typeof answer === 'number') throw new Error('There is no file');
  const rows = (await answer.text()).trim().split('\n').slice(1);
  expect(rows).toHaveLength(17);
  for (const label of declarationLabels) expect(rows.filter((row) => row.includes(label))).toHaveLength(1);
});
