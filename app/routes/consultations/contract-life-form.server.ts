// Reads the forms of a contract in execution: its renewals and its end.
import { z } from 'zod';
import { countField, dayField } from '../campaigns/fields.server';
import { optionalDayField } from './award-form.server';

export const renewalSchema = z.object({
  id: z.uuid(),
  number: countField(1, 20),
  outcome: z.enum(['renewed', 'refused'], { error: 'Choisissez la décision.' }),
  reason: z.string().trim().max(4000),
});

export const receiptSchema = z.object({ receivedOn: dayField });

export const closingSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['term', 'maximum', 'termination'], { error: 'Choisissez la cause.' }),
  ground: z
    .string()
    .optional()
    .transform((code) => code || null),
  reason: z.string().trim().max(4000).default(''),
  lastDay: optionalDayField,
  retentionUntil: optionalDayField,
});
