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

/**
 * Facts our own data hold for a school of a commune. Urban unit, urban area, DGF population and
 * earlier grants are not among them: a person gives them.
 */
export function knownFactsOf(commune: Commune, school: School | null): Facts {
  const total = latestPopulation(commune, 'total');
  return {
    'commune.zone': { value: commune.overseas ? 'overseas' : 'metro', origin: 'Code officiel géographique, Insee' },
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
      'school.cycle2And3Pupils': {
        value: school.elementaryPupils,
        origin: `Effectifs des écoles, rentrée ${school.countsYear}`,
        year: school.countsYear,
      },
      // In a school with both levels the published class count does not say which are of cycles 2 and 3.
      ...(school.level === 'elementary' && {
        'school.cycle2And3Classes': {
          value: school.classes,
          origin: `Effectifs des écoles, rentrée ${school.countsYear}`,
          year: school.countsYear,
        },
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
