// Takes chance and the clock out of a DOCX: the library draws identifiers at random and counts bookmarks for ever.
import type { Day } from '~/domain/shared/day';

/** A change of each part of a file that gives the same text for the same document. Made anew for each file. */
export function steadied(date: Day): (path: string, xml: string) => string {
  const instant = `${date}T12:00:00Z`;
  const named = new Map<string, string>();
  const rename = (found: string, prefix: string) => {
    const known = named.get(found) ?? `${prefix}${named.size + 1}`;
    named.set(found, known);
    return known;
  };
  return (path, xml) => {
    const dated = path === 'docProps/core.xml' ? xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, instant) : xml;
    return (
      dated
        // Relations of hyperlinks: 'rId' and twenty-one random signs.
        .replace(/rId[a-z0-9_-]{21}(?=")/g, (found) => rename(found, 'rIdL'))
        .replace(
          /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)(")/g,
          (_, before, id, after) => before + rename(`b${id}`, '') + after,
        )
        .replace(/\b_Toc[A-Za-z0-9_-]+/g, (found) => rename(found, '_Toc'))
    );
  };
}
