// Fields that the forms of campaigns and consultations share.
import { z } from 'zod';
import { parseAmount } from '~/domain/shared/amount-text';
import { type Day, parseDay } from '~/domain/shared/day';
import { type Cents, type UnitPrice, unitPrice } from '~/domain/shared/money';

/** A day typed in a date field. */
export const dayField = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'Donnez une date.' });
  return z.NEVER;
});

/** An amount of euros, not negative. */
export const amountField = z.string().transform((text, context): Cents => {
  const amount = parseAmount(text);
  if (amount !== undefined && amount >= 0) return amount;
  context.addIssue({ code: 'custom', message: 'Écrivez un montant en euros, comme 1 234,50.' });
  return z.NEVER;
});

/** A unit price to the cent; nothing typed is an unknown price. */
export const optionalPriceField = z.string().transform((text, context): UnitPrice | null => {
  if (text.trim() === '') return null;
  const amount = parseAmount(text);
  if (amount !== undefined && amount >= 0) return unitPrice(amount * 100);
  context.addIssue({ code: 'custom', message: 'Écrivez un prix en euros, comme 249,90, ou laissez vide.' });
  return z.NEVER;
});

/** A whole number typed within bounds. */
export function countField(minimum: number, maximum: number) {
  const message = `Écrivez un nombre entier de ${minimum} à ${maximum}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, message);
}
