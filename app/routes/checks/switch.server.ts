// What a switch asks for before it is made, as sentences.
import { z } from 'zod';

export const switchSchema = z.object({
  id: z.uuid(),
  enabled: z.enum(['true', 'false']),
  read: z.literal('yes', { error: 'Cochez que vous avez lu la citation et sa source.' }),
  reason: z.string().trim().min(5, { error: 'Écrivez le motif en quelques mots.' }).max(1000),
});
