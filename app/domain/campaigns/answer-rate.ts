// How far a campaign has got: answers by state and rate of answer among the invited members.
import type { BasisPoints } from '~/domain/shared/money';
import type { Answer, AnswerState, InvitedMember } from './campaigns';

export interface AnswerRate {
  readonly invited: number;
  readonly byState: Readonly<Record<AnswerState, number>>;
  /** Signed answers and answers without need. */
  readonly answered: number;
  /** Of the invited, in basis points, rounded down: 100 % is shown only when all have answered. Null without members. */
  readonly rate: BasisPoints | null;
}

/** Counts the answers of the invited members; an answer of someone not invited is not counted. */
export function answerRate(
  invited: readonly InvitedMember[],
  answers: readonly Pick<Answer, 'communeId' | 'state'>[],
): AnswerRate {
  const states = new Map(answers.map((answer) => [answer.communeId, answer.state]));
  const byState: Record<AnswerState, number> = { notStarted: 0, draft: 0, signed: 0, noNeed: 0 };
  for (const member of invited) byState[states.get(member.communeId) ?? 'notStarted'] += 1;
  const answered = byState.signed + byState.noNeed;
  const rate = invited.length === 0 ? null : Math.floor((answered * 10_000) / invited.length);
  return { invited: invited.length, byState, answered, rate };
}
