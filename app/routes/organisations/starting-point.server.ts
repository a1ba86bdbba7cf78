// The starting point of a school: its questions, what is known now, and what a form changes.
import { facts } from 'catalog/frameworks/facts';
import type { Reads } from 'db/client';
import { listStartingPoint } from 'db/organisations';
import type { EquipmentCount } from '~/domain/checks/equipment-today';
import {
  type AnswerValue,
  answerProblemSentence,
  answerText,
  type Question,
  questionGroupsOf,
  readAnswer,
} from '~/domain/checks/starting-point';
import type { Day } from '~/domain/shared/day';
import { readEquipment } from './school-facts.server';

export const questionGroups = questionGroupsOf(facts.school);
export const questions: readonly Question[] = questionGroups.flatMap((group) => group.questions);

/** What a school is known to have or to be today: counts with what was delivered since; null is 'je ne sais pas'. */
export function knownToday(
  db: Reads,
  uai: string,
  counts: readonly EquipmentCount[] = readEquipment(db, uai).counts,
): Readonly<Record<string, AnswerValue>> {
  const said = listStartingPoint(db, uai);
  return Object.fromEntries(
    questions.flatMap(({ name }): [string, AnswerValue][] => {
      const answer = said[name];
      if (!answer) return [];
      const counted = counts.find(({ count }) => count === name);
      return [[name, counted && answer.value !== null ? counted.today : answer.value]];
    }),
  );
}

export interface ReadStartingPoint {
  /** Only what differs from what the page showed; null is 'je ne sais pas'. */
  readonly changes: Readonly<Record<string, AnswerValue>>;
  readonly problems: Readonly<Record<string, string>>;
}

/**
 * What was typed against what the page showed beside it: an answer left as it was shown keeps its author and its day,
 * and a figure that a delivery moved meanwhile is not taken back. An answer that was emptied is no longer known.
 */
export function readStartingPointForm(form: FormData, today: Day): ReadStartingPoint {
  const changes: Record<string, AnswerValue> = {};
  const problems: Record<string, string> = {};
  for (const question of questions) {
    const { name } = question;
    const text = (field: string) => String(form.get(field) ?? '').trim();
    if (form.get(name) === null) continue;
    const typed = form.get(`unknown:${name}`) === 'on' ? '?' : text(name);
    const shown = text(`shown:${name}`);
    if (typed === shown) continue;
    if (typed === '') {
      if (shown !== '?') changes[name] = null;
      continue;
    }
    const read = readAnswer(question, typed, today);
    if ('problem' in read) problems[name] = answerProblemSentence(read.problem);
    else changes[name] = read.value;
  }
  return { changes, problems };
}

/** An answer as its field holds it: '' was never said, '?' is 'je ne sais pas'. */
export function fieldValue(question: Question, known: AnswerValue | undefined): string {
  if (known === undefined) return '';
  if (known === null) return '?';
  return question.kind === 'day' ? String(known) : answerText(question, known);
}
