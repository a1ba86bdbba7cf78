// Reads the forms of the conduct of a consultation: publication, questions, deposits, decisions.
import { z } from 'zod';
import { candidacyStepKinds } from '~/domain/consultations/candidacies';
import { parseDay } from '~/domain/shared/day';
import { parseSiret } from '~/domain/shared/identifiers';
import { dayField } from '../campaigns/fields.server';

const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .optional()
    .transform((text) => text || null);

const text = (shortest: number, longest: number, message: string) =>
  z.string().trim().min(shortest, message).max(longest);

export const publicationSchema = z.object({
  id: z.uuid(),
  sentOn: dayField,
  noticeReference: optionalText(80),
  change: optionalText(2000),
  noExtensionReason: optionalText(2000),
});

export const questionSchema = z.object({
  id: z.uuid(),
  askedOn: dayField,
  question: text(5, 4000, 'Écrivez la question.'),
});

export const questionAnswerSchema = z.object({
  answeredOn: dayField,
  answer: text(2, 4000, 'Écrivez la réponse.'),
});

export const depositSchema = z.object({
  id: z.uuid(),
  candidate: text(2, 160, 'Donnez le nom du candidat.'),
  siret: z.string().transform((typed, context) => {
    const siret = parseSiret(typed);
    if (siret) return siret;
    context.addIssue({ code: 'custom', message: 'Ce SIRET n’est pas valable\u202f: quatorze chiffres, clé comprise.' });
    return z.NEVER;
  }),
  email: optionalText(120),
  day: dayField,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'Donnez une heure, comme 11:58:30.')
    .transform((time) => (time.length === 5 ? `${time}:00` : time)),
});

export const openingSchema = z.object({ present: text(3, 500, 'Nommez les personnes présentes.') });

export const candidacyStepSchema = z.object({
  id: z.uuid(),
  kind: z.enum(candidacyStepKinds),
  missing: z.array(z.string().max(40)).max(40).default([]),
  ground: optionalText(40),
  text: optionalText(4000),
  deadline: z
    .string()
    .optional()
    .transform((typed) => parseDay(typed ?? '') ?? null),
});

export const offerSchema = z.object({
  id: z.uuid(),
  deposit: z.string().min(1).max(80),
  file: z
    .instanceof(File, { error: 'Choisissez un fichier.' })
    .refine((file) => file.size > 0, 'Choisissez un fichier.'),
});

export const offerStepSchema = z.object({
  id: z.uuid(),
  deposit: z.string().min(1).max(80),
  kind: z.enum([
    'clarificationAsked',
    'clarified',
    'justificationAsked',
    'justificationAccepted',
    'priceFoundNormal',
    'eliminated',
    'readmitted',
  ]),
  text: text(5, 4000, 'Écrivez les motifs.'),
  deadline: z
    .string()
    .optional()
    .transform((typed) => typed ?? ''),
});

export const regularisationSchema = z.object({
  id: z.uuid(),
  deadline: dayField,
  text: text(5, 4000, 'Écrivez la demande.'),
});
