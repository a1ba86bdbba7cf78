// Folds French text into search terms, the same for the index and for what a person types.

/** Words that a person may write in two ways; both are indexed. */
const compounds: readonly (readonly [string, string])[] = [
  ['video', 'projecteur'],
  ['micro', 'ordinateur'],
  ['multi', 'fonction'],
  ['multi', 'prise'],
  ['micro', 'casque'],
  ['wi', 'fi'],
  ['photo', 'copieur'],
  ['anti', 'virus'],
];

const stopWords = new Set(
  'a à au aux avec ce ces d dans de des du en et l la le les leur leurs n ne nos notre ou où par pour qu que s se ses son sur un une vos votre'
    .split(' ')
    .map(withoutAccents),
);

const longestQuery = 200;
const mostTerms = 8;

function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');
}

/** The stem of a folded French word: plural and the commonest feminine endings taken off. */
function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let base = word;
  if (/(eau|eu|ou|yau)x$/.test(base)) base = base.slice(0, -1);
  else if (base.endsWith('aux')) base = `${base.slice(0, -3)}al`;
  else if (/[^s]s$/.test(base)) base = base.slice(0, -1);
  if (base.endsWith('ive')) return `${base.slice(0, -3)}if`;
  if (/(el|en)(l|n)e$/.test(base)) return base.slice(0, -2);
  if (base.endsWith('euse')) return `${base.slice(0, -4)}eur`;
  const bare = base.replace(/e+$/, '');
  return bare.length >= 3 ? bare : base;
}

/** One word as written: its parts, more than one when a hyphen or an apostrophe joins them. */
function words(text: string): string[][] {
  // A decimal mark inside a number must survive: 10,9 pouces is neither 10 nor 9.
  const folded = withoutAccents(text).replace(/(\d)[.,](\d)/g, '$1d$2');
  return folded
    .split(/[^\p{L}\p{N}'’ʼ\-‐‑–]+/u)
    .map((word) => word.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '' && !stopWords.has(part)))
    .filter((parts) => parts.length > 0);
}

const joinedByParts = new Map(
  compounds.map(([first, second]) => [`${stem(first)} ${stem(second)}`, stem(first + second)]),
);
const partsByJoined = new Map(compounds.map(([first, second]) => [stem(first + second), [stem(first), stem(second)]]));

/**
 * The terms under which a text is found: stems without accents, the joined form of hyphenated words, the parts of
 * compounds ('vidéoprojecteur' is also found by 'projecteur'), numbers joined to their unit ('8 Go' by '8go').
 */
export function searchTerms(text: string): string[] {
  const terms = new Set<string>();
  let previous: string | undefined;
  for (const parts of words(text)) {
    if (parts.length > 1) terms.add(stem(parts.join('')));
    for (const part of parts) {
      const term = stem(part);
      terms.add(term);
      for (const half of partsByJoined.get(term) ?? []) terms.add(half);
      // '10d9' stands for 10,9: also found by its parts.
      if (/^\d+d\d+$/.test(term)) for (const half of term.split('d')) terms.add(half);
      if (previous !== undefined) {
        const joined = joinedByParts.get(`${previous} ${term}`);
        if (joined) terms.add(joined);
        if (/^\d+(d\d+)?$/.test(previous) && /^[a-z]{1,4}$/.test(part)) terms.add(previous + part);
      }
      previous = term;
    }
  }
  return [...terms];
}

/** The texts of a reference as one line of terms for the index. */
export function indexedText(texts: Iterable<string | null | undefined>): string {
  const terms = new Set<string>();
  for (const text of texts) for (const term of text ? searchTerms(text) : []) terms.add(term);
  return [...terms].join(' ');
}

/**
 * The FTS5 MATCH expression for what a person typed: every term must be present, the last one may be unfinished, and
 * two neighbours may be one word in the catalogue. Undefined when nothing searchable was typed. Terms hold only
 * letters and digits and are quoted, so that no typed character has a meaning for FTS5.
 */
export function matchExpression(typed: string): string | undefined {
  const terms = words(typed.slice(0, longestQuery))
    .flat()
    .map((word) => ({ word, term: stem(word) }))
    .slice(0, mostTerms);
  if (terms.length === 0) return undefined;
  const spellings = [terms.map(({ term }) => term)];
  for (let index = 0; index + 1 < terms.length; index += 1) {
    const [first, second] = [terms[index], terms[index + 1]];
    if (!first || !second) continue;
    const joined = stem(first.word + second.word);
    spellings.push([
      ...terms.slice(0, index).map(({ term }) => term),
      joined,
      ...terms.slice(index + 2).map(({ term }) => term),
    ]);
  }
  return spellings
    .map((spelling) =>
      spelling.map((term, at) => (at === spelling.length - 1 ? `"${term}" *` : `"${term}"`)).join(' AND '),
    )
    .map((conjunction) => (spellings.length > 1 ? `(${conjunction})` : conjunction))
    .join(' OR ');
}
