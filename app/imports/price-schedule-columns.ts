// Recognises what each column of a price schedule is, by the words of its header, in any order.

import { type AttributeDefinition, attributeOfHeader } from './attribute-cells';
import { columnName, type Row } from './spreadsheet';

export type ScheduleField =
  | 'reference'
  | 'manufacturerReference'
  | 'label'
  | 'description'
  | 'brand'
  | 'model'
  | 'unit'
  | 'category'
  | 'unitPriceNet'
  | 'unitPriceGross'
  | 'vatRate'
  | 'ecoContributionNet';

export const fieldLabels: Readonly<Record<ScheduleField, string>> = {
  reference: 'Référence',
  manufacturerReference: 'Référence fabricant',
  label: 'Désignation',
  description: 'Description',
  brand: 'Marque',
  model: 'Modèle',
  unit: 'Unité',
  category: 'Catégorie',
  unitPriceNet: 'Prix unitaire HT',
  unitPriceGross: 'Prix unitaire TTC (contrôle)',
  vatRate: 'Taux de TVA',
  ecoContributionNet: 'Éco-participation HT',
};

export type ColumnMeaning =
  | { readonly kind: 'field'; readonly field: ScheduleField }
  | { readonly kind: 'attribute'; readonly code: string; readonly unit: string | null }
  /** Recognised, and of no use to a catalogue: quantities, totals, public prices. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown' };

export interface RecognisedColumn {
  readonly column: number;
  readonly name: string;
  readonly header: string;
  readonly meaning: ColumnMeaning;
}

export interface RecognisedHeader {
  /** The last row of the header: lines start after it. */
  readonly lastRow: number;
  readonly columns: readonly RecognisedColumn[];
}

/** A header's words: no accents, no case, no punctuation, 'P.U. H.T.' as 'pu ht'. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()
    .replace(/\bh t\b/g, 'ht')
    .replace(/\bt t c\b/g, 'ttc')
    .replace(/\bp u\b/g, 'pu')
    .replace(/\bhors (taxes?|tva)\b/g, 'ht')
    .replace(/\btoutes taxes comprises\b/g, 'ttc');
}

const notLines = /\b(total|totaux|montant|sous total)\b/;
const priceWords = /\b(pu|prix|tarif|cout)\b/;

/** Any header of a price column, before folding. */
const maybePrice = /p\.?\s*u|prix|tarif|co[uû]t|montant/i;

/** The field that a header names; 'ignored' for known columns that say nothing of the catalogue. */
function fieldOfHeader(folded: string): ScheduleField | 'ignored' | 'anyPrice' | undefined {
  if (/\beco ?(participation|contribution|taxe)s?\b|\bd3e\b|\bdeee\b|\becotaxe\b/.test(folded)) {
    return /\bttc\b|\b(montant|total)\b.*\b(ligne|total)\b/.test(folded) ? 'ignored' : 'ecoContributionNet';
  }
  if (/\bcopie privee\b|\brcp\b|\bredevance\b/.test(folded)) return 'ignored';
  if (/\b(quantites?|qtes?|nombre|nb)\b/.test(folded) && !priceWords.test(folded)) {
    // 'Nombre de ports' is an attribute, a lone 'Nombre' a quantity.
    return /\b(quantites?|qtes?)\b|^(nombre|nb)$/.test(folded) ? 'ignored' : undefined;
  }
  if (/\b(public|catalogue|ppi|conseille|constructeur)\b/.test(folded) && priceWords.test(folded)) return 'ignored';
  if (/\bremise\b|\brabais\b/.test(folded) && !/\b(remise|net)\b.*\bht\b|\bprix (net|remise)\b/.test(folded))
    return 'ignored';
  if (/\btva\b|\bvat\b/.test(folded) && !priceWords.test(folded))
    return /\bmontant\b/.test(folded) ? 'ignored' : 'vatRate';
  if (notLines.test(folded) && !/\bunitaire\b|\bpu\b/.test(folded)) return 'ignored';
  if (priceWords.test(folded) || /\bmontant unitaire\b/.test(folded)) {
    if (/^n(o|umero)? (de |du )?prix$/.test(folded)) return 'reference';
    if (/\bttc\b/.test(folded)) return 'unitPriceGross';
    return /\bht\b/.test(folded) ? 'unitPriceNet' : 'anyPrice';
  }
  if (
    /\b(ref|reference|code|numero)\b.*\b(fabricant|constructeur|marque|editeur)\b|^(part number|pn|p n|mpn)$/.test(
      folded,
    )
  ) {
    return 'manufacturerReference';
  }
  if (
    /^(ref|refs|reference|references|code|sku|n|no|numero|item|poste|n (de )?(ligne|article|poste))$/.test(folded) ||
    /^(ref|reference|code|n|no|numero)( (de l|du|de|d))? (article|produit|fournisseur|titulaire|interne|commerciale?|bpu|bordereau|prestation)s?$/.test(
      folded,
    )
  ) {
    return 'reference';
  }
  if (
    /^(designation|libelle|intitule|produit|article|nom)\b/.test(folded) ||
    /^nature (de la|des) (prestation|fourniture)s?$/.test(folded)
  ) {
    return 'label';
  }
  if (/^(descriptions?|descriptif|caracteristiques?|commentaires?|observations?|details?)\b/.test(folded))
    return 'description';
  if (/^(marque|fabricant|constructeur|editeur)$/.test(folded)) return 'brand';
  if (/^(modele|gamme et modele)$/.test(folded)) return 'model';
  if (/^(unites?|u|uv|ud|unite de (vente|mesure|facturation)|udv|udm)$/.test(folded)) return 'unit';
  if (/^(categorie|famille|type|type de (produit|materiel|prestation))s?$/.test(folded)) return 'category';
  return undefined;
}

