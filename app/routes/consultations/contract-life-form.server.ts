// Reads the forms of a contract in execution: renewals.
import { z } from 'zod';
import { countField, dayField } from '../campaigns/fields.server';

export const renewalSchema = z.object({
  id: z.uuid(),
  number: countField(1, 20),
  outcome: z.enum(['renewed', 'refused'], { error: 'Choisissez la décision.' }),
  reason: z.string().trim().max(4000),
});

export const receiptSchema = z.object({ receivedOn: dayField });
