// An order held against the shipped rules: vectors computed by hand, the gate, and the school after the order.
import { rules } from 'catalog/frameworks';
import { expect, test } from 'vitest';
import { type DeclaredEquipment, orderFactsOfLines, schoolAfterOrder } from '~/domain/checks/after-order';
import { checkOrder, checkProduct, checkYear, type LineToCheck, type OrderToCheck } from '~/domain/checks/check';
import { gateOf } from '~/domain/checks/gate';
import { adoptPolicy } from '~/domain/checks/policies';
import { day } from '~/domain/shared/day';

const today = day('2026-11-23');
const adopted = rules.map((rule) =>
  rule.nature === 'syndicatPolicy' ? adoptPolicy(rule, { adoptedOn: day('2026-09-01'), reference: '2026-12' }) : rule,
);

const aTablet = (attributes: LineToCheck['product']['attributes'] = {}): LineToCheck['product'] => ({
  id: 'TAB-1',
  category: 'tablet',
  ecoContributionCents: 8,
  attributes: {
    condition: 'new',
    placedOnMarketOn: '2025-09-01',
    operatingSystem: 'ipados',
    radio: true,
    usedNearBody: true,
    transmitPowerMw: 100,
    sarTrunkWPerKg: 1.1,
    sarLimbsWPerKg: 1.5,
    chargingPort: 'usbC',
    batteryCycles80: 1000,
    freeStorageGb: 50,
    ...attributes,
  },
});

const aLine = (product: LineToCheck['product'], quantity: number, facts: LineToCheck['facts'] = {}): LineToCheck => ({
  id: `line-${product.id}`,
  schoolId: 'school',
  product,
  facts: { quantity, usage: 'sharedByPupils', room: 'classroom', ...facts },
});

function anOrder(lines: readonly LineToCheck[], declared: DeclaredEquipment = {}): OrderToCheck {
  return {
    id: 'order',
    day: today,
    buyer: { kind: 'commune' },
    order: orderFactsOfLines(lines),
    schools: {
      school: { sector: 'public', level: 'elementaire', classesCycles2And3: 5, ...schoolAfterOrder(declared, lines) },
    },
    lines,
  };
}

const answers = (order: OrderToCheck) =>
  Object.fromEntries(checkOrder(adopted, order).map((result) => [result.ruleId, result.answer]));

const accessPoint = (radioCutOff: string): LineToCheck['product'] => ({
  id: `AP-${radioCutOff}`,
  category: 'accessPoint',
  ecoContributionCents: null,
  attributes: { radioCutOff },
});

test('twelve tablets for five classes, four projections and ten slots are answered as computed by hand', () => {
  const order = anOrder([aLine(aTablet(), 12)], { projections: 4, mobileDevices: 0, chargingSlots: 10 });
  expect(answers(order)).toMatchObject({
    'SOC-01': 'unmet',
    'SOC-09': 'unmet',
    'CVA-13': 'unmet',
    'DAS-01': 'met',
    'USB-01': 'met',
    'ECO-01': 'met',
    'CAR-01': 'met',
  });
  const marking = rules.find(({ id }) => id === 'CE-01');
  if (!marking) throw new Error('CE-01 is absent');
  expect(checkProduct([{ ...marking, enabled: true }], aTablet(), today)[0]).toMatchObject({
    answer: 'unknown',
    missing: ['product.ceMarking', 'product.euDeclarationOfConformity'],
  });
});

test('an access point that nothing cuts off is refused in a classroom, one cut by schedule is not', () => {
  expect(answers(anOrder([aLine(accessPoint('none'), 1)]))['ABE-02']).toBe('unmet');
  expect(answers(anOrder([aLine(accessPoint('scheduleOnly'), 1)]))['ABE-02']).toBe('met');
});

test('an access point with a button is still refused in a nursery room', () => {
  const order = anOrder([aLine(accessPoint('button'), 1, { room: 'nursery' })]);
  const schools = { school: { ...order.schools['school'], hasUnder3Room: true } };
  expect(answers({ ...order, schools })).toMatchObject({ 'ABE-01': 'unmet', 'ABE-02': 'met' });
});

test('a year at 12.5 % of reuse misses its target and owes a reason', () => {
  const year = { agecCategory: 'computing', year: 2026, reuseBasisPoints: 1250, minimumReuseBasisPoints: 2000 };
  const results = checkYear(rules, { id: '2026', buyer: {}, year }, today);
  expect(results.filter(({ answer }) => answer === 'unmet').map(({ ruleId }) => ruleId)).toEqual([
    'AGEC-01',
    'AGEC-06',
  ]);
});

test('a binding rule blocks, a binding rule that can’t be decided asks for words, a reference never blocks', () => {
  const results = checkOrder(rules, anOrder([aLine(accessPoint('none'), 1, { room: null }), aLine(aTablet(), 12)]));
  const gate = gateOf(results, new Set(results.map(({ key }) => key)));
  expect(gate.open).toBe(false);
  expect(gate.blocking.map(({ ruleId }) => ruleId)).toEqual(['ABE-02']);
  expect(gateOf(results, new Set()).toJustify.map(({ ruleId }) => ruleId)).toContain('ABE-01');
  for (const result of results)
    if (!result.opposable) expect(['none', 'informs', 'needsAcknowledgement']).toContain(result.effect);
});

test('a rule of the syndicat blocks once voted, and says whose rule it is', () => {
  const order = anOrder(
    [aLine({ ...accessPoint('button'), attributes: { radioCutOff: 'button', maxPoePowerW: 25 } }, 4)],
    {
      poeDemandW: 0,
      poeBudgetW: 60,
    },
  );
  const find = (from: typeof rules) => checkOrder(from, order).find(({ ruleId }) => ruleId === 'CVA-12');
  expect(find(rules)).toBeUndefined();
  expect(find(adopted)).toMatchObject({ answer: 'unmet', effect: 'blocks' });
  expect(find(adopted)?.citation).toMatch(/^Règle du syndicat \(délibération 2026-12/);
});

test('what a school did not declare stays unknown after the order', () => {
  const lines = [aLine(aTablet(), 12)];
  expect(schoolAfterOrder({}, lines).mobileDevicesAfter).toBeNull();
  expect(schoolAfterOrder({ mobileDevices: 3 }, lines).mobileDevicesAfter).toBe(15);
  const trolley = { id: 'C', category: 'chargingTrolley', ecoContributionCents: null, attributes: {} };
  expect(schoolAfterOrder({ chargingSlots: 0 }, [aLine(trolley, 1)]).chargingSlotsAfter).toBeNull();
});

test('a result is plain data that can be stored and shown again', () => {
  const results = checkOrder(adopted, anOrder([aLine(aTablet(), 12)]));
  expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  expect(new Set(results.map(({ key }) => key)).size).toBe(results.length);
});
