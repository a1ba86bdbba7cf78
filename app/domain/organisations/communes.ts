// Communes and the EPCI they belong to, with every published population kept apart.
import type { InseeCode, Siren } from '~/domain/shared/identifiers';

export type PopulationDefinition = 'municipal' | 'total' | 'unspecified';

export interface Population {
  readonly definition: PopulationDefinition;
  readonly count: number;
  /** Year the source gives; null when it gives none. */
  readonly year: number | null;
  /** Who publishes it, in French, as a document cites it. */
  readonly source: string;
}

export interface Epci {
  readonly siren: Siren;
  readonly name: string;
  readonly type: 'CC' | 'CA' | 'CU' | 'METRO';
}

export interface Commune {
  readonly inseeCode: InseeCode;
  readonly name: string;
  readonly siren: Siren;
  readonly postalCodes: readonly string[];
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly arrondissement: string;
  readonly overseas: boolean;
  readonly populations: readonly Population[];
  readonly epci: Epci;
  /** Insee density grid, from 1 (dense) to 7 (very sparse). */
  readonly densityClass: number;
  readonly rural: boolean;
}

export const populationDefinitionLabels: Readonly<Record<PopulationDefinition, string>> = {
  municipal: 'population municipale',
  total: 'population totale',
  unspecified: 'population légale, définition non précisée',
};

/** The most recent published population of a definition; undefined when there is none. */
export function latestPopulation(commune: Commune, definition: PopulationDefinition): Population | undefined {
  return commune.populations
    .filter((population) => population.definition === definition)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
}
