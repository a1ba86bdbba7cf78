// What would comply: the least quantity and not one less, references that answer 'conforme', replaced once and by its own commune.
import { rules } from 'catalog/frameworks';
import { write } from 'db/client';
import { findCart, listAcknowledgements, listOrderLines, putCartLine } from 'db/orders';
import { declareFacts } from 'db/organisations';
import { findProduct } from 'db/products';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerExample } from '~/domain/checks/case-faults';
import { compareCompliance } from '~/domain/checks/compliance-comparison';
import { comparedValues } from '~/domain/checks/explanation';
import { leastQuantity } from '~/domain/checks/quantity-remedy';
import type { CheckResult } from '~/domain/checks/results';
import { day } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import { words } from '~/routes/checks/words.server';
import { loader as readCart } from '~/routes/orders/cart';
import { action as putLine } from '~/routes/orders/cart-line';
import { action as replace } from '~/routes/orders/cart-line-replacement';
import { checkStoredOrder } from '~/routes/orders/checking.server';
import { action as leaveFor } from '~/routes/orders/remedies';
import { remediesOf } from '~/routes/orders/remedies.server';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat, testNow } from '../database';
import { aPlatform, read, send } from '../orders/asking';

const today = day('2026-11-23');

test('the quantity found is enough, and one less is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (needed) => {
      expect(leastQuantity((quantity) => (quantity >= needed ? 'met' : 'unmet'))).toBe(needed);
    }),
  );
  expect(leastQuantity(() => 'unknown')).toBeUndefined();
});

function aCart() {
  const db = aDatabase();
  aSyndicat(db);
  const own = aCommune(db, 0);
  const other = aCommune(db, 1);
  const secretary = aPerson(db, own.communeId, 'secretary');
  const neighbour = aPerson(db, other.communeId, 'secretary');
  const { lotId } = aLot(db, { ceilings: { [own.communeId]: 90_000_00 } });
  const { lotId: closedLotId } = aLot(db, { id: 'lot-closed' });
  aProduct(db, lotId, { id: 'small', euros: 250, attributes: { freeStorageGb: 16, condition: 'new' } });
  aProduct(db, lotId, { id: 'large', euros: 300, attributes: { freeStorageGb: 64, condition: 'new' } });
  aProduct(db, lotId, { id: 'huge', euros: 900, attributes: { freeStorageGb: 256, condition: 'new' } });
  aProduct(db, lotId, {
    id: 'case',
    euros: 400,
    category: 'chargingCase',
    label: 'Valise de 10',
    attributes: { slots: 10 },
  });
  const put = (productId: string, quantity: number) =>
    write(db, (tx) => {
      const price = findProduct(tx, productId, today)?.price;
      if (!price) throw new Error('no price');
      const who = { communeId: own.communeId, userId: secretary.id, now: testNow };
      putCartLine(tx, who, { schoolUai: own.uai as Uai, productId, price, quantity });
    });
  const resultsOf = () => {
    const cart = findCart(db, own.communeId);
    return cart ? checkStoredOrder(db, cart, today) : [];
  };
  return { db, own, lotId, closedLotId, secretary, neighbour, put, resultsOf };
}

test('a tablet with too little storage: the nearest in price that complies is proposed first, and takes its place once', async () => {
  const { db, own, secretary, neighbour, put, resultsOf } = aCart();
  put('small', 12);
  const short = resultsOf().find(({ ruleId }) => ruleId === 'CAR-01');
  expect(short?.answer).toBe('unmet');
  const found = remediesOf(db, own.communeId, short?.key ?? '', today);
  expect(found?.replacements.map(({ reference, differenceNet }) => [reference.id, differenceNet])).toEqual([
    ['large', 12 * 50_00],
    ['huge', 12 * 650_00],
  ]);
  const lineId = found?.replacements[0]?.lineId ?? '';
  const lines = () =>
    listOrderLines(db, findCart(db, own.communeId)?.id ?? '', today).map(({ line }) => [line.productId, line.quantity]);
  await send(aPlatform(db), neighbour, replace, { productId: 'large' }, { id: lineId });
  expect(lines()).toEqual([['small', 12]]);
  for (const _ of [1, 2]) await send(aPlatform(db), secretary, replace, { productId: 'large' }, { id: lineId });
  expect(lines()).toEqual([['large', 12]]);
  expect(resultsOf().find(({ ruleId }) => ruleId === 'CAR-01')?.answer).toBe('met');
});

