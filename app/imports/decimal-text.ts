// Reads the numbers that people type in French files, exactly and without a float: '1 234,50', '1.234,50', '20 %'.

/** A decimal number: digits × 10^-scale. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

export type DecimalReading =
  | { readonly kind: 'decimal'; readonly decimal: Decimal }
  /** '1.234' is a thousand in one habit and one and a bit in another. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'notANumber' };

const longest = 40;

/** Every Unicode space (no-break, narrow, thin…) as a plain one, and every minus as '-'. */
export function plainSpaces(text: string): string {
  return text
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, ' ')
    .replace(/[\u2212\u2010\u2011\u2013]/g, '-')
    .trim();
}

function decimalOf(sign: string, whole: string, fraction: string): DecimalReading {
  const kept = fraction.replace(/0+$/, '');
  const digits = BigInt(whole + kept);
  return { kind: 'decimal', decimal: { digits: sign === '-' ? -digits : digits, scale: kept.length } };
}

/** Reads a bare number, grouped by threes or not, with a decimal comma or point. */
export function readDecimal(text: string): DecimalReading {
  const plain = plainSpaces(text);
  if (plain.length > longest) return { kind: 'notANumber' };
  const signed = /^([+-]?) ?(.+)$/.exec(plain);
  const sign = signed?.[1] ?? '';
  const body = signed?.[2] ?? '';
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(body)) return { kind: 'ambiguous' };
  const simple = /^(\d+)(?:[.,](\d+))?$/.exec(body) ?? /^()[.,](\d+)$/.exec(body);
  if (simple) return decimalOf(sign, simple[1] || '0', simple[2] ?? '');
  const grouped =
    /^(\d{1,3}(?:[ '’]\d{3})+)(?:[.,](\d+))?$/.exec(body) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(body) ??
    /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(body) ??
    /^(\d{1,3}(?:\.\d{3}){2,})$/.exec(body) ??
    /^(\d{1,3}(?:,\d{3}){2,})$/.exec(body);
  if (grouped) return decimalOf(sign, (grouped[1] ?? '').replace(/\D/g, ''), grouped[2] ?? '');
  return { kind: 'notANumber' };
}

/** The whole number of 10^-places units that a decimal is worth; undefined when it has more decimals than that. */
export function scaledTo(decimal: Decimal, places: number): bigint | undefined {
  return decimal.scale > places ? undefined : decimal.digits * 10n ** BigInt(places - decimal.scale);
}

/** The decimal as a JavaScript number: for technical attributes only, never for money. */
export function approximateNumber({ digits, scale }: Decimal): number {
  const negative = digits < 0n;
  const text = String(negative ? -digits : digits).padStart(scale + 1, '0');
  const plain = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
  return Number(negative ? `-${plain}` : plain);
}
