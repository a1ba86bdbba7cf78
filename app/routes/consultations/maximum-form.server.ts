// Reads what the buyer computes each lot's maximum from.
import { z } from 'zod';
import type { MaximumBasis } from '~/domain/consultations/maximum';
import { countField } from '../campaigns/fields.server';
import { type FormProblems, typedOf } from '../form.server';

const marginField = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/, 'Écrivez un pourcentage, comme 20.')
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 100));

const fields = {
  coveredMonths: countField(1, 96),
  marginRate: marginField,
  reason: z.string().trim().min(10, 'Écrivez la raison de cette marge, en dix lettres au moins.').max(1_000),
};

/** The basis of each lot, by number; every field that is not understood is named with its lot. */
export function readBases(
  form: FormData,
  lots: readonly { readonly number: number }[],
): { readonly value: ReadonlyMap<number, MaximumBasis> } | FormProblems {
  const problems: Record<string, string> = {};
  const bases = new Map<number, MaximumBasis>();
  for (const { number } of lots) {
    const typed = (name: string) => String(form.get(`${name}${number}`) ?? '');
    const read = z.object(fields).safeParse({
      coveredMonths: typed('coveredMonths'),
      marginRate: typed('marginRate'),
      reason: typed('reason'),
    });
    if (read.success) bases.set(number, read.data);
    for (const issue of read.error?.issues ?? []) problems[`${issue.path.join('.')}${number}`] ??= issue.message;
  }
  return Object.keys(problems).length > 0 ? { problems, typed: typedOf(form) } : { value: bases };
}
