// Price revisions: exact coefficients, prices recomputable by hand, one dated price list, orders left as they were.
import { findLot } from 'db/accords-cadres';
import { listRevisions } from 'db/contract-revisions';
import { findContract } from 'db/contracts';
import { listPricesOf } from 'db/products';
import { readDocumentBytes } from 'db/records';
import { orderLines, orders, products } from 'db/schema';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  coefficientOf,
  decimalText,
  type RevisionTerms,
  revisedPrice,
  unrevised,
} from '~/domain/accords-cadres/price-revision';
import {
  type RevisionQuestion,
  revisionDays,
  revisionRefusals,
  termsRefusals,
} from '~/domain/consultations/revision-refusals';
import { day } from '~/domain/shared/day';
import { unitPrice } from '~/domain/shared/money';
import { action as openCatalogue, loader as preview } from '~/routes/consultations/catalogue-opening';
import { loader as download } from '~/routes/consultations/contract-document';
import { action as keepTerms, loader as termsPage } from '~/routes/consultations/revision-terms';
import { loader as page, action as revise } from '~/routes/consultations/revisions';
import { loader as timelinePage } from '~/routes/consultations/timeline';
import { action as putLine } from '~/routes/orders/cart-line';
import { aPerson } from '../database';
import { plain, readPdf } from '../documents/reading';
import { read, send } from '../orders/asking';
import { aNotifiedContract } from './awarding';
import { readDocx } from './reading';

const index = (weight: number, baseValue: number) => ({
  identifier: '010764254',
  label: 'Ordinateurs',
  weight,
  baseValue,
  basePeriod: 'décembre 2026',
  source: 'INSEE',
});
const terms = (over: Partial<RevisionTerms> = {}): RevisionTerms => ({
  fixedShare: 1500,
  indices: [index(8500, 1_000_000)],
  coefficientDecimals: 3,
  rounding: 'up',
  priceDecimals: 4,
  everyMonths: 12,
  capShare: null,
  safeguardShare: 500,
  ...over,
});
const applied = (over: Partial<RevisionTerms>, values: readonly number[], before = 1000n) =>
  coefficientOf(terms(over), values, before);

test('the coefficient is exact until its one rounding, in the three ways a clause may round', () => {
  // 0,15 + 0,85 × 104,6 / 100 = 1,0391.
  expect(applied({}, [1_046_000])).toMatchObject({ exact: '1,03910000', rounded: 1040n, applied: 1040n });
  expect(applied({ rounding: 'down' }, [1_046_000]).applied).toBe(1039n);
  expect(applied({ rounding: 'half' }, [1_046_000]).applied).toBe(1039n);
  // Half away from zero at the exact half: 0,15 + 0,85 × 1,01 = 1,0085.
  expect(applied({ rounding: 'half' }, [1_010_000]).applied).toBe(1009n);
  // An exact third decimal is not rounded up to the next: 0,15 + 0,85 × 1,04 = 1,034.
  expect(applied({}, [1_040_000]).applied).toBe(1034n);
  expect(applied({}, [900_000]).applied).toBe(915n);
  // Two indices: 0,20 + 0,50 × 3/7 + 0,30 × 5/3 = 0,914285…
  const two = { fixedShare: 2000, indices: [index(5000, 70_000), index(3000, 30_000)] };
  expect(applied(two, [30_000, 50_000])).toMatchObject({ exact: '0,91428571', applied: 915n });
  expect(decimalText(915n, 3)).toBe('0,915');
});

test('a cap holds the rise over the coefficient before, and the safeguard is told above its share, not at it', () => {
  expect(applied({ capShare: 300 }, [1_046_000])).toMatchObject({ rounded: 1040n, applied: 1030n, capped: true });
  expect(applied({ capShare: 400 }, [1_046_000])).toMatchObject({ applied: 1040n, capped: false });
  expect(applied({ capShare: 300 }, [1_046_000], 1020n)).toMatchObject({ applied: 1040n, capped: false });
  const exactly = applied({ safeguardShare: 400 }, [1_046_000]);
  expect([exactly.overSafeguard, applied({ safeguardShare: 399 }, [1_046_000]).overSafeguard]).toEqual([false, true]);
  expect(applied({ safeguardShare: null }, [9_000_000]).overSafeguard).toBe(false);
});

