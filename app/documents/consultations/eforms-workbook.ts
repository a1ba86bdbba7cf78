// The data sheet of a European notice as a workbook: one row per term, as the page shows them.
import { type EformsRow, eformsSectionLabels, eformsStandingLabels } from '~/domain/consultations/eforms';
import type { Day } from '~/domain/shared/day';
import type { Cell, Workbook } from '../xlsx/workbook';

export interface EformsSheetFacts {
  readonly title: string;
  readonly reference: string;
  readonly version: string;
  readonly issuer: string;
  readonly madeOn: Day;
  readonly mention?: string;
  readonly rows: readonly EformsRow[];
}

const text = (value: string): Cell => (value === '' ? null : { text: value });

/** The sheet as one table. */
export function eformsWorkbook(facts: EformsSheetFacts): Workbook {
  return {
    title: `${facts.reference} ${facts.title}`,
    issuer: facts.issuer,
    reference: facts.reference,
    date: facts.madeOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    sheets: [
      {
        name: 'Avis',
        heading: [facts.title, `Consultation ${facts.reference}, ${facts.version}`],
        columns: [
          { label: 'Terme', width: 10, format: 'text' },
          { label: 'Partie', width: 14, format: 'text' },
          { label: 'Sujet', width: 22, format: 'text' },
          { label: 'Libellé', width: 48, format: 'text' },
          { label: 'Obligatoire', width: 12, format: 'text' },
          { label: 'Valeur', width: 60, format: 'text' },
          { label: 'Sens', width: 40, format: 'text' },
          { label: 'Origine', width: 30, format: 'text' },
        ],
        rows: facts.rows.map(({ bt, section, subject, label, mandatory, value, said, standing }): Cell[] => [
          text(bt),
          text(eformsSectionLabels[section]),
          text(subject),
          text(label),
          text(mandatory ? 'oui' : ''),
          text(value),
          text(said),
          text(eformsStandingLabels[standing]),
        ]),
      },
    ],
  };
}
