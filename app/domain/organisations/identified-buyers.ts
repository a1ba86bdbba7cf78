// Which members of a centrale or of a groupement are identified buyers on a day, and every reason why the others are not.
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { Siren, Siret } from '~/domain/shared/identifiers';

export type GroupingKind = 'centrale' | 'convention';

/** One membership of a commune, with the acts that it rests on; a commune that came back has several. */
export interface MemberActs {
  readonly communeId: string;
  readonly name: string;
  readonly siren: Siren;
  readonly siret: Siret | null;
  readonly joinedOn: Day;
  /** First day on which it is no longer a member. */
  readonly leftOn: Day | null;
  readonly deliberationNumber: string | null;
  readonly deliberationOn: Day | null;
  /** Day from which the deliberation produces its effects: published and sent to the prefect (CGCT L2131-1). */
  readonly enforceableOn: Day | null;
  /** Signature of the convention; a centrale asks for none. */
  readonly signedOn: Day | null;
}

export type BuyerFault =
  | { readonly kind: 'joinedAfter'; readonly joinedOn: Day }
  | { readonly kind: 'left'; readonly leftOn: Day }
  | { readonly kind: 'noDeliberation' }
  | { readonly kind: 'notEnforceable'; readonly deliberationOn: Day }
  | { readonly kind: 'enforceableAfter'; readonly enforceableOn: Day }
  | { readonly kind: 'notSigned' }
  | { readonly kind: 'signedAfter'; readonly signedOn: Day };

/** Every reason why these acts do not make an identified buyer on the day; empty when they do. */
export function buyerFaults(acts: MemberActs, on: Day, grouping: GroupingKind): readonly BuyerFault[] {
  const { joinedOn, leftOn, deliberationNumber, deliberationOn, enforceableOn, signedOn } = acts;
  const faults: BuyerFault[] = [];
  if (joinedOn > on) faults.push({ kind: 'joinedAfter', joinedOn });
  if (leftOn !== null && leftOn <= on) faults.push({ kind: 'left', leftOn });
  if (deliberationNumber === null || deliberationOn === null) faults.push({ kind: 'noDeliberation' });
  else if (enforceableOn === null) faults.push({ kind: 'notEnforceable', deliberationOn });
  else if (enforceableOn > on) faults.push({ kind: 'enforceableAfter', enforceableOn });
  if (grouping === 'convention') {
    if (signedOn === null) faults.push({ kind: 'notSigned' });
    else if (signedOn > on) faults.push({ kind: 'signedAfter', signedOn });
  }
  return faults;
}

export interface ExcludedBuyer {
  readonly communeId: string;
  readonly name: string;
  readonly faults: readonly BuyerFault[];
}

export interface IdentifiedBuyers {
  readonly buyers: readonly MemberActs[];
  readonly excluded: readonly ExcludedBuyer[];
}

/** The membership that speaks for a commune on a day: the last one begun, else the first to come. */
function standingActs(all: readonly MemberActs[], on: Day): MemberActs | undefined {
  const byDay = [...all].sort((a, b) => (a.joinedOn < b.joinedOn ? -1 : 1));
  return byDay.filter(({ joinedOn }) => joinedOn <= on).at(-1) ?? byDay[0];
}

/** Splits communes into the identified buyers of a day (CCP R2162-6) and those left out, each with all its reasons. */
export function identifiedBuyers(all: readonly MemberActs[], on: Day, grouping: GroupingKind): IdentifiedBuyers {
  const byCommune = new Map<string, MemberActs[]>();
  for (const acts of all) byCommune.set(acts.communeId, [...(byCommune.get(acts.communeId) ?? []), acts]);
  const buyers: MemberActs[] = [];
  const excluded: ExcludedBuyer[] = [];
  for (const memberships of byCommune.values()) {
    const acts = standingActs(memberships, on);
    if (!acts) continue;
    const faults = buyerFaults(acts, on, grouping);
    if (faults.length === 0) buyers.push(acts);
    else excluded.push({ communeId: acts.communeId, name: acts.name, faults });
  }
  return { buyers, excluded };
}

/** Why a buyer is left out, without its name. */
export function buyerFaultSentence(fault: BuyerFault): string {
  switch (fault.kind) {
    case 'joinedAfter':
      return `a rejoint après, le ${formatDay(fault.joinedOn)}`;
    case 'left':
      return `n’est plus membre depuis le ${formatDay(fault.leftOn)}`;
    case 'noDeliberation':
      return 'aucune délibération enregistrée';
    case 'notEnforceable':
      return `délibération du ${formatDay(fault.deliberationOn)} sans date d’entrée en vigueur (exécutoire)`;
    case 'enforceableAfter':
      return `délibération exécutoire seulement le ${formatDay(fault.enforceableOn)}`;
    case 'notSigned':
      return 'convention non signée';
    case 'signedAfter':
      return `convention signée seulement le ${formatDay(fault.signedOn)}`;
  }
}

/** All the reasons of one commune, in one sentence without its name. */
export function buyerFaultsText(faults: readonly BuyerFault[]): string {
  return faults.map(buyerFaultSentence).join(' ; ');
}

export interface Latecomer {
  readonly communeId: string;
  readonly name: string;
  readonly joinedOn: Day;
}

/** Members of a later day that are not among the buyers that were frozen: they may not order (CCP R2162-6). */
export function latecomers(
  all: readonly MemberActs[],
  frozen: ReadonlySet<string>,
  on: Day,
  grouping: GroupingKind,
): readonly Latecomer[] {
  return identifiedBuyers(all, on, grouping)
    .buyers.filter(({ communeId }) => !frozen.has(communeId))
    .map(({ communeId, name, joinedOn }) => ({ communeId, name, joinedOn }));
}