test('too few charging places: the least number of cases that is enough is proposed, tried on the rule itself', () => {
  const { db, own, secretary, put, resultsOf } = aCart();
  write(db, (tx) =>
    declareFacts(tx, own.uai as Uai, { mobileDevices: 0, chargingSlots: 0, mdmLicences: 0 }, secretary.id, testNow),
  );
  put('large', 24);
  const cart = findCart(db, own.communeId);
  const [line] = cart ? listOrderLines(db, cart.id, today) : [];
  db.$client.prepare('update order_lines set facts = ? where id = ?').run('{"usage":"sharedByPupils"}', line?.line.id);
  const few = resultsOf().find(({ ruleId }) => ruleId === 'ACA-08');
  expect(few?.answer).toBe('unmet');
  const found = remediesOf(db, own.communeId, few?.key ?? '', today);
  expect(found?.quantities.map(({ reference, added, net }) => [reference.id, added, net])).toEqual([
    ['case', 1, 400_00],
  ]);
  put('case', 1);
  expect(resultsOf().find(({ ruleId }) => ruleId === 'ACA-08')?.answer).toBe('met');
});

const unmet = (results: readonly CheckResult[], ruleId: string) => {
  const found = results.find((result) => result.ruleId === ruleId && result.answer === 'unmet');
  if (!found) throw new Error(`${ruleId} is not unmet`);
  return found;
};

test('a reference of a lot from which the commune has no right to order is not proposed', () => {
  const { db, own, closedLotId, put, resultsOf } = aCart();
  aProduct(db, closedLotId, { id: 'closed', euros: 251, attributes: { freeStorageGb: 64, condition: 'new' } });
  put('small', 12);
  const found = remediesOf(db, own.communeId, unmet(resultsOf(), 'CAR-01').key, today);
  expect(found?.replacements.map(({ reference }) => reference.id)).toEqual(['large', 'huge']);
});

test('a reference that a binding rule stops is not proposed, even when the rule stops another line already', () => {
  const { db, own, lotId, put, resultsOf } = aCart();
  const hot = { freeStorageGb: 64, condition: 'new', radio: true, usedNearBody: true, transmitPowerMw: 100 };
  const radiating = { ...hot, sarTrunkWPerKg: 9, sarLimbsWPerKg: 9 };
  aProduct(db, lotId, { id: 'hot', euros: 251, attributes: radiating });
  aProduct(db, lotId, { id: 'hot-too', euros: 400, attributes: radiating });
  put('small', 12);
  put('hot-too', 1);
  expect(resultsOf().filter(({ effect }) => effect === 'blocks')).not.toEqual([]);
  const found = remediesOf(db, own.communeId, unmet(resultsOf(), 'CAR-01').key, today);
  expect(found?.replacements.map(({ reference }) => reference.id)).toEqual(['large', 'huge']);
});

test('the cheapest references that say too little hide no reference that is enough', () => {
  const { db, own, lotId, secretary, put, resultsOf } = aCart();
  for (const id of ['a', 'b', 'c', 'd']) aProduct(db, lotId, { id, euros: 10, category: 'chargingCase' });
  write(db, (tx) =>
    declareFacts(tx, own.uai as Uai, { mobileDevices: 0, chargingSlots: 0, mdmLicences: 0 }, secretary.id, testNow),
  );
  put('large', 24);
  db.$client.prepare('update order_lines set facts = ?').run('{"usage":"sharedByPupils"}');
  const found = remediesOf(db, own.communeId, unmet(resultsOf(), 'ACA-08').key, today);
  expect(found?.quantities.map(({ reference, added }) => [reference.id, added])).toEqual([['case', 1]]);
});

test('computers are proposed with the use that counts, and the rule is met once they are in the cart', async () => {
  const { db, own, lotId, secretary, put, resultsOf } = aCart();
  aProduct(db, lotId, { id: 'laptop', euros: 500, category: 'laptop', label: 'Portable' });
  write(db, (tx) =>
    declareFacts(tx, own.uai as Uai, { classComputers: 2, classesCycles2And3: 5 }, secretary.id, testNow),
  );
  put('large', 1);
  const few = unmet(resultsOf(), 'SOC-03');
  const [remedy] = remediesOf(db, own.communeId, few.key, today)?.quantities ?? [];
  expect(remedy).toMatchObject({ reference: { id: 'laptop' }, added: 3, usage: 'teacher', net: 1_500_00 });
  const answerWith = async (quantity: number) => {
    const fields = { productId: 'laptop', schoolUai: own.uai, quantity: String(quantity), usage: 'teacher' };
    await send(aPlatform(db), secretary, putLine, fields);
    return resultsOf().find(({ ruleId }) => ruleId === 'SOC-03')?.answer;
  };
  expect(await answerWith(2)).toBe('unmet');
  expect(await answerWith(3)).toBe('met');
});

