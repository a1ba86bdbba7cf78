// Reads the forms of price revision: the terms that the contract fixes, and the values of a revision.
import { z } from 'zod';
import type { RevisionTerms } from '~/domain/accords-cadres/price-revision';
import type { UsedValue } from '~/domain/consultations/revision-refusals';
import type { Day } from '~/domain/shared/day';
import { countField, dayField } from '../campaigns/fields.server';
import { type FormProblems, readForm } from '../form.server';

/** Indices that a form can take. */
export const mostIndices = 3;

/** A decimal with at most so many decimals, as a whole number of its last one. */
function scaled(text: string, decimals: number): number | undefined {
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.replace(/[\s\u202f\u00a0%]/g, ''));
  if (!match) return undefined;
  const [, whole, fraction = ''] = match;
  if (fraction.length > decimals) return undefined;
  return Number(whole) * 10 ** decimals + Number(fraction.padEnd(decimals, '0'));
}

const scaledField = (decimals: number, message: string) =>
  z.string().transform((text, context): number => {
    const value = scaled(text, decimals);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
const shareField = scaledField(2, 'Écrivez un pourcentage, comme 15 ou 12,5.');
const valueField = scaledField(4, 'Écrivez la valeur de l’indice, comme 104,6.');
const optionalShare = z.string().transform((text, context): number | null => {
  if (text.trim() === '') return null;
  const value = scaled(text, 2);
  if (value !== undefined) return value;
  context.addIssue({ code: 'custom', message: 'Écrivez un pourcentage, ou laissez vide.' });
  return z.NEVER;
});
const words = (message: string) => z.string().trim().min(2, message).max(300);

const limitsSchema = z.object({
  fixedShare: shareField,
  coefficientDecimals: countField(2, 6),
  rounding: z.enum(['half', 'up', 'down']),
  priceDecimals: z.enum(['2', '4']),
  everyMonths: countField(1, 48),
  capShare: optionalShare,
  safeguardShare: optionalShare,
});

const revisionSchema = z.object({
  id: z.uuid(),
  dueOn: dayField,
  effectiveOn: dayField,
  safeguardReason: z.string().trim().max(2000).default(''),
});

type Read<T> = { readonly value: T } | FormProblems;

/** What the fixed fields and those of the indices say; the problems of both at once. */
function both<A>(known: Read<A>, indices: Read<Readonly<Record<string, unknown>>>) {
  if ('value' in known && 'value' in indices) return { value: [known.value, indices.value] as const };
  const problems = [known, indices].flatMap((one) => ('problems' in one ? [one.problems] : []));
  const typed = 'typed' in known ? known.typed : 'typed' in indices ? indices.typed : {};
  return { problems: Object.assign({}, ...problems) as FormProblems['problems'], typed };
}

/** The terms of revision typed; an index without a name is left out. */
export function readTerms(form: FormData): { readonly value: RevisionTerms } | FormProblems {
  const used = Array.from({ length: mostIndices }, (_, at) => at).filter(
    (at) => String(form.get(`label-${at}`) ?? '').trim() !== '',
  );
  const index = Object.fromEntries(
    used.flatMap((at): [string, z.ZodType][] => [
      [`label-${at}`, words('Nommez l’indice.')],
      [`identifier-${at}`, words('Donnez l’identifiant de la série.')],
      [`weight-${at}`, shareField],
      [`baseValue-${at}`, valueField],
      [`basePeriod-${at}`, words('Donnez le mois zéro.')],
      [`source-${at}`, words('Dites où cette valeur est publiée.')],
    ]),
  );
  const read = both(readForm(form, limitsSchema), readForm(form, z.object(index)));
  if (!('value' in read)) return read;
  const [value, typed] = read.value;
  return {
    value: {
      fixedShare: value.fixedShare,
      coefficientDecimals: value.coefficientDecimals,
      rounding: value.rounding,
      priceDecimals: value.priceDecimals === '2' ? 2 : 4,
      everyMonths: value.everyMonths,
      capShare: value.capShare,
      safeguardShare: value.safeguardShare,
      indices: used.map((at) => ({
        label: String(typed[`label-${at}`]),
        identifier: String(typed[`identifier-${at}`]),
        weight: Number(typed[`weight-${at}`]),
        baseValue: Number(typed[`baseValue-${at}`]),
        basePeriod: String(typed[`basePeriod-${at}`]),
        source: String(typed[`source-${at}`]),
      })),
    },
  };
}

export interface ProposedRevision {
  readonly id: string;
  readonly dueOn: Day;
  readonly effectiveOn: Day;
  readonly safeguardReason: string;
  readonly values: readonly UsedValue[];
}

/** The values typed for a revision, one of each index of the terms. */
export function readRevision(form: FormData, indices: number): { readonly value: ProposedRevision } | FormProblems {
  const each = Array.from({ length: indices }, (_, at) => at);
  const positive = valueField.refine((value) => value > 0, 'La valeur doit être supérieure à zéro.');
  const fields = Object.fromEntries(
    each.flatMap((at): [string, z.ZodType][] => [
      [`value-${at}`, positive],
      [`publishedOn-${at}`, dayField],
      [`source-${at}`, words('Dites où cette valeur est publiée.')],
    ]),
  );
  const read = both(readForm(form, revisionSchema), readForm(form, z.object(fields)));
  if (!('value' in read)) return read;
  const [proposed, typed] = read.value;
  const values = each.map((at) => ({
    value: Number(typed[`value-${at}`]),
    publishedOn: typed[`publishedOn-${at}`] as Day,
    source: String(typed[`source-${at}`]),
  }));
  return { value: { ...proposed, values } };
}
