// What is known about a commune, a school and an operation when a grant scheme asks, and who says so.
import type { FactName } from 'catalog/grants/facts';
import { type Commune, latestPopulation } from '~/domain/organisations/communes';
import type { School } from '~/domain/organisations/schools';
import type { Day } from '~/domain/shared/day';

/** A fact as kept in a file. Ratios are in basis points. A fact that is not known is absent. */
export interface KnownFact {
  readonly value: number | string | boolean | readonly string[];
  /** Who gives it, in French: a published source, or the person and the day. */
  readonly origin: string;
  /** For a population: its definition and year. */
  readonly definition?: string;
  readonly year?: number;
  /** A person has confirmed value, definition and year for the period of the call. */
  readonly confirmed?: boolean;
}

export type Facts = Readonly<Partial<Record<FactName, KnownFact>>>;

function counted(school: School): Pick<KnownFact, 'origin' | 'year'> {
  return { origin: `Effectifs des écoles, rentrée ${school.countsYear}`, year: school.countsYear };
}

/**
 * Facts our own data hold for a school of a commune. Urban unit, urban area, DGF population and
 * earlier grants are not among them: a person gives them.
 */
export function knownFactsOf(commune: Commune, school: School | null): Facts {
  const total = latestPopulation(commune, 'total');
  const municipal = latestPopulation(commune, 'municipal');
  return {
    'commune.zone': { value: commune.overseas ? 'overseas' : 'metro', origin: 'Code officiel géographique, Insee' },
    'commune.department': { value: commune.departmentCode, origin: 'Code officiel géographique, Insee' },
    'commune.epci': { value: commune.epci.name, origin: 'Liste des EPCI à fiscalité propre, DGCL' },
    'commune.densityClass': { value: commune.densityClass, origin: 'Grille communale de densité, Insee' },
    'commune.rural': { value: commune.rural, origin: 'Grille communale de densité, Insee' },
    ...(municipal && {
      'commune.municipalPopulation': {
        value: municipal.count,
        origin: municipal.source,
        definition: 'population municipale',
        ...(municipal.year !== null && { year: municipal.year }),
      },
    }),
    ...(total && {
      'commune.totalPopulation': {
        value: total.count,
        origin: total.source,
        definition: 'population totale',
        ...(total.year !== null && { year: total.year }),
      },
    }),
    ...(school && {
      'school.level': { value: school.level, origin: 'Annuaire de l’éducation' },
      'school.sector': { value: 'public', origin: 'Annuaire de l’éducation' },
      'school.classes': { value: school.classes, ...counted(school) },
      'school.pupils': { value: school.pupils, origin: 'Annuaire de l’éducation' },
      'school.rpi': {
        value: school.concentratedRpi ? 'concentrated' : school.dispersedRpi === null ? 'none' : 'dispersed',
        origin: 'Annuaire de l’éducation',
      },
      'school.priorityEducation': { value: school.priorityEducation ?? 'none', origin: 'Annuaire de l’éducation' },
      'school.cycle2And3Pupils': {
        value: school.elementaryPupils,
        ...counted(school),
      },
      // In a school with both levels the published class count does not say which are of cycles 2 and 3.
      ...(school.level === 'elementary' && {
        'school.cycle2And3Classes': { value: school.classes, ...counted(school) },
      }),
    }),
  };
}

/**
 * Whether the first legal act precedes the reception of the request (CGCT, article R. 2334-24).
 * `firstLegalActOn`: null when nothing is signed, undefined when it is not known;
 * `requestReceivedOn`: null when no request has been received yet.
 */
export function startedBeforeReception(
  firstLegalActOn: Day | null | undefined,
  requestReceivedOn: Day | null,
): KnownFact | undefined {
  if (firstLegalActOn === undefined) return undefined;
  const started = firstLegalActOn !== null && (requestReceivedOn === null || firstLegalActOn < requestReceivedOn);
  return { value: started, origin: 'Dates du premier bon de commande et de réception de la demande' };
}

export interface EpciMember {
  readonly totalPopulation: number;
}

/**
 * What the list of members says of an EPCI that runs the school: its population, its largest commune, the share of
 * its communes below 2,000 inhabitants in basis points, rounded down. Whether it holds the competence is the answer
 * to who runs the school; none of it is known of a school syndicate.
 */
export function epciFactsOf(members: readonly EpciMember[], runBy: KnownFact): Facts {
  if (members.length === 0) return { 'applicant.schoolCompetence': { ...runBy, value: true } };
  const origin = 'Liste des EPCI à fiscalité propre, DGCL';
  const counts = members.map(({ totalPopulation }) => totalPopulation);
  const small = counts.filter((count) => count < 2000).length;
  const population = { origin, definition: 'population totale' };
  return {
    'applicant.schoolCompetence': { value: true, origin: runBy.origin },
    'applicant.population': { value: counts.reduce((sum, count) => sum + count, 0), ...population },
    'applicant.largestMemberPopulation': { value: Math.max(...counts), ...population },
    'applicant.membersBelow2000Share': { value: Math.floor((small * 10_000) / counts.length), origin },
  };
}
