// Why a rule answers as it does, for people: the figures held against each other, and what is missing from whom.
import type { EvidenceSupplier, FactValue } from 'catalog/frameworks/types';
import type { Words } from './condition-in-french';
import type { Comparison } from './conditions';
import type { CheckResult } from './results';

const operators: Readonly<Record<Comparison['operator'], string>> = {
  known: 'à renseigner',
  eq: 'attendu\u202f:',
  ne: 'autre que',
  gte: 'au moins',
  lte: 'au plus',
  gt: 'plus de',
  lt: 'moins de',
  in: 'parmi',
  nin: 'hors de',
  intersects: 'dont',
};

export interface ComparedValue {
  readonly label: string;
  readonly found: string;
  readonly asked: string;
}

/** What a rule asks when the comparison stands inside a negation. */
const contraries: typeof operators = {
  known: 'à laisser vide',
  eq: 'autre que',
  ne: 'attendu\u202f:',
  gte: 'moins de',
  lte: 'plus de',
  gt: 'au plus',
  lt: 'au moins',
  in: 'hors de',
  nin: 'parmi',
  intersects: 'sans',
};

/**
 * The values that decided a result, each named with its unit. Those that led to the answer all hold, or all fail: one
 * that holds though the rule does not stands inside a negation, and its contrary is what the rule asks.
 */
export function comparedValues(
  { answer, comparisons }: Pick<CheckResult, 'answer' | 'comparisons'>,
  words: Words,
): readonly ComparedValue[] {
  const value = (path: Comparison['fact'], one: FactValue | null) =>
    one === null ? 'inconnu' : words.value(path, one);
  return comparisons.map(({ fact, operator, found, asked, holds }) => {
    const said = (answer === 'unmet' && holds === true ? contraries : operators)[operator];
    return {
      label: words.label(fact),
      found: value(fact, found),
      asked: operator === 'known' ? said : `${said} ${value(fact, asked)}`,
    };
  });
}

/** Who holds the answer to a missing fact, as the sentence says it. */
export const holderLabels: Readonly<Record<EvidenceSupplier, string>> = {
  supplier: 'le fournisseur',
  secretary: 'la commune',
  school: 'l’école',
  syndicat: 'le syndicat',
};

/** The first source that has an address to open; undefined when none has. */
export function linkOf({ sources }: Pick<CheckResult, 'sources'>): string | undefined {
  return sources.map(({ reference }) => reference).find((reference) => /^https:\/\/\S+$/.test(reference));
}
