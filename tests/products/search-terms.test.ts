// French search forgives accents, plurals, hyphens and compounds, and no typed character breaks it.
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexedText, matchExpression, searchTerms } from '~/domain/products/search-terms';

const labels = [
  'Écran numérique interactif 75 pouces',
  'Vidéoprojecteur à focale ultra-courte',
  'Tableaux blancs émaillés',
  'Point d’accès Wi-Fi 6 (802.11ax)',
  'Tablette iPad 10,9" 64 Go',
  'Casque micro-casque filaire œillets',
  'Ordinateur portable 14 pouces, 8 Go, SSD 256 Go',
  'Journaux numériques pour l’école',
  'Câble HDMI 2 m, réf. CAB-HDMI/2M',
];

function openIndex(): Sqlite.Database {
  const index = new Sqlite(':memory:');
  index.exec("create virtual table terms using fts5(text, tokenize = 'unicode61')");
  for (const label of labels) index.prepare('insert into terms (text) values (?)').run(indexedText([label]));
  return index;
}

function found(index: Sqlite.Database, typed: string): string[] {
  const expression = matchExpression(typed);
  if (expression === undefined) return [];
  const rows = index.prepare('select rowid from terms where terms match ? order by rowid').all(expression) as {
    rowid: number;
  }[];
  return rows.map(({ rowid }) => labels[rowid - 1] ?? '');
}

test.each([
  ['ecran', 0],
  ['écrans', 0],
  ['ÉCRANS NUMÉRIQUES', 0],
  ['écran interactive', 0],
  ['ecrans interactifs', 0],
  ['numériq', 0],
  ['videoprojecteur', 1],
  ['vidéo-projecteurs', 1],
  ['vidéo projecteur', 1],
  ['projecteur', 1],
  ['ultra courte', 1],
  ['ultracourte', 1],
  ['tableau', 2],
  ['tableau blanc', 2],
  ['wifi', 3],
  ['wi-fi', 3],
  ['wi fi', 3],
  ['WIFI 6', 3],
  ['borne point d accès', undefined],
  ["point d'acces", 3],
  ['802.11ax', 3],
  ['ipad 10,9', 4],
  ['ipad 10.9', 4],
  ['64go', 4],
  ['64 go', 4],
  ['oeillet', 5],
  ['œillet', 5],
  ['ordinateurs portables', 6],
  ['portables 8go', 6],
  ['journal', 7],
  ['cab-hdmi', 8],
  ['CAB-HDMI/2M', 8],
  ['l’école', 7],
])('« %s » finds what it should', (typed, expected) => {
  const results = found(openIndex(), typed);
  if (expected === undefined) expect(results).toEqual([]);
  else expect(results).toContain(labels[expected]);
});

test('a search asks for every word', () => {
  expect(found(openIndex(), 'tablette 75 pouces')).toEqual([]);
  expect(found(openIndex(), 'numériques')).toEqual([labels[0], labels[7]]);
});

test.each(['', '   ', '"', '*', 'de la', "l'", '(((', '---'])('« %s » asks for nothing', (typed) => {
  expect(matchExpression(typed)).toBeUndefined();
});

test('whatever is typed, the index answers without error', () => {
  const index = openIndex();
  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '"',
          '*',
          'AND',
          'OR',
          'NOT',
          'NEAR(',
          ')',
          ':',
          '^',
          '-',
          'text',
          '{',
          '}',
          '+',
          '?',
          "'",
          'é',
          '\0',
        ),
      )
      .map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      found(index, text);
    }),
    { numRuns: 500 },
  );
});

test('what is indexed is found by its own words', () => {
  const index = openIndex();
  for (const label of labels)
    expect(
      found(
        index,
        label
          .split(/[ ,()]+/)
          .slice(0, 5)
          .join(' '),
      ),
    ).toContain(label);
});

test('terms are the same for the singular and the plural', () => {
  const pairs = [
    ['tableau', 'tableaux'],
    ['réseau', 'réseaux'],
    ['bureau', 'bureaux'],
    ['jeu', 'jeux'],
    ['journal', 'journaux'],
    ['numérique', 'numériques'],
    ['connecté', 'connectées'],
    ['professionnel', 'professionnelles'],
    ['interactif', 'interactives'],
  ];
  for (const [one, many] of pairs) expect(searchTerms(many ?? '')).toEqual(searchTerms(one ?? ''));
});
