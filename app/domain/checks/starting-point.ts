// What a school is asked about its equipment and network before it orders; 'je ne sais pas' is always an answer.
import type { FactDefinition } from 'catalog/frameworks/facts';
import { type Day, parseDay } from '../shared/day';
import { formatDayShort } from '../shared/format';
import type { DeclaredCount } from './after-order';

/** Questions about numbers, in the order of the form. */
export const declaredCountLabels: Readonly<Record<DeclaredCount, string>> = {
  projections: 'Vidéoprojecteurs ou écrans de classe',
  classComputers: 'Ordinateurs de classe (enseignants)',
  mobileDevices: 'Tablettes et portables d’élèves',
  chargingSlots: 'Emplacements de recharge (chariots, valises)',
  mdmLicences: 'Licences de gestion de flotte',
  accessPoints: 'Bornes Wi-Fi',
  documentCameras: 'Visualiseurs',
  captureDevices: 'Appareils de prise de vue (tablettes avec caméra comprises)',
  microphones: 'Microphones',
  speakers: 'Haut-parleurs de classe',
  headLaptops: 'Portables de la direction',
  networkPrinters: 'Multifonctions en réseau',
  poeDemandW: 'Puissance PoE déjà demandée (W)',
  poeBudgetW: 'Budget PoE des commutateurs (W)',
};

export const declaredCounts = Object.keys(declaredCountLabels) as readonly DeclaredCount[];

/** A question about a school; its name is that of the fact or count it gives. */
export interface Question {
  readonly name: string;
  readonly label: string;
  readonly kind: 'count' | 'yesNo' | 'day';
}

export interface QuestionGroup {
  readonly title: string;
  /** Asked last, and folded away on the page. */
  readonly further: boolean;
  readonly questions: readonly Question[];
}

/** What a question was answered; null is 'je ne sais pas'. */
export type AnswerValue = string | number | boolean | null;

export type AnswerProblem =
  | { readonly tag: 'notACount'; readonly typed: string }
  | { readonly tag: 'notYesOrNo'; readonly typed: string }
  | { readonly tag: 'notADay'; readonly typed: string }
  | { readonly tag: 'dayToCome'; readonly typed: string };

// The directory and the class counts say these; nobody has to declare them.
const publishedFacts: readonly string[] = ['sector', 'level', 'classes', 'classesCycles2And3', 'pupils'];

const firstCounts: readonly DeclaredCount[] = [
  'projections',
  'mobileDevices',
  'chargingSlots',
  'accessPoints',
  'classComputers',
];
const firstFacts: readonly string[] = [
  'councilInformedOfWifiOn',
  'wifiCutOffInPlace',
  'wifiPictogram',
  'internetFiltering',
  'accessLogging',
  'internetCharterOn',
];

/** The questions in the order in which they are asked, out of the facts about schools; what most rules read comes first. */
export function questionGroupsOf(schoolFacts: Readonly<Record<string, FactDefinition>>): readonly QuestionGroup[] {
  const asked = Object.entries(schoolFacts).flatMap(([name, { label, type, derived }]): Question[] =>
    derived === true || publishedFacts.includes(name) || (type !== 'boolean' && type !== 'day')
      ? []
      : [{ name, label, kind: type === 'day' ? 'day' : 'yesNo' }],
  );
  const ofCount = (name: DeclaredCount): Question => ({ name, label: declaredCountLabels[name], kind: 'count' });
  return [
    { title: 'Équipement présent aujourd’hui', further: false, questions: firstCounts.map(ofCount) },
    {
      title: 'Wi-Fi et internet',
      further: false,
      questions: firstFacts.flatMap((name) => asked.find((question) => question.name === name) ?? []),
    },
    {
      title: 'Autres équipements',
      further: true,
      questions: declaredCounts.filter((name) => !firstCounts.includes(name)).map(ofCount),
    },
    {
      title: 'Réseau, bâtiment et projet',
      further: true,
      questions: asked.filter(({ name }) => !firstFacts.includes(name)),
    },
  ];
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s\u00a0\u202f’']+/g, ' ')
    .trim()
    .toLowerCase();

const unknownWritings: readonly string[] = ['?', 'je ne sais pas', 'ne sait pas', 'ne sais pas', 'inconnu', 'nsp'];

/** How 'je ne sais pas' is written in a form and in a sheet. */
export const unknownWriting = 'je ne sais pas';

function dayOf(text: string): Day | undefined {
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (!french) return parseDay(text);
  const [, dayOfMonth = '', month = '', year = ''] = french;
  return parseDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
}

/** Reads an answer as typed (not blank); a day to come is no answer, as the facts are about what was done. */
export function readAnswer(
  { kind }: Question,
  typed: string,
  today: Day,
): { readonly value: AnswerValue } | { readonly problem: AnswerProblem } {
  const text = fold(typed);
  if (unknownWritings.includes(text)) return { value: null };
  if (kind === 'count') {
    const digits = text.replace(/ /g, '');
    return /^\d{1,5}$/.test(digits) ? { value: Number(digits) } : { problem: { tag: 'notACount', typed } };
  }
  if (kind === 'yesNo') {
    if (['oui', 'o', 'vrai', 'x'].includes(text)) return { value: true };
    return ['non', 'n', 'faux'].includes(text) ? { value: false } : { problem: { tag: 'notYesOrNo', typed } };
  }
  const value = dayOf(typed.trim());
  if (value === undefined) return { problem: { tag: 'notADay', typed } };
  return value > today ? { problem: { tag: 'dayToCome', typed } } : { value };
}

/** The French sentence of what is wrong with an answer. */
export function answerProblemSentence(problem: AnswerProblem): string {
  const typed = `\u00ab\u00a0${problem.typed}\u00a0\u00bb`;
  switch (problem.tag) {
    case 'notACount':
      return `${typed} n’est pas un nombre entier\u00a0: écrivez 0, 1, 2… ou «\u00a0?\u00a0» si vous ne savez pas.`;
    case 'notYesOrNo':
      return `${typed} n’est pas une réponse\u00a0: écrivez oui, non ou je ne sais pas.`;
    case 'notADay':
      return `${typed} n’est pas une date\u00a0: écrivez par exemple 23/11/2026, ou «\u00a0?\u00a0» si vous ne savez pas.`;
    case 'dayToCome':
      return `${typed} est une date à venir\u00a0: indiquez la date où cela a été fait.`;
  }
}

/** An answer as people read it. */
export function answerText({ kind }: Question, value: AnswerValue): string {
  if (value === null) return unknownWriting;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  const day = kind === 'day' && typeof value === 'string' ? parseDay(value) : undefined;
  return day ? formatDayShort(day) : String(value);
}
