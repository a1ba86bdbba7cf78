// Recognises the columns of technical attributes and reads their values with their units ('8 Go', '10,9"', 'oui').
import type { AttributeValue } from '~/domain/products/attribute-values';
import { approximateNumber, plainSpaces, readDecimal } from './decimal-text';
import type { Cell } from './spreadsheet';

export interface AttributeDefinition {
  readonly code: string;
  readonly label: string;
  /** Other headers under which suppliers give it. */
  readonly synonyms: readonly string[];
  readonly type: 'text' | 'number' | 'integer' | 'boolean' | 'day' | 'choice';
  /** As displayed: 'Go', 'pouces', 'W'. */
  readonly unit: string | null;
  readonly choices: readonly { readonly code: string; readonly names: readonly string[] }[];
}

interface UnitWriting {
  /** Quantity measured: only units of one quantity convert into one another. */
  readonly quantity: string;
  readonly factor: number;
}

/** Writings of units, folded. Storage is sold in powers of ten: 1 To is 1000 Go. */
const unitWritings: Readonly<Record<string, UnitWriting>> = {
  mo: { quantity: 'bytes', factor: 0.001 },
  mb: { quantity: 'bytes', factor: 0.001 },
  go: { quantity: 'bytes', factor: 1 },
  gb: { quantity: 'bytes', factor: 1 },
  to: { quantity: 'bytes', factor: 1000 },
  tb: { quantity: 'bytes', factor: 1000 },
  '"': { quantity: 'inches', factor: 1 },
  "''": { quantity: 'inches', factor: 1 },
  '”': { quantity: 'inches', factor: 1 },
  '″': { quantity: 'inches', factor: 1 },
  po: { quantity: 'inches', factor: 1 },
  pouce: { quantity: 'inches', factor: 1 },
  pouces: { quantity: 'inches', factor: 1 },
  inch: { quantity: 'inches', factor: 1 },
  kg: { quantity: 'mass', factor: 1 },
  g: { quantity: 'mass', factor: 0.001 },
  an: { quantity: 'years', factor: 1 },
  ans: { quantity: 'years', factor: 1 },
  annee: { quantity: 'years', factor: 1 },
  annees: { quantity: 'years', factor: 1 },
  mois: { quantity: 'years', factor: 1 / 12 },
  h: { quantity: 'hours', factor: 1 },
  heure: { quantity: 'hours', factor: 1 },
  heures: { quantity: 'hours', factor: 1 },
  j: { quantity: 'days', factor: 1 },
  jour: { quantity: 'days', factor: 1 },
  jours: { quantity: 'days', factor: 1 },
  lm: { quantity: 'lumens', factor: 1 },
  lumen: { quantity: 'lumens', factor: 1 },
  lumens: { quantity: 'lumens', factor: 1 },
  px: { quantity: 'pixels', factor: 1 },
  pixel: { quantity: 'pixels', factor: 1 },
  pixels: { quantity: 'pixels', factor: 1 },
  w: { quantity: 'power', factor: 1 },
  watt: { quantity: 'power', factor: 1 },
  watts: { quantity: 'power', factor: 1 },
  mw: { quantity: 'power', factor: 0.001 },
  'w/kg': { quantity: 'absorption', factor: 1 },
  db: { quantity: 'noise', factor: 1 },
  dba: { quantity: 'noise', factor: 1 },
  'db(a)': { quantity: 'noise', factor: 1 },
  '%': { quantity: 'percent', factor: 1 },
  '/10': { quantity: 'outOfTen', factor: 1 },
  cycle: { quantity: 'cycles', factor: 1 },
  cycles: { quantity: 'cycles', factor: 1 },
  port: { quantity: 'pieces', factor: 1 },
  ports: { quantity: 'pieces', factor: 1 },
  point: { quantity: 'pieces', factor: 1 },
  points: { quantity: 'pieces', factor: 1 },
  emplacements: { quantity: 'pieces', factor: 1 },
  places: { quantity: 'pieces', factor: 1 },
  'mbit/s': { quantity: 'throughput', factor: 1 },
  'mb/s': { quantity: 'throughput', factor: 1 },
  'gbit/s': { quantity: 'throughput', factor: 1000 },
};

function folded(text: string): string {
  return plainSpaces(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe');
}

function writingOf(unit: string): UnitWriting | undefined {
  const key = folded(unit).replace(/\s/g, '').replace(/\.$/, '');
  return Object.hasOwn(unitWritings, key) ? unitWritings[key] : undefined;
}

/** A header apart from the unit it announces: 'Mémoire vive (Go)' or 'Poids en kg'. */
function splitHeader(header: string): { readonly name: string; readonly unit: string | null } {
  const bracketed =
    /^(.*?)\s*[([]\s*(?:en\s+)?([^)\]]+?)\s*[)\]]\s*:?$/.exec(header) ?? /^(.*?)\s+en\s+(\S+)$/i.exec(header);
  const unit = bracketed?.[2];
  if (bracketed?.[1] && unit && writingOf(unit)) return { name: bracketed[1], unit };
  return { name: header, unit: null };
}

