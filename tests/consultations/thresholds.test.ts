// The dated tables of public procurement: whole, sourced, without gap or overlap since 2018.

import { execution, thresholds } from 'catalog/thresholds';
import type { InForce, ProcedureThresholds, Sourced, ThresholdCatalogue } from 'catalog/thresholds/types';
import { expect, test } from 'vitest';
import { addDays, day, parseDay } from '~/domain/shared/day';

const catalogue: ThresholdCatalogue = thresholds;
const rows: readonly ProcedureThresholds[] = catalogue.procedures;

const sourced: readonly (Sourced & InForce)[] = [
  ...catalogue.smallLots,
  ...catalogue.innovativeDispense,
  ...catalogue.legalityControl,
  ...catalogue.openData,
  ...catalogue.deadlines,
  ...catalogue.greenRules,
  ...catalogue.accordsCadres,
  ...catalogue.turnoverCaps,
  ...catalogue.spaser,
  ...execution.payment,
  ...execution.lateInterest,
  ...execution.advances,
  ...execution.penalties,
];

test('the rows of procedure thresholds follow each other day by day since 2018', () => {
  expect(rows[0]?.from).toBe('2018-01-01');
  for (let index = 1; index < rows.length; index += 1) {
    const before = rows[index - 1];
    expect(before?.to).not.toBeNull();
    expect(rows[index]?.from).toBe(addDays(day(before?.to ?? ''), 1));
  }
});

test('each amount and each rule names its article, its source and its confidence', () => {
  const amounts = rows.flatMap((row) => [row.dispense, row.written, row.publicity, row.buyerProfile, row.formal]);
  for (const entry of [...amounts, ...sourced]) {
    expect(entry.article).not.toBe('');
    expect(entry.source).not.toBe('');
    expect(['confirmed', 'confirmedSecondary', 'recalled', 'unsure']).toContain(entry.confidence);
  }
  for (const amount of amounts) expect(Number.isSafeInteger(amount.netCents)).toBe(true);
});

test('each rule holds over real days, the end never before the start', () => {
  for (const entry of [...rows, ...sourced]) {
    expect(parseDay(entry.from)).toBeDefined();
    if (entry.to !== null) {
      expect(parseDay(entry.to)).toBeDefined();
      expect(entry.to >= entry.from).toBe(true);
    }
  }
});

test('thresholds of one row rise from written contract to formal procedure', () => {
  for (const row of rows) {
    expect(row.written.netCents).toBeLessThanOrEqual(row.dispense.netCents);
    expect(row.dispense.netCents).toBeLessThanOrEqual(row.publicity.netCents);
    expect(row.publicity.netCents).toBeLessThan(row.formal.netCents);
  }
});

test('no two rules of the same kind hold on the same day', () => {
  const families: readonly (readonly [string, readonly InForce[]])[] = [
    ...[...new Set(catalogue.deadlines.map((rule) => rule.id))].map(
      (id) => [id, catalogue.deadlines.filter((rule) => rule.id === id)] as const,
    ),
    ...[...new Set(catalogue.greenRules.map((rule) => rule.duty))].map(
      (duty) => [duty, catalogue.greenRules.filter((rule) => rule.duty === duty)] as const,
    ),
    ['turnover', catalogue.turnoverCaps],
    ['legality', catalogue.legalityControl],
    ['formal small lots', catalogue.smallLots.filter((rule) => rule.spares === 'formalProcedure')],
    ['dispensed small lots', catalogue.smallLots.filter((rule) => rule.spares === 'anyProcedure')],
  ];
  for (const [name, family] of families) {
    const sorted = [...family].sort((a, b) => (a.from < b.from ? -1 : 1));
    for (let index = 1; index < sorted.length; index += 1) {
      const before = sorted[index - 1];
      expect(before?.to !== null && (before?.to ?? '') < (sorted[index]?.from ?? ''), name).toBe(true);
    }
  }
});

test('the European threshold of local authorities is 216 000 euros in 2026, not 215 000', () => {
  expect(rows.find((row) => row.id === 'local-2026-04')?.formal.netCents).toBe(21_600_000);
});
