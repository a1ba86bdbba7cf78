// CPV codes of lots (Regulation (EC) 213/2008): read as people write them, searched by words, proposed from categories.
import type { CpvList } from 'catalog/codes/cpv';

declare const cpvMark: unique symbol;
/** Eight digits, a hyphen and the check digit, of a code that the list holds. */
export type CpvCode = string & { readonly [cpvMark]: true };

export interface CpvEntry {
  readonly code: CpvCode;
  readonly label: string;
}

export type CpvRefusal = 'notACode' | 'unknown' | 'wrongCheckDigit';

const checkDigitsOf = new WeakMap<CpvList, ReadonlyMap<string, CpvCode>>();

function codesOf(list: CpvList): ReadonlyMap<string, CpvCode> {
  const known = checkDigitsOf.get(list);
  if (known) return known;
  const codes = new Map(Object.keys(list.labels).map((code) => [code.slice(0, 8), code as CpvCode]));
  checkDigitsOf.set(list, codes);
  return codes;
}

/**
 * Reads a code as typed: eight digits, with or without its check digit, spaces and a label after it allowed. The check
 * digit is that of the list: the regulation publishes digits, not the way to compute them.
 */
export function parseCpv(
  text: string,
  list: CpvList,
): { readonly code: CpvCode } | { readonly refusal: CpvRefusal; readonly expected?: CpvCode } {
  const [, digits, check] = /^\s*(\d{8})(?:\s*-\s*(\d))?(?!\d)/.exec(text) ?? [];
  if (digits === undefined) return { refusal: 'notACode' };
  const code = codesOf(list).get(digits);
  if (code === undefined) return { refusal: 'unknown' };
  return check === undefined || code.endsWith(`-${check}`) ? { code } : { refusal: 'wrongCheckDigit', expected: code };
}

/** Why a typed code is not taken, in French. */
export function cpvRefusalSentence(refusal: CpvRefusal, expected?: CpvCode): string {
  switch (refusal) {
    case 'notACode':
      return 'Écrivez huit chiffres, comme 30213200-7, ou cherchez le code par ses mots.';
    case 'unknown':
      return 'Ce code n’est pas dans le vocabulaire commun des marchés publics (CPV) de 2008.';
    case 'wrongCheckDigit':
      return `La clé de contrôle ne va pas avec ce code : la liste donne ${expected ?? 'une autre clé'}.`;
  }
}

/** '30213200-7 Ordinateur tablette'; the code alone when the list has no label for it. */
export function cpvText(code: string, list: CpvList): string {
  const label = list.labels[code];
  return label === undefined ? code : `${code} ${label}`;
}

function plainWords(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, ' ').toLowerCase();
}

/** Whether the code stands for supplies and services, which schools are equipped with; works (45) come after. */
function isWork(code: string): boolean {
  return code.startsWith('45');
}

/**
 * Codes whose label holds every word, or that begin by the digits typed; broad codes first, since a lot of several
 * supplies takes the code above them.
 */
export function searchCpv(text: string, list: CpvList, most = 40): readonly CpvEntry[] {
  const words = plainWords(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const digits = /^\d+$/.test(words[0] ?? '') ? words[0] : undefined;
  return Object.entries(list.labels)
    .filter(([code, label]) => {
      if (digits !== undefined) return code.startsWith(digits);
      const plain = plainWords(label);
      // A plural typed finds its singular: 'ordinateurs' and 'ordinateur' are one search.
      return words.every((word) => plain.includes(word.replace(/(?<=\w{3})[sx]$/, '')));
    })
    .sort(([a], [b]) => Number(isWork(a)) - Number(isWork(b)) || breadth(b) - breadth(a) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([code, label]) => ({ code: code as CpvCode, label }));
}

/** How broad a code is: its trailing zeros. */
function breadth(code: string): number {
  return /0*$/.exec(code.slice(0, 8))?.[0].length ?? 0;
}

/** The code proposed for a lot: that of the category that weighs most in its needs; null when none is known. Net cents. */
export function proposedCpv(
  lines: readonly { readonly category: string; readonly net: number | null; readonly quantity: number }[],
  cpvOf: (category: string) => string | undefined,
): string | null {
  const weights = new Map<string, { net: number; quantity: number }>();
  for (const { category, net, quantity } of lines) {
    const code = cpvOf(category);
    if (code === undefined) continue;
    const so = weights.get(code) ?? { net: 0, quantity: 0 };
    weights.set(code, { net: so.net + (net ?? 0), quantity: so.quantity + quantity });
  }
  const heaviest = [...weights].sort(([, a], [, b]) => b.net - a.net || b.quantity - a.quantity);
  return heaviest[0]?.[0] ?? null;
}
