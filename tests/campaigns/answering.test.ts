// Who may answer a campaign, when, and what an answer must hold to be signed.
import { expect, test } from 'vitest';
import { answerRate } from '~/domain/campaigns/answer-rate';
import { answerRefusalSentence, mayAnswer, maySign } from '~/domain/campaigns/answering';
import {
  type AnswerDeed,
  type AnswerState,
  answerTransitions,
  campaignState,
  campaignTransitions,
} from '~/domain/campaigns/campaigns';
import { day } from '~/domain/shared/day';
import { parseUai } from '~/domain/shared/identifiers';
import { unitPrice } from '~/domain/shared/money';
import { aCampaign, aNeed, anAnswer } from './builders';

const invited = [
  { communeId: 'commune-a', name: 'Acigné' },
  { communeId: 'commune-b', name: 'Betton' },
  { communeId: 'commune-c', name: 'Cesson' },
];

test('a campaign is open from its first day to its last day included', () => {
  const campaign = aCampaign();
  expect(campaignState(campaign, day('2026-11-01'))).toBe('announced');
  expect(campaignState(campaign, day('2026-11-02'))).toBe('open');
  expect(campaignState(campaign, day('2026-12-18'))).toBe('open');
  expect(campaignState(campaign, day('2026-12-19'))).toBe('closed');
  expect(campaignState(aCampaign({ closedAt: '2026-12-01T10:00:00.000Z' }), day('2026-12-02'))).toBe('closed');
  expect(campaignState(aCampaign({ frozenAt: '2026-12-20T10:00:00.000Z' }), day('2026-12-21'))).toBe('frozen');
});

test('a commune may answer on the day of the deadline, and not the day after', () => {
  expect(mayAnswer(aCampaign(), invited, 'commune-a', 'draft', 'sign', day('2026-12-18'))).toEqual({ allowed: true });
  expect(mayAnswer(aCampaign(), invited, 'commune-a', 'draft', 'sign', day('2026-12-19'))).toEqual({
    allowed: false,
    refusals: [{ kind: 'deadlinePassed', closesOn: '2026-12-18' }],
  });
});

test('every reason against answering is given at once', () => {
  const campaign = aCampaign({ closedAt: '2026-12-01T10:00:00.000Z' });
  const verdict = mayAnswer(campaign, invited, 'commune-z', 'signed', 'save', day('2027-01-04'));
  expect(verdict).toEqual({
    allowed: false,
    refusals: [
      { kind: 'notInvited' },
      { kind: 'closedByBuyer' },
      { kind: 'deadlinePassed', closesOn: '2026-12-18' },
      { kind: 'deedImpossible', deed: 'save', state: 'signed' },
    ],
  });
  if (!verdict.allowed) for (const refusal of verdict.refusals) expect(answerRefusalSentence(refusal)).toMatch(/\.$/);
});

test('only the deeds of the table are possible, from each state', () => {
  const states: AnswerState[] = ['notStarted', 'draft', 'signed', 'noNeed'];
  const deeds: AnswerDeed[] = ['save', 'sign', 'declareNoNeed', 'reopen'];
  for (const state of states) {
    for (const deed of deeds) {
      const allowed = mayAnswer(aCampaign(), invited, 'commune-a', state, deed, day('2026-12-01')).allowed;
      expect(allowed).toBe(answerTransitions[state][deed] !== undefined);
    }
  }
  expect(Object.keys(campaignTransitions.frozen)).toEqual(['consult']);
});

test('an answer without lines is not signed, and one with lines is not declared without need', () => {
  expect(maySign(aCampaign(), anAnswer({ needs: [] }), 'sign', [])).toEqual({
    allowed: false,
    refusals: [{ kind: 'noLine' }],
  });
  expect(maySign(aCampaign(), anAnswer(), 'declareNoNeed', [])).toEqual({
    allowed: false,
    refusals: [{ kind: 'linesPresent', count: 1 }],
  });
  expect(maySign(aCampaign(), anAnswer({ needs: [] }), 'declareNoNeed', [])).toEqual({ allowed: true });
});

test('each wrong line of an answer is named with what is wrong', () => {
  const uai = parseUai('0350001L');
  if (!uai) throw new Error('not a UAI');
  const needs = [
    aNeed({ quantity: 0 }),
    aNeed({ category: 'robot', label: 'Robot de sol' }),
    aNeed({ label: ' ' }),
    aNeed({ estimatedUnitPriceNet: unitPrice(-1) }),
    aNeed({ schoolUai: uai }),
  ];
  const verdict = maySign(aCampaign(), anAnswer({ needs }), 'sign', []);
  expect(verdict.allowed).toBe(false);
  if (!verdict.allowed) {
    expect(verdict.refusals.map((refusal) => refusal.kind)).toEqual([
      'quantityOutOfBounds',
      'lineOutsideCampaign',
      'labelMissing',
      'priceNegative',
      'schoolOfAnother',
    ]);
  }
});

test('the rate of answer counts signed answers and answers without need, and never rounds up to all', () => {
  const answers = [anAnswer(), anAnswer({ communeId: 'commune-b', state: 'noNeed', needs: [] })];
  expect(answerRate(invited, answers)).toMatchObject({ invited: 3, answered: 2, rate: 6666 });
  expect(answerRate(invited, answers).byState).toEqual({ notStarted: 1, draft: 0, signed: 1, noNeed: 1 });
  expect(answerRate([], []).rate).toBeNull();
  expect(answerRate(invited, [anAnswer({ communeId: 'commune-z' })]).answered).toBe(0);
});
