// A scheme as a flat form: one text per field, lists apart, so that what a page shows is what it sends back.
import { grantFacts, grantPieces, grantSections } from 'catalog/grants';
import type { FactDefinition, FactName } from 'catalog/grants/facts';
import type { Condition, FundingRule, GrantScheme } from 'catalog/grants/types';

/** Texts by field name, and lists of choices by field name. */
export interface SchemeFields {
  readonly texts: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

export type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/** The comparisons of a condition, in the order they are written. */
export function leavesOf(condition: Condition | undefined): readonly Leaf[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
}

const decimal = (hundredths: number) =>
  hundredths % 100 === 0
    ? String(hundredths / 100)
    : `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;

/** Cents or basis points as a person types them: '7000', '37,50'; '' for what is not set. */
export const amountText = (hundredths: number | null | undefined): string =>
  hundredths === null || hundredths === undefined ? '' : decimal(hundredths);

const definitionOf = (fact: FactName): FactDefinition => grantFacts[fact];

function numberText(fact: FactName, value: number): string {
  return definitionOf(fact).type === 'ratio' ? decimal(value) : String(value);
}

/** The figure or words that a comparison asks, as a person types them. */
export function leafText(leaf: Leaf): string {
  if ('is' in leaf) return typeof leaf.is === 'boolean' ? (leaf.is ? 'oui' : 'non') : leaf.is;
  if ('oneOf' in leaf) return leaf.oneOf.join(', ');
  if ('includes' in leaf) return leaf.includes;
  if ('atMost' in leaf) return numberText(leaf.fact, leaf.atMost);
  return numberText(leaf.fact, 'below' in leaf ? leaf.below : leaf.above);
}

function fundingTexts(rule: FundingRule, index: number): readonly (readonly [string, string])[] {
  const at = (field: string) => `fund:${index}:${field}`;
  const bands = rule.ratesByTotal?.value ?? [];
  return [
    [at('part'), rule.part],
    [at('per'), rule.per],
    [at('rate'), amountText(rule.rate.value)],
    [at('lowestRate'), amountText(rule.lowestRate?.value)],
    [at('highestRate'), amountText(rule.highestRate?.value)],
    [at('minimumCost'), amountText(rule.minimumCostCents?.value)],
    [at('maximumCost'), amountText(rule.maximumCostCents?.value)],
    [at('perFact'), rule.maximumCostPer?.value.fact ?? ''],
    [at('perAmount'), amountText(rule.maximumCostPer?.value.cents)],
    [at('minimumGrant'), amountText(rule.minimumGrantCents?.value)],
    [at('maximumGrant'), amountText(rule.maximumGrantCents?.value)],
    [at('bandUpTo'), amountText(bands[0]?.upToCents)],
    [at('bandRate'), amountText(bands[0]?.rate)],
    [at('bandRateAbove'), amountText(bands[1]?.rate)],
    [at('rounding'), rule.rounding.value],
  ];
}

/** Everything the form of a scheme starts from. */
export function schemeFieldsOf(scheme: GrantScheme): SchemeFields {
  const { stacking, payment, deadlines } = scheme;
  return {
    texts: Object.fromEntries([
      ['name', scheme.name],
      ['shortName', scheme.shortName],
      ['funder', scheme.funder],
      ['funderKind', scheme.funderKind],
      ['operator', scheme.operator?.value ?? ''],
      ['instructor', scheme.instructor],
      ['depositedWith', scheme.depositedWith.value],
      ['envelope', amountText(scheme.envelopeCents?.value)],
      ['legalTexts', scheme.legalTexts.map(({ value }) => value).join('\n')],
      ['status', scheme.status],
      ['opensOn', scheme.period.opensOn ?? ''],
      ['closesOn', scheme.period.closesOn ?? ''],
      ['periodNote', scheme.period.note ?? ''],
      ['basis', scheme.basis.value],
      ['highestShare', amountText(stacking.highestShare?.value)],
      ['otherPublicAid', stacking.otherPublicAid.value],
      ['advance', amountText(payment.advance.value)],
      ['beforeBalance', amountText(payment.beforeBalance.value)],
      ['paymentTerms', payment.terms],
      ['startWithinMonths', String(deadlines.startWithinMonths.value ?? '')],
      ['completeWithinMonths', String(deadlines.completeWithinMonths.value ?? '')],
      ['startArticle', scheme.start?.article ?? ''],
      ['specificationPoints', (scheme.specificationPoints?.value ?? []).join('\n')],
      ['circuit', scheme.circuit.map(({ step, what }) => `${step} : ${what}`).join('\n')],
      ...scheme.criteria.flatMap((criterion, index) => [
        [`crit:${index}:statement`, criterion.statement],
        [`crit:${index}:severity`, criterion.severity],
        ...leavesOf(criterion.condition).map((leaf, at) => [`crit:${index}:leaf:${at}`, leafText(leaf)]),
      ]),
      ...scheme.expenses.flatMap((expense, index) => [
        [`exp:${index}:label`, expense.label],
        [`exp:${index}:part`, expense.part],
        [`exp:${index}:eligible`, expense.eligible],
        [`exp:${index}:condition`, expense.condition ?? ''],
      ]),
      ...scheme.funding.flatMap(fundingTexts),
      ...Object.keys(grantSections).map((id) => {
        const order = (scheme.sections as readonly string[]).indexOf(id);
        return [`section:${id}`, order < 0 ? '' : String(order + 1)];
      }),
      ...Object.keys(grantPieces).flatMap((code) => {
        const asked = scheme.pieces.find(({ piece }) => piece === code);
        return [
          [`piece:${code}:stage`, asked?.stage ?? 'application'],
          [`piece:${code}:required`, asked?.required ?? ''],
        ];
      }),
    ]) as Record<string, string>,
    lists: {
      'applicants[]': scheme.applicants.map(({ kind }) => kind),
      'options[]': [
        ...(scheme.localTerms ? ['localTerms'] : []),
        ...(scheme.start ? ['start'] : []),
        ...(stacking.stateDotations ? ['stateDotation'] : []),
      ],
      ...Object.fromEntries(
        scheme.expenses.map((expense, index) => [`exp:${index}:categories[]`, [...expense.categories]]),
      ),
    },
  };
}
