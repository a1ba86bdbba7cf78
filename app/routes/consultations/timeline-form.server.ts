// Reads the form that notes a duty as done.
import { z } from 'zod';
import { dayField } from '../campaigns/fields.server';

export const dutyDoneSchema = z.object({
  entry: z.string().regex(/^[\w-]{1,120}$/, 'Cette échéance n’existe pas.'),
  doneOn: dayField,
});