test('a revised price is the initial one times the coefficient, to half of its last decimal, for any index', () => {
  const values = fc.record({
    base: fc.integer({ min: 1, max: 9_999_999 }),
    value: fc.integer({ min: 1, max: 9_999_999 }),
    fixed: fc.integer({ min: 0, max: 10_000 }),
    price: fc.integer({ min: 1, max: 100_000_000 }),
    decimals: fc.integer({ min: 2, max: 6 }),
    rounding: fc.constantFrom('half' as const, 'up' as const, 'down' as const),
    priceDecimals: fc.constantFrom(2 as const, 4 as const),
  });
  fc.assert(
    fc.property(values, ({ base, value, fixed, price, decimals, rounding, priceDecimals }) => {
      const own = terms({
        fixedShare: fixed,
        indices: [index(10_000 - fixed, base)],
        coefficientDecimals: decimals,
        rounding,
        priceDecimals,
      });
      const { applied: coefficient } = coefficientOf(own, [value], unrevised(own));
      const scale = 10n ** BigInt(decimals);
      // |c − exact| over the common denominator: under one unit of the last decimal.
      const gap =
        coefficient * 10_000n * BigInt(base) - (BigInt(fixed * base) + BigInt(10_000 - fixed) * BigInt(value)) * scale;
      const unit = 10_000n * BigInt(base);
      if (rounding === 'up') expect(gap >= 0n && gap < unit).toBe(true);
      else if (rounding === 'down') expect(gap <= 0n && -gap < unit).toBe(true);
      else expect(gap * 2n <= unit && -gap * 2n <= unit).toBe(true);
      const revised = BigInt(revisedPrice(unitPrice(price), coefficient, own));
      const step = priceDecimals === 2 ? 100n : 1n;
      expect(revised % step).toBe(0n);
      const off = revised * scale - BigInt(price) * coefficient;
      expect((off < 0n ? -off : off) * 2n <= scale * step).toBe(true);
    }),
  );
});

test('every reason against a revision and against its terms is told at once', () => {
  const question = (over: Partial<RevisionQuestion> = {}): RevisionQuestion => ({
    priceForm: 'revisable',
    startsOn: day('2027-01-25'),
    endsOn: day('2031-01-24'),
    opened: true,
    terms: terms(),
    revisedOn: [],
    dueOn: day('2028-01-25'),
    effectiveOn: day('2028-02-01'),
    values: [{ value: 1_046_000, publishedOn: day('2028-01-25'), source: 'INSEE' }],
    overSafeguard: false,
    safeguardReason: '',
    laterPrices: [],
    revisedReferences: 2,
    today: day('2028-02-01'),
    ...over,
  });
  const kinds = (over: Partial<RevisionQuestion>) => revisionRefusals(question(over)).map(({ kind }) => kind);
  expect(revisionDays(day('2027-01-25'), day('2031-01-24'), 12)).toEqual(['2028-01-25', '2029-01-25', '2030-01-25']);
  expect(kinds({})).toEqual([]);
  expect(kinds({ priceForm: 'firm' })).toEqual(['firmPrices']);
  expect(kinds({ today: day('2031-01-25') })).toEqual(['notInForce']);
  expect(kinds({ opened: false })).toEqual(['notOpened']);
  expect(kinds({ terms: undefined })).toEqual(['noTerms']);
  expect(kinds({ dueOn: day('2028-01-26') })).toEqual(['notARevisionDay']);
  expect(kinds({ revisedOn: [day('2028-01-25')] })).toEqual(['alreadyRevised']);
  expect(kinds({ today: day('2028-01-24') })).toEqual(['tooEarly']);
  expect(kinds({ effectiveOn: day('2028-01-31') })).toEqual(['effectInPast']);
  expect(kinds({ effectiveOn: day('2031-01-25') })).toEqual(['effectOutside']);
  const value = { value: 1, publishedOn: day('2028-01-26'), source: 'x' };
  expect(kinds({ values: [value], overSafeguard: true, laterPrices: ['1.001'], revisedReferences: 0 })).toEqual([
    'publishedAfter',
    'safeguard',
    'laterPrice',
    'nothing',
  ]);
  const against = (over: Partial<RevisionTerms>, used = false) =>
    termsRefusals(terms(over), 'revisable', used).map(({ kind }) => kind);
  expect(against({})).toEqual([]);
  expect(against({ indices: [] })).toEqual(['noIndex']);
  expect(against({ fixedShare: 1600, indices: [index(8500, 0)] }, true)).toEqual(['used', 'notWhole', 'zeroBase']);
});

