// What a document says, entry by entry, read from its blocks: to hold two versions of a file against each other.
import type { VersionEntry } from '~/domain/grants/versions';
import type { Block, Text } from '../blocks';

function plain(text: Text): string {
  const runs = typeof text === 'string' ? [text] : text;
  return runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}

/** The entries of the blocks, each under its first-level heading; what only lays out the page says nothing. */
export function entriesOf(blocks: readonly Block[]): readonly VersionEntry[] {
  const entries: VersionEntry[] = [];
  let part = '';
  let under = '';
  const add = (label: string, value: string) => entries.push({ part, label, value });
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        if (block.level === 1) [part, under] = [block.text, ''];
        else under = block.text;
        break;
      case 'facts':
        for (const { label, value } of block.entries) add(label, plain(value));
        break;
      case 'table':
        for (const row of [...block.rows, ...(block.totals ?? [])]) {
          const [first = '', ...rest] = row.map(plain);
          add(first, rest.filter((cell) => cell !== '').join(' · '));
        }
        break;
      case 'paragraph':
        add(under, plain(block.text));
        break;
      case 'list':
        for (const item of block.items) add(under, plain(item));
        break;
      case 'notice':
        add(block.title ?? under, plain(block.text));
        break;
      case 'checkbox':
        add(plain(block.text), block.checked ? 'oui' : 'non');
        break;
      default:
    }
  }
  return entries;
}
