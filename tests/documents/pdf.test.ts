// The PDF writer, read back from its bytes.
import { expect, test } from 'vitest';
import type { Block, DocumentModel } from '~/documents/blocks';
import { linesOf } from '~/documents/pdf/lines';
import { writePdf } from '~/documents/pdf/write-pdf';
import { day } from '~/domain/shared/day';
import { inspect, installed, plain, readPdf } from './reading';

function aDocument(blocks: readonly Block[], changes: Partial<DocumentModel> = {}): DocumentModel {
  return {
    title: 'Note d’essai',
    reference: 'N-2026-1',
    issuer: { name: 'Syndicat & communes', lines: ['1 place de l’Exemple'] },
    date: day('2026-11-23'),
    blocks,
    ...changes,
  };
}

const everySign = '« 1\u202f234\u202f567,50\u00a0€ œ Œ ½ n° « » — … ≥ ✓ ☐ »';

const everyBlock: readonly Block[] = [
  { kind: 'contents' },
  { kind: 'pageBreak' },
  { kind: 'heading', level: 1, text: 'Premier chapitre' },
  { kind: 'article', number: '1', title: 'Objet' },
  {
    kind: 'paragraph',
    text: [
      everySign,
      ' ',
      { text: 'gras', bold: true },
      ' ',
      { text: 'lien', link: 'https://www.legifrance.gouv.fr/' },
    ],
  },
  { kind: 'list', ordered: true, items: ['premier point', 'second point'] },
  { kind: 'facts', entries: [{ label: 'Étiquette', value: 'valeur' }] },
  {
    kind: 'table',
    caption: 'Légende',
    columns: [{ label: 'A' }, { label: 'B', align: 'right' }],
    rows: [
      ['un', ''],
      ['deux', '2'],
    ],
    totals: [['Total', '3']],
  },
  { kind: 'parties', parties: [{ role: 'Acheteur', name: 'Commune', lines: ['ligne'] }] },
  { kind: 'summary', entries: [{ label: 'Total TTC', value: '3,00 €', strong: true }] },
  { kind: 'notice', tone: 'warning', title: 'À vérifier', text: 'avis' },
  { kind: 'checkbox', checked: true, text: 'coché' },
  { kind: 'checkbox', checked: false, text: 'vide' },
  { kind: 'signature', parties: [{ role: 'Le maire', name: 'Camille', note: 'cachet' }] },
];

test('the same document gives the same bytes', async () => {
  const first = await writePdf(aDocument(everyBlock));
  await writePdf(aDocument([{ kind: 'paragraph', text: 'autre chose entre les deux' }]));
  expect(Buffer.compare(first, await writePdf(aDocument(everyBlock)))).toBe(0);
});

test('every block and every French sign can be read back', async () => {
  const { text } = await readPdf(await writePdf(aDocument(everyBlock, { mention: 'Démonstration' })));
  for (const said of [
    'Premier chapitre',
    'Article 1 – Objet',
    plain(everySign),
    'gras',
    'lien',
    '2.',
    'second point',
    'Étiquette',
    'valeur',
  ]) {
    expect(text).toContain(said);
  }
  for (const said of [
    'Légende',
    'deux',
    'Total',
    'Acheteur',
    'Commune',
    '3,00 €',
    'À vérifier',
    'avis',
    '☑',
    '☐',
    'Le maire',
    'Camille',
    'cachet',
    'Démonstration',
  ]) {
    expect(text).toContain(said);
  }
});

test('the contents give the page of each heading, and each page its number out of all', async () => {
  const { pages } = await readPdf(await writePdf(aDocument(everyBlock)));
  expect(pages[0]).toMatch(/Premier chapitre ?2/);
  pages.forEach((page, index) => {
    expect(page).toContain(`page ${index + 1} / ${pages.length}`);
    expect(page).toContain('N-2026-1');
  });
});

test('a table over pages repeats its header and loses no row', async () => {
  const rows = Array.from({ length: 200 }, (_, index) => [`rang-${index + 1}.`, 'texte '.repeat((index % 9) * 6 + 1)]);
  const { pages, text } = await readPdf(
    await writePdf(aDocument([{ kind: 'table', columns: [{ label: 'Colonne un' }, { label: 'Colonne deux' }], rows }])),
  );
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) expect(page).toContain('Colonne deux');
  for (const [name] of rows) expect(text).toContain(name);
});

test('a row taller than a page goes on over the next without losing a word', async () => {
  const words = Array.from({ length: 1500 }, (_, index) => `mot${index}x`);
  const { text, pages } = await readPdf(
    await writePdf(
      aDocument([
        { kind: 'table', columns: [{ label: 'A' }, { label: 'B', width: 3 }], rows: [['a', words.join(' ')]] },
      ]),
    ),
  );
  expect(pages.length).toBeGreaterThan(1);
  for (const word of words) expect(text).toContain(word);
});

