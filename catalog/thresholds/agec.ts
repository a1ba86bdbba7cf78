// AGEC article 58: the categories of the yearly declaration, their minimum shares by year, and the value of donations.
import type { Confidence } from './types';

export interface AgecRate {
  readonly category: AgecCode;
  readonly fromYear: number;
  /** Last year included; null while nothing replaces it. */
  readonly toYear: number | null;
  /** Of the yearly spend without VAT, in basis points; null where no text read establishes it: never guessed. */
  readonly reuse: number | null;
  readonly recycled: number | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** Labels of the schema published on data.gouv.fr (v0.1.0, Licence Ouverte 2.0), character for character. */
export const declarationLabels = [
  "Produits textiles à l'exception des équipements de protection individuels",
  'Matériel informatique et téléphonie',
  "Matériel de reprographie et d'impression",
  "Consommables d'impression",
  'Papier',
  'Fournitures de bureau',
  'Engins de transport et pièces détachées',
  'Véhicules et pièces détachées',
  "Mobilier et aménagement d'intérieur",
  'Mobilier urbain',
  'Equipements de collecte de déchets',
  'Bocaux et flacons',
  'Articles et équipement sportifs',
  "Matériel d'entretien des espaces verts",
  'Bâtiments modulaires ou préfabriqués',
  'Gros électroménager, y compris appareils professionnels',
  'Jeux et jouets',
] as const;

export type DeclarationLabel = (typeof declarationLabels)[number];

/** Every category of the declaration; Préau's catalogue sells in four, purchases made elsewhere may be in any. */
export const agecCategories = {
  computing: 'Matériel informatique et téléphonie',
  reprography: "Matériel de reprographie et d'impression",
  printSupplies: "Consommables d'impression",
  furniture: "Mobilier et aménagement d'intérieur",
  paper: 'Papier',
  officeSupplies: 'Fournitures de bureau',
  textiles: "Produits textiles à l'exception des équipements de protection individuels",
  transport: 'Engins de transport et pièces détachées',
  vehicles: 'Véhicules et pièces détachées',
  streetFurniture: 'Mobilier urbain',
  wasteCollection: 'Equipements de collecte de déchets',
  jarsAndBottles: 'Bocaux et flacons',
  sports: 'Articles et équipement sportifs',
  greenSpaces: "Matériel d'entretien des espaces verts",
  modularBuildings: 'Bâtiments modulaires ou préfabriqués',
  largeAppliances: 'Gros électroménager, y compris appareils professionnels',
  games: 'Jeux et jouets',
} as const satisfies Readonly<Record<string, DeclarationLabel>>;

export type AgecCode = keyof typeof agecCategories;

const decree = 'Décret n° 2024-134 du 21 février 2024, annexe';
const notRead = { reuse: null, recycled: null, source: decree, confidence: 'unsure' } as const;

/** The decree replaces that of 2021 on 1 July 2024: the rates of 2021 hold for no year here. */
export const agecRates = [
  {
    category: 'computing',
    fromYear: 2024,
    toYear: 2026,
    reuse: 2000,
    recycled: null,
    source: decree,
    confidence: 'confirmedSecondary',
  },
  {
    category: 'computing',
    fromYear: 2027,
    toYear: 2029,
    reuse: 2500,
    recycled: null,
    source: decree,
    confidence: 'confirmedSecondary',
  },
  {
    category: 'computing',
    fromYear: 2030,
    toYear: null,
    reuse: 3000,
    recycled: null,
    source: decree,
    confidence: 'confirmedSecondary',
  },
  { category: 'reprography', fromYear: 2024, toYear: null, ...notRead },
  { category: 'printSupplies', fromYear: 2024, toYear: null, ...notRead },
  {
    category: 'furniture',
    fromYear: 2024,
    toYear: 2026,
    reuse: 2000,
    recycled: 1500,
    source: decree,
    confidence: 'confirmedSecondary',
  },
  { category: 'furniture', fromYear: 2027, toYear: null, ...notRead },
  { category: 'paper', fromYear: 2024, toYear: null, ...notRead },
  { category: 'officeSupplies', fromYear: 2024, toYear: null, ...notRead },
  { category: 'textiles', fromYear: 2024, toYear: null, ...notRead },
  { category: 'transport', fromYear: 2024, toYear: null, ...notRead },
  { category: 'vehicles', fromYear: 2024, toYear: null, ...notRead },
  { category: 'streetFurniture', fromYear: 2024, toYear: null, ...notRead },
  { category: 'wasteCollection', fromYear: 2024, toYear: null, ...notRead },
  { category: 'jarsAndBottles', fromYear: 2024, toYear: null, ...notRead },
  { category: 'sports', fromYear: 2024, toYear: null, ...notRead },
  { category: 'greenSpaces', fromYear: 2024, toYear: null, ...notRead },
  { category: 'modularBuildings', fromYear: 2024, toYear: null, ...notRead },
  { category: 'largeAppliances', fromYear: 2024, toYear: null, ...notRead },
  { category: 'games', fromYear: 2024, toYear: null, ...notRead },
] as const satisfies readonly AgecRate[];

/** First civil year that is declared here. */
export const firstAgecYear = 2024;

/** Flat value of a donated laptop under five years (arrêté du 29 février 2024), in cents. */
export const donatedLaptopCents = 20_000;
