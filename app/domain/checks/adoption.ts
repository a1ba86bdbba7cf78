// What stands against the vote of a rule of the syndicat, and against its end: nothing is ever checked backwards.
import type { Day } from '../shared/day';
import { formatDay } from '../shared/format';

export interface AdoptedPeriod {
  readonly version: number;
  readonly from: Day;
  readonly until: Day | null;
}

export type AdoptionRefusal =
  | { readonly tag: 'votedLater'; readonly adoptedOn: Day; readonly today: Day }
  | { readonly tag: 'beforeVote'; readonly from: Day; readonly adoptedOn: Day }
  | { readonly tag: 'retroactive'; readonly from: Day; readonly today: Day }
  | { readonly tag: 'notAfterVersion'; readonly version: number; readonly from: Day }
  | { readonly tag: 'endPast'; readonly until: Day; readonly earliest: Day }
  | { readonly tag: 'alreadyEnded'; readonly until: Day };

/** Everything against checking a version from a day, `others` being the versions already adopted. */
export function adoptionRefusals(
  vote: { readonly adoptedOn: Day; readonly from: Day },
  others: readonly AdoptedPeriod[],
  today: Day,
): readonly AdoptionRefusal[] {
  const refusals: AdoptionRefusal[] = [];
  if (vote.adoptedOn > today) refusals.push({ tag: 'votedLater', adoptedOn: vote.adoptedOn, today });
  if (vote.from < vote.adoptedOn) refusals.push({ tag: 'beforeVote', from: vote.from, adoptedOn: vote.adoptedOn });
  if (vote.from < today) refusals.push({ tag: 'retroactive', from: vote.from, today });
  for (const { version, from } of others) {
    if (from >= vote.from) refusals.push({ tag: 'notAfterVersion', version, from });
  }
  return refusals;
}

/** Everything against giving a version its last day: yesterday at the earliest, so that it is no longer checked today. */
export function endRefusals(version: AdoptedPeriod, until: Day, earliest: Day): readonly AdoptionRefusal[] {
  const refusals: AdoptionRefusal[] = [];
  if (version.until !== null && version.until <= until) {
    refusals.push({ tag: 'alreadyEnded', until: version.until });
  }
  if (until < earliest) refusals.push({ tag: 'endPast', until, earliest });
  return refusals;
}

/** The versions that another one, checked from a day, brings to an end. */
export function versionsToEnd<V extends AdoptedPeriod>(others: readonly V[], from: Day): readonly V[] {
  return others.filter((other) => other.from < from && (other.until === null || other.until >= from));
}

/** The French sentence of a refusal. */
export function adoptionSentence(refusal: AdoptionRefusal): string {
  switch (refusal.tag) {
    case 'votedLater':
      return `Le vote est daté du ${formatDay(refusal.adoptedOn)}, qui n’est pas encore passé.`;
    case 'beforeVote':
      return `La règle ne peut pas s’appliquer le ${formatDay(refusal.from)}, avant son vote du ${formatDay(refusal.adoptedOn)}.`;
    case 'retroactive':
      return `La règle ne peut pas s’appliquer à partir du ${formatDay(refusal.from)} : les commandes des jours passés ont été contrôlées sans elle. Choisissez le ${formatDay(refusal.today)} ou plus tard.`;
    case 'notAfterVersion':
      return `La version ${refusal.version} s’applique à partir du ${formatDay(refusal.from)} : la nouvelle doit commencer après.`;
    case 'endPast':
      return `Le dernier jour ne peut pas être le ${formatDay(refusal.until)} : les commandes de ce jour-là ont déjà été contrôlées. Au plus tôt, le ${formatDay(refusal.earliest)}.`;
    case 'alreadyEnded':
      return `La règle se termine déjà le ${formatDay(refusal.until)}.`;
  }
}
