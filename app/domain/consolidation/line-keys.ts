// What makes two needs one line, and what only makes two free lines look alike.
import type { Need } from '~/domain/campaigns/campaigns';
import type { SimilarLines } from './consolidation';

/** A label without case, accents, punctuation or extra spaces: « Câble  HDMI, 2 m. » and « cable hdmi 2 m » are one. */
export function normalisedLabel(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Keyed = Pick<Need, 'productId' | 'category' | 'unit' | 'label'>;

/**
 * The key of a need's line: its catalogue reference, or for a free line its category, unit and normalised label.
 * Parts are joined by a character that no normalised part holds.
 */
export function lineKey(need: Keyed): string {
  return lineKeys()(need);
}

/** `lineKey` for many needs: each text is normalised once, as communes mostly write the same ones. */
export function lineKeys(): (need: Keyed) => string {
  const known = new Map<string, string>();
  const normalised = (text: string) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = normalisedLabel(text);
    known.set(text, found);
    return found;
  };
  return ({ productId, category, unit, label }) =>
    productId === null ? `libre|${category}|${normalised(unit)}|${normalised(label)}` : `ref|${productId}`;
}

const emptyWords = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'pour',
  'et',
  'a',
  'au',
  'aux',
  'en',
  'un',
  'une',
  'avec',
]);

/** Words that carry meaning; plurals are folded, digits kept: « 10 tablettes » is not « 8 tablettes ». */
function words(label: string): ReadonlySet<string> {
  const kept = normalisedLabel(label)
    .split(' ')
    .filter((word) => word !== '' && !emptyWords.has(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word));
  return new Set(kept);
}

const likenessThreshold = 5_000;

/**
 * Pairs of free lines of one category that share at least half of their words, the closest first.
 * A suggestion only: nothing is merged by it.
 */
export function similarFreeLines(
  lines: readonly {
    readonly key: string;
    readonly productId: string | null;
    readonly category: string;
    readonly label: string;
  }[],
): SimilarLines[] {
  const free = lines
    .filter((line) => line.productId === null && !line.key.startsWith('part|'))
    .map((line) => ({ key: line.key, category: line.category, words: words(line.label) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const pairs: SimilarLines[] = [];
  free.forEach((first, index) => {
    for (const second of free.slice(index + 1)) {
      if (first.category !== second.category) continue;
      const common = [...first.words].filter((word) => second.words.has(word)).length;
      const all = first.words.size + second.words.size - common;
      const likeness = all === 0 ? 0 : Math.floor((common * 10_000) / all);
      if (likeness >= likenessThreshold) pairs.push({ first: first.key, second: second.key, likeness });
    }
  });
  return pairs.sort(
    (a, b) => b.likeness - a.likeness || (a.first < b.first ? -1 : 1) || (a.second < b.second ? -1 : 1),
  );
}
