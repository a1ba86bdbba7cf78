// The styles of the DOCX files: those that Word's own lists of headings and contents work with.
import { AlignmentType, type IStylesOptions } from 'docx';

// On every office computer; LibreOffice replaces it by Carlito, which has the same widths.
export const font = 'Calibri';

export const docxColors = {
  text: '1D2329',
  muted: '55606A',
  accent: '17545C',
  rule: 'C8D0D5',
  tint: 'F0F4F4',
  warningTint: 'FDF4E3',
  warning: '9A5B00',
};

/** Millimetres in twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

function heading(size: number, before: number, after: number, color = docxColors.accent) {
  return {
    run: { font, size, bold: true, color },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  };
}

export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 20, color: docxColors.text, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 100, line: 264 } },
    },
    title: {
      run: { font, size: 40, bold: true, color: docxColors.text },
      paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
    },
    heading1: heading(28, 320, 120),
    heading2: heading(23, 240, 80),
    heading3: heading(20, 180, 60, docxColors.text),
    heading4: heading(20, 160, 40),
  },
  paragraphStyles: [
    {
      id: 'Issuer',
      name: 'Émetteur',
      basedOn: 'Normal',
      run: { bold: true, size: 23, color: docxColors.accent },
      paragraph: { spacing: { after: 0 } },
    },
    {
      id: 'IssuerLine',
      name: 'Émetteur, détail',
      basedOn: 'Normal',
      run: { size: 17, color: docxColors.muted },
      paragraph: { spacing: { after: 0 } },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 23, color: docxColors.muted },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: 'Cell',
      name: 'Cellule',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 30, after: 30, line: 240 } },
    },
    {
      id: 'CellHead',
      name: 'Cellule, titre',
      basedOn: 'Cell',
      run: { size: 18, bold: true, color: docxColors.accent },
      paragraph: { keepNext: true },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { bold: true, size: 18 },
      paragraph: { spacing: { before: 120, after: 60 }, keepNext: true, alignment: AlignmentType.LEFT },
    },
    { id: 'Role', name: 'Rôle', basedOn: 'Cell', run: { size: 16, color: docxColors.muted } },
  ],
};
