// A convention of joint procurement (CCP L2113-7): what its parties agree on, and every reason why an act is refused.
import type { Day } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { CostRule } from './cost-shares';
import type { Execution } from './parties';

export type CaoRule = 'coordinator' | 'group';

export const caoLabels: Readonly<Record<CaoRule, string>> = {
  coordinator: 'La commission d’appel d’offres est celle du coordonnateur',
  group: 'Une commission d’appel d’offres est propre au groupement',
};

export interface ConventionTerms {
  readonly object: string;
  /** Permanent, or made for one purchase. */
  readonly permanent: boolean;
  readonly startsOn: Day;
  /** Last day of the convention, included; null when it lasts until its purpose is fulfilled. */
  readonly endsOn: Day | null;
  readonly execution: Execution;
  /** Ids of the powers entrusted to the coordinator. */
  readonly powers: readonly string[];
  readonly cao: CaoRule;
  readonly cost: CostRule;
  /** Months of notice before a member leaves. */
  readonly withdrawalMonths: number;
  readonly withdrawalTerms: string | null;
  readonly liabilityTerms: string | null;
  readonly privacyTerms: string | null;
}

/** What each variant of execution asks of the coordinator, and what it leaves to the members, by ids of powers. */
const montagePowers: Readonly<
  Record<Execution, { readonly needed: readonly string[]; readonly excluded: readonly string[] }>
> = {
  eachSigns: { needed: [], excluded: ['signature', 'notification', 'orders', 'payment'] },
  coordinatorSigns: { needed: ['signature', 'notification'], excluded: ['orders', 'payment'] },
  coordinatorExecutes: { needed: ['signature', 'notification', 'orders', 'payment'], excluded: [] },
};

/** Powers that contradict the variant of execution: a text may not give one thing in an article and deny it in another. */
export function powerContradictions({ execution, powers }: Pick<ConventionTerms, 'execution' | 'powers'>): {
  readonly missing: readonly string[];
  readonly excess: readonly string[];
} {
  const { needed, excluded } = montagePowers[execution];
  return {
    missing: needed.filter((power) => !powers.includes(power)),
    excess: excluded.filter((power) => powers.includes(power)),
  };
}

/** The acts of a member, as a person records them; each is null until it has taken place. */
export interface RecordedActs {
  readonly deliberationNumber: string | null;
  readonly deliberationOn: Day | null;
  readonly enforceableOn: Day | null;
  readonly signedOn: Day | null;
}

export type ActRefusal =
  | { readonly kind: 'inFuture'; readonly what: string; readonly on: Day }
  | { readonly kind: 'enforceableWithoutVote' }
  | { readonly kind: 'enforceableBeforeVote'; readonly enforceableOn: Day; readonly deliberationOn: Day }
  | { readonly kind: 'numberWithoutDay' }
  | { readonly kind: 'dayWithoutNumber' }
  | { readonly kind: 'signedBeforeVote'; readonly signedOn: Day; readonly deliberationOn: Day }
  | { readonly kind: 'signedWithoutVote' }
  | { readonly kind: 'rewritten'; readonly what: string; readonly kept: string }
  | { readonly kind: 'alreadyMember'; readonly joinedOn: Day }
  | { readonly kind: 'alreadyLeft'; readonly leftOn: Day }
  | { readonly kind: 'leavesBeforeJoining'; readonly leftOn: Day; readonly joinedOn: Day }
  | { readonly kind: 'joinsBeforeLeaving'; readonly joinedOn: Day; readonly leftOn: Day };

/** Every reason why acts do not follow one another: a vote, then its enforceability and the signature. */
export function actRefusals(acts: RecordedActs, today: Day): readonly ActRefusal[] {
  const { deliberationNumber, deliberationOn, enforceableOn, signedOn } = acts;
  const refusals: ActRefusal[] = [];
  const dated = [
    ['La délibération', deliberationOn],
    ['La signature', signedOn],
  ] as const;
  for (const [what, on] of dated) if (on !== null && on > today) refusals.push({ kind: 'inFuture', what, on });
  if (deliberationNumber !== null && deliberationOn === null) refusals.push({ kind: 'numberWithoutDay' });
  if (deliberationNumber === null && deliberationOn !== null) refusals.push({ kind: 'dayWithoutNumber' });
  if (enforceableOn !== null && deliberationOn === null) refusals.push({ kind: 'enforceableWithoutVote' });
  if (enforceableOn !== null && deliberationOn !== null && enforceableOn < deliberationOn)
    refusals.push({ kind: 'enforceableBeforeVote', enforceableOn, deliberationOn });
  if (signedOn !== null && deliberationOn === null) refusals.push({ kind: 'signedWithoutVote' });
  if (signedOn !== null && deliberationOn !== null && signedOn < deliberationOn)
    refusals.push({ kind: 'signedBeforeVote', signedOn, deliberationOn });
  return refusals;
}