test('a revision issues its certificate and dates a price list in one step; orders made before keep their prices', async () => {
  const { db, platform, buyer, members, contractId } = await aNotifiedContract('beta');
  const params = { id: contractId };
  const opening = platform('2027-01-26T09:00');
  const path = `/contrats/${contractId}/catalogue?vatRate=2000`;
  const shown = (await read(opening, buyer, preview as never, params, path)) as { readonly digest: string };
  const form = { mode: 'intermediary', effectiveOn: '2027-01-25', vatRate: '2000', digest: shown.digest };
  await send(opening, buyer, openCatalogue, { ...form, 'ceiling-commune-0': '100000' }, params);
  const lotId = findContract(db, contractId)?.contract.lotId ?? '';
  const sold = db.select().from(products).where(eq(products.lotId, lotId)).all();
  const [member] = members;
  if (!member || !findLot(db, lotId)) throw new Error('No member or no lot');
  const secretary = aPerson(db, member.communeId, 'secretary');
  const line = { schoolUai: member.uai, productId: sold[0]?.id ?? '', quantity: '2' };
  await send(platform('2027-06-01T09:00'), secretary, putLine, line);
  // As an issued order: its lines hold their own price.
  db.update(orders).set({ state: 'issued' }).where(eq(orders.communeId, member.communeId)).run();
  const ordered = () => JSON.stringify([db.select().from(orders).all(), db.select().from(orderLines).all()]);
  const before = ordered();

  const clause = (await read(opening, buyer, termsPage as never, params)) as Record<string, unknown>;
  expect(JSON.stringify(clause['clause'])).toContain('0,15 + 0,85');
  expect(JSON.stringify(clause['clause'])).toContain('décembre 2026');
  expect(clause).toMatchObject({ fixedShare: '15', safeguardShare: '5', checkRounding: false, reworded: false });
  const formula = {
    fixedShare: '15',
    everyMonths: '12',
    capShare: '',
    safeguardShare: '5',
    coefficientDecimals: '3',
    rounding: 'up',
    priceDecimals: '4',
    'label-0': 'Ordinateurs et équipements périphériques',
    'identifier-0': '010764254',
    'weight-0': '85',
    'baseValue-0': '98,7',
    'basePeriod-0': 'décembre 2026',
    'source-0': 'INSEE, 29 janvier 2027',
  };
  expect((await send(opening, buyer, keepTerms, { ...formula, 'baseValue-0': 'x' }, params)).status).toBe(400);
  const unbalanced = await send(opening, buyer, keepTerms, { ...formula, fixedShare: '20' }, params);
  expect(unbalanced.reasons.map(plain).join()).toContain('105 %');
  expect(await send(opening, buyer, keepTerms, formula, params)).toMatchObject({ status: 302 });

  const on = platform('2028-02-01T09:00');
  const revision = {
    id: crypto.randomUUID(),
    dueOn: '2028-01-25',
    effectiveOn: '2028-02-01',
    'value-0': '104,6',
    'publishedOn-0': '2027-12-31',
    'source-0': 'INSEE, Informations rapides',
  };
  interface Page {
    readonly computed?: { readonly exact: string; readonly applied: string; readonly overSafeguard: boolean };
    readonly reasons: readonly string[];
  }
  const asked = `/contrats/${contractId}/revisions?${new URLSearchParams(revision)}`;
  const computed = (await read(on, buyer, page as never, params, asked)) as Page;
  // 0,15 + 0,85 × 104,6 / 98,7 = 1,05081…, over the safeguard: looking writes nothing.
  expect(computed.computed).toMatchObject({ exact: '1,05081053', applied: '1,051', overSafeguard: true });
  expect(computed.reasons.map(plain).join()).toContain('clause de sauvegarde');
  expect((await send(on, buyer, revise, revision, params)).status).toBe(422);
  expect(listRevisions(db, contractId)).toEqual([]);
  const accepted = { ...revision, safeguardReason: 'La hausse suit celle du marché.' };
  for (const _ of [1, 2]) expect(await send(on, buyer, revise, accepted, params)).toMatchObject({ status: 302 });

  const [stored, more] = listRevisions(db, contractId);
  expect(more).toBeUndefined();
  expect(stored?.coefficient).toBe('1051');
  for (const { id } of sold) {
    const [first, second, third] = listPricesOf(db, id).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    expect(third).toBeUndefined();
    expect(first?.validTo).toBe('2028-01-31');
    expect(second).toMatchObject({ validFrom: '2028-02-01', validTo: null, vatRate: first?.vatRate });
    expect(second?.ecoContributionNet).toBe(first?.ecoContributionNet);
    expect(second?.unitPriceNet).toBe(Math.round(((first?.unitPriceNet ?? 0) * 1051) / 1000));
  }
  expect(ordered()).toBe(before);

  const pdf = plain((await readPdf(new Uint8Array(readDocumentBytes(db, stored?.pdfDocumentId ?? '')))).text);
  const docx = plain(readDocx(new Uint8Array(readDocumentBytes(db, stored?.docxDocumentId ?? ''))));
  for (const text of [pdf, docx])
    for (const said of ['98,7', '104,6', '010764254', '1,05081053', '1,051', '440,1234', '462,5697', 'suit celle'])
      expect(text).toContain(said);
  const address = { ...params, document: stored?.pdfDocumentId ?? '' };
  expect(await read(on, buyer, download as never, address)).toMatchObject({ status: 200 });

  // The formula is locked, the same day is not revised twice, and the page of dates knows.
  expect((await send(on, buyer, keepTerms, formula, params)).reasons.join()).toContain('avenant');
  const again = { ...accepted, id: crypto.randomUUID() };
  expect((await send(on, buyer, revise, again, params)).reasons.join()).toContain('déjà faite');
  const { lines } = (await read(on, buyer, timelinePage as never)) as {
    readonly lines: readonly { readonly id: string; readonly state: string }[];
  };
  const states = Object.fromEntries(lines.map(({ id, state }) => [id, state]));
  expect(states[`revision-${contractId}-1`]).toBe('fait le 25/01/2028');
  expect(states[`revision-${contractId}-2`]).toBe('dans 359 jours');
});
