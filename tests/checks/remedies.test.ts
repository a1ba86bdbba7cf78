// What would comply: the least quantity and not one less, references that answer 'conforme', replaced once and by its own commune.
import { write } from 'db/client';
import { findCart, listOrderLines, putCartLine } from 'db/orders';
import { declareFacts } from 'db/organisations';
import { findProduct } from 'db/products';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCompliance } from '~/domain/checks/compliance-comparison';
import { leastQuantity } from '~/domain/checks/quantity-remedy';
import type { CheckResult } from '~/domain/checks/results';
import { day } from '~/domain/shared/day';
import type { Uai } from '~/domain/shared/identifiers';
import { action as replace } from '~/routes/orders/cart-line-replacement';
import { checkStoredOrder } from '~/routes/orders/checking.server';
import { remediesOf } from '~/routes/orders/remedies.server';
import { aCommune, aDatabase, aLot, aPerson, aProduct, aSyndicat, testNow } from '../database';
import { aPlatform, send } from '../orders/asking';

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
  const { lotId } = aLot(db);
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
  return { db, own, secretary, neighbour, put, resultsOf };
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
