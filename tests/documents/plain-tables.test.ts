// Tables that we write ourselves in a DOCX are, sign for sign, those that the library writes.
import { Document, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Block } from '~/documents/blocks';
import { docxBlocks } from '~/documents/docx/docx-blocks';
import { keptTables } from '~/documents/docx/plain-tables';
import { writeDocx } from '~/documents/docx/write-docx';
import { day } from '~/domain/shared/day';
import { readDocx } from '../consultations/reading';

const textWidth = 9_638;

async function written(children: ReturnType<typeof docxBlocks>): Promise<string> {
  const document = new Document({ sections: [{ children }] });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
}

const text = fc.oneof(
  fc.constantFrom('', 'Écran', '1 234,50 €', `« l'un & "l'autre" » <ou> équivalent`, ' espacé ', '$1 $& $$'),
  fc.string({ maxLength: 30 }).filter((sign) => !sign.includes('\n')),
);
const table = fc.integer({ min: 1, max: 5 }).chain((count) => {
  const cells = fc.array(text, { minLength: count, maxLength: count });
  const column = fc.record(
    { label: text, align: fc.constantFrom('left' as const, 'right' as const, 'center' as const) },
    { requiredKeys: ['label'] },
  );
  return fc.record(
    {
      kind: fc.constant('table' as const),
      columns: fc.array(column, { minLength: count, maxLength: count }),
      rows: fc.array(cells, { maxLength: 6 }),
      totals: fc.array(cells, { maxLength: 2 }),
      caption: fc.constant('Légende'),
    },
    { requiredKeys: ['kind', 'columns', 'rows'] },
  );
});

test('a table of plain text is written sign for sign as the library writes it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 3 }), async (tables) => {
      const kept = keptTables();
      const ours = kept.restore('word/document.xml', await written(docxBlocks(tables, textWidth, kept)));
      expect(ours).toContain('<w:tbl>');
      expect(ours).toBe(await written(docxBlocks(tables, textWidth)));
    }),
    { numRuns: 40 },
  );
});

test('a table with emphasis, a link or a line end in a cell is left to the library', () => {
  const kept = keptTables();
  const columns = [{ label: 'Pièce' }];
  for (const cell of [[{ text: 'gras', bold: true }], [{ text: 'lien', link: 'https://a.example' }], 'deux\nlignes'])
    expect(kept.keep({ kind: 'table', columns, rows: [[cell]] }, textWidth)).toBeNull();
  expect(kept.keep({ kind: 'table', columns, rows: [['simple']] }, textWidth)).toBeInstanceOf(Paragraph);
});

test('nothing that people write can take the place of a table', async () => {
  const forged = '\ue0000\ue001';
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: forged },
    { kind: 'paragraph', text: forged },
    { kind: 'list', items: [forged] },
    { kind: 'table', columns: [{ label: forged }], rows: [['le tableau']] },
    { kind: 'notice', tone: 'plain', title: forged, text: forged },
    { kind: 'facts', entries: [{ label: forged, value: forged }] },
  ];
  const issuer = { name: forged, lines: [forged] };
  const bytes = await writeDocx({ title: forged, reference: 'R', issuer, date: day('2026-11-23'), blocks });
  expect(readDocx(bytes).split('le tableau')).toHaveLength(2);
  expect(readDocx(bytes).split(forged).length - 1).toBe(11);
});
