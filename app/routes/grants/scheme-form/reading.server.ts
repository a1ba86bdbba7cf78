// Reads the fields of a scheme's form: amounts, rates, counts, and the mark of what was read in the text.
import type { Sourced } from 'catalog/grants/types';
import { parseAmount } from '~/domain/shared/amount-text';

/** What a part of the form is read with; problems gather by field. */
export interface Reading {
  readonly problems: Record<string, string>;
  text(name: string): string;
  lines(name: string): readonly string[];
  list(name: string): readonly string[];
  has(name: string): boolean;
  /** Cents of an amount; null when the field is empty. */
  amount(name: string): number | null;
  /** Basis points of a rate in per cent; null when the field is empty. */
  rate(name: string): number | null;
  count(name: string): number | null;
  chosen<Value extends string>(name: string, options: readonly Value[], otherwise: Value): Value;
}

export function readingOf(form: FormData): Reading {
  const problems: Record<string, string> = {};
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
  const hundredths = (name: string, sentence: string, most: number): number | null => {
    const typed = text(name).replace(/%$/, '');
    if (typed === '') return null;
    const value = parseAmount(typed);
    if (value === undefined || value < 0 || value > most) {
      problems[name] = sentence;
      return null;
    }
    return value;
  };
  return {
    problems,
    text,
    lines: (name) =>
      text(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    list: (name) => form.getAll(name).map(String),
    has: (name) => form.has(name),
    amount: (name) => hundredths(name, 'Écrivez un montant en euros, comme 7 000.', 1_000_000_000_000),
    rate: (name) => hundredths(name, 'Écrivez un taux de 0 à 100, comme 50.', 10_000),
    count: (name) => {
      const typed = text(name).replace(/[\s\u202f\u00a0]/g, '');
      if (typed === '') return null;
      if (/^\d{1,9}$/.test(typed)) return Number(typed);
      problems[name] = 'Écrivez un nombre entier.';
      return null;
    },
    chosen: (name, options, otherwise) => options.find((option) => option === text(name)) ?? otherwise,
  };
}

/**
 * A value with its mark. Unchanged, it keeps the one it had; changed, it is to be verified unless the person says
 * it was read in the text; and that answer confirms the unchanged ones of the same part as well.
 */
export function marked<Value>(value: Value, before: Sourced<Value> | undefined, verified: boolean): Sourced<Value> {
  const same = before !== undefined && JSON.stringify(before.value) === JSON.stringify(value);
  if (same && (!verified || before.confidence === 'confirmed')) return before;
  return { value, confidence: verified ? 'confirmed' : 'unsure', sources: [] };
}

/** The property when the value is set, nothing when it is not. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | null,
  before: Sourced<Value> | undefined,
  verified: boolean,
): { readonly [Key in Name]?: Sourced<Value> } {
  if (value === null) return {};
  return { [name]: marked(value, before, verified) } as { readonly [Key in Name]: Sourced<Value> };
}
