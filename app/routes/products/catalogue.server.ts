// Reads what a catalogue page is asked for from its address, and makes what the page shows.
import { type Attribute, type AttributeCode, attributes } from 'catalog/products/attributes';
import { type CategoryCode, categories, categoryGroupLabels, isCategoryCode } from 'catalog/products/categories';
import {
  baseFacets,
  type Catalogue,
  type CatalogueFacet,
  catalogueOf,
  facetAttributes,
  type OfferedReference,
  priceBands,
  searchCatalogue,
} from 'db/catalogue';
import type { Db } from 'db/client';
import { attributeText, unknownText } from '~/domain/products/attribute-text';
import { countFacets, type FacetValue } from '~/domain/products/facets';
import type { Day } from '~/domain/shared/day';
import { formatCount } from '~/domain/shared/format';

const pageSize = 24;
export const sortLabels = {
  pertinence: 'pertinence',
  nom: 'nom',
  prix: 'prix croissant',
  'prix-decroissant': 'prix décroissant',
} as const;
export type Sort = keyof typeof sortLabels;

/** Name of each facet in the address; attributes keep their code. */
const parameterOf: Readonly<Record<(typeof baseFacets)[number], string>> = {
  category: 'categorie',
  brand: 'marque',
  lot: 'lot',
  priceBand: 'prix',
};
/** How the address asks for what is unknown. */
const unknownParameter = 'inconnu';

function parameter(facet: CatalogueFacet): string {
  return facet in parameterOf ? parameterOf[facet as keyof typeof parameterOf] : facet;
}

type Selection = Partial<Record<CatalogueFacet, readonly (string | null)[]>>;

export interface CatalogueRequest {
  readonly typed: string;
  readonly category: CategoryCode | undefined;
  readonly selection: Selection;
  readonly sort: Sort;
  readonly page: number;
}

