// The entries of a contract on the time line: its duties, its transmission to the prefect, the shares of its maximum.
import type { AwardCatalogue } from 'catalog/award/types';
import type { ThresholdCatalogue } from 'catalog/thresholds/types';
import { addDays, type Day } from '~/domain/shared/day';
import { formatRate } from '~/domain/shared/format';
import { type ContractDates, type ContractDuty, contractDuties, contractDutyLabel } from './contract-duties';
import { inForce } from './in-force';
import { type MaximumUseByDay, sharesReached } from './maximum-shares';
import { type TimelineEntry, type TimelineKind, textOf, timelineEntry } from './timeline-entries';

export interface ContractActs extends ContractDates, MaximumUseByDay {
  readonly id: string;
  readonly number: string;
  readonly lot: number;
  readonly consultationId: string;
  readonly legalityControl: boolean;
  readonly prefectSentOn: Day | null;
}

const kindsOfDuties: Readonly<Record<ContractDuty['kind'], TimelineKind>> = {
  awardNotice: 'award',
  insurance: 'execution',
  openData: 'openData',
  amendmentOpenData: 'openData',
  renewal: 'execution',
  revision: 'execution',
  end: 'execution',
};

/** Where a duty is done on the site, which then knows that it is; the others are noted by hand. */
const pagesOfDuties: Readonly<Partial<Record<ContractDuty['kind'], string>>> = {
  renewal: 'reconductions',
  revision: 'revisions',
};

/** The shares of the maximum reached; only the highest asks for a deed, noted by hand. */
function maximumAlerts(contract: ContractActs, { maximumAlerts: rule }: AwardCatalogue): TimelineEntry[] {
  const reached = sharesReached(contract, rule.shares);
  return reached.map(({ share, on }, at) => {
    const last = at === reached.length - 1;
    return timelineEntry({
      id: `maximum-${contract.id}-${share}`,
      kind: 'execution',
      on,
      label: `${formatRate(share)} du maximum commandé : préparer la suite`,
      subject: contract.number,
      consultationId: contract.consultationId,
      ...textOf(rule),
      owner: 'buyer',
      to: `/contrats/${contract.id}/fin`,
      nature: last ? 'duty' : 'milestone',
      recordableFrom: last ? on : null,
    });
  });
}

/** The dated duties of a contract, and the shares of its maximum that it reached. */
export function contractEntries(
  contract: ContractActs,
  { thresholds, award }: { readonly thresholds: ThresholdCatalogue; readonly award: AwardCatalogue },
  today: Day,
): TimelineEntry[] {
  const { id, number, consultationId } = contract;
  const known = { subject: number, consultationId, owner: 'buyer', to: `/contrats/${id}` } as const;
  const duties = contractDuties(contract, thresholds, award).map((duty) => {
    // A renewal is tacit: nothing is late once its limit day has passed.
    const passes = duty.kind === 'end' || (duty.kind === 'renewal' && today > duty.due);
    const nature = passes ? ('milestone' as const) : ('duty' as const);
    const page = pagesOfDuties[duty.kind];
    return timelineEntry({
      ...known,
      id: `${duty.kind}-${id}${duty.number === null ? '' : `-${duty.number}`}`,
      kind: kindsOfDuties[duty.kind],
      on: duty.due,
      label: contractDutyLabel(duty),
      article: duty.article,
      confidence: duty.confidence,
      nature,
      to: page === undefined ? known.to : `${known.to}/${page}`,
      doneOn: duty.doneOn ?? null,
      alertDays: duty.alertDays,
      recordableFrom: nature === 'duty' && page === undefined ? duty.from : null,
    });
  });
  const rule = inForce(thresholds.legalityControl, contract.signedOn);
  const dates = [...duties, ...maximumAlerts(contract, award)];
  if (!contract.legalityControl || !rule) return dates;
  const label = 'Transmettre à la préfecture, avant la notification';
  const { article, confidence } = award.prefectTransmission;
  // Before the notification in any case (CGCT L2131-2), and within its own delay.
  const within = addDays(contract.signedOn, award.prefectTransmission.daysAfterSignature);
  const on = contract.notifiedOn !== null && contract.notifiedOn < within ? contract.notifiedOn : within;
  const sent = { on, doneOn: contract.prefectSentOn };
  return [
    timelineEntry({ ...known, ...sent, id: `prefect-${id}`, kind: 'legality', label, article, confidence }),
    ...dates,
  ];
}
