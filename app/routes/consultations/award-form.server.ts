// Reads the forms of the award: who sat and voted, what was decided lot by lot, and the acts that follow.
import { cpvList } from 'catalog/codes/cpv';
import { z } from 'zod';
import type { LotOutcome, ProposedDecision } from '~/domain/consultations/award';
import { cpvRefusalSentence, parseCpv } from '~/domain/consultations/cpv';
import { longestContractNumber } from '~/domain/consultations/signing';
import { type Day, parseDay } from '~/domain/shared/day';
import { dayField } from '../campaigns/fields.server';

const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .optional()
    .transform((text) => text || null);

/** A day that may be left empty; what is no day is told. */
export const optionalDayField = z
  .string()
  .optional()
  .transform((text, context): Day | null => {
    if (!text) return null;
    const day = parseDay(text);
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'Donnez une date, ou laissez vide.' });
    return z.NEVER;
  });

const names = z
  .string()
  .max(4000)
  .optional()
  .transform((text) =>
    (text ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );

export const awardSchema = z.object({
  id: z.uuid(),
  body: z.enum(['cao', 'executive']),
  decidedOn: dayField,
  convenedOn: optionalDayField,
  votingMembers: z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, 'Écrivez un nombre entier.')
    .optional()
    .transform((text) => (text ? Number(text) : null)),
  secondConvocation: z
    .string()
    .optional()
    .transform((text) => text === 'on'),
  voting: names,
  advisory: names,
  reference: optionalText(300),
  signatory: z.string().trim().min(3, 'Donnez le nom et la qualité de qui signe.').max(200),
  minutes: optionalText(8000),
  extendedUntil: optionalDayField,
});

export const sendingSchema = z.object({
  plannedOn: dayField,
  certificatesDue: dayField,
  electronic: z
    .string()
    .optional()
    .transform((text) => text === 'on'),
});

export const disputeSchema = z.object({
  id: z.uuid(),
  filedOn: dayField,
  reference: z.string().trim().min(2, 'Donnez le numéro de la requête.').max(80),
});

export const rulingSchema = z.object({
  closedOn: dayField,
  ruling: z.string().trim().min(3, 'Écrivez le sens de l’ordonnance.').max(2000),
});

export const signatureSchema = z.object({
  id: z.uuid(),
  signedOn: dayField,
  signatory: z.string().trim().min(3, 'Donnez le nom de qui a signé.').max(160),
  capacity: z.string().trim().min(3, 'Donnez sa qualité et ce qui l’habilite.').max(300),
  number: z
    .string()
    .trim()
    .regex(
      new RegExp(`^[A-Za-z0-9_-]{1,${longestContractNumber}}$`),
      'Le numéro a seize caractères au plus : lettres sans accent, chiffres, tirets.',
    ),
  cpv: z.string().transform((typed, context) => {
    const read = parseCpv(typed, cpvList);
    if ('code' in read) return read.code;
    context.addIssue({ code: 'custom', message: cpvRefusalSentence(read.refusal, read.expected) });
    return z.NEVER;
  }),
  validUntil: optionalDayField,
});

export const sentSchema = z.object({ sentOn: dayField });

export const receivedSchema = z.object({ receivedOn: dayField });

const countOf = (value: FormDataEntryValue | null) =>
  typeof value === 'string' && /^\d{1,3}$/.test(value.trim()) ? Number(value.trim()) : 0;

/** The decision asked for each lot; a lot left aside has none. */
export function readDecisions(
  form: FormData,
  lots: readonly number[],
  body: 'cao' | 'executive',
): readonly ProposedDecision[] {
  return lots.flatMap((lotNumber): ProposedDecision[] => {
    const [outcome, depositId] = String(form.get(`outcome-${lotNumber}`) ?? '').split(':');
    if (outcome !== 'awarded' && outcome !== 'withoutFollowUp' && outcome !== 'unsuccessful') return [];
    const reason = String(form.get(`reason-${lotNumber}`) ?? '')
      .trim()
      .slice(0, 4000);
    return [
      {
        lotNumber,
        outcome: outcome satisfies LotOutcome,
        depositId: outcome === 'awarded' ? (depositId ?? null) : null,
        reason: reason.length >= 5 ? reason : null,
        votes:
          body === 'executive'
            ? null
            : {
                votesFor: countOf(form.get(`for-${lotNumber}`)),
                votesAgainst: countOf(form.get(`against-${lotNumber}`)),
                abstentions: countOf(form.get(`abstentions-${lotNumber}`)),
              },
      },
    ];
  });
}
