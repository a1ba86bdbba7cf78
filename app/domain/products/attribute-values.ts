// Known technical attributes of a product, by code of catalog/products/attributes.ts; an absent one is unknown.
export type AttributeValue = string | number | boolean;
export type AttributeValues = Readonly<Record<string, AttributeValue>>;