/** What one header text means. 'anyPrice' (neither HT nor TTC said) is settled among the columns of the row. */
function meaningOf(header: string, attributes: readonly AttributeDefinition[]): ColumnMeaning | 'anyPrice' {
  const attribute = attributeOfHeader(header, attributes);
  const field = fieldOfHeader(foldHeader(header));
  if (field === 'anyPrice') return 'anyPrice';
  if (field && field !== 'ignored') return { kind: 'field', field };
  if (attribute) return { kind: 'attribute', code: attribute.definition.code, unit: attribute.unit };
  return { kind: field === 'ignored' ? 'ignored' : 'unknown' };
}

function recogniseTexts(
  texts: ReadonlyMap<number, string>,
  lastRow: number,
  attributes: readonly AttributeDefinition[],
): RecognisedHeader {
  const read = [...texts].map(([column, header]) => ({ column, header, meaning: meaningOf(header, attributes) }));
  const says = (field: ScheduleField) =>
    read.some(({ meaning }) => meaning !== 'anyPrice' && meaning.kind === 'field' && meaning.field === field);
  // A price that says neither HT nor TTC is net in a price schedule, unless another column says it is the net one.
  const anyPrice: ColumnMeaning = says('unitPriceNet') ? { kind: 'ignored' } : { kind: 'field', field: 'unitPriceNet' };
  return {
    lastRow,
    columns: read.map(({ column, header, meaning }) => ({
      column,
      name: columnName(column),
      header,
      meaning: meaning === 'anyPrice' ? anyPrice : meaning,
    })),
  };
}

/** Fields that the header names, each once. */
export function fieldsOf(header: RecognisedHeader): Set<ScheduleField> {
  return new Set(header.columns.flatMap(({ meaning }) => (meaning.kind === 'field' ? [meaning.field] : [])));
}

/** Whether a row of cells can be a header: it names a price, and what the price is of. */
function isHeader(header: RecognisedHeader): boolean {
  const fields = fieldsOf(header);
  const hasPrice = fields.has('unitPriceNet') || fields.has('unitPriceGross');
  return hasPrice && (fields.has('label') || fields.has('reference') || fields.has('manufacturerReference'));
}

function meanings(header: RecognisedHeader): number {
  return header.columns.filter(({ meaning }) => meaning.kind !== 'unknown').length;
}

/**
 * The header that a row is, alone or with the row below ('Prix unitaire' above 'HT' and 'TTC'); undefined when the
 * row is no header. Two rows are taken only where they name more columns than the first alone.
 */
export function recogniseHeader(
  row: Row,
  next: Row | undefined,
  attributes: readonly AttributeDefinition[],
): RecognisedHeader | undefined {
  const texts = new Map(
    row.cells.filter(({ content }) => content.kind === 'text').map(({ column, text }) => [column, text]),
  );
  // Asked of every row of a file, for tables that start anew: most rows must be dismissed at a glance.
  if (texts.size < 2 || ![...texts.values()].some((text) => maybePrice.test(text))) return undefined;
  const alone = recogniseTexts(texts, row.number, attributes);
  const candidates = [alone];
  if (
    next &&
    next.number === row.number + 1 &&
    next.cells.every(({ content, text }) => content.kind === 'text' && !/\d/.test(text))
  ) {
    const both = new Map(texts);
    for (const { column, text, mergedFrom } of next.cells) {
      if (mergedFrom && mergedFrom.row === row.number && mergedFrom.column === column) continue;
      const above = both.get(column);
      both.set(column, above === undefined ? text : `${above} ${text}`);
    }
    candidates.push(recogniseTexts(both, next.number, attributes));
  }
  const headers = candidates.filter(isHeader);
  return headers.sort((a, b) => repeats(a) - repeats(b) || meanings(b) - meanings(a) || a.lastRow - b.lastRow)[0];
}

/** Columns that repeat a field: a merged 'Prix unitaire' alone names the price twice, its second row settles it. */
function repeats(header: RecognisedHeader): number {
  const named = header.columns.filter(({ meaning }) => meaning.kind === 'field').length;
  return named - fieldsOf(header).size;
}
