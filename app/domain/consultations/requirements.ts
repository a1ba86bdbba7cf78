// Technical requirements drawn from the attributes of the reference a need was expressed with, as minimums.
import type { Attribute } from 'catalog/products/attributes';
import type { AttributeValues } from '~/domain/products/attribute-values';

export interface Requirement {
  readonly label: string;
  readonly value: string;
}

/** Attributes where less is better: asked as a maximum, with a tenth more so that one model is not the only answer. */
const maximums = new Set([
  'weightKg',
  'noiseDba',
  'transmitPowerMw',
  'sarTrunkWPerKg',
  'sarHeadWPerKg',
  'sarLimbsWPerKg',
  'maxPoePowerW',
]);
/** Attributes that name one product, or only say what it is: they would close the competition. */
const identifying = new Set([
  'condition',
  'placedOnMarketOn',
  'weeeProducerId',
  'eprelId',
  'osSupportEndsOn',
  'rgaaStatementUrl',
  'operatingSystem',
  'householdEee',
  'withoutOperatingSystem',
  'professionalsOnly',
  'radio',
  'usedNearBody',
]);
/** A size is asked within a range: a larger screen isn't a better answer to the same need. */
const sizes = new Set(['screenInches']);

function frenchNumber(value: number): string {
  return String(value).replace('.', ',');
}

/**
 * The requirements that the known attributes of a reference give, in the order of the attributes. An unknown attribute
 * gives none; a characteristic that the reference lacks is not required; nothing names a brand.
 */
export function requirementsOf(
  values: AttributeValues,
  attributes: Readonly<Record<string, Attribute>>,
): readonly Requirement[] {
  return Object.entries(attributes).flatMap(([code, attribute]): Requirement[] => {
    const value = values[code];
    if (value === undefined || value === false || identifying.has(code)) return [];
    const { label } = attribute;
    if (value === true) return [{ label, value: 'oui' }];
    if (typeof value === 'number') {
      const unit = attribute.unit === undefined ? '' : `\u00a0${attribute.unit}`;
      const amount = `${frenchNumber(value)}${unit}`;
      if (sizes.has(code)) return [{ label, value: `${amount}, à 5 % près` }];
      if (!maximums.has(code)) return [{ label, value: `au moins ${amount}` }];
      return [{ label, value: `au plus ${frenchNumber(Math.ceil(value * 110) / 100)}${unit}` }];
    }
    if (attribute.type === 'choice') return [{ label, value: `${attribute.choices?.[value] ?? value}, ou équivalent` }];
    return [];
  });
}

/**
 * What a holder is bound to of the reference a need was expressed with: the values asked as minimums. What was asked as
 * a maximum has a margin, and what names one product says nothing of the one supplied: both are unknown again.
 */
export function boundAttributes(
  values: AttributeValues,
  attributes: Readonly<Record<string, Attribute>>,
): AttributeValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([code, value]) =>
        value !== false && !maximums.has(code) && requirementsOf({ [code]: value }, attributes).length > 0,
    ),
  );
}

/** Attributes by which people tell two supplies of one category apart. */
const telling: readonly (readonly [code: string, word: (value: number) => string])[] = [
  ['screenInches', (value) => `${frenchNumber(value)} pouces`],
  ['storageGb', (value) => `${frenchNumber(value)} Go`],
  ['slots', (value) => `${frenchNumber(value)} emplacements`],
  ['brightnessLm', (value) => `${frenchNumber(value)} lm`],
  ['poePorts', (value) => `${frenchNumber(value)} ports PoE`],
];

/** Words that tell a reference from others of its category, brand aside: '30 emplacements', '75 pouces'. */
export function tellingWords(values: AttributeValues): readonly string[] {
  return telling.flatMap(([code, word]) => {
    const value = values[code];
    return typeof value === 'number' ? [word(value)] : [];
  });
}
