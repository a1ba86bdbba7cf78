// The shape of a rule of the syndicat as it is stored: held on writing and on reading.
import type { Condition, FactReference, Operand, Rule } from 'catalog/frameworks/types';
import { z } from 'zod';

const reference = z.custom<FactReference>((value) => typeof value === 'string' && /^\$[a-z]+\.\w+$/.test(value));
const texts = z.array(z.string().max(200)).max(100);
const operand: z.ZodType<Operand> = z.lazy(() =>
  z.union([
    z.boolean(),
    z.number(),
    reference,
    z.string().max(200),
    texts,
    z.strictObject({ mul: z.tuple([operand, operand]) }),
    z.strictObject({ div: z.tuple([operand, operand]) }),
    z.strictObject({ ceil: operand }),
    z.strictObject({ addYears: z.tuple([operand, z.number().int()]) }),
  ]),
);
const pair = z.tuple([reference, operand]);
const list = z.tuple([reference, texts]);

/** A condition of the small language. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).max(20) }),
    z.strictObject({ any: z.array(conditionSchema).max(20) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ known: reference }),
    z.strictObject({ eq: pair }),
    z.strictObject({ ne: pair }),
    z.strictObject({ gte: pair }),
    z.strictObject({ lte: pair }),
    z.strictObject({ gt: pair }),
    z.strictObject({ lt: pair }),
    z.strictObject({ in: list }),
    z.strictObject({ nin: list }),
    z.strictObject({ intersects: list }),
  ]),
);

/** What is stored of a rule of the syndicat; its dates, vote and switch are columns beside it. */
export const policySchema = z.strictObject({
  title: z.string().trim().min(3).max(120),
  scope: z.enum(['product', 'line', 'school', 'order', 'consultation']),
  categories: z.array(z.string()).max(100).nullable(),
  when: conditionSchema.nullable(),
  require: conditionSchema,
  severity: z.enum(['blocking', 'reservation', 'recommendation']),
  message: z.string().trim().min(10).max(500),
  evidence: z.strictObject({
    what: z.string().trim().min(3).max(200),
    from: z.enum(['supplier', 'secretary', 'school', 'syndicat']),
  }),
  /** Why the syndicat wants it, for its members. */
  note: z.string().max(1000).nullable(),
}) satisfies z.ZodType<Pick<Rule, 'title' | 'severity' | 'message' | 'evidence'>>;

export type StoredPolicy = z.output<typeof policySchema>;
