// The outline of a document: the same levels in every format.
import { expect, test } from 'vitest';
import type { Block } from '~/documents/blocks';
import { headingsOf } from '~/documents/headings';

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const article = (number: string, title: string): Block => ({ kind: 'article', number, title });
const levelsOf = (...blocks: Block[]) => headingsOf(blocks).map(({ title, level }) => `${level} ${title}`);

test('articles come under the heading they follow', () => {
  expect(levelsOf(heading(1, 'A'), article('1', 'Objet'), article('2', 'Prix'), heading(1, 'B'))).toEqual([
    '1 A',
    '2 Article\u00a01\u00a0\u2013 Objet',
    '2 Article\u00a02\u00a0\u2013 Prix',
    '1 B',
  ]);
});

test('a heading under an article divides it, and the next article stands beside the first', () => {
  expect(
    levelsOf(
      article('1', 'Lot 1'),
      heading(2, 'Offres'),
      heading(3, 'Alpha'),
      article('2', 'Lot 2'),
      heading(2, 'Offres'),
    ),
  ).toEqual([
    '1 Article\u00a01\u00a0\u2013 Lot 1',
    '2 Offres',
    '3 Alpha',
    '1 Article\u00a02\u00a0\u2013 Lot 2',
    '2 Offres',
  ]);
});
