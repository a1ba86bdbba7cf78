// What grant schemes ask of a school and its commune that no list publishes: which answers to ask, and how they are read.
import type { FactName } from 'catalog/grants/facts';
import type { Reads } from 'db/client';
import type { PlaceFact } from 'db/grant-place-facts';
import type { Scope } from '~/domain/accounts/permissions';
import { callPeriod, factsAskedBy } from '~/domain/grants/eligibility';
import { type Day, yearOf } from '~/domain/shared/day';
import { eligibilityFor, factsOf, readSaid } from './estimating.server';
import { readFactFields, shownFact } from './facts-form.server';
import { listCurrentSchemes } from './schemes.server';
import { factsKnownOf, type GrantSchool } from './texts.server';

const always: readonly FactName[] = ['school.runBy', 'school.earlierGrants'];
const ofPlace = (name: FactName) => /^(commune|school|applicant)\./.test(name);

/** The facts to ask of a school: those of open schemes first, those that only closed calls read apart. */
function asked(db: Reads, place: GrantSchool, scope: Scope, today: Day) {
  const said = readSaid(db, scope);
  const facts = factsOf(place, said);
  const published = factsKnownOf(place);
  const schemes = listCurrentSchemes(db, today).map((scheme) => eligibilityFor(db, scheme, place, facts, today));
  const near = new Set(schemes.flatMap(({ eligibility }) => eligibility.toConfirm.map(({ fact }) => fact)));
  const ownAnswers = {
    ...said.places.communes.get(place.organisation.id),
    ...said.places.schools.get(place.school.uai),
  };
  const wanted = (name: FactName) =>
    ofPlace(name) && (published[name] === undefined || ownAnswers[name] !== undefined || near.has(name));
  const namesOf = (closed: boolean) =>
    schemes
      .filter(({ scheme }) => (callPeriod(scheme, today) === 'closed') === closed)
      .flatMap(({ scheme, applicant }) => factsAskedBy(scheme, applicant).filter(wanted));
  const open = [...new Set([...always, ...namesOf(false)])];
  const closed = [...new Set(namesOf(true))].filter((name) => !open.includes(name));
  return { open, closed, facts, published, near };
}

/** The answers as the page asks them, each with who gave the present one. */
export function shownPlaceAnswers(db: Reads, place: GrantSchool, scope: Scope, today: Day) {
  const { open, closed, facts, near } = asked(db, place, scope, today);
  const shown = (name: FactName) => {
    const confirmed = facts[name]?.confirmed === true;
    return shownFact(name, facts[name], { confirmed, confirmFor: near.has(name) || confirmed ? yearOf(today) : null });
  };
  return { open: open.map(shown), closed: closed.map(shown) };
}

/** Reads the answers sent: each is the commune's or the school's, with the source that the form names. */
export function readPlaceAnswers(db: Reads, place: GrantSchool, scope: Scope, today: Day, form: FormData) {
  const { open, closed, published, facts } = asked(db, place, scope, today);
  const { given, problems } = readFactFields(form, [...open, ...closed], published);
  const source =
    String(form.get('source') ?? '')
      .trim()
      .slice(0, 200) || null;
  const unchanged = (name: FactName, value: unknown) => JSON.stringify(facts[name]?.value) === JSON.stringify(value);
  return {
    problems,
    given: given
      .filter(({ key, value }) => value === null || !(unchanged(key, value.value) && source === null))
      .map(
        ({ key, value }): PlaceFact => ({
          communeId: place.organisation.id,
          schoolUai: key.startsWith('school.') ? place.school.uai : null,
          key,
          value,
          source: value === null ? null : source,
        }),
      ),
  };
}
