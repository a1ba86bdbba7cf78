// Saves one part of a grant file: what others wrote meanwhile is neither lost nor overwritten without being shown.
import type { Field } from 'catalog/grants/sections';
import type { FileAnswers } from './answers';

export type Written = FileAnswers['written'];

export interface EditedField {
  readonly key: string;
  readonly field: Field;
}

/** What one part says, in a form that two readings of it share: a page carries it to show what it was made from. */
export function readingOf(written: Written, fields: readonly EditedField[]): string {
  return JSON.stringify(fields.map(({ key }) => written[key] ?? ''));
}

export interface Conflict {
  readonly key: string;
  readonly label: string;
  readonly stored: string;
  readonly typed: string;
}

export type SectionEdit =
  | { readonly kind: 'saved'; readonly written: Written; readonly changed: readonly string[] }
  | {
      readonly kind: 'conflict';
      readonly conflicts: readonly Conflict[];
      readonly merged: Written;
      readonly reading: string;
    };

const textOf = (value: Written[string] | undefined): string =>
  typeof value === 'string' ? value : (value ?? []).join(' ; ');

function without(written: Written, fields: readonly EditedField[]): Written {
  const keys = new Set(fields.map(({ key }) => key));
  return Object.fromEntries(Object.entries(written).filter(([key]) => !keys.has(key)));
}

function valuesOf(reading: string): readonly (Written[string] | undefined)[] {
  try {
    const values: unknown = JSON.parse(reading);
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

/**
 * Holds what was typed against what is stored now and what the page was made from. A field that only one person
 * changed is merged; one that both changed differently is a conflict, with both texts, and nothing is saved.
 */
export function editSection(
  stored: Written,
  typed: Written,
  fields: readonly EditedField[],
  seen: string,
): SectionEdit {
  const base = valuesOf(seen);
  const merged: Record<string, string | readonly string[]> = { ...without(stored, fields) };
  const conflicts: Conflict[] = [];
  const changed: string[] = [];
  fields.forEach(({ key, field }, index) => {
    const [before, now, mine] = [textOf(base[index]), textOf(stored[key]), textOf(typed[key])];
    const others = now !== before;
    if (others && mine !== before && mine !== now) {
      conflicts.push({ key, label: field.label, stored: now, typed: mine });
    }
    // Untouched here: what others wrote stands.
    const value = others && mine === before ? stored[key] : typed[key];
    if (value !== undefined && textOf(value) !== '') merged[key] = value;
    if (textOf(value) !== now) changed.push(key);
  });
  return conflicts.length > 0
    ? { kind: 'conflict', conflicts, merged, reading: readingOf(stored, fields) }
    : { kind: 'saved', written: merged, changed };
}
