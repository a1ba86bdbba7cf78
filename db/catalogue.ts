// The catalogue of a day held in memory for searching, filtering and counting; read again when prices change.
import type Sqlite from 'better-sqlite3';
import { type Attribute, type AttributeCode, attributes } from 'catalog/products/attributes';
import { categories } from 'catalog/products/categories';
import type { AttributeValues } from '~/domain/products/attribute-values';
import { type FacetColumns, facetColumns } from '~/domain/products/facets';
import { matchExpression, searchTerms } from '~/domain/products/search-terms';
import type { Day } from '~/domain/shared/day';
import type { BasisPoints, UnitPrice } from '~/domain/shared/money';
import type { Db } from './client';

/** A reference that can be ordered on the day of the catalogue. */
export interface OfferedReference {
  readonly id: string;
  /** In the full-text index; null for a reference that was never indexed. */
  readonly documentId: number | null;
  readonly reference: string;
  readonly label: string;
  readonly category: string;
  readonly brand: string | null;
  readonly model: string | null;
  readonly unit: string;
  readonly attributes: AttributeValues;
  readonly lotId: string;
  readonly lotTitle: string;
  readonly accordCadreReference: string;
  readonly holderName: string;
  readonly unitPriceNet: UnitPrice;
  readonly vatRate: BasisPoints;
  readonly ecoContributionNet: UnitPrice;
}

export const baseFacets = ['category', 'brand', 'lot', 'priceBand'] as const;
export type CatalogueFacet = (typeof baseFacets)[number] | AttributeCode;

export interface Catalogue {
  readonly day: Day;
  /** In alphabetical order of their labels. */
  readonly references: readonly OfferedReference[];
  /** Places of the references in each order. */
  readonly byName: Uint32Array;
  readonly byPrice: Uint32Array;
  readonly byPriceDown: Uint32Array;
  readonly lotTitles: ReadonlyMap<string, string>;
  readonly columns: FacetColumns<CatalogueFacet>;
  /** Place in `references` of each document of the full-text index, -1 where it is not offered. */
  readonly placeOf: Int32Array;
}

/** Upper bounds of the price bands, in whole euros, net. */
export const priceBands = [20, 50, 100, 250, 500, 1000] as const;

/** The first band whose bound is not below the price; 'more' beyond the last. */
export function priceBandOf(unitPriceNet: UnitPrice): string {
  const bound = priceBands.find((euros) => unitPriceNet <= euros * 10_000);
  return bound === undefined ? 'more' : String(bound);
}

export const facetAttributes = (Object.keys(attributes) as AttributeCode[]).filter(
  (code) => (attributes[code] as Attribute).facet,
);

interface Statements {
  readonly version: Sqlite.Statement<[], { version: string }>;
  readonly offered: Sqlite.Statement<
    [{ day: Day }],
    Omit<OfferedReference, 'attributes'> & { readonly attributes: string }
  >;
  readonly found: Sqlite.Statement<[string], number>;
  readonly ranked: Sqlite.Statement<[string], number>;
  catalogue?: { readonly version: string; readonly catalogue: Catalogue };
}

const statementsOf = new WeakMap<Db, Statements>();

function statements(db: Db): Statements {
  const known = statementsOf.get(db);
  if (known) return known;
  const client = db.$client;
  const prepared: Statements = {
    version: client.prepare(
      `select count(*) || ':' || coalesce(max(confirmed_at), '') as version from price_schedules where confirmed_at is not null`,
    ),
    offered: client.prepare(
      `select p.id, d.id as documentId, p.reference, p.label, p.category, p.brand, p.model, p.unit, p.attributes,
              l.id as lotId, l.title as lotTitle, a.reference as accordCadreReference, o.name as holderName,
              pr.unit_price_net as unitPriceNet, pr.vat_rate as vatRate, pr.eco_contribution_net as ecoContributionNet
       from prices pr
       join products p on p.id = pr.product_id
       left join product_documents d on d.product_id = p.id
       join lots l on l.id = p.lot_id
       join accords_cadres a on a.id = l.accord_cadre_id
       join organisations o on o.id = l.holder_id
       where pr.valid_from <= @day and (pr.valid_to is null or pr.valid_to >= @day)
         and a.notified_on <= @day and a.starts_on <= @day and a.ends_on >= @day`,
    ),
    found: client.prepare('select rowid from product_terms where product_terms match ?').pluck() as Statements['found'],
    ranked: client
      .prepare('select rowid from product_terms where product_terms match ? order by rank')
      .pluck() as Statements['ranked'],
  };
  statementsOf.set(db, prepared);
  return prepared;
}

