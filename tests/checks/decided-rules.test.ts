// The rules as the syndicat decided them: switches by day, laws that stay, texts to be verified, and every rule in French.
import { rules } from 'catalog/frameworks';
import type { Rule } from 'catalog/frameworks/types';
import { expect, test } from 'vitest';
import { ruleInFrench } from '~/domain/checks/condition-in-french';
import { decidedRules, statusOf, switchability } from '~/domain/checks/decided-rules';
import { mayBlock } from '~/domain/checks/results';
import { day } from '~/domain/shared/day';
import { words } from '~/routes/checks/words.server';

const today = day('2026-11-23');
const ruleOf = (id: string, among: readonly Rule[] = rules): Rule => {
  const found = among.find((rule) => rule.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};
const switched = (ruleId: string, enabled: boolean, at: string) => ({ ruleId, enabled, at });
const decided = (switches: readonly ReturnType<typeof switched>[], on = today) =>
  decidedRules(rules, { switches, policies: [] }, on);

test('a switch holds from its day: a check of an earlier day doesn’t see it', () => {
  const off = rules.find((rule) => !rule.enabled && switchability(rule) === 'free');
  if (!off) throw new Error('no rule is off');
  const switches = [
    switched(off.id, true, '2026-11-10T10:00:00.000Z'),
    switched(off.id, false, '2026-11-20T10:00:00.000Z'),
  ];
  const on = (date: string) => ruleOf(off.id, decided(switches, day(date))).enabled;
  expect([on('2026-11-09'), on('2026-11-10'), on('2026-11-19'), on('2026-11-20')]).toEqual([false, true, true, false]);
});

test('no switch puts out a law read in its source, nor puts a rule of the syndicat in force', () => {
  const laws = rules.filter((rule) => switchability(rule) === 'law');
  expect(laws.length).toBeGreaterThan(20);
  const all = rules.map(({ id, enabled }) => switched(id, !enabled, '2026-11-01T10:00:00.000Z'));
  const after = decided(all);
  expect(laws.filter(({ id, enabled }) => ruleOf(id, after).enabled !== enabled)).toEqual([]);
  expect(after.filter(({ nature }) => nature === 'syndicatPolicy')).toEqual([]);
});

test('a text to be verified never blocks, even once it is switched on', () => {
  const all = rules.map(({ id }) => switched(id, true, '2026-11-01T10:00:00.000Z'));
  const unconfirmed = decided(all).filter(({ confidence }) => confidence !== 'confirmed');
  expect(unconfirmed.some(({ enabled }) => enabled)).toBe(true);
  expect(unconfirmed.filter(mayBlock)).toEqual([]);
});

test('the page and the checks agree on what is in force', () => {
  for (const rule of decided([])) {
    const inForce = rule.enabled && (rule.from ?? '') <= today && today <= (rule.until ?? '9999');
    expect(statusOf(rule, today) === 'inForce', rule.id).toBe(inForce);
  }
});

test('every rule is written in one French sentence, without a code or a figure lost', () => {
  for (const rule of rules) {
    const sentence = ruleInFrench(rule, words);
    expect(sentence, rule.id).toMatch(/^Pour .+\.$/s);
    expect(sentence, rule.id).not.toMatch(/\$|undefined|null|\[object|(?:product|school|line|order)\.\w/);
  }
  expect(ruleInFrench(ruleOf('CVA-05'), words)).toBe(
    'Pour les écrans numériques interactifs et vidéoprojecteurs interactifs, il faut que «\u00a0Garantie\u00a0» soit d’au moins 5\u00a0ans et que «\u00a0Garantie sur site\u00a0» soit oui.',
  );
});
