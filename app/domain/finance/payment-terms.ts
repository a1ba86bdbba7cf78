// The legal term of payment and what follows when it passes, from the rule in force on the day of the invoice.
import type { PaymentRule } from 'catalog/thresholds/types';
import { inForce } from '../consultations/in-force';
import type { Day } from '../shared/day';
import { formatCents } from '../shared/format';
import { cents } from '../shared/money';

export interface PaymentTerms {
  readonly termDays: number;
  /** The points over the central bank's rate and the fixed indemnity; no rate is stated, as it changes each half-year. */
  readonly lateInterest: string;
}

/** Terms of payment on a day; undefined when no rule covers it. */
export function paymentTermsOn(rules: readonly PaymentRule[], day: Day): PaymentTerms | undefined {
  const rule = inForce(rules, day);
  if (!rule) return undefined;
  const points = String(rule.pointsOverCentralBankRate / 100).replace('.', ',');
  const fee = formatCents(cents(rule.recoveryFeeCents));
  return {
    termDays: rule.days,
    lateInterest: `Passé ce délai : intérêts moratoires au taux de la Banque centrale européenne majoré de ${points} points, et indemnité forfaitaire de ${fee} (${rule.article}).`,
  };
}
