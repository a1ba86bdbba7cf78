// What each scheme could bring to a school for the lines of a cart or an order, from what is stored and published.
import type { GrantScheme } from 'catalog/grants/types';
import { categories, isCategoryCode } from 'catalog/products/categories';
import type { Reads } from 'db/client';
import { type PlaceFacts, readPlaceFacts } from 'db/grant-place-facts';
import { listGivenCommuneFacts, type readGrantOrder } from 'db/grants';
import type { Scope } from '~/domain/accounts/permissions';
import { departmentFactsOf } from '~/domain/grants/department-terms';
import { applicantIn, assessEligibility } from '~/domain/grants/eligibility';
import { type Estimate, estimateOf } from '~/domain/grants/estimate';
import { type Facts, startedBeforeReception } from '~/domain/grants/facts';
import { grantLinesOf } from '~/domain/grants/lines';
import type { Day } from '~/domain/shared/day';
import { schemeIn } from './schemes.server';
import { factsOfPlace, type GrantSchool, grantTexts } from './texts.server';

/** Everything people said, read once for many schools. */
export interface Said {
  readonly places: PlaceFacts;
  readonly files: ReadonlyMap<string, Facts>;
}

export function readSaid(db: Reads, scope: Scope): Said {
  return { places: readPlaceFacts(db, scope), files: listGivenCommuneFacts(db, scope) };
}

/** What is known of a school and its commune. */
export function factsOf(place: GrantSchool, said: Said): Facts {
  return factsOfPlace(place, said.places, said.files.get(place.organisation.id));
}

export type EstimatedOrder = NonNullable<ReturnType<typeof readGrantOrder>>;

/** The lines of an order that serve a school, as grant lines. */
export function linesFor(order: EstimatedOrder | undefined, schoolUai: string) {
  const ordered = (order?.lines ?? []).map((line) => ({
    ...line,
    categoryLabel: isCategoryCode(line.categoryCode) ? categories[line.categoryCode].label : line.categoryCode,
  }));
  return grantLinesOf(ordered, schoolUai);
}

/** What a scheme answers to a school, before any line: the scheme is as its department applies it. */
export function eligibilityFor(db: Reads, published: GrantScheme, place: GrantSchool, known: Facts, today: Day) {
  const { scheme, terms } = schemeIn(db, published, place.commune.departmentCode, today);
  const facts = { ...known, ...departmentFactsOf(terms) };
  const applicant = applicantIn(facts);
  return { scheme, facts, applicant, eligibility: assessEligibility(scheme, applicant, facts, grantTexts.definitions) };
}

/** The estimate of one scheme for one school. A draft has signed nothing. `rate` is the one a person wants to try. */
export function estimateFor(
  db: Reads,
  published: GrantScheme,
  asked: {
    readonly place: GrantSchool;
    readonly known: Facts;
    readonly order: EstimatedOrder | undefined;
    readonly today: Day;
    readonly rate?: number | undefined;
  },
): Estimate {
  const { place, known, order, today, rate } = asked;
  const { scheme, terms } = schemeIn(db, published, place.commune.departmentCode, today);
  const started = order && startedBeforeReception(order.firstIssuedOn, null);
  const facts: Facts = {
    ...known,
    ...departmentFactsOf(terms),
    ...(started && { 'operation.startedBeforeRequestReceived': started }),
    ...(rate !== undefined && { 'operation.requestedRate': { value: rate, origin: 'Taux essayé' } }),
  };
  const lines = linesFor(order, place.school.uai);
  return estimateOf(scheme, applicantIn(facts), place.school.uai, facts, lines, grantTexts.definitions);
}
