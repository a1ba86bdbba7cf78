// Reads the forms of the life of a contract.
import { z } from 'zod';
import { amountField, dayField } from '../campaigns/fields.server';
import { optionalDayField } from './award-form.server';

export const prefectSchema = z.object({ sentOn: dayField, receiptOn: optionalDayField });

export const notificationSchema = z.object({ sentOn: dayField, readOn: optionalDayField });

export const signedAeSchema = z.object({
  file: z
    .instanceof(File, { error: 'Choisissez un fichier.' })
    .refine((file) => file.size > 0, 'Choisissez un fichier.'),
});

const written = (message: string) => z.string().trim().min(5, message).max(4000);

export const amendmentSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['clause', 'additional', 'unforeseen', 'holder', 'notSubstantial', 'low'], {
    error: 'Choisissez le cas de modification.',
  }),
  object: written('Écrivez ce qui change.'),
  reason: written('Écrivez pourquoi.'),
  maximumNet: amountField,
  endsOn: dayField,
  caoOpinionOn: optionalDayField,
});

export const amendmentDatesSchema = z.object({ signedOn: dayField, notifiedOn: dayField });
