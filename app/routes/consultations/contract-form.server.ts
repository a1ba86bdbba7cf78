// Reads the forms of the life of a contract.
import { z } from 'zod';
import { dayField } from '../campaigns/fields.server';
import { optionalDayField } from './award-form.server';

export const prefectSchema = z.object({ sentOn: dayField, receiptOn: optionalDayField });

export const notificationSchema = z.object({ sentOn: dayField, readOn: optionalDayField });

export const signedAeSchema = z.object({
  file: z
    .instanceof(File, { error: 'Choisissez un fichier.' })
    .refine((file) => file.size > 0, 'Choisissez un fichier.'),
});
