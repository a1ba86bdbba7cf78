// Why money is at risk, in words.
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { awardDateLabels, nearnessOf } from './award-dates';
import type { RiskReason } from './overview';

/** The sentence of a reason. */
export function riskText(reason: RiskReason, today: Day): string {
  switch (reason.tag) {
    case 'date': {
      const { kind, on } = reason.date;
      const when = nearnessOf(reason.date, today) === 'passed' ? 'dépassée' : 'proche';
      return `${awardDateLabels[kind]} le ${formatDay(on)} : date ${when}.`;
    }
    case 'missingPieces':
      return `${reason.count} pièce${reason.count > 1 ? 's' : ''} manquante${reason.count > 1 ? 's' : ''}.`;
  }
}
