// Reads the cells of a price schedule that carry money or a rate: exact, or a tagged reason why not.

import type { LineRefusal } from '~/domain/products/schedule-line';
import type { BasisPoints, UnitPrice } from '~/domain/shared/money';
import { unitPrice } from '~/domain/shared/money';
import { type Decimal, plainSpaces, readDecimal, scaledTo } from './decimal-text';
import type { Cell } from './spreadsheet';

/** Ten million euros: nothing in a school's catalogue costs that, a slipped comma does. */
const unlikelyPrice = 100_000_000_000n;

export type PriceReading = { readonly price: UnitPrice } | { readonly refusal: LineRefusal };

/** Words that suppliers leave in a blank: they say nothing. */
export function saysNothing(text: string): boolean {
  return /^(-+|–|—|\.+|\/|n ?\/ ?[acd]|n\.?[cadr]\.?|nd|nr|ns|\?+|x{3,}|non (communiqu[ée]e?|renseign[ée]e?|connue?|disponible)|inconnue?|sans objet|so|#n\/a)$/i.test(
    plainSpaces(text),
  );
}

function numberOf(cell: Cell): Decimal | 'ambiguous' | 'gross' | undefined {
  if (cell.content.kind === 'number') {
    const reading = readDecimal(cell.content.decimal.replace('.', ','));
    return reading.kind === 'decimal' && !cell.content.percent ? reading.decimal : undefined;
  }
  if (cell.content.kind !== 'text') return undefined;
  const text = plainSpaces(cell.text);
  if (/(?<![a-z])t\.? ?t\.? ?c(?![a-z])/i.test(text)) return 'gross';
  const bare = text
    .replace(/€|(?<![a-z])eur(os?)?(?![a-z])/gi, ' ')
    .replace(/(?<![a-z])h\.? ?t\.?(?![a-z])|hors taxes?/gi, ' ')
    .replace(/(\/|\bpar\b|\bl['’]) ?(u|unit[ée]|pi[eè]ce|pce|licence|poste|an|jour|heure|forfait)\.? *$/i, ' ');
  const reading = readDecimal(bare);
  if (reading.kind === 'ambiguous') return 'ambiguous';
  return reading.kind === 'decimal' ? reading.decimal : undefined;
}

function unusable(cell: Cell): LineRefusal | undefined {
  if (cell.content.kind === 'formulaWithoutValue') return { tag: 'formulaWithoutValue', cell: cell.text };
  if (cell.content.kind === 'error') return { tag: 'errorInCell', cell: cell.text };
  return undefined;
}

/** Reads a net unit price, in ten-thousandths of a euro: four decimals at most, more than zero. */
export function readPrice(cell: Cell | undefined): PriceReading {
  if (!cell || (cell.content.kind === 'text' && saysNothing(cell.text))) return { refusal: { tag: 'missingPrice' } };
  const refusal = unusable(cell);
  if (refusal) return { refusal };
  const number = numberOf(cell);
  if (number === 'gross') return { refusal: { tag: 'grossPrice', cell: cell.text } };
  if (number === 'ambiguous') return { refusal: { tag: 'ambiguousPrice', cell: cell.text } };
  if (number === undefined) return { refusal: { tag: 'textInPrice', cell: cell.text } };
  const scaled = scaledTo(number, 4);
  if (number.digits < 0n) return { refusal: { tag: 'negativePrice', cell: cell.text } };
  if (scaled === undefined) return { refusal: { tag: 'tooManyDecimals', cell: cell.text } };
  if (scaled === 0n) return { refusal: { tag: 'zeroPrice', cell: cell.text } };
  if (scaled > unlikelyPrice) return { refusal: { tag: 'priceTooLarge', cell: cell.text } };
  return { price: unitPrice(Number(scaled)) };
}

/** Reads an eco-contribution per unit, net; zero is a statement, a blank is not (undefined). */
export function readEcoContribution(cell: Cell | undefined): PriceReading | undefined {
  if (!cell || (cell.content.kind === 'text' && saysNothing(cell.text))) return undefined;
  const refusal = unusable(cell);
  if (refusal) return { refusal };
  const number = numberOf(cell);
  const scaled = typeof number === 'object' ? scaledTo(number, 4) : undefined;
  if (scaled === undefined || scaled < 0n || scaled > unlikelyPrice) {
    return { refusal: { tag: 'unreadableEcoContribution', cell: cell.text } };
  }
  return { price: unitPrice(Number(scaled)) };
}

export type RateReading = { readonly rate: BasisPoints } | { readonly refusal: LineRefusal };

/**
 * Reads a VAT rate in basis points: '20 %', '20', 0.2 and '0,2' are the same; only the allowed rates pass.
 * A blank is undefined: unknown, never zero.
 */
export function readVatRate(cell: Cell | undefined, allowed: readonly BasisPoints[]): RateReading | undefined {
  if (!cell || (cell.content.kind === 'text' && saysNothing(cell.text))) return undefined;
  const refusal = unusable(cell);
  if (refusal) return { refusal };
  const unknown: RateReading = { refusal: { tag: 'unknownVatRate', cell: cell.text, allowed } };
  let reading: ReturnType<typeof readDecimal>;
  let percent = false;
  let share = false;
  if (cell.content.kind === 'number') {
    reading = readDecimal(cell.content.decimal.replace('.', ','));
    // A cell shown as a percentage holds the share: 0.2 for 20 %.
    share = cell.content.percent;
  } else if (cell.content.kind === 'text') {
    const text = plainSpaces(cell.text);
    percent = text.includes('%');
    reading = readDecimal(text.replace(/%/g, ' ').replace(/\b(taux( de)?|tva)\b/gi, ' '));
  } else return unknown;
  if (reading.kind !== 'decimal') return unknown;
  const { decimal } = reading;
  const belowOne = decimal.digits > 0n && decimal.digits < 10n ** BigInt(decimal.scale);
  const rate = scaledTo(decimal, share || (belowOne && !percent) ? 4 : 2);
  return rate !== undefined && allowed.includes(Number(rate)) ? { rate: Number(rate) } : unknown;
}
