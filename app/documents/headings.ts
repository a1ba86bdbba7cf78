// The headings of a document and their levels, the same in every format.
import type { Block } from './blocks';

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** A heading, as it stands in the outline: articles come under the heading they follow, not under each other's. */
export interface Heading {
  readonly title: string;
  /** 1 is the highest under the title; no level is skipped, as a screen reader expects. */
  readonly level: number;
}

function wordedArticle(block: BlockOf<'article'>): string {
  return `Article\u00a0${block.number}\u00a0\u2013 ${block.title}`;
}

/** The headings of a document in order, with the level each one takes. */
export function headingsOf(blocks: readonly Block[]): Heading[] {
  const headings: Heading[] = [];
  let base = 0;
  let article: number | undefined;
  for (const block of blocks) {
    if (block.kind !== 'heading' && block.kind !== 'article') continue;
    const wanted = block.kind === 'heading' ? block.level : base + block.number.split('.').filter(Boolean).length;
    // A heading under an article divides it: the article that follows stands beside it, not below.
    if (block.kind === 'heading' && (article === undefined || block.level <= article)) {
      base = block.level;
      article = undefined;
    }
    const level = Math.min(wanted, (headings.at(-1)?.level ?? 0) + 1, 4);
    if (block.kind === 'article') article = level;
    headings.push({ title: block.kind === 'heading' ? block.text : wordedArticle(block), level });
  }
  return headings;
}
