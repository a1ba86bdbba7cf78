// The term of payment printed on an invoice is the one in force that day.
import { execution } from 'catalog/thresholds';
import { expect, test } from 'vitest';
import { paymentTermsOn } from '~/domain/finance/payment-terms';
import { day } from '~/domain/shared/day';

test('an invoice of 2026 is payable within thirty days, with the points, the fee and the articles', () => {
  const terms = paymentTermsOn(execution.payment, day('2026-11-23'));
  expect(terms?.termDays).toBe(30);
  expect(terms?.lateInterest).toMatch(/majoré de 8 points.*40,00\u00a0€.*R2192-31/);
});

test('before the first known rule nothing is asserted', () => {
  expect(paymentTermsOn(execution.payment, day('2018-01-01'))).toBeUndefined();
});
