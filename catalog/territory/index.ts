// The demonstration territory: communes, public schools and EPCI of Ille-et-Vilaine, as scripts/territory.mjs extracts them.
import extract from './ille-et-vilaine.json';

export type EpciType = 'CC' | 'CA' | 'CU' | 'METRO';
export type PopulationDefinition = 'municipal' | 'total' | 'unspecified';
export type PopulationSource = 'dgcl-epci-2026' | 'etalab-communes-6.0.0' | 'insee-density-2024';

/** A published count of inhabitants. `year` is the year the source gives for it, null when it gives none. */
export interface PublishedPopulation {
  readonly definition: PopulationDefinition;
  readonly count: number;
  readonly year: number | null;
  readonly source: PopulationSource;
}

export interface PublishedEpci {
  readonly siren: string;
  readonly name: string;
  readonly type: EpciType;
  /** Every member commune, those of neighbouring departments included. */
  readonly members: readonly {
    readonly inseeCode: string;
    readonly name: string;
    readonly siren: string;
    readonly totalPopulation: number;
    readonly municipalPopulation: number;
  }[];
}

export interface PublishedSchool {
  readonly uai: string;
  readonly name: string;
  readonly siret: string | null;
  /** A school with both levels is an école primaire. */
  readonly nursery: boolean;
  readonly elementary: boolean;
  readonly ulis: boolean;
  /** Pupils in the current directory; null when it does not say. */
  readonly pupils: number | null;
  /** Rentrée 2022, the last published counts per class. */
  readonly counts2022: {
    readonly classes: number;
    readonly pupils: number;
    readonly preElementaryPupils: number;
    readonly elementaryPupils: number;
    readonly ulisPupils: number;
    readonly cm1Cm2Pupils: number;
  };
  /** Number of the regroupement pédagogique intercommunal dispersé, null when the school is in none. */
  readonly dispersedRpi: string | null;
  readonly concentratedRpi: boolean;
  readonly priorityEducation: 'REP' | 'REP+' | null;
}

export interface PublishedCommune {
  readonly inseeCode: string;
  readonly name: string;
  readonly siren: string;
  readonly postalCodes: readonly string[];
  readonly arrondissement: string;
  readonly populations: readonly PublishedPopulation[];
  readonly epciSiren: string;
  /** Insee density grid 2024, from 1 (dense) to 7 (very sparse). */
  readonly densityClass: number;
  /** Density classes 5 to 7. */
  readonly rural: boolean;
  readonly schools: readonly PublishedSchool[];
}

export interface Territory {
  readonly department: {
    readonly code: string;
    readonly name: string;
    readonly regionCode: string;
    readonly zone: 'metro' | 'drom' | 'com';
  };
  /** Package and version the communes come from. */
  readonly edition: string;
  readonly epci: readonly PublishedEpci[];
  readonly communes: readonly PublishedCommune[];
}

/** Who publishes each figure, as a document cites it. */
export const populationSources: Readonly<Record<PopulationSource, string>> = {
  'dgcl-epci-2026': 'DGCL, liste des EPCI à fiscalité propre, édition 2026',
  'etalab-communes-6.0.0':
    'Insee, population légale, par @etalab/decoupage-administratif 6.0.0 (définition non précisée)',
  'insee-density-2024': 'Insee, grille communale de densité 2024',
};

/** Year of the class and pupil counts held in `counts2022`. */
export const classCountsYear = 2022;

export const territory = extract as Territory;
