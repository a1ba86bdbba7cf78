// How far each invited commune has got: its answer's state, and whether anyone there has opened it.
import type { Instant } from '~/domain/shared/day';
import type { AnswerState } from './campaigns';

export type MemberState = 'notOpened' | 'opened' | 'draft' | 'signed' | 'noNeed';

export const memberStateLabels: Readonly<Record<MemberState, string>> = {
  notOpened: 'Pas ouverte',
  opened: 'Ouverte, rien de saisi',
  draft: 'Brouillon',
  signed: 'Signée',
  noNeed: 'Aucun besoin',
};

/** The state of a member. An answer begun from a sheet counts as a draft though its page was never opened. */
export function memberState(answer: AnswerState, openedAt: Instant | undefined): MemberState {
  if (answer !== 'notStarted') return answer;
  return openedAt === undefined ? 'notOpened' : 'opened';
}