/** What an address asks of the catalogue; what it says wrongly is passed over. */
export function readCatalogueRequest({ searchParams }: URL): CatalogueRequest {
  const typed = (searchParams.get('q') ?? '').slice(0, 200);
  const selection: Selection = {};
  for (const facet of [...baseFacets, ...facetAttributes]) {
    const values = searchParams.getAll(parameter(facet)).filter((value) => value !== '');
    if (values.length > 0) selection[facet] = values.map((value) => (value === unknownParameter ? null : value));
  }
  const category = searchParams.get('categorie') ?? '';
  const sort = searchParams.get('tri') ?? '';
  const page = Number(searchParams.get('page') ?? '1');
  return {
    typed,
    category: isCategoryCode(category) ? category : undefined,
    selection,
    sort: sort in sortLabels ? (sort as Sort) : typed === '' ? 'nom' : 'pertinence',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

function addressWith(url: URL, change: (parameters: URLSearchParams) => void): string {
  const parameters = new URLSearchParams(url.searchParams);
  parameters.delete('page');
  change(parameters);
  for (const [name, value] of [...parameters]) if (value === '') parameters.delete(name);
  const text = parameters.toString();
  return text === '' ? '/catalogue' : `/catalogue?${text}`;
}

/** Places in the order asked; a search narrows them without sorting again. */
function inOrder(catalogue: Catalogue, found: Uint32Array | undefined, sort: Sort): Uint32Array {
  if (sort === 'pertinence' && found) return found;
  const orders = { prix: catalogue.byPrice, 'prix-decroissant': catalogue.byPriceDown };
  const ordered = sort in orders ? orders[sort as keyof typeof orders] : catalogue.byName;
  if (!found) return ordered;
  const kept = new Uint8Array(catalogue.references.length);
  for (const place of found) kept[place] = 1;
  return ordered.filter((place) => kept[place] === 1);
}

function priceBandLabel(value: string): string {
  if (value === 'more') return `plus de ${formatCount(priceBands.at(-1) ?? 0)}\u00a0€`;
  const index = priceBands.findIndex((bound) => String(bound) === value);
  const below = priceBands[index - 1];
  return below === undefined
    ? `jusqu’à ${value}\u00a0€`
    : `${formatCount(below)} à ${formatCount(Number(value))}\u00a0€`;
}

function facetLabel(facet: CatalogueFacet): string {
  const labels = { category: 'Catégorie', brand: 'Marque', lot: 'Lot', priceBand: 'Prix unitaire HT' };
  return facet in labels ? labels[facet as keyof typeof labels] : attributes[facet as AttributeCode].label;
}

function valueLabel(facet: CatalogueFacet, value: string | null, lotTitles: ReadonlyMap<string, string>): string {
  if (value === null) return facet === 'brand' ? 'sans marque' : unknownText;
  if (facet === 'brand') return value;
  if (facet === 'lot') return lotTitles.get(value) ?? value;
  if (facet === 'priceBand') return priceBandLabel(value);
  if (facet === 'category') return isCategoryCode(value) ? categories[value].label : value;
  const attribute: Attribute = attributes[facet];
  if (attribute.type === 'boolean') return value === 'true' ? 'oui' : 'non';
  return attributeText(attribute, attribute.type === 'number' || attribute.type === 'integer' ? Number(value) : value);
}

/** Numbers in their order, the rest as counted. */
function inReadingOrder(facet: CatalogueFacet, values: readonly FacetValue[]): readonly FacetValue[] {
  const numeric =
    facet === 'priceBand' ||
    (facet in attributes && ['number', 'integer'].includes(attributes[facet as AttributeCode].type));
  const rank = ({ value }: FacetValue) =>
    value === null ? Number.POSITIVE_INFINITY : value === 'more' ? 1e12 : Number(value);
  return numeric ? [...values].sort((a, b) => rank(a) - rank(b)) : values;
}

/** What a card says of a reference, the most telling first. */
const highlightOrder: readonly AttributeCode[] = [
  'screenInches',
  'ramGb',
  'storageGb',
  'operatingSystem',
  'brightnessLm',
  'throw',
  'verticalPixels',
  'slots',
  'wifiStandard',
  'radioCutOff',
  'poeBudgetW',
  'poePorts',
  'automaticDuplex',
  'repairabilityIndex',
  'batteryHours',
  'hosting',
  'warrantyYears',
];

function cardOf(reference: OfferedReference) {
  const { documentId: _, attributes: known, ...card } = reference;
  const highlights = highlightOrder.flatMap((code) => {
    const value = known[code];
    if (value === undefined) return [];
    const attribute: Attribute = attributes[code];
    return [`${attribute.label}\u202f: ${attributeText(attribute, value)}`];
  });
  return {
    ...card,
    categoryLabel: isCategoryCode(card.category) ? categories[card.category].label : card.category,
    refurbished: known['condition'] === 'refurbished',
    highlights: highlights.slice(0, 4),
  };
}

export type CatalogueCard = ReturnType<typeof cardOf>;

/** Everything a catalogue page shows: cards of one page, facets with counts, menu, links. */
export function showCatalogue(db: Db, url: URL, today: Day) {
  const asked = readCatalogueRequest(url);
  const catalogue = catalogueOf(db, today);
  const found = searchCatalogue(db, catalogue, asked.typed);
  const ofCategory = facetAttributes.filter(
    (code) =>
      code === 'condition' || (asked.category && (attributes[code] as Attribute).categories.includes(asked.category)),
  );
  const shownFacets: CatalogueFacet[] = ['category', 'brand', 'priceBand', 'lot', ...ofCategory];
  const counted = new Set([...shownFacets, ...(Object.keys(asked.selection) as CatalogueFacet[])]);
  const columns = Object.fromEntries(
    [...counted].map((facet) => [facet, catalogue.columns[facet]]),
  ) as Catalogue['columns'];
  const { matching, facets } = countFacets(columns, inOrder(catalogue, found, asked.sort), asked.selection);
  const { lotTitles } = catalogue;
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(asked.page, pages);
  const addressOfPage = (to: number) =>
    addressWith(url, (parameters) => parameters.set('page', to === 1 ? '' : String(to)));
  const categoryCounts = new Map(facets.category.map(({ value, count }) => [value, count]));
  const menu = Object.entries(categoryGroupLabels).map(([group, label]) => ({
    label,
    entries: (Object.keys(categories) as CategoryCode[])
      .filter((code) => categories[code].group === group && (categoryCounts.get(code) ?? 0) > 0)
      .map((code) => ({
        code,
        label: categories[code].plural,
        count: categoryCounts.get(code) ?? 0,
        // Filters on attributes belong to a category: they leave with it.
        to: addressWith(url, (parameters) => {
          for (const facet of facetAttributes) if (facet !== 'condition') parameters.delete(facet);
          parameters.set('categorie', code);
        }),
      })),
  }));
  return {
    typed: asked.typed,
    category: asked.category ?? null,
    categoryLabel: asked.category ? categories[asked.category].plural : null,
    allCategories: addressWith(url, (parameters) => parameters.delete('categorie')),
    sort: asked.sort,
    count: matching.length,
    menu: menu.filter(({ entries }) => entries.length > 0),
    facets: shownFacets
      .filter((facet) => facet !== 'category')
      .map((facet) => ({
        name: parameter(facet),
        label: facetLabel(facet),
        values: inReadingOrder(facet, facets[facet]).map(({ value, count, chosen }) => ({
          value: value ?? unknownParameter,
          label: valueLabel(facet, value, lotTitles),
          count,
          chosen,
        })),
      }))
      .filter(({ values }) => values.length > 1 || values.some(({ chosen }) => chosen)),
    filters: (Object.entries(asked.selection) as [CatalogueFacet, readonly (string | null)[]][]).flatMap(
      ([facet, values]) =>
        facet === 'category'
          ? []
          : values.map((value) => ({
              label: `${facetLabel(facet)}\u202f: ${valueLabel(facet, value, lotTitles)}`,
              without: addressWith(url, (parameters) => {
                const others = parameters
                  .getAll(parameter(facet))
                  .filter((other) => other !== (value ?? unknownParameter));
                parameters.delete(parameter(facet));
                for (const other of others) parameters.append(parameter(facet), other);
              }),
            })),
    ),
    cards: [...matching.subarray((page - 1) * pageSize, page * pageSize)].flatMap((place) => {
      const reference = catalogue.references[place];
      return reference ? [cardOf(reference)] : [];
    }),
    page,
    pages,
    previous: page > 1 ? addressOfPage(page - 1) : null,
    next: page < pages ? addressOfPage(page + 1) : null,
  };
}
