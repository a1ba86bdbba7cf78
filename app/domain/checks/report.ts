// What a compliance report says: results gathered by rule, counted by answer, with what people replied to each.
import type { Answer, CheckResult, Effect } from './results';

/** A reply to a result: words, a document, or both. */
export interface Reply {
  readonly key: string;
  /** Empty when a document alone replies. */
  readonly comment: string;
  readonly by: string;
  readonly at: string;
  readonly documents: readonly string[];
}

/** One rule with one answer and one sentence, and everything it was held against. */
export interface ReportEntry {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly title: string;
  readonly sentence: string;
  readonly citation: string;
  readonly answer: Answer;
  readonly effect: Effect;
  readonly keys: readonly string[];
  /** Names of lines, products or schools; empty when the rule looks at the whole order. */
  readonly subjects: readonly string[];
  /** What proves it, and who has it. */
  readonly evidence: CheckResult['evidence'];
  readonly replies: readonly Reply[];
  /** How the syndicat closed it; absent while it is open. */
  readonly closed?: Reply | undefined;
}

export interface Tally {
  /** Rules, each under its least favourable answer. */
  readonly rules: number;
  /** Results: a rule counts once per product, line, school or order. */
  readonly results: number;
}

export interface ComplianceReport {
  readonly counts: Readonly<Record<Answer, Tally>>;
  readonly blocking: readonly ReportEntry[];
  /** Asks for words or a document: reservations, and binding rules that cannot be decided. */
  readonly reserved: readonly ReportEntry[];
  readonly advice: readonly ReportEntry[];
  readonly met: readonly ReportEntry[];
  readonly notApplicable: readonly ReportEntry[];
}

/** From the least favourable to the most. */
export const answersByGravity: readonly Answer[] = ['unmet', 'unknown', 'met', 'notApplicable'];

/** Whether a result asks for words or a document before the order goes on. */
export function asksForReply({ effect }: Pick<CheckResult, 'effect'>): boolean {
  return effect === 'needsAcknowledgement' || effect === 'needsJustification';
}

function countsOf(results: readonly CheckResult[]): ComplianceReport['counts'] {
  const worst = new Map<string, Answer>();
  for (const { ruleId, answer } of results) {
    const known = worst.get(ruleId);
    if (known === undefined || answersByGravity.indexOf(answer) < answersByGravity.indexOf(known)) {
      worst.set(ruleId, answer);
    }
  }
  const tally = (answer: Answer): Tally => ({
    rules: [...worst.values()].filter((one) => one === answer).length,
    results: results.filter((result) => result.answer === answer).length,
  });
  return { unmet: tally('unmet'), unknown: tally('unknown'), met: tally('met'), notApplicable: tally('notApplicable') };
}

function entriesOf(
  results: readonly CheckResult[],
  said: { readonly replies: readonly Reply[]; readonly closures: readonly Reply[] },
  subjects: Readonly<Record<string, string>>,
): readonly ReportEntry[] {
  const groups = new Map<string, CheckResult[]>();
  for (const result of results) {
    // What is met or does not apply needs no detail: one entry per rule.
    const detail = result.effect === 'none' ? '' : `${result.effect}/${result.sentence}`;
    const key = `${result.ruleId}@${result.ruleVersion}/${result.answer}/${detail}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((all): ReportEntry[] => {
    const first = all[0];
    if (!first) return [];
    const keys = all.map(({ key }) => key);
    const replies = said.replies.filter(({ key }) => keys.includes(key));
    const closures = keys.map((key) => said.closures.find((closure) => closure.key === key));
    const closed = closures.every((closure) => closure !== undefined) ? closures[0] : undefined;
    return [
      {
        ruleId: first.ruleId,
        ruleVersion: first.ruleVersion,
        title: first.title,
        sentence: first.sentence,
        citation: first.citation,
        answer: first.answer,
        effect: first.effect,
        keys,
        evidence: first.evidence,
        subjects: [...new Set(all.flatMap(({ subject }) => subjects[subject.id] ?? []))],
        replies: replies.filter(
          ({ comment, by, documents }, index) =>
            replies.findIndex(
              (other) => other.comment === comment && other.by === by && other.documents.join() === documents.join(),
            ) === index,
        ),
        ...(closed === undefined ? {} : { closed }),
      },
    ];
  });
}

/** Gathers results for a report. `subjects` names lines, products and schools by their id. */
export function complianceReportOf(
  results: readonly CheckResult[],
  said: { readonly replies: readonly Reply[]; readonly closures: readonly Reply[] },
  subjects: Readonly<Record<string, string>>,
): ComplianceReport {
  const byRule = [...results].sort((a, b) => (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0));
  const entries = entriesOf(byRule, said, subjects);
  const advice = entries.filter(({ effect }) => effect === 'informs');
  return {
    counts: countsOf(results),
    blocking: entries.filter(({ effect }) => effect === 'blocks'),
    reserved: entries.filter(asksForReply),
    advice: [
      ...advice.filter(({ answer }) => answer === 'unmet'),
      ...advice.filter(({ answer }) => answer === 'unknown'),
    ],
    met: entries.filter(({ answer }) => answer === 'met'),
    notApplicable: entries.filter(({ answer }) => answer === 'notApplicable'),
  };
}