test('a notice longer than a page goes on over the next', async () => {
  const words = Array.from({ length: 1200 }, (_, index) => `mot${index}x`);
  const { text } = await readPdf(await writePdf(aDocument([{ kind: 'notice', tone: 'plain', text: words.join(' ') }])));
  for (const word of words) expect(text).toContain(word);
});

test('a word wider than its column is cut, and none of its letters lost', () => {
  const word = 'https://exemple.invalid/chemin_tres_long/'.repeat(8);
  const lines = linesOf(word, { size: 10, color: '#000000' }, 90);
  expect(lines.map((line) => line.fragments.map((fragment) => fragment.text).join('')).join('')).toBe(word);
  for (const line of lines) expect(line.width).toBeLessThanOrEqual(90);
});

test('a heading never ends a page without what it announces', async () => {
  for (let lines = 30; lines < 50; lines += 1) {
    const blocks: Block[] = [
      { kind: 'list', items: Array.from({ length: lines }, (_, index) => `ligne ${index}`) },
      { kind: 'heading', level: 1, text: 'Annonce' },
      { kind: 'table', columns: [{ label: 'Annoncé' }], rows: [['contenu']] },
    ];
    const { pages } = await readPdf(await writePdf(aDocument(blocks)));
    const page = pages.find((text) => text.includes('Annonce '));
    expect(page).toContain('contenu');
  }
});

test('a sign that no font has is replaced, as an archive may hold no missing glyph', async () => {
  const { text } = await readPdf(await writePdf(aDocument([{ kind: 'paragraph', text: 'avant 漢 après ☒ fin' }])));
  expect(text).toContain('avant ? après ☒ fin');
});

test('the file says that it is PDF/A-3a and PDF/UA-1, with its title escaped', async () => {
  const bytes = await writePdf(aDocument(everyBlock, { title: 'Fourniture & pose <lot 1>' }));
  const raw = Buffer.from(bytes).toString('utf8');
  expect(raw).toContain('<pdfaid:part>3</pdfaid:part>');
  expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(raw).toContain('Fourniture &amp; pose &lt;lot 1&gt; N-2026-1');
});

test('poppler and qpdf find a sound, tagged file with all fonts embedded', async () => {
  const bytes = await writePdf(aDocument(everyBlock));
  if (installed('qpdf')) expect(inspect('qpdf', ['--check'], bytes).status).toBe(0);
  if (installed('pdffonts', '-v')) {
    const fonts = inspect('pdffonts', [], bytes).output.trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/yes yes yes/);
    const structure = inspect('pdfinfo', ['-struct'], bytes).output;
    for (const element of [
      'Document',
      'H1',
      'H2',
      'H3',
      'TOCI',
      'Link',
      'LBody',
      'Table',
      'Caption',
      '/Scope /Column',
      '/Scope /Row',
    ]) {
      expect(structure).toContain(element);
    }
    expect(structure).not.toMatch(/Syntax (Error|Warning)/);
  }
});

test('a signature never stands alone on a page, whatever comes before it', async () => {
  const signature: Block = { kind: 'signature', parties: [{ role: 'L’acheteur', name: 'Syndicat', note: 'cachet' }] };
  const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => [`ligne ${index + 1}`, '1']);
  const columns = [{ label: 'Référence' }, { label: 'Prix' }];
  const lines = (count: number): Block[] =>
    Array.from({ length: count }, (_, index) => ({ kind: 'paragraph', text: `texte ${index + 1}` }));
  const endings: ((count: number) => readonly Block[])[] = [
    (count) => lines(count),
    (count) => [...lines(count), { kind: 'article', number: '9', title: 'Fin' }, { kind: 'paragraph', text: 'texte' }],
    (count) => [...lines(count), { kind: 'facts', entries: [{ label: 'texte', value: 'valeur' }] }],
    (count) => [...lines(count), { kind: 'table', columns, rows: rowsOf(2) }],
    (count) => [{ kind: 'table', columns, rows: rowsOf(count) }],
    (count) => [{ kind: 'table', columns, rows: rowsOf(count), totals: [['ligne totale', '1']] }],
  ];
  for (const ending of endings)
    for (let count = 18; count < 42; count += 1) {
      const { pages } = await readPdf(await writePdf(aDocument([...ending(count), signature])));
      const last = pages.at(-1) ?? '';
      expect(last, `${count} lines`).toContain('cachet');
      expect(last, `${count} lines`).toMatch(/texte|ligne/);
      expect(pages.join(' ').split('cachet'), `${count} lines`).toHaveLength(2);
      // A heading goes with what it is over.
      for (const page of pages) if (page.includes('Fin')) expect(page).toMatch(/Fin.*texte/);
    }
});
