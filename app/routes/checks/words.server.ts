// The names of facts, values and categories, from the catalogue: what the writer of conditions speaks with.
import { type FactDefinition, type FactPath, facts, productFacts } from 'catalog/frameworks/facts';
import type { FactValue } from 'catalog/frameworks/types';
import { type Attribute, attributes } from 'catalog/products/attributes';
import { categories, isCategoryCode } from 'catalog/products/categories';
import { listed, type Words } from '~/domain/checks/condition-in-french';
import { attributeText } from '~/domain/products/attribute-text';
import { formatCents, formatRate } from '~/domain/shared/format';
import type { BasisPoints, Cents } from '~/domain/shared/money';

export type Described = Pick<FactDefinition, 'label' | 'unit' | 'choices' | 'derived'> & {
  readonly type: FactDefinition['type'];
  readonly categories?: Attribute['categories'];
};

const table: Readonly<Record<string, Readonly<Record<string, Described>>>> = {
  ...facts,
  product: { ...attributes, ...productFacts },
};

/** What the catalogue says of a fact; undefined when there is no such fact. */
export function describeFact(path: string): Described | undefined {
  const [context = '', name = ''] = path.split('.');
  return table[context]?.[name];
}

/** Every fact of the contexts, by path. */
export function listFacts(contexts: readonly string[]): readonly (readonly [FactPath, Described])[] {
  return contexts.flatMap((context) =>
    Object.entries(table[context] ?? {}).map(([name, fact]) => [`${context}.${name}` as FactPath, fact] as const),
  );
}

const categoryLabel = (code: string) => (isCategoryCode(code) ? categories[code].plural : code);

function valueText(path: FactPath, value: FactValue): string {
  const fact = describeFact(path);
  if (Array.isArray(value))
    return listed(
      value.map((one) => valueText(path, one)),
      'ou',
    );
  const one = value as Exclude<FactValue, readonly string[]>;
  if (path === 'product.category') return categoryLabel(String(one));
  if (fact === undefined) return String(one);
  if (fact.unit === 'centimes' && typeof one === 'number') return formatCents(one as Cents);
  if (fact.unit === 'points de base' && typeof one === 'number') return formatRate(one as BasisPoints);
  // A year is written without a space between its thousands.
  if (fact.unit === 'année') return String(one);
  return attributeText({ ...fact, type: fact.type === 'choices' ? 'choice' : fact.type }, one);
}

export const words: Words = {
  label: (path) => describeFact(path)?.label ?? path,
  value: valueText,
  isDay: (path) => describeFact(path)?.type === 'day',
  category: categoryLabel,
};
