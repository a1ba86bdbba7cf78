// The answer of one rule about one subject: plain data, to be stored as it is and never computed again.
import type { FactPath } from 'catalog/frameworks/facts';
import type { FactValue, Rule } from 'catalog/frameworks/types';
import type { BasisPoints, Cents } from '~/domain/shared/money';
import { parseDay } from '../shared/day';
import { formatCents, formatCount, formatDay, formatRate } from '../shared/format';
import { type Comparison, evaluate, type Facts, factAt, pathsOf } from './conditions';

export type Answer = 'notApplicable' | 'met' | 'unmet' | 'unknown';

/** What the answer does to the step it stands before. */
export type Effect = 'blocks' | 'needsJustification' | 'needsAcknowledgement' | 'informs' | 'none';

export interface Subject {
  readonly kind: Rule['scope'];
  readonly id: string;
}

export interface CheckResult {
  /** Rule, version and subject: names the result when it is acknowledged. */
  readonly key: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly title: string;
  readonly subject: Subject;
  readonly stage: Rule['stage'];
  readonly answer: Answer;
  readonly effect: Effect;
  readonly severity: Rule['severity'];
  readonly nature: Rule['nature'];
  readonly opposable: boolean;
  /** French, for people. */
  readonly sentence: string;
  readonly citation: string;
  readonly sources: Rule['sources'];
  /** Facts to be given before the rule can be decided. */
  readonly missing: readonly FactPath[];
  readonly evidence: Rule['evidence'];
  /** Every fact the rule reads, as it was; null is unknown. */
  readonly inputs: Readonly<Record<string, FactValue | null>>;
  readonly comparisons: readonly Comparison[];
}

const evidenceHolders = {
  supplier: 'au fournisseur',
  secretary: 'à la commune',
  school: 'à l’école',
  syndicat: 'au syndicat',
} as const satisfies Readonly<Record<Rule['evidence']['from'], string>>;

/** Whether a rule may block: it binds in law, or the syndicat's assembly voted it; a reference text never does. */
export function mayBlock(rule: Rule): boolean {
  if (rule.severity !== 'blocking') return false;
  return rule.nature === 'syndicatPolicy' ? rule.deliberation !== undefined : rule.opposable;
}

/** The text as it is cited: a rule of the syndicat never borrows the authority of a law. */
export function citationOf(rule: Rule): string {
  if (rule.nature !== 'syndicatPolicy') return `${rule.framework}, ${rule.article} (${rule.edition})`;
  const vote = rule.deliberation;
  const day = vote ? parseDay(vote.adoptedOn) : undefined;
  return vote && day
    ? `Règle du syndicat (délibération ${vote.reference} du ${formatDay(day)})`
    : 'Règle du syndicat, non adoptée';
}

function written(path: string, value: FactValue | null): string {
  if (value === null) return 'inconnu';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') {
    if (path.endsWith('BasisPoints')) return formatRate(value as BasisPoints);
    if (path.endsWith('Cents')) return formatCents(value as Cents);
    return Number.isInteger(value) ? formatCount(value) : String(value).replace('.', ',');
  }
  if (typeof value !== 'string') return value.join(', ');
  const day = parseDay(value);
  return day ? formatDay(day) : value;
}

function sentenceOf(rule: Rule, answer: Answer, facts: Facts): string {
  if (answer === 'unmet') {
    return rule.message.replaceAll(/\{([\w.]+)\}/g, (_, path: FactPath) => written(path, factAt(facts, path)));
  }
  if (answer === 'unknown') {
    return `${rule.title}\u00a0: impossible de conclure. À demander ${evidenceHolders[rule.evidence.from]}\u00a0: ${rule.evidence.what}.`;
  }
  return rule.title;
}

function effectOf(rule: Rule, answer: Answer): Effect {
  if (answer === 'met' || answer === 'notApplicable') return 'none';
  if (mayBlock(rule)) return answer === 'unmet' ? 'blocks' : 'needsJustification';
  // A blocking rule that nobody may enforce is still a reservation.
  return answer === 'unmet' && rule.severity !== 'recommendation' ? 'needsAcknowledgement' : 'informs';
}

const readBy = new WeakMap<Rule, readonly FactPath[]>();

/** Every fact a rule reads; found once per rule, as a catalogue asks for each of its references. */
function pathsRead(rule: Rule): readonly FactPath[] {
  const known = readBy.get(rule);
  if (known) return known;
  const paths = [...(rule.when ? pathsOf(rule.when) : []), ...(rule.require ? pathsOf(rule.require) : [])];
  readBy.set(rule, paths);
  return paths;
}

/** Holds one rule against the facts of one subject; the categories of the rule are the caller's affair. */
export function answerRule(rule: Rule, subject: Subject, facts: Facts): CheckResult {
  const applies = rule.when ? evaluate(rule.when, facts) : { truth: true, comparisons: [], missing: [] };
  const required =
    rule.require === false ? { truth: false, comparisons: [], missing: [] } : evaluate(rule.require, facts);
  const answer: Answer =
    applies.truth === false
      ? 'notApplicable'
      : required.truth === true
        ? 'met'
        : applies.truth === null || required.truth === null
          ? 'unknown'
          : 'unmet';
  return {
    key: `${rule.id}@${rule.version}/${subject.kind}/${subject.id}`,
    ruleId: rule.id,
    ruleVersion: rule.version,
    title: rule.title,
    subject,
    stage: rule.stage,
    answer,
    effect: effectOf(rule, answer),
    severity: rule.severity,
    nature: rule.nature,
    opposable: rule.opposable,
    sentence: sentenceOf(rule, answer, facts),
    citation: citationOf(rule),
    sources: rule.sources,
    missing: answer === 'unknown' ? [...new Set([...applies.missing, ...required.missing])] : [],
    evidence: rule.evidence,
    inputs: Object.fromEntries(pathsRead(rule).map((path) => [path, factAt(facts, path)])),
    comparisons: answer === 'notApplicable' ? applies.comparisons : required.comparisons,
  };
}

/** Whether another quantity or reference could change the answer: an unmet rule, or one undecided about a product. */
export function mayHaveRemedy({ answer, subject, missing }: CheckResult): boolean {
  if (subject.kind === 'order') return false;
  return answer === 'unmet' || (answer === 'unknown' && missing.some((path) => path.startsWith('product.')));
}
