// What an adviser sends with an opinion.
import { z } from 'zod';
import { parseDay } from '~/domain/shared/day';

export const opinionSchema = z.object({
  id: z.uuid(),
  opinion: z.enum(['favorable', 'withReservations', 'unfavorable'], 'Choisissez un avis.'),
  comment: z.string().trim().min(1, 'Motivez l’avis en une phrase au moins.').max(4000, 'Au plus 4 000 caractères.'),
  givenOn: z.string().transform((text, context) => {
    const day = parseDay(text);
    if (!day) context.addIssue('Cette date n’existe pas.');
    return day ?? z.NEVER;
  }),
});
