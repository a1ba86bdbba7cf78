// Public schools: level, size and regroupement, as the directory and the class counts give them.
import type { InseeCode, Siret, Uai } from '~/domain/shared/identifiers';

export type SchoolLevel = 'nursery' | 'elementary' | 'primary';

export interface School {
  readonly uai: Uai;
  readonly name: string;
  readonly communeInseeCode: InseeCode;
  readonly siret: Siret | null;
  readonly level: SchoolLevel;
  readonly ulis: boolean;
  /** Pupils in the directory, or in the last class counts when it does not say. */
  readonly pupils: number;
  readonly classes: number;
  readonly preElementaryPupils: number;
  readonly elementaryPupils: number;
  /** Year of the class counts. */
  readonly countsYear: number;
  /** Number of the regroupement pédagogique intercommunal dispersé; null when the school is in none. */
  readonly dispersedRpi: string | null;
  readonly concentratedRpi: boolean;
  readonly priorityEducation: 'REP' | 'REP+' | null;
}

export const schoolLevelLabels: Readonly<Record<SchoolLevel, string>> = {
  nursery: 'maternelle',
  elementary: 'élémentaire',
  primary: 'primaire',
};

/** The level of a school that has a nursery part, an elementary part or both. Throws when it has neither. */
export function schoolLevelOf(nursery: boolean, elementary: boolean): SchoolLevel {
  if (nursery && elementary) return 'primary';
  if (nursery) return 'nursery';
  if (elementary) return 'elementary';
  throw new RangeError('A school has at least one level');
}
