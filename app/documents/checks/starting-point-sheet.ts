// The sheet on which a commune fills in what its schools have: one row per school, one column per question, help beside it.

import { type AnswerValue, answerText, type Question, unknownWriting } from '~/domain/checks/starting-point';
import type { SchoolToDeclare } from '~/domain/checks/starting-point-sheet';
import { type Day, parseDay } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { Cell, Sheet, SheetColumn, Workbook } from '../xlsx/workbook';

export interface StartingPointSheetFacts {
  readonly issuer: string;
  readonly communeName: string;
  readonly madeOn: Day;
  readonly questions: readonly Question[];
  readonly schools: readonly SchoolToDeclare[];
  readonly mention?: string;
}

/** Headers of the identifying columns, which the reader of the sheet looks for. */
export const startingPointHeaders = { uai: 'UAI', school: 'École' } as const;

const yesNo = ['oui', 'non', unknownWriting];

const help: Readonly<Record<Question['kind'], string>> = {
  count: 'Un nombre entier (0 quand il n’y en a aucun), ou « ? » si vous ne savez pas.',
  yesNo: 'oui, non ou je ne sais pas (liste dans la cellule).',
  day: 'Une date passée, par exemple 23/11/2026, ou « ? » si vous ne la connaissez pas.',
};

function column(question: Question): SheetColumn {
  const shared = { label: question.label, open: true } as const;
  // A count has no rule of its own: '?' is an answer too. It is read, and explained, when the sheet comes back.
  if (question.kind === 'count') return { ...shared, width: 14, format: 'text' };
  if (question.kind === 'day') return { ...shared, width: 14, format: 'day' };
  return { ...shared, width: 14, format: 'text', validation: { kind: 'oneOf', values: yesNo } };
}

function cell(question: Question, known: AnswerValue | undefined): Cell {
  if (known === undefined) return null;
  if (typeof known === 'number') return { count: known };
  const asDay = question.kind === 'day' && typeof known === 'string' ? parseDay(known) : undefined;
  return asDay ? { day: asDay } : { text: answerText(question, known) };
}

function schoolsSheet({ communeName, questions, schools, madeOn }: StartingPointSheetFacts): Sheet {
  return {
    name: 'Écoles',
    heading: [
      `Ce que les écoles ont aujourd’hui – ${communeName}`,
      'Remplissez les cellules teintées, puis renvoyez le fichier sur la page « Écoles » : rien n’est enregistré avant votre confirmation.',
      'Une cellule vide ne change rien. « ? » ou « je ne sais pas » est une réponse : l’inconnu n’est jamais compté comme zéro.',
      `Les réponses déjà données, livraisons comprises, sont celles du ${formatDay(madeOn)}. L’UAI ne se modifie pas.`,
    ],
    columns: [
      { label: startingPointHeaders.uai, width: 12, format: 'text' },
      { label: startingPointHeaders.school, width: 36, format: 'text' },
      ...questions.map(column),
    ],
    rows: schools.map(({ uai, name, known }): Cell[] => [
      { text: uai },
      { text: name },
      ...questions.map((question) => cell(question, known[question.name])),
    ]),
    protected: true,
  };
}

function helpSheet({ questions }: StartingPointSheetFacts): Sheet {
  return {
    name: 'Aide',
    heading: ['Comment répondre'],
    columns: [
      { label: 'Colonne', width: 60, format: 'text' },
      { label: 'Réponse attendue', width: 70, format: 'text' },
    ],
    rows: questions.map(({ label, kind }): Cell[] => [{ text: label }, { text: help[kind] }]),
    protected: true,
  };
}

/** The workbook, filled with what is known today. */
export function startingPointWorkbook(facts: StartingPointSheetFacts): Workbook {
  return {
    title: `État des lieux des écoles, ${facts.communeName}`,
    issuer: facts.issuer,
    reference: facts.communeName,
    date: facts.madeOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    sheets: [schoolsSheet(facts), helpSheet(facts)],
  };
}
