// An Atom feed (RFC 4287), for readers and agents that watch new publications.
import type { Instant } from '~/domain/shared/day';

export interface Feed {
  readonly title: string;
  readonly self: string;
  readonly page: string;
  readonly entries: readonly {
    readonly link: string;
    readonly title: string;
    readonly updatedAt: Instant;
    readonly summary: string;
  }[];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The feed as XML; its date is that of its latest entry, so that an unchanged feed is the same text. */
export function writeFeed({ title, self, page, entries }: Feed): string {
  const latest =
    entries
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `<id>${escaped(self)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${latest}</updated>`,
    `<author><name>${escaped(title)}</name></author>`,
    `<link rel="self" href="${escaped(self)}"/>`,
    `<link rel="alternate" href="${escaped(page)}"/>`,
    ...entries.flatMap(({ link, title: heading, updatedAt, summary }) => [
      '<entry>',
      `<id>${escaped(link)}</id>`,
      `<title>${escaped(heading)}</title>`,
      `<updated>${updatedAt}</updated>`,
      `<link rel="alternate" href="${escaped(link)}"/>`,
      `<summary>${escaped(summary)}</summary>`,
      '</entry>',
    ]),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}