function nameKey(text: string): string {
  return folded(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(de|du|des|la|le|les|l|d|en|a)\b/g, ' ')
    .replace(/s\b/g, '')
    .replace(/ +/g, ' ')
    .trim();
}

const definitionsByName = new WeakMap<readonly AttributeDefinition[], ReadonlyMap<string, AttributeDefinition>>();

/** Definitions by the folded writings of their names; the first of two that share a name keeps it. */
function byName(definitions: readonly AttributeDefinition[]): ReadonlyMap<string, AttributeDefinition> {
  const known = definitionsByName.get(definitions);
  if (known) return known;
  const names = new Map<string, AttributeDefinition>();
  for (const definition of definitions) {
    for (const writing of [definition.label, ...definition.synonyms]) {
      for (const key of [nameKey(writing), nameKey(splitHeader(writing).name)]) {
        if (!names.has(key)) names.set(key, definition);
      }
    }
  }
  definitionsByName.set(definitions, names);
  return names;
}

/** The attribute that a header names, with the unit it announces if any. */
export function attributeOfHeader(
  header: string,
  definitions: readonly AttributeDefinition[],
): { readonly definition: AttributeDefinition; readonly unit: string | null } | undefined {
  const { name, unit } = splitHeader(plainSpaces(header));
  const names = byName(definitions);
  const definition = names.get(nameKey(name)) ?? names.get(nameKey(header));
  return definition && { definition, unit };
}

const yes = /^(oui|o|vrai|x|✓|✔|yes|true|inclus[e]?|present[e]?)$/;
const no = /^(non|n|faux|no|false|aucun[e]?|absent[e]?|sans)$/;

export type AttributeReading = { readonly value: AttributeValue } | { readonly expected: string };

function expectation({ type, unit, choices }: AttributeDefinition): string {
  if (type === 'boolean') return 'oui ou non';
  if (type === 'day') return 'une date, par exemple 01/09/2026';
  if (type === 'choice') return choices.map(({ code, names }) => names[0] ?? code).join(', ');
  if (type === 'text') return 'un texte';
  return unit === null ? 'un nombre' : `un nombre en ${unit}`;
}

/** Reads an attribute's cell. `headerUnit` is the unit that the header announces, when it does. */
export function readAttribute(
  cell: Cell,
  definition: AttributeDefinition,
  headerUnit: string | null,
): AttributeReading {
  const unreadable: AttributeReading = { expected: expectation(definition) };
  const { content } = cell;
  if (content.kind === 'error' || content.kind === 'formulaWithoutValue') return unreadable;
  const text = folded(cell.text);
  switch (definition.type) {
    case 'text':
      return { value: cell.text.trim() };
    case 'boolean':
      if (content.kind === 'boolean') return { value: content.value };
      if (yes.test(text)) return { value: true };
      return no.test(text) ? { value: false } : unreadable;
    case 'day': {
      if (content.kind === 'day') return { value: content.day };
      const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
      const iso = french ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}` : text;
      const date = new Date(`${iso}T00:00:00Z`);
      return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
        ? { value: iso }
        : unreadable;
    }
    case 'choice': {
      const key = nameKey(cell.text);
      const choice = definition.choices.find(({ code, names }) =>
        [code, ...names].some((name) => nameKey(name) === key),
      );
      return choice ? { value: choice.code } : unreadable;
    }
    case 'number':
    case 'integer': {
      const value = readMeasure(cell, definition.unit, headerUnit);
      return value === undefined || (definition.type === 'integer' && !Number.isInteger(value))
        ? unreadable
        : { value };
    }
  }
}

/** A measure in the attribute's unit: the cell's own unit first, else the header's, else the attribute's. */
function readMeasure(cell: Cell, unit: string | null, headerUnit: string | null): number | undefined {
  let number: string;
  let written: string;
  if (cell.content.kind === 'number') {
    number = cell.content.percent ? cell.text.replace('%', '') : cell.content.decimal.replace('.', ',');
    written = cell.content.percent ? '%' : '';
  } else if (cell.content.kind === 'text') {
    const match = /^([+-]?[\d .,'’]*\d)\s*(.*)$/.exec(plainSpaces(cell.text));
    if (!match) return undefined;
    number = match[1] ?? '';
    written = match[2] ?? '';
  } else return undefined;
  const reading = readDecimal(number);
  if (reading.kind !== 'decimal') return undefined;
  const value = approximateNumber(reading.decimal);
  const given = written === '' ? headerUnit : written;
  if (given === null || given === unit) return value;
  const from = writingOf(given);
  const to = unit === null ? { quantity: 'pieces', factor: 1 } : writingOf(unit);
  if (!from || !to || from.quantity !== to.quantity) return undefined;
  // Twelve decimals drop the noise of the division (36 mois are exactly 3 ans).
  return Number(((value * from.factor) / to.factor).toFixed(12));
}
