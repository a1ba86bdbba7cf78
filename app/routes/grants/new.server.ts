// Reads which call a new file is for, on which order.
import { z } from 'zod';

export const newFileSchema = z.object({
  id: z.uuid(),
  schemeId: z.string().min(1, 'Choisissez un appel.'),
  purpose: z.enum(['deposit', 'period', 'template'], 'Choisissez à quoi sert le dossier.'),
  orderId: z
    .string()
    .optional()
    .transform((text) => text || null),
});
