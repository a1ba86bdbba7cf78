// How a technical attribute is written for people: with its unit, in French, unknown said as such.
import type { Attribute } from 'catalog/products/attributes';
import type { Day } from '../shared/day';
import { formatDay } from '../shared/format';
import type { AttributeValue } from './attribute-values';

export const unknownText = 'inconnu';

/** 'oui', '8 Go', '10,9 pouces', 'USB-C'; 'inconnu' for what is not known. */
export function attributeText(
  attribute: Pick<Attribute, 'type' | 'unit' | 'choices'>,
  value: AttributeValue | null,
): string {
  if (value === null) return unknownText;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (attribute.type === 'choice') return attribute.choices?.[String(value)] ?? String(value);
  if (attribute.type === 'day' && typeof value === 'string') return formatDay(value as Day);
  const text = typeof value === 'number' ? decimalText(value) : value;
  if (attribute.unit === undefined) return text;
  return attribute.unit.startsWith('/') ? `${text}${attribute.unit}` : `${text}\u00a0${attribute.unit}`;
}

// Made once: a page writes a hundred of them, and each takes longer to make than to use.
const decimals = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 3 });

function decimalText(value: number): string {
  return decimals.format(value);
}