function facetValueOf(code: AttributeCode): (row: OfferedReference) => string | null {
  return ({ attributes: known }) => (known[code] === undefined ? null : String(known[code]));
}

function readCatalogue(db: Db, day: Day): Catalogue {
  const references = statements(db)
    .offered.all({ day })
    .map((row): OfferedReference => ({ ...row, attributes: JSON.parse(row.attributes) as AttributeValues }));
  const { compare } = new Intl.Collator('fr', { numeric: true });
  references.sort((a, b) => compare(a.label, b.label));
  const priceAt = (place: number) => references[place]?.unitPriceNet ?? 0;
  const facets = {
    category: ({ category }: OfferedReference) => category,
    brand: ({ brand }: OfferedReference) => brand,
    lot: ({ lotId }: OfferedReference) => lotId,
    priceBand: ({ unitPriceNet }: OfferedReference) => priceBandOf(unitPriceNet),
    ...Object.fromEntries(facetAttributes.map((code) => [code, facetValueOf(code)])),
  } as Record<CatalogueFacet, (row: OfferedReference) => string | null>;
  const byName = Uint32Array.from(references.keys());
  const byPrice = byName.slice().sort((a, b) => priceAt(a) - priceAt(b) || a - b);
  const lastDocument = references.reduce((last, { documentId }) => Math.max(last, documentId ?? 0), 0);
  const placeOf = new Int32Array(lastDocument + 1).fill(-1);
  references.forEach(({ documentId }, place) => {
    if (documentId !== null) placeOf[documentId] = place;
  });
  return {
    day,
    references,
    byName,
    byPrice,
    byPriceDown: byPrice.slice().reverse(),
    lotTitles: new Map(references.map(({ lotId, lotTitle }) => [lotId, lotTitle])),
    columns: facetColumns(references, facets),
    placeOf,
  };
}

/** The catalogue of a day: the references with a price that holds, under an accord-cadre in force. */
export function catalogueOf(db: Db, day: Day): Catalogue {
  const prepared = statements(db);
  const version = `${day}:${prepared.version.get()?.version}`;
  if (prepared.catalogue?.version !== version) prepared.catalogue = { version, catalogue: readCatalogue(db, day) };
  return prepared.catalogue.catalogue;
}

/** Beyond this many results an order of relevance says little and costs much. */
const mostRanked = 2000;

/** Places in the catalogue of what a search finds, the most relevant first; undefined when nothing was asked. */
export function searchCatalogue(db: Db, catalogue: Catalogue, typed: string): Uint32Array | undefined {
  const expression = matchExpression(typed);
  if (expression === undefined) return undefined;
  const prepared = statements(db);
  const found = prepared.found.all(expression);
  const documents = found.length <= mostRanked ? prepared.ranked.all(expression) : found;
  const places = new Uint32Array(documents.length);
  let kept = 0;
  for (const document of documents) {
    const place = catalogue.placeOf[document] ?? -1;
    if (place < 0) continue;
    places[kept] = place;
    kept += 1;
  }
  return namedFirst(catalogue, places.subarray(0, kept), typed);
}

/** Who types 'tablettes' wants tablets before the furniture that holds them: references of a category so named come first. */
function namedFirst(catalogue: Catalogue, places: Uint32Array, typed: string): Uint32Array {
  const terms = searchTerms(typed);
  const named = new Set(
    Object.entries(categories).flatMap(([code, { label }]) => {
      const ofLabel = searchTerms(label);
      return terms.every((term) => ofLabel.includes(term)) ? [code] : [];
    }),
  );
  if (named.size === 0) return places;
  const isNamed = (place: number) => named.has(catalogue.references[place]?.category ?? '');
  return Uint32Array.from([...places.filter(isNamed), ...places.filter((place) => !isNamed(place))]);
}
