// A scheme copied to make another: its rules, without the authority of the text they were read in.
import type { GrantScheme } from 'catalog/grants/types';

/** The same value, every mark in it back to 'to be verified', without the sources and notes of the former text. */
function unread<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(unread) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, unread(inner)] as const);
  if (!('confidence' in value)) return Object.fromEntries(entries) as Value;
  const told = entries.filter(([key]) => key !== 'note');
  return {
    ...Object.fromEntries(told),
    confidence: 'unsure',
    ...('sources' in value ? { sources: [] } : {}),
  } as Value;
}

/**
 * A draft out of a scheme. Its dates are to be given again. Another scheme has another text: its figures are to be
 * verified until a person says where they were read, and its own texts are to be cited. What the law itself says of
 * State dotations and of an early start is kept, and the new scheme counts among the dotations as its model did.
 */
export function copiedScheme(source: GrantScheme, id: string, version: number, name: string): GrantScheme {
  const same = id === source.id;
  const { stateDotations } = source.stacking;
  const draft = same ? source : unread(source);
  return {
    ...draft,
    id,
    version,
    name,
    shortName: same ? source.shortName : name.slice(0, 60),
    status: source.status === 'yearly' ? 'yearly' : 'open',
    period: { opensOn: null, closesOn: null, confidence: 'unsure', sources: [] },
    legalTexts: same ? source.legalTexts : [],
    // Who may ask is chosen, not read: the list itself is the answer.
    applicants: same
      ? source.applicants
      : source.applicants.map(({ kind }) => ({ kind, confidence: 'confirmed', sources: [] })),
    ...(source.start && { start: source.start }),
    stacking: {
      ...draft.stacking,
      ...(stateDotations && {
        stateDotations: {
          ...stateDotations,
          value: {
            ...stateDotations.value,
            schemes: stateDotations.value.schemes.includes(source.id)
              ? [...new Set([...stateDotations.value.schemes, id])]
              : stateDotations.value.schemes,
          },
        },
      }),
    },
  };
}

/** How many values of a part of a scheme are to be verified. */
export function toVerifyIn(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, inner) => sum + toVerifyIn(inner), 0);
  if (typeof part !== 'object' || part === null) return 0;
  const own = 'confidence' in part && part.confidence !== 'confirmed' ? 1 : 0;
  return Object.values(part).reduce<number>((sum, inner) => sum + toVerifyIn(inner), own);
}
