// The shape of a stored scheme: what was written by a form is held against it each time it is read.
import { grantFacts, grantPieces, grantSections, grantSources } from 'catalog/grants';
import type { FactName } from 'catalog/grants/facts';
import type { PieceCode } from 'catalog/grants/pieces';
import type { SectionId } from 'catalog/grants/sections';
import type { SourceId } from 'catalog/grants/sources';
import type { Condition, GrantScheme } from 'catalog/grants/types';
import { type CategoryCode, categories } from 'catalog/products/categories';
import { z } from 'zod';

const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>) => z.enum(Object.keys(of) as [Key, ...Key[]]);

const fact = keysOf<FactName>(grantFacts);
const piece = keysOf<PieceCode>(grantPieces);
const section = keysOf<SectionId>(grantSections);
const source = keysOf<SourceId>(grantSources);
const category = keysOf<CategoryCode>(categories);
const confidence = z.enum(['confirmed', 'recalled', 'unsure']);
const centsShape = z.number().int().min(0);
const rate = z.number().int().min(0).max(10_000);
const note = z.string().exactOptional();
const told = { confidence, sources: z.array(source), note };
const sourced = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, ...told });
const partialDate = z.string().regex(/^\d{4}(-\d{2}){0,2}$/);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ fact, is: z.union([z.boolean(), z.string()]) }),
    z.strictObject({ fact, oneOf: z.array(z.string()) }),
    z.strictObject({ fact, includes: z.string() }),
    z.strictObject({ fact, atMost: z.number().int() }),
    z.strictObject({ fact, below: z.number().int() }),
    z.strictObject({ fact, above: z.number().int() }),
  ]),
);

const applicant = z.enum([
  'commune',
  'rpiCommune',
  'epci',
  'schoolSyndicate',
  'communeSyndicate',
  'closedSyndicate',
  'openSyndicate',
  'petr',
]);
const part = z.enum(['project', 'equipment', 'services', 'operation']);

const scheme = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.number().int().min(1),
  name: z.string().min(1),
  shortName: z.string().min(1),
  status: z.enum(['closed', 'yearly', 'open', 'toVerify']),
  period: z.strictObject({ opensOn: partialDate.nullable(), closesOn: partialDate.nullable(), ...told }),
  legalTexts: z.array(sourced(z.string())),
  envelopeCents: sourced(centsShape).nullable(),
  funder: z.string().min(1),
  funderKind: z.enum(['state', 'region', 'department', 'epci', 'europe', 'otherPublic', 'private']),
  operator: sourced(z.string()).nullable(),
  instructor: z.string(),
  depositedWith: sourced(z.string()),
  applicants: z.array(
    z.strictObject({
      kind: applicant,
      condition: z.string().exactOptional(),
      confidence,
      sources: z.array(source),
    }),
  ),
  criteria: z.array(
    z.strictObject({
      id: z.string().min(1),
      appliesTo: z.array(applicant),
      condition: condition.exactOptional(),
      severity: z.enum(['blocking', 'reservation', 'information']),
      statement: z.string().min(1),
      ...told,
    }),
  ),
  basis: sourced(z.enum(['net', 'gross'])),
  expenses: z.array(
    z.strictObject({
      code: z.string().min(1),
      label: z.string().min(1),
      part,
      categories: z.array(category),
      eligible: z.enum(['yes', 'no', 'toVerify', 'byDepartment']),
      condition: z.string().exactOptional(),
      confidence,
      sources: z.array(source),
    }),
  ),
  funding: z.array(
    z.strictObject({
      part,
      per: z.enum(['school', 'operation', 'project']),
      rate: sourced(rate.nullable()),
      ratesByTotal: sourced(z.array(z.strictObject({ upToCents: centsShape.nullable(), rate }))).exactOptional(),
      lowestRate: sourced(rate).exactOptional(),
      highestRate: sourced(rate).exactOptional(),
      minimumCostCents: sourced(centsShape).exactOptional(),
      maximumCostCents: sourced(centsShape).exactOptional(),
      maximumCostPer: sourced(z.strictObject({ fact, cents: centsShape })).exactOptional(),
      minimumGrantCents: sourced(centsShape).exactOptional(),
      maximumGrantCents: sourced(centsShape).exactOptional(),
      rounding: sourced(z.enum(['cent', 'euroDown'])),
    }),
  ),
  stacking: z.strictObject({
    highestShare: sourced(rate).nullable(),
    otherPublicAid: sourced(z.enum(['toVerify', 'admittedLocally', 'admitted', 'forbidden'])),
    stateDotations: sourced(z.strictObject({ share: rate, schemes: z.array(z.string()) })).exactOptional(),
  }),
  localTerms: z.literal(true).exactOptional(),
  start: z.strictObject({ value: z.literal('afterReception'), ...told, article: z.string() }).exactOptional(),
  payment: z.strictObject({
    advance: sourced(rate.nullable()),
    beforeBalance: sourced(rate.nullable()),
    terms: z.string(),
  }),
  deadlines: z.strictObject({
    startWithinMonths: sourced(z.number().int().min(0).nullable()),
    completeWithinMonths: sourced(z.number().int().min(0).nullable()),
  }),
  pieces: z.array(
    z.strictObject({
      piece,
      stage: z.enum(['application', 'agreement', 'execution', 'payment']),
      required: z.enum(['always', 'ifEpci', 'ifObtained', 'ifDelegated', 'byDepartment', 'optional', 'atBalance']),
      ...told,
    }),
  ),
  sections: z.array(section),
  specificationPoints: sourced(z.array(z.string())).nullable(),
  circuit: z.array(z.strictObject({ step: z.string(), what: z.string(), confidence })),
});

/** The scheme that a stored content is. Throws when it has not the shape of one. */
export function schemeOfContent(content: unknown): GrantScheme {
  return scheme.parse(content);
}
