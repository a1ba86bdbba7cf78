// Public identifiers and their keys. A branded string is made only by its parser.

declare const sirenBrand: unique symbol;
declare const siretBrand: unique symbol;
declare const uaiBrand: unique symbol;
declare const inseeBrand: unique symbol;

export type Siren = string & { readonly [sirenBrand]: true };
export type Siret = string & { readonly [siretBrand]: true };
export type Uai = string & { readonly [uaiBrand]: true };
export type InseeCode = string & { readonly [inseeBrand]: true };

const laPosteSiren = '356000000';
const uaiLetters = 'ABCDEFGHJKLMNPRSTUVWXYZ';

function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s.\u00a0\u202f]/g, '');
}

/** Reads a SIREN (nine digits, Luhn key); undefined when it is not one. */
export function parseSiren(text: string): Siren | undefined {
  const digits = withoutSpaces(text);
  return /^\d{9}$/.test(digits) && luhnSum(digits) % 10 === 0 ? (digits as Siren) : undefined;
}

/**
 * Reads a SIRET (fourteen digits, Luhn key); undefined when it is not one.
 * La Poste's establishments follow another key: the sum of their digits is a multiple of 5.
 */
export function parseSiret(text: string): Siret | undefined {
  const digits = withoutSpaces(text);
  if (!/^\d{14}$/.test(digits)) return undefined;
  if (luhnSum(digits) % 10 === 0) return digits as Siret;
  return digits.startsWith(laPosteSiren) && digitSum(digits) % 5 === 0 ? (digits as Siret) : undefined;
}

/** Reads a school's UAI (seven digits and a key letter: the rest by 23); undefined when it is not one. */
export function parseUai(text: string): Uai | undefined {
  const value = withoutSpaces(text).toUpperCase();
  if (!/^\d{7}[A-Z]$/.test(value)) return undefined;
  return uaiLetters[Number(value.slice(0, 7)) % 23] === value[7] ? (value as Uai) : undefined;
}

/** Reads a commune's INSEE code (five characters, Corsica's letter included); undefined when it is not one. */
export function parseInseeCode(text: string): InseeCode | undefined {
  const value = withoutSpaces(text).toUpperCase();
  return /^(\d{5}|2[AB]\d{3})$/.test(value) ? (value as InseeCode) : undefined;
}

/** The French VAT number of a SIREN: key = (12 + 3 × (SIREN mod 97)) mod 97. */
export function vatNumberOf(siren: Siren): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, '0')}${siren}`;
}
