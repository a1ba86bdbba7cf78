// The entries of the time line: what, whose, by which text, and where each stands on a day.
import type { Confidence, Sourced } from 'catalog/thresholds/types';
import { type Day, daysBetween } from '~/domain/shared/day';

export const timelineKindLabels = {
  campaign: 'Recensement des besoins',
  notice: 'Publicité',
  questions: 'Questions des candidats',
  offers: 'Offres',
  award: 'Attribution et signature',
  legality: 'Transmission à la préfecture',
  openData: 'Données ouvertes',
  execution: 'Exécution et reconduction',
  grant: 'Subventions',
} as const;

export type TimelineKind = keyof typeof timelineKindLabels;
export type TimelineOwner = 'buyer' | 'candidates' | 'commune' | 'communes';

export const timelineOwnerLabels: Readonly<Record<TimelineOwner, string>> = {
  buyer: 'Syndicat',
  candidates: 'Candidats',
  commune: 'Commune',
  communes: 'Communes',
};

export interface TimelineEntry {
  /** Stays the same while the date moves, so that an agenda replaces it. */
  readonly id: string;
  readonly kind: TimelineKind;
  readonly on: Day;
  readonly label: string;
  /** What it is about: the reference of the consultation, the number of the contract, the campaign, the aid. */
  readonly subject: string;
  readonly consultationId: string | null;
  readonly article: string;
  readonly confidence: Confidence;
  readonly owner: TimelineOwner;
  /** Page where to act. */
  readonly to: string;
  /** The day it was done; null while it is not, or while nothing tells. */
  readonly doneOn: Day | null;
  /** 'duty': late once its day has passed. 'milestone': nobody has to act, the day just comes. */
  readonly nature: 'duty' | 'milestone';
  /** First day it may be noted as done by hand, where nothing else of the site tells; null elsewhere. */
  readonly recordableFrom: Day | null;
  /** Days ahead of which it is called near, when the usual ones are too few. */
  readonly alertDays?: number | undefined;
}

type Sparse = Omit<TimelineEntry, 'doneOn' | 'nature' | 'recordableFrom' | 'confidence'> &
  Partial<Pick<TimelineEntry, 'doneOn' | 'nature' | 'recordableFrom' | 'confidence'>>;

/** Article and confidence of a text. */
export const textOf = ({ article, confidence }: Sourced) => ({ article, confidence });

/** An entry: a duty not done, of sure text, unless told otherwise. */
export function timelineEntry(known: Sparse): TimelineEntry {
  return { doneOn: null, nature: 'duty', recordableFrom: null, confidence: 'confirmed', ...known };
}

export type TimelineState =
  | { readonly kind: 'done'; readonly on: Day }
  | { readonly kind: 'due'; readonly days: number }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'passed' };

export type TimelineLine = TimelineEntry & { readonly state: TimelineState };

/** Where an entry stands on a day: done first; its own day is not late yet. */
export function timelineStateOf(one: Pick<TimelineEntry, 'on' | 'doneOn' | 'nature'>, today: Day): TimelineState {
  if (one.doneOn !== null) return { kind: 'done', on: one.doneOn };
  const days = daysBetween(today, one.on);
  if (days >= 0) return { kind: 'due', days };
  return one.nature === 'milestone' ? { kind: 'passed' } : { kind: 'late', days: -days };
}

/** Entries with their state on a day, earliest first; the same day, by subject then label. */
export function timelineLines(entries: readonly TimelineEntry[], today: Day): readonly TimelineLine[] {
  return entries
    .map((one) => ({ ...one, state: timelineStateOf(one, today) }))
    .toSorted(
      (a, b) => a.on.localeCompare(b.on) || a.subject.localeCompare(b.subject) || a.label.localeCompare(b.label),
    );
}

/** Days ahead of which a duty is called near on the first page. */
const usualAlertDays = 15;

/** Whether a duty is to be done soon. */
export function isNear({ nature, state, alertDays }: TimelineLine): boolean {
  return nature === 'duty' && state.kind === 'due' && state.days <= (alertDays ?? usualAlertDays);
}

/** What asks for a deed now: late, or due soon; the latest first. */
export function pressingLines(lines: readonly TimelineLine[]): readonly TimelineLine[] {
  return lines.filter((line) => line.state.kind === 'late' || isNear(line));
}

/** The state in French. */
export function timelineStateLabel(state: TimelineState, days: (day: Day) => string): string {
  switch (state.kind) {
    case 'done':
      return `fait le ${days(state.on)}`;
    case 'passed':
      return 'passé';
    case 'late':
      return `en retard de ${state.days} jour${state.days > 1 ? 's' : ''}`;
    case 'due':
      return state.days === 0 ? 'aujourd’hui' : `dans ${state.days} jour${state.days > 1 ? 's' : ''}`;
  }
}
