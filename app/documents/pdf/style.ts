// How the house's PDF files look: paper, margins, sizes and colours.

export const a4 = { width: 595.28, height: 841.89 };

/** Margins in points; the header and the footer stand inside top and bottom. */
export const margins = { left: 54, right: 54, top: 64, firstTop: 50, bottom: 62 };

export const colors = {
  text: '#1d2329',
  muted: '#55606a',
  accent: '#17545c',
  rule: '#c8d0d5',
  tint: '#f0f4f4',
  warning: '#9a5b00',
  warningTint: '#fdf4e3',
};

export const sizes = { title: 20, subtitle: 11.5, h1: 14, h2: 11.5, h3: 10, body: 9.75, table: 8.75, small: 8 };

/** Height of a line of text at a size. */
export function lineHeight(size: number): number {
  return size * 1.36;
}

/** From the top of a line to its baseline. */
export function baseline(size: number): number {
  return size * 1.02;
}
