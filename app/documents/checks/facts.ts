// What a compliance report is drawn from: facts in, document out.
import type { ComplianceReport } from '~/domain/checks/report';
import type { Day } from '~/domain/shared/day';

/** A count of equipment: what the school said, what came since, what is on its way. Null is unknown. */
export interface ReportedCount {
  readonly label: string;
  readonly declared: number | null;
  readonly declaredOn: Day | null;
  readonly delivered: number | null;
  readonly expected: number | null;
  readonly after: number | null;
}

export interface ComplianceReportFacts {
  /** 'RC-2026-00012' once issued; the reference of the order or the UAI of the school before. */
  readonly reference: string;
  readonly issuer: { readonly name: string; readonly lines: readonly string[] };
  readonly title: string;
  readonly subtitle: string;
  /** Who and what, label by label. */
  readonly about: readonly { readonly label: string; readonly value: string }[];
  /** The day whose rules and facts were used. */
  readonly checkedOn: Day;
  readonly madeOn: Day;
  readonly report: ComplianceReport;
  /** Of a school only: its equipment, count by count. */
  readonly equipment?: readonly ReportedCount[];
  readonly mention: string | null;
}
