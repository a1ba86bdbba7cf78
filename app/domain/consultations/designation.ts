// How a line is named in a market file: by its function, without brand, and always « ou équivalent » (CCP R2111-7).

export interface NamedSupply {
  readonly label: string;
  readonly categoryLabel: string;
  /** Brand and model of the catalogue reference the need was expressed with, when there is one. */
  readonly brand: string | null;
  readonly model: string | null;
  /** Words that tell it from others of its category; those the label already says are not repeated. */
  readonly telling?: readonly string[];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function withoutWords(label: string, words: string | null): string {
  if (words === null || words.trim() === '') return label;
  return label.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words.trim())}(?![\\p{L}\\p{N}])`, 'giu'), ' ');
}

/**
 * The designation of a line: its label without brand nor model, led by its category when nothing else says what it is,
 * followed by what tells it apart when a brand was taken out, ending with « ou équivalent ».
 */
export function functionalDesignation({ label, categoryLabel, brand, model, telling = [] }: NamedSupply): string {
  const bare = withoutWords(withoutWords(label, model), brand)
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=,)/g, '')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
  const changed = bare !== label.trim();
  const named =
    bare === '' ? categoryLabel : changed && !startsLike(bare, categoryLabel) ? `${categoryLabel} ${bare}` : bare;
  const missing = changed ? telling.filter((words) => !holdsNumber(named, words)) : [];
  const whole = [named, ...missing].join(', ');
  return /\bou équivalent\b/i.test(whole) ? whole : `${whole}, ou équivalent`;
}

/** Whether a text already says the number that some words begin with: '75 pouces' in « Écran de 75 pouces ». */
function holdsNumber(text: string, words: string): boolean {
  const number = words.split(' ')[0] ?? '';
  return new RegExp(`(?<![\\d,])${escaped(number)}(?![\\d,])`).test(text);
}

function startsLike(text: string, categoryLabel: string): boolean {
  const first = (value: string) => value.toLowerCase().split(/\s/)[0] ?? '';
  return first(text).slice(0, 5) === first(categoryLabel).slice(0, 5);
}
