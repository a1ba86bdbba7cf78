// What an order answers today and did not on submission: rules that came, went or changed, and facts that changed.
import type { FactPath } from 'catalog/frameworks/facts';
import type { FactValue } from 'catalog/frameworks/types';
import type { CheckResult, Effect } from './results';

export interface ChangedFact {
  readonly path: FactPath;
  readonly before: FactValue | null;
  readonly now: FactValue | null;
}

export interface Difference {
  readonly kind: 'added' | 'gone' | 'changed';
  /** Absent when the rule was not checked then. */
  readonly before: CheckResult | null;
  /** Absent when the rule is no longer checked. */
  readonly now: CheckResult | null;
  /** The rule itself is not the one of submission. */
  readonly ruleChanged: boolean;
  readonly facts: readonly ChangedFact[];
}

const weights: Readonly<Record<Effect, number>> = {
  blocks: 4,
  needsJustification: 3,
  needsAcknowledgement: 2,
  informs: 1,
  none: 0,
};

/** A rule about a subject, whatever its version. */
const placeOf = ({ ruleId, subject }: CheckResult) => `${ruleId}/${subject.kind}/${subject.id}`;

function changedFacts(before: CheckResult, now: CheckResult): readonly ChangedFact[] {
  const paths = [...new Set([...Object.keys(before.inputs), ...Object.keys(now.inputs)])] as FactPath[];
  return paths.flatMap((path) => {
    const [then, today] = [before.inputs[path] ?? null, now.inputs[path] ?? null];
    // A rule that reads another fact has changed itself: the fact has not.
    if (!(path in before.inputs) || !(path in now.inputs)) return [];
    return JSON.stringify(then) === JSON.stringify(today) ? [] : [{ path, before: then, now: today }];
  });
}

const ruleOf = ({ ruleVersion, severity, opposable, citation }: CheckResult) =>
  JSON.stringify([ruleVersion, severity, opposable, citation]);

/**
 * The differences that ask for something, or no longer do, the heaviest first. What is checked in the same way and
 * answers the same is no difference, nor is a new rule that asks for nothing.
 */
export function differencesOf(frozen: readonly CheckResult[], now: readonly CheckResult[]): readonly Difference[] {
  const before = new Map(frozen.map((result) => [placeOf(result), result]));
  const after = new Map(now.map((result) => [placeOf(result), result]));
  const differences: Difference[] = [];
  for (const [place, result] of after) {
    const then = before.get(place);
    if (then === undefined) {
      if (result.effect !== 'none') {
        differences.push({ kind: 'added', before: null, now: result, ruleChanged: true, facts: [] });
      }
    } else if (then.answer !== result.answer || then.effect !== result.effect) {
      differences.push({
        kind: 'changed',
        before: then,
        now: result,
        ruleChanged: ruleOf(then) !== ruleOf(result),
        facts: changedFacts(then, result),
      });
    }
  }
  for (const [place, then] of before) {
    if (!after.has(place) && then.effect !== 'none') {
      differences.push({ kind: 'gone', before: then, now: null, ruleChanged: true, facts: [] });
    }
  }
  const weightOf = ({ before: then, now: result }: Difference) =>
    Math.max(weights[then?.effect ?? 'none'] - 0.5, weights[result?.effect ?? 'none']);
  return differences.toSorted((a, b) => weightOf(b) - weightOf(a));
}

/** Whether a difference makes the order harder to pass than on submission. */
export function isWorse({ before, now }: Difference): boolean {
  return weights[now?.effect ?? 'none'] > weights[before?.effect ?? 'none'];
}
