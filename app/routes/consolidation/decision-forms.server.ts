// Reads the forms that bring lines together, divide one, or sell it by packages.
import { z } from 'zod';
import type { GroupDecision, PackageDecision, SplitDecision, SplitPart } from '~/domain/consolidation/decisions';
import { countField } from '../campaigns/fields.server';
import { type FormProblems, readForm, typedOf } from '../form.server';
import { decisionFields, labelField } from './decisions.server';

/** Parts that the form of a division can hold. */
export const partCount = 4;

const unitField = z.string().trim().min(1, 'Donnez une unité, comme « unité ».').max(40);
const keyField = z.string().min(1, 'Choisissez une ligne.').max(600);

const groupSchema = z
  .object({
    ...decisionFields,
    keys: z.array(keyField).default([]),
    label: labelField,
    unit: unitField,
    category: z.string().max(60),
    into: z.string().max(80),
    requirement: z.string().trim().max(2_000).default(''),
    sameUnits: z.literal('on').optional(),
  })
  .refine(({ into, requirement }) => into !== 'functional' || requirement.length >= 10, {
    path: ['requirement'],
    message: 'Écrivez ce que le besoin doit permettre, en dix lettres au moins.',
  });

type Read<T> = { readonly value: { readonly decision: T; readonly reason: string } } | FormProblems;

/** The form of a group, where 'into' is 'free', 'functional' or the id of a reference. */
export function readGroup(form: FormData): Read<GroupDecision> {
  const read = readForm(form, groupSchema);
  if (!('value' in read)) return read;
  const { id, reason, keys, label, unit, category, into, requirement, sameUnits } = read.value;
  return {
    value: {
      reason,
      decision: {
        kind: 'group',
        id,
        keys: [...new Set(keys)].sort(),
        label,
        unit,
        category,
        productId: into === 'free' || into === 'functional' ? null : into,
        requirement: into === 'functional' ? requirement : null,
        sameUnits: sameUnits === 'on',
      },
    },
  };
}

const splitSchema = z.object({ ...decisionFields, key: keyField });

/** The form of a division: parts without label are ignored. */
export function readSplit(form: FormData): Read<SplitDecision> {
  const read = readForm(form, splitSchema);
  const problems: Record<string, string> = 'value' in read ? {} : { ...read.problems };
  const parts: SplitPart[] = [];
  for (let rank = 1; rank <= partCount; rank += 1) {
    const text = (name: string) => String(form.get(`${name}${rank}`) ?? '').trim();
    if (text('label') === '' && text('percent') === '') continue;
    const label = labelField.safeParse(text('label'));
    const percent = countField(1, 99).safeParse(text('percent'));
    if (!label.success) problems[`label${rank}`] = 'Donnez un libellé.';
    if (!percent.success) problems[`percent${rank}`] = 'Écrivez un pourcentage entier de 1 à 99.';
    if (label.success && percent.success) {
      parts.push({ label: label.data, lotNumber: Number(text('lot')), percent: percent.data });
    }
  }
  if (!('value' in read) || Object.keys(problems).length > 0) return { problems, typed: typedOf(form) };
  const { id, key, reason } = read.value;
  return { value: { reason, decision: { kind: 'split', id, key, parts } } };
}

const packageSchema = z.object({
  ...decisionFields,
  key: keyField,
  name: z.string().trim().min(2, 'Donnez un nom, comme « carton ».').max(40),
  size: countField(2, 1_000),
  rounding: z.enum(['member', 'total']),
});

/** The form of a packaging. */
export function readPackage(form: FormData): Read<PackageDecision> {
  const read = readForm(form, packageSchema);
  if (!('value' in read)) return read;
  const { reason, ...decision } = read.value;
  return { value: { reason, decision: { kind: 'package', ...decision } } };
}
