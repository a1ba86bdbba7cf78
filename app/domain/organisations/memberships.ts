// The state of a commune towards the centrale on a day, read from its memberships.
import type { Day } from '~/domain/shared/day';
import { buyerFaults, type MemberActs } from './identified-buyers';

export const membershipStates = ['member', 'notEnforceable', 'toCome', 'left', 'never'] as const;
export type MembershipState = (typeof membershipStates)[number];

export const membershipStateLabels: Readonly<Record<MembershipState, string>> = {
  member: 'Membre, délibération exécutoire',
  notEnforceable: 'Membre, délibération pas encore exécutoire',
  toCome: 'Entrée à venir',
  left: 'Sortie',
  never: 'Pas membre',
};

/** The state on a day, with the membership that says so: the one in force, else the last ended, else the next. */
export function membershipOn<M extends MemberActs>(
  all: readonly M[],
  on: Day,
): { readonly state: MembershipState; readonly membership: M | undefined } {
  const begun = all.filter(({ joinedOn }) => joinedOn <= on);
  const inForce = begun.find(({ leftOn }) => leftOn === null || leftOn > on);
  if (inForce) {
    const state = buyerFaults(inForce, on, 'centrale').length === 0 ? 'member' : 'notEnforceable';
    return { state, membership: inForce };
  }
  const next = all.filter(({ joinedOn }) => joinedOn > on).sort((a, b) => (a.joinedOn < b.joinedOn ? -1 : 1))[0];
  if (next) return { state: 'toCome', membership: next };
  const last = [...begun].sort((a, b) => (a.joinedOn < b.joinedOn ? -1 : 1)).at(-1);
  return last ? { state: 'left', membership: last } : { state: 'never', membership: undefined };
}
