// The register of deposits: which tender of each candidate counts, and which came too late.
import type { Day } from '~/domain/shared/day';
import type { Siret } from '~/domain/shared/identifiers';

export interface Deposit {
  readonly id: string;
  readonly candidate: string;
  readonly siret: Siret;
  readonly lots: readonly number[];
  readonly day: Day;
  /** Paris time of reception, 'HH:MM:SS'. */
  readonly time: string;
  readonly withdrawn: boolean;
}

/**
 * `late`: eliminated (CCP R2151-5). `replaced`: only the last tender counts (R2151-6).
 * `inadmissible`: its candidate's candidacy is, and the tender is not examined (R2144-7).
 */
export type DepositStanding = 'kept' | 'late' | 'replaced' | 'withdrawn' | 'inadmissible';

export const standingLabels: Readonly<Record<DepositStanding, string>> = {
  kept: 'retenu',
  late: 'hors délai, éliminé',
  replaced: 'remplacé par un dépôt plus récent',
  withdrawn: 'retiré par le candidat',
  inadmissible: 'candidature irrecevable, éliminée',
};

const momentOf = (deposit: Pick<Deposit, 'day' | 'time'>) => `${deposit.day}T${deposit.time}`;

/** Whether the deadline has passed at a moment of Paris time. */
export function isPastDeadline(
  deadline: { readonly day: Day; readonly time: string },
  day: Day,
  time: string,
): boolean {
  return `${day}T${time}` > `${deadline.day}T${deadline.time}:00`;
}

/**
 * The standing of each deposit, in order of reception. A candidate, known by its SIRET, answers with its last deposit
 * in time; a withdrawn one counts no more, and does not bring an earlier one back.
 */
export function registerOf<D extends Deposit>(
  deposits: readonly D[],
  deadline: { readonly day: Day; readonly time: string },
): readonly (D & { readonly standing: DepositStanding })[] {
  const ordered = deposits.toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : momentOf(a) > momentOf(b) ? 1 : 0));
  return ordered.map((deposit, index) => {
    if (isPastDeadline(deadline, deposit.day, deposit.time)) return { ...deposit, standing: 'late' as const };
    const replaced = ordered
      .slice(index + 1)
      .some((later) => later.siret === deposit.siret && !isPastDeadline(deadline, later.day, later.time));
    if (replaced) return { ...deposit, standing: 'replaced' as const };
    return { ...deposit, standing: deposit.withdrawn ? ('withdrawn' as const) : ('kept' as const) };
  });
}
