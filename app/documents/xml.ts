// Writes XML: elements, attributes and text, everything escaped, nothing empty.

export type XmlNode = string;
type Attributes = Readonly<Record<string, string>>;

function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}

function opening(name: string, attributes: Attributes): string {
  return (
    name +
    Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escaped(value)}"`)
      .join('')
  );
}

/** An element that holds text; nothing at all when the text is null or blank. */
export function leaf(name: string, text: string | null, attributes: Attributes = {}): XmlNode {
  if (text === null || text.trim() === '') return '';
  return `<${opening(name, attributes)}>${escaped(text.trim())}</${name}>`;
}

/** An element that holds elements; nothing at all when they are all empty. */
export function branch(name: string, children: readonly XmlNode[], attributes: Attributes = {}): XmlNode {
  const inside = children.join('');
  return inside === '' ? '' : `<${opening(name, attributes)}>${inside}</${name}>\n`;
}

/** A whole XML file. */
export function xmlFile(root: XmlNode): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${root}`);
}
