// Reminders of a campaign: who is written to and when, decided by its own grades alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openingText, reminderText } from '~/domain/campaigns/reminder-text';
import {
  dueOccasions,
  gradeRefusalSentence,
  gradeRefusals,
  membersToRemind,
  occasionKey,
  plannedReminders,
  usualGrades,
} from '~/domain/campaigns/reminders';
import { addDays, day } from '~/domain/shared/day';
import { aCampaign } from './builders';

const campaign = aCampaign();
const plan = { announced: true, grades: usualGrades };

/** Every occasion of a campaign, with the day it is written, when the site looks once on each of the days given. */
function written(days: readonly string[], of = campaign, by = plan) {
  const done = new Set<string>();
  return days.flatMap((on) =>
    dueOccasions(of, by, done, day(on)).map((occasion) => {
      done.add(occasionKey(occasion));
      return `${on} ${occasionKey(occasion)}`;
    }),
  );
}

const everyDay = Array.from({ length: 60 }, (_, index) => addDays(day('2026-10-28'), index));

test('the opening is announced on its day, then each reminder on its own, once', () => {
  expect(written([...everyDay, ...everyDay])).toEqual([
    '2026-11-02 opening',
    '2026-12-03 before-15-2026-12-18',
    '2026-12-11 before-7-2026-12-18',
    '2026-12-16 before-2-2026-12-18',
  ]);
});

test('a site that was stopped writes the nearest reminder alone, and nothing when the campaign is over', () => {
  expect(written(['2026-11-02', '2026-12-17', '2026-12-18', '2026-12-19'])).toEqual([
    '2026-11-02 opening',
    '2026-12-17 before-2-2026-12-18',
  ]);
});

test('a campaign that is not announced and has no grade writes nothing', () => {
  expect(written(everyDay, campaign, { announced: false, grades: [] })).toEqual([]);
});

test('an extended campaign reminds again before its new last day', () => {
  const done = new Set(['opening', ...usualGrades.map((grade) => `before-${grade.daysBefore}-${campaign.closesOn}`)]);
  const extended = aCampaign({ closesOn: day('2027-01-15') });
  expect(dueOccasions(extended, plan, done, day('2026-12-18'))).toEqual([]);
  expect(dueOccasions(extended, plan, done, day('2026-12-31')).map(occasionKey)).toEqual(['before-15-2027-01-15']);
});

test('whatever the grades and the days, at most one message a day, each occasion once, in the order of the days left', () => {
  const grades = fc.uniqueArray(fc.record({ daysBefore: fc.integer({ min: 1, max: 60 }), toElected: fc.boolean() }), {
    selector: ({ daysBefore }) => daysBefore,
    maxLength: 6,
  });
  fc.assert(
    fc.property(grades, fc.subarray(everyDay), (some, days) => {
      const lines = written(days, campaign, { announced: true, grades: some });
      expect(new Set(lines.map((line) => line.slice(0, 10))).size).toBe(lines.length);
      const notices = lines.flatMap((line) => /before-(\d+)/.exec(line)?.[1] ?? []).map(Number);
      expect(notices).toEqual(notices.toSorted((a, b) => b - a));
      expect(new Set(notices).size).toBe(notices.length);
    }),
  );
});

test('a reminder that would fall before the opening is not planned', () => {
  const short = aCampaign({ opensOn: day('2026-12-10') });
  expect(plannedReminders(short, usualGrades).map(({ on }) => on)).toEqual(['2026-12-11', '2026-12-16']);
});

test('only members that have neither signed nor said that they need nothing are reminded', () => {
  const invited = ['a', 'b', 'c', 'd'].map((communeId) => ({ communeId, name: communeId }));
  const answers = [
    { communeId: 'a', state: 'signed' as const },
    { communeId: 'b', state: 'noNeed' as const },
    { communeId: 'c', state: 'draft' as const },
  ];
  expect(membersToRemind(invited, answers).map(({ communeId }) => communeId)).toEqual(['c', 'd']);
});

test('wrong grades are all named at once', () => {
  const grades = [0, 7, 7, 181].map((daysBefore) => ({ daysBefore, toElected: false }));
  expect(gradeRefusals(grades).map(gradeRefusalSentence)).toEqual([
    'Relance 1 : écrivez un nombre entier de jours, de 1 à 180, ou laissez la case vide.',
    'Relance 4 : écrivez un nombre entier de jours, de 1 à 180, ou laissez la case vide.',
    'Deux relances sont à 7 jours du dernier jour : gardez-en une.',
  ]);
});

test('the texts name the campaign, its last day and the one link to follow', () => {
  const facts = {
    campaign,
    syndicatName: 'Syndicat d’essai',
    answerUrl: 'https://preau.example/campagnes/x/reponse',
    today: day('2026-12-16'),
  };
  for (const { subject, body } of [openingText(facts), reminderText(facts)]) {
    expect(subject).toContain('Besoins 2026 des écoles');
    expect(body).toContain('18 décembre 2026');
    expect(body.match(/https?:\S+/g)).toEqual([facts.answerUrl]);
    expect(body.endsWith('Syndicat d’essai')).toBe(true);
  }
  expect(reminderText(facts).body).toContain('il reste 2 jours');
});
