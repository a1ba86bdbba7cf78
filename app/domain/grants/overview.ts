// All the grant files of the members summed up, and how evenly equipment and grants reach the communes.
import type { Day } from '~/domain/shared/day';
import { type Cents, cents, divideRounded, sumCents } from '~/domain/shared/money';
import type { AwardDate } from './award-dates';
import type { FileState } from './file-steps';

/** Why the money of a file is at risk. */
export type RiskReason =
  | { readonly tag: 'date'; readonly date: AwardDate }
  | { readonly tag: 'missingPieces'; readonly count: number };

export interface FileFigures {
  readonly id: string;
  readonly scheme: string;
  readonly state: FileState;
  readonly year: number;
  readonly communeId: string;
  /** Null while it is unknown. */
  readonly asked: Cents | null;
  readonly granted: Cents | null;
  readonly paid: Cents;
  readonly reasons: readonly RiskReason[];
}

/** What may be lost: the award, or else the request, less what is already paid; zero without a reason. */
export function atRiskOf(file: Pick<FileFigures, 'asked' | 'granted' | 'paid' | 'reasons'>): Cents {
  if (file.reasons.length === 0) return cents(0);
  return cents(Math.max(0, (file.granted ?? file.asked ?? 0) - file.paid));
}

export interface FigureSums {
  readonly files: number;
  readonly asked: Cents;
  /** Files whose amount is not known: they are not in the sum. */
  readonly askedUnknown: number;
  readonly granted: Cents;
  readonly paid: Cents;
  readonly atRisk: Cents;
}

/** Sums of files, in cents. */
export function sumFigures(files: readonly FileFigures[]): FigureSums {
  return {
    files: files.length,
    asked: sumCents(files.map(({ asked }) => asked ?? cents(0))),
    askedUnknown: files.filter(({ asked }) => asked === null).length,
    granted: sumCents(files.map(({ granted }) => granted ?? cents(0))),
    paid: sumCents(files.map(({ paid }) => paid)),
    atRisk: sumCents(files.map(atRiskOf)),
  };
}

/** Sums by a label of each file, in the order in which the labels come. */
export function sumsBy(
  files: readonly FileFigures[],
  labelOf: (file: FileFigures) => string,
): readonly (FigureSums & { readonly label: string })[] {
  const labels = [...new Set(files.map(labelOf))];
  return labels.map((label) => ({ label, ...sumFigures(files.filter((file) => labelOf(file) === label)) }));
}

export interface SchoolFigures {
  /** Null is unknown. */
  readonly pupils: number | null;
  readonly mobileDevices: number | null;
  readonly displays: number | null;
}

export interface CommunePlace {
  readonly communeId: string;
  readonly name: string;
  readonly epci: string | null;
  /** Density classes 5 to 7 of the Insee grid; null when it is not known. */
  readonly rural: boolean | null;
  readonly schools: readonly SchoolFigures[];
  readonly granted: Cents;
}

/** A figure per pupil with how many schools it rests on: a school that did not say is left out, never counted as zero. */
export interface PerPupil {
  readonly count: number;
  readonly pupils: number;
  readonly schools: number;
  readonly of: number;
  /** For a hundred pupils, in tenths; null when no school gives both figures. */
  readonly per100: number | null;
}

export interface EquityFigures {
  readonly communes: number;
  readonly schools: number;
  readonly pupils: number;
  readonly schoolsWithoutPupils: number;
  readonly granted: Cents;
  /** Per pupil, in cents; null when a school of the commune has no pupil count. */
  readonly grantPerPupil: Cents | null;
  readonly mobileDevices: PerPupil;
  readonly displays: PerPupil;
}

function perPupil(schools: readonly SchoolFigures[], figure: 'mobileDevices' | 'displays'): PerPupil {
  const known = schools.filter((school) => school[figure] !== null && school.pupils !== null);
  const count = known.reduce((sum, school) => sum + (school[figure] ?? 0), 0);
  const pupils = known.reduce((sum, school) => sum + (school.pupils ?? 0), 0);
  return {
    count,
    pupils,
    schools: known.length,
    of: schools.length,
    per100: pupils === 0 ? null : divideRounded(BigInt(count) * 1000n, BigInt(pupils)),
  };
}

/**
 * Equipment and grants per pupil of some communes. The grant per pupil rests on the communes whose every school has a
 * pupil count: a sum divided by part of the pupils would be too high.
 */
export function equityOf(places: readonly CommunePlace[]): EquityFigures {
  const schools = places.flatMap((place) => place.schools);
  const counted = places.filter((place) => place.schools.every(({ pupils }) => pupils !== null));
  const pupilsCounted = counted.flatMap((place) => place.schools).reduce((sum, { pupils }) => sum + (pupils ?? 0), 0);
  const grantedCounted = sumCents(counted.map(({ granted }) => granted));
  return {
    communes: places.length,
    schools: schools.length,
    pupils: schools.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0),
    schoolsWithoutPupils: schools.filter(({ pupils }) => pupils === null).length,
    granted: sumCents(places.map(({ granted }) => granted)),
    grantPerPupil: pupilsCounted === 0 ? null : cents(divideRounded(BigInt(grantedCounted), BigInt(pupilsCounted))),
    mobileDevices: perPupil(schools, 'mobileDevices'),
    displays: perPupil(schools, 'displays'),
  };
}

/** Step of a colour scale, from 0 (nothing) to 4 (the highest quarter of what is there); null stays unknown. */
export function scaleStep(value: number | null, highest: number): number | null {
  if (value === null) return null;
  if (value === 0 || highest === 0) return 0;
  return Math.min(4, Math.ceil((value * 4) / highest));
}

/** The year a file counts in: that of its deposit, else that of its making. */
export function yearOfFile(depositedOn: Day | undefined, createdOn: Day): number {
  return Number((depositedOn ?? createdOn).slice(0, 4));
}
