// The acts that a form brings: a deliberation with its dates and its PDF, a signature, an exit and its reason.
import { randomUUID } from 'node:crypto';
import type { Tx } from 'db/client';
import { addDocument } from 'db/records';
import { z } from 'zod';
import { type Day, type Instant, parseDay } from '~/domain/shared/day';
import { dayField } from '../campaigns/fields.server';

/** A day typed in a date field, or nothing. */
export const optionalDay = z
  .string()
  .default('')
  .transform((text, context): Day | null => {
    if (text.trim() === '') return null;
    const day = parseDay(text.trim());
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'Donnez une date, ou laissez vide.' });
    return z.NEVER;
  });

/** Words typed in a field, or nothing. */
export const optionalText = (longest: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim().slice(0, longest) || null);

export const exitSchema = z.object({
  leftOn: z.string().transform((text, context): Day => {
    const day = parseDay(text.trim());
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'Donnez le jour de la sortie.' });
    return z.NEVER;
  }),
  reason: z.string().trim().min(5, 'Écrivez le motif en quelques mots.').max(500),
});

/** The acts of a member of a groupement. */
export const memberSchema = z.object({
  representative: optionalText(160),
  deliberationNumber: optionalText(60),
  deliberationOn: optionalDay,
  enforceableOn: optionalDay,
  signedOn: optionalDay,
});

/** Who joins a groupement, and when. */
export const joiningSchema = z.object({ communeId: z.string().min(1, 'Choisissez une commune.'), joinedOn: dayField });

/** What completes a membership of the centrale. */
export const completionSchema = z.object({ enforceableOn: optionalDay });

/** A membership of the centrale, with its deliberation. */
export const entrySchema = z.object({
  from: dayField,
  deliberationNumber: z.string().trim().min(1, 'Donnez le numéro de la délibération.').max(60),
  deliberationOn: dayField,
  enforceableOn: optionalDay,
});

export interface By {
  readonly userId: string;
  readonly now: Instant;
  readonly today: Day;
}

/** Stores the deliberation of a commune as it was received; returns the id of the document. */
export function keepDeliberation(
  tx: Tx,
  { communeId, number, on, pdf }: { communeId: string; number: string; on: Day; pdf: Uint8Array },
  by: By,
): string {
  const key = randomUUID().slice(0, 8);
  return addDocument(tx, {
    kind: 'deliberation',
    number: `${number}-${key}`,
    issuerId: communeId,
    communeId,
    title: `Délibération ${number}`,
    issuedOn: on,
    issuedAt: by.now,
    issuedBy: by.userId,
    fileName: `Deliberation-${number.replace(/[^\w-]+/g, '-')}.pdf`,
    mediaType: 'application/pdf',
    templateVersion: 'reçu',
    bytes: pdf,
  });
}
