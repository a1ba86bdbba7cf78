// Workbooks and vocabularies for the tests of imports, with speaking defaults.
import ExcelJS from 'exceljs';
import { type PriceSchedule, type PriceScheduleReading, readPriceSchedule } from '~/imports/price-schedule';
import { type PriceScheduleVocabulary, vatRatesInForce } from '~/imports/price-schedule-vocabulary';

export const aVocabulary: PriceScheduleVocabulary = {
  attributes: [
    { code: 'ramGb', label: 'Mémoire vive', synonyms: ['RAM', 'mémoire'], type: 'number', unit: 'Go', choices: [] },
    {
      code: 'storageGb',
      label: 'Stockage',
      synonyms: ['capacité de stockage', 'disque'],
      type: 'number',
      unit: 'Go',
      choices: [],
    },
    {
      code: 'screenInches',
      label: 'Diagonale',
      synonyms: ['taille écran', 'écran'],
      type: 'number',
      unit: 'pouces',
      choices: [],
    },
    {
      code: 'warrantyYears',
      label: 'Garantie',
      synonyms: ['durée de garantie'],
      type: 'number',
      unit: 'ans',
      choices: [],
    },
    { code: 'camera', label: 'Caméra', synonyms: [], type: 'boolean', unit: null, choices: [] },
    {
      code: 'operatingSystem',
      label: 'Système',
      synonyms: ['OS', "système d'exploitation"],
      type: 'choice',
      unit: null,
      choices: [
        { code: 'ipados', names: ['iPadOS'] },
        { code: 'android', names: ['Android'] },
      ],
    },
  ],
  categories: [
    { code: 'tablet', names: ['Tablette', 'tablette tactile'] },
    { code: 'laptop', names: ['Ordinateur portable', 'PC portable'] },
    { code: 'training', names: ['Formation'] },
  ],
  vatRates: vatRatesInForce,
};

/** Bytes of a CSV file in UTF-8. */
export function csvBytes(...lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(lines.join('\r\n'));
}

/** Bytes of a CSV file as Excel writes it on a French Windows. */
export function windowsBytes(text: string): Uint8Array {
  const beyondLatin: Readonly<Record<string, number>> = { '€': 0x80, œ: 0x9c, '’': 0x92, '–': 0x96, '…': 0x85 };
  return Uint8Array.from([...text], (character) => beyondLatin[character] ?? character.charCodeAt(0));
}

/** Bytes of an XLSX workbook that `fill` completes. */
export async function workbookBytes(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The schedule that a reading gave; the test fails when the file was refused. */
export function scheduleOf(reading: PriceScheduleReading): PriceSchedule {
  if (!reading.read) throw new Error(`Refused: ${JSON.stringify(reading.refusal)}`);
  return reading.schedule;
}

/** The schedule of a CSV file given line by line. */
export function csvSchedule(...lines: readonly string[]): PriceSchedule {
  return scheduleOf(readPriceSchedule(csvBytes(...lines), aVocabulary));
}
