// When a campaign writes to its members by itself: its opening, then reminders graded by the days left.
import { addDays, type Day, daysBetween } from '~/domain/shared/day';
import { type AnswerState, type Campaign, campaignState, type InvitedMember } from './campaigns';

export interface ReminderGrade {
  /** Days before the last day to answer. */
  readonly daysBefore: number;
  /** Whether elected officials receive it besides secretaries. */
  readonly toElected: boolean;
}

/** Longest notice of a reminder, in days. */
export const longestNotice = 180;
/** Grades that a campaign can hold. */
export const mostGrades = 6;

/** What a new campaign starts with; the buyer changes it. */
export const usualGrades: readonly ReminderGrade[] = [
  { daysBefore: 15, toElected: false },
  { daysBefore: 7, toElected: false },
  { daysBefore: 2, toElected: true },
];

export type Occasion =
  | { readonly kind: 'opening' }
  | { readonly kind: 'graded'; readonly grade: ReminderGrade; readonly closesOn: Day };

/** What makes an occasion happen once; a changed last day makes its reminders new ones. */
export function occasionKey(occasion: Occasion): string {
  return occasion.kind === 'opening' ? 'opening' : `before-${occasion.grade.daysBefore}-${occasion.closesOn}`;
}

/** What a campaign writes by itself. */
export interface MailPlan {
  readonly announced: boolean;
  readonly grades: readonly ReminderGrade[];
}

export interface PlannedReminder extends ReminderGrade {
  readonly on: Day;
}

/** The reminders of a campaign in the order of their days; one that would fall on the opening or before is left out. */
export function plannedReminders(
  campaign: Pick<Campaign, 'opensOn' | 'closesOn'>,
  grades: readonly ReminderGrade[],
): readonly PlannedReminder[] {
  return grades
    .map((grade) => ({ ...grade, on: addDays(campaign.closesOn, -grade.daysBefore) }))
    .filter(({ on }) => on > campaign.opensOn)
    .toSorted((a, b) => b.daysBefore - a.daysBefore);
}

/**
 * What is to be written on a day, given the occasions already done: the opening, then the nearest reminder whose day has
 * come. Reminders overtaken by a later one are never written: nobody receives two on one day.
 */
export function dueOccasions(
  campaign: Campaign,
  { announced, grades }: MailPlan,
  done: ReadonlySet<string>,
  today: Day,
): readonly Occasion[] {
  if (campaignState(campaign, today) !== 'open') return [];
  const opening: Occasion = { kind: 'opening' };
  // The opening says the last day: who is only told now needs no reminder besides.
  if (announced && !done.has(occasionKey(opening))) return [opening];
  const reached = plannedReminders(campaign, grades).filter(({ on }) => on <= today);
  const nearest = reached.at(-1);
  if (!nearest) return [];
  const { daysBefore, toElected } = nearest;
  const occasion: Occasion = { kind: 'graded', grade: { daysBefore, toElected }, closesOn: campaign.closesOn };
  return done.has(occasionKey(occasion)) ? [] : [occasion];
}

/** The invited members who have neither signed nor declared that they need nothing, in their order. */
export function membersToRemind(
  invited: readonly InvitedMember[],
  answers: readonly { readonly communeId: string; readonly state: AnswerState }[],
): readonly InvitedMember[] {
  const settled = new Set(
    answers.filter(({ state }) => state === 'signed' || state === 'noNeed').map(({ communeId }) => communeId),
  );
  return invited.filter(({ communeId }) => !settled.has(communeId));
}

export type GradeRefusal =
  | { readonly kind: 'noticeOutOfBounds'; readonly position: number }
  | { readonly kind: 'twice'; readonly daysBefore: number };

/** What is wrong with the grades of a campaign: a notice of 1 to 180 days, each once. */
export function gradeRefusals(grades: readonly ReminderGrade[]): readonly GradeRefusal[] {
  const outside = grades.flatMap(({ daysBefore }, index): GradeRefusal[] =>
    Number.isSafeInteger(daysBefore) && daysBefore >= 1 && daysBefore <= longestNotice
      ? []
      : [{ kind: 'noticeOutOfBounds', position: index + 1 }],
  );
  const notices = grades.map(({ daysBefore }) => daysBefore);
  const repeated = [...new Set(notices.filter((one, index) => notices.indexOf(one) !== index))];
  return [...outside, ...repeated.map((daysBefore): GradeRefusal => ({ kind: 'twice', daysBefore }))];
}

/** The French sentence of a refused grade. */
export function gradeRefusalSentence(refusal: GradeRefusal): string {
  return refusal.kind === 'twice'
    ? `Deux relances sont à ${refusal.daysBefore} jours du dernier jour : gardez-en une.`
    : `Relance ${refusal.position} : écrivez un nombre entier de jours, de 1 à ${longestNotice}, ou laissez la case vide.`;
}

/** 'il reste 12 jours', 'c’est demain': what is left before a last day. */
export function timeLeft(today: Day, closesOn: Day): string {
  const left = daysBetween(today, closesOn);
  if (left <= 0) return 'c’est aujourd’hui';
  return left === 1 ? 'c’est demain' : `il reste ${left} jours`;
}
