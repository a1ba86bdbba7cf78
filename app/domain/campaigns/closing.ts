// What a closed campaign certifies: who was invited, who answered and how, who did not, and who answered late.
import type { Day, Instant } from '~/domain/shared/day';
import type { Answer, InvitedMember } from './campaigns';
import { type MemberState, memberState } from './member-state';

export interface ClosedMember extends InvitedMember {
  readonly state: MemberState;
  readonly signedOn: Day | null;
  readonly lines: number;
  /** Signed after the last day first announced, thanks to an extension. */
  readonly late: boolean;
}

export interface ClosingFigures {
  readonly members: readonly ClosedMember[];
  readonly invited: number;
  readonly signed: number;
  readonly noNeed: number;
  /** Begun but never signed: these needs do not count. */
  readonly draft: number;
  /** Opened, or not even that. */
  readonly silent: number;
  readonly late: number;
}

/** The figures of a closing; an answer of someone not invited is not counted. */
export function closingFigures(
  invited: readonly InvitedMember[],
  answers: readonly Answer[],
  openings: ReadonlyMap<string, Instant>,
  firstClosesOn: Day,
): ClosingFigures {
  const byCommune = new Map(answers.map((answer) => [answer.communeId, answer]));
  const members = invited.map(({ communeId, name }): ClosedMember => {
    const answer = byCommune.get(communeId);
    const state = memberState(answer?.state ?? 'notStarted', openings.get(communeId));
    const signedOn = answer?.signedOn ?? null;
    const late = signedOn !== null && signedOn > firstClosesOn;
    return { communeId, name, state, signedOn, lines: answer?.needs.length ?? 0, late };
  });
  const count = (...states: readonly MemberState[]) => members.filter(({ state }) => states.includes(state)).length;
  return {
    members,
    invited: members.length,
    signed: count('signed'),
    noNeed: count('noNeed'),
    draft: count('draft'),
    silent: count('opened', 'notOpened'),
    late: members.filter(({ late }) => late).length,
  };
}