test('too many of a line: the greatest quantity that settles the rule is proposed, and one more does not', async () => {
  const { db, own, lotId, secretary, put, resultsOf } = aCart();
  aProduct(db, lotId, { id: 'point', euros: 90, category: 'accessPoint', attributes: { radioCutOff: 'button' } });
  write(db, (tx) => declareFacts(tx, own.uai as Uai, { wifiSiteStudy: false }, secretary.id, testNow));
  put('point', 3);
  const found = remediesOf(db, own.communeId, unmet(resultsOf(), 'WIF-02').key, today);
  expect(found?.reductions.map(({ productId, quantity }) => [productId, quantity])).toEqual([['point', 1]]);
  put('point', 2);
  expect(unmet(resultsOf(), 'WIF-02')).toBeDefined();
  put('point', 1);
  expect(resultsOf().some(({ ruleId, answer }) => ruleId === 'WIF-02' && answer === 'unmet')).toBe(false);
});

test('going to see what would comply keeps what was typed in the cart', async () => {
  const { db, own, secretary, put, resultsOf } = aCart();
  put('small', 12);
  const { key } = unmet(resultsOf(), 'CAR-01');
  const cart = findCart(db, own.communeId);
  const fields = {
    orderId: cart?.id ?? '',
    cle: key,
    title: 'Tablettes',
    [`comment:${key}`]: 'Nos applications tiennent.',
  };
  const answer = await send(aPlatform(db), secretary, leaveFor, fields);
  expect(answer.location).toBe(`/panier/conformite?${new URLSearchParams({ cle: key })}`);
  expect(findCart(db, own.communeId)?.title).toBe('Tablettes');
  expect(listAcknowledgements(db, cart?.id ?? '')).toMatchObject([{ key, comment: 'Nos applications tiennent.' }]);
});

test('a line is asked only what a rule or a count reads of it', async () => {
  const { db, own, lotId, secretary, put } = aCart();
  aProduct(db, lotId, { id: 'chair', euros: 50, category: 'furniture', label: 'Chaise' });
  aProduct(db, lotId, { id: 'laptop', euros: 500, category: 'laptop', label: 'Portable' });
  put('chair', 1);
  put('laptop', 1);
  const page = await read(aPlatform(db), secretary, readCart);
  if (typeof page === 'number' || !page.cart) throw new Error(`No cart of ${own.communeId}`);
  const asked = Object.fromEntries(page.lines.map((line) => [line.productId, line.asked]));
  expect(asked['chair']).toEqual([]);
  expect(asked['laptop']).toContain('usage');
});

test('what is held inside a negation is explained by its contrary', () => {
  const rule = rules.find(({ id }) => id === 'ABE-01');
  if (!rule) throw new Error('ABE-01 is absent');
  const fixed = answerExample(rule, {
    'product.category': 'accessPoint',
    'school.hasUnder3Room': true,
    'line.room': 'nursery',
  });
  expect(fixed.answer).toBe('unmet');
  expect(comparedValues(fixed, words).map(({ found, asked }) => `${found} (${asked})`)).toEqual([
    'oui (autre que oui)',
    'crèche ou halte-garderie (hors de crèche ou halte-garderie ou dortoir)',
  ]);
});

test('a result that the cart does not have has no remedy', () => {
  const { db, own, put } = aCart();
  put('large', 1);
  expect(remediesOf(db, own.communeId, 'NONE@1/line/x', today)).toBeUndefined();
});

test('a comparison puts the rules by which references differ first', () => {
  const result = (ruleId: string, answer: CheckResult['answer']) =>
    ({ ruleId, answer, title: ruleId, citation: '' }) as CheckResult;
  const rows = compareCompliance([
    [result('A', 'met'), result('B', 'met')],
    [result('A', 'met'), result('B', 'unknown'), result('C', 'met')],
  ]);
  expect(rows.map(({ ruleId, answers, differs }) => [ruleId, answers, differs])).toEqual([
    ['B', ['met', 'unknown'], true],
    ['C', [null, 'met'], true],
    ['A', ['met', 'met'], false],
  ]);
});
