// Runs and paragraphs of a DOCX.
import { ExternalHyperlink, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Text } from '../blocks';
import { docxColors, font } from './docx-styles';

/** The runs of a text; a line end inside it stays a line end. */
export function runsOf(text: Text, emphasis: { bold?: boolean; color?: string } = {}): ParagraphChild[] {
  return (typeof text === 'string' ? [text] : text).flatMap((run): ParagraphChild[] => {
    const whole = typeof run === 'string' ? { text: run } : run;
    const runs = whole.text.split('\n').map(
      (part, index) =>
        new TextRun({
          text: part,
          font,
          ...emphasis,
          ...(index > 0 ? { break: 1 } : {}),
          ...(whole.bold ? { bold: true } : {}),
          ...(whole.italic ? { italics: true } : {}),
          ...(whole.link === undefined ? {} : { color: docxColors.accent, underline: {} }),
        }),
    );
    return whole.link === undefined ? runs : [new ExternalHyperlink({ link: whole.link, children: runs })];
  });
}

export function paragraphOf(text: Text, options: IParagraphOptions = {}, emphasis: { bold?: boolean } = {}): Paragraph {
  return new Paragraph({ ...options, children: runsOf(text, emphasis) });
}
