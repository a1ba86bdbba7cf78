// The starting points of a commune's schools as a spreadsheet sends them back: which rows are taken, and what each would change.
import type { Day } from '../shared/day';
import { parseUai, type Uai } from '../shared/identifiers';
import {
  type AnswerProblem,
  type AnswerValue,
  answerProblemSentence,
  type Question,
  readAnswer,
} from './starting-point';

/** A row as filled in: texts as typed, by question; an absent question is a blank cell. */
export interface StartingPointRow {
  readonly row: number;
  /** As typed in the column of the identifier; null when blank. */
  readonly uai: string | null;
  readonly name: string | null;
  readonly answers: Readonly<Record<string, string>>;
}

/** A school of the commune, with what is known of it now as the sheet would show it. */
export interface SchoolToDeclare {
  readonly uai: Uai;
  readonly name: string;
  /** Null is 'je ne sais pas'; absent was never said. */
  readonly known: Readonly<Record<string, AnswerValue>>;
}

export interface AnswerChange {
  readonly question: Question;
  /** Undefined when the question was never answered. */
  readonly before: AnswerValue | undefined;
  readonly after: AnswerValue;
}

export type RowProblem =
  | { readonly tag: 'uaiMissing' }
  | { readonly tag: 'notAUai'; readonly typed: string }
  | { readonly tag: 'schoolElsewhere'; readonly typed: string }
  | { readonly tag: 'schoolUnknown'; readonly typed: string }
  | { readonly tag: 'schoolTwice'; readonly firstRow: number }
  | { readonly tag: 'answer'; readonly question: Question; readonly problem: AnswerProblem };

/** A row held against the schools: taken with its changes, or refused with every reason. */
export interface RowDecision {
  readonly row: StartingPointRow;
  readonly school: SchoolToDeclare | null;
  readonly changes: readonly AnswerChange[];
  readonly problems: readonly RowProblem[];
}

/** The French sentence of what is wrong in a row, with what to correct. */
export function rowProblemSentence(problem: RowProblem): string {
  switch (problem.tag) {
    case 'uaiMissing':
      return 'L’identifiant de l’école (UAI) manque\u00a0: la ligne n’est rattachée à aucune école.';
    case 'notAUai':
      return `«\u00a0${problem.typed}\u00a0» n’est pas un UAI\u00a0: sept chiffres et une lettre, que la lettre vérifie.`;
    case 'schoolElsewhere':
      return `L’école ${problem.typed} est celle d’une autre commune\u00a0: retirez la ligne.`;
    case 'schoolUnknown':
      return `L’école ${problem.typed} n’est pas dans l’annuaire\u00a0: vérifiez l’UAI.`;
    case 'schoolTwice':
      return `Cette école figure déjà ligne ${problem.firstRow}\u00a0: gardez une seule ligne.`;
    case 'answer':
      return `${problem.question.label}\u00a0: ${answerProblemSentence(problem.problem)}`;
  }
}

function schoolOf(
  row: StartingPointRow,
  schools: readonly SchoolToDeclare[],
  isKnown: (uai: Uai) => boolean,
): SchoolToDeclare | RowProblem {
  if (row.uai === null) return { tag: 'uaiMissing' };
  const uai = parseUai(row.uai.replace(/\s/g, '').toUpperCase());
  if (uai === undefined) return { tag: 'notAUai', typed: row.uai };
  const school = schools.find((one) => one.uai === uai);
  return school ?? { tag: isKnown(uai) ? 'schoolElsewhere' : 'schoolUnknown', typed: row.uai };
}

/**
 * Decides every row. A blank cell changes nothing; a row with one wrong answer is refused whole, so that a school is
 * never half declared. `isKnown` says whether an identifier is that of any school of the directory.
 */
export function decideRows(
  rows: readonly StartingPointRow[],
  schools: readonly SchoolToDeclare[],
  questions: readonly Question[],
  isKnown: (uai: Uai) => boolean,
  today: Day,
): readonly RowDecision[] {
  const seen = new Map<Uai, number>();
  return rows.map((row): RowDecision => {
    const school = schoolOf(row, schools, isKnown);
    if ('tag' in school) return { row, school: null, changes: [], problems: [school] };
    const firstRow = seen.get(school.uai);
    if (firstRow !== undefined) return { row, school, changes: [], problems: [{ tag: 'schoolTwice', firstRow }] };
    seen.set(school.uai, row.row);
    const problems: RowProblem[] = [];
    const changes: AnswerChange[] = [];
    for (const question of questions) {
      const typed = row.answers[question.name];
      if (typed === undefined || typed.trim() === '') continue;
      const read = readAnswer(question, typed, today);
      if ('problem' in read) problems.push({ tag: 'answer', question, problem: read.problem });
      else if (read.value !== school.known[question.name]) {
        changes.push({ question, before: school.known[question.name], after: read.value });
      }
    }
    return { row, school, changes: problems.length > 0 ? [] : changes, problems };
  });
}
