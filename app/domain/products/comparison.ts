// Sets up to four references side by side, attribute by attribute.
import type { AttributeValue, AttributeValues } from './attribute-values';

export const mostCompared = 4;

export interface ComparedAttribute {
  readonly code: string;
  readonly label: string;
  readonly unit: string | null;
}

export interface ComparisonRow extends ComparedAttribute {
  /** In the order of the references; null is unknown. */
  readonly values: readonly (AttributeValue | null)[];
  /** Null when the known values agree but at least one is unknown: they may differ. */
  readonly differs: boolean | null;
}

/**
 * The rows of a comparison, in the order of `attributes`: only those that at least one reference knows.
 * Throws beyond four references.
 */
export function compareReferences(
  references: readonly { readonly attributes: AttributeValues }[],
  attributes: readonly ComparedAttribute[],
): ComparisonRow[] {
  if (references.length > mostCompared) throw new RangeError(`More than ${mostCompared} references to compare`);
  return attributes.flatMap(({ code, label, unit }) => {
    const values = references.map((reference) => reference.attributes[code] ?? null);
    const known = new Set(values.filter((value) => value !== null));
    if (known.size === 0) return [];
    const differs = known.size > 1 ? true : values.includes(null) ? null : false;
    return [{ code, label, unit, values, differs }];
  });
}