const actNames: Readonly<Record<keyof RecordedActs, string>> = {
  deliberationNumber: 'Le numéro de la délibération',
  deliberationOn: 'La date de la délibération',
  enforceableOn: 'La date à laquelle elle est exécutoire',
  signedOn: 'La date de signature',
};

/** Acts that a market already relies on may be completed, never rewritten. */
export function rewritingRefusals(before: RecordedActs, after: RecordedActs): readonly ActRefusal[] {
  return (Object.keys(actNames) as (keyof RecordedActs)[]).flatMap((key): ActRefusal[] => {
    const kept = before[key];
    if (kept === null || kept === after[key]) return [];
    return [
      { kind: 'rewritten', what: actNames[key], kept: key === 'deliberationNumber' ? kept : formatDay(kept as Day) },
    ];
  });
}

interface Stay {
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
}

/** Every reason why a commune that has these memberships may not join on a day. */
export function joiningRefusals(stays: readonly Stay[], joinedOn: Day): readonly ActRefusal[] {
  return stays.flatMap((stay): ActRefusal[] => {
    if (stay.leftOn === null) return [{ kind: 'alreadyMember', joinedOn: stay.joinedOn }];
    return joinedOn < stay.leftOn ? [{ kind: 'joinsBeforeLeaving', joinedOn, leftOn: stay.leftOn }] : [];
  });
}

/** Every reason why a member may not leave on a day. */
export function leavingRefusals(stay: Stay, leftOn: Day): readonly ActRefusal[] {
  if (stay.leftOn !== null) return [{ kind: 'alreadyLeft', leftOn: stay.leftOn }];
  return leftOn <= stay.joinedOn ? [{ kind: 'leavesBeforeJoining', leftOn, joinedOn: stay.joinedOn }] : [];
}

/** The French sentence of a refusal. */
export function actRefusalSentence(refusal: ActRefusal): string {
  switch (refusal.kind) {
    case 'inFuture':
      return `${refusal.what} est datée du ${formatDay(refusal.on)}, qui n’est pas encore passé.`;
    case 'enforceableWithoutVote':
      return 'Donnez le numéro et la date de la délibération avant le jour où elle est exécutoire.';
    case 'enforceableBeforeVote':
      return `La délibération ne peut pas être exécutoire le ${formatDay(refusal.enforceableOn)}, avant son vote du ${formatDay(refusal.deliberationOn)}.`;
    case 'numberWithoutDay':
      return 'Donnez la date de la délibération.';
    case 'dayWithoutNumber':
      return 'Donnez le numéro de la délibération.';
    case 'signedBeforeVote':
      return `La signature (${formatDay(refusal.signedOn)}) précède la délibération qui l’autorise (${formatDay(refusal.deliberationOn)}).`;
    case 'signedWithoutVote':
      return 'La signature suppose la délibération qui l’autorise : enregistrez d’abord celle-ci.';
    case 'rewritten':
      return `${refusal.what} (${refusal.kept}) ne change plus : des besoins ont été figés en s’y fiant.`;
    case 'alreadyMember':
      return `La commune est déjà membre depuis le ${formatDay(refusal.joinedOn)}.`;
    case 'alreadyLeft':
      return `La sortie est déjà enregistrée au ${formatDay(refusal.leftOn)}.`;
    case 'leavesBeforeJoining':
      return `La sortie (${formatDay(refusal.leftOn)}) doit suivre l’entrée (${formatDay(refusal.joinedOn)}).`;
    case 'joinsBeforeLeaving':
      return `L’entrée (${formatDay(refusal.joinedOn)}) précède la sortie déjà enregistrée (${formatDay(refusal.leftOn)}).`;
  }
}
