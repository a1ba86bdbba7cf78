// The published texts and the published territory, as the grant routes hand them to decisions.
import { fctvaRate, grantFacts, grantPieces, grantSchemes, grantSections, openRoutes } from 'catalog/grants';
import { classCountsYear, populationSources, territory } from 'catalog/territory';
import type { PlaceFacts } from 'db/grant-place-facts';
import type { findGrantSchool } from 'db/grants';
import type { GrantTexts } from '~/domain/grants/dossier';
import { epciFactsOf, type Facts, knownFactsOf } from '~/domain/grants/facts';
import type { Commune } from '~/domain/organisations/communes';
import type { School } from '~/domain/organisations/schools';
import { schoolLevelOf } from '~/domain/organisations/schools';
import { organisationsOf } from '~/domain/organisations/territory';

export const grantTexts: GrantTexts = {
  schemes: grantSchemes,
  definitions: grantFacts,
  sections: grantSections,
  pieces: grantPieces,
  routes: openRoutes,
  fctvaRate: fctvaRate.investment,
};

const published = organisationsOf(territory, populationSources, classCountsYear);
const communeByCode = new Map<string, Commune>(published.communes.map((commune) => [commune.inseeCode, commune]));
const schoolByUai = new Map<string, School>(published.schools.map((school) => [school.uai, school]));

export type GrantSchool = NonNullable<ReturnType<typeof findGrantSchool>>;

/** What the national lists publish of a school and its commune; undefined outside the published territory. */
export function publishedOf(uai: string, inseeCode: string) {
  return { school: schoolByUai.get(uai), commune: communeByCode.get(inseeCode) };
}

const epciMembers = new Map(territory.epci.map(({ siren, members }) => [siren, members]));

/** The facts known without asking anyone: from the national lists, or from our own tables where they say nothing. */
export function factsKnownOf({ school, commune }: GrantSchool): Facts {
  const known = publishedOf(school.uai, commune.inseeCode);
  if (known.commune) return knownFactsOf(known.commune, known.school ?? null);
  return {
    'commune.department': { value: commune.departmentCode, origin: 'Code officiel géographique, Insee' },
    'commune.totalPopulation': { value: commune.population, origin: commune.populationSource },
    'school.level': { value: schoolLevelOf(school.nursery, school.elementary), origin: school.figuresSource },
  };
}

/** Those, and what people said of the commune and the school; with what is published of an EPCI that runs the school. */
export function factsOfPlace(place: GrantSchool, said: PlaceFacts, ofFiles: Facts | undefined): Facts {
  const facts = {
    ...factsKnownOf(place),
    ...ofFiles,
    ...said.communes.get(place.organisation.id),
    ...said.schools.get(place.school.uai),
  };
  const runBy = facts['school.runBy'];
  if (runBy === undefined || runBy.value === 'commune') return facts;
  const siren = publishedOf(place.school.uai, place.commune.inseeCode).commune?.epci.siren ?? place.commune.epciSiren;
  const members = runBy.value === 'epci' && siren !== null ? (epciMembers.get(siren) ?? []) : [];
  return { ...epciFactsOf(members, runBy), ...facts };
}
