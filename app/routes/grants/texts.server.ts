// The published texts and the published territory, as the grant routes hand them to decisions.
import { fctvaRate, grantFacts, grantPieces, grantSchemes, grantSections, openRoutes } from 'catalog/grants';
import type { GrantScheme } from 'catalog/grants/types';
import { classCountsYear, populationSources, territory } from 'catalog/territory';
import type { findGrantSchool } from 'db/grants';
import type { GrantTexts } from '~/domain/grants/dossier';
import { applicantOf } from '~/domain/grants/eligibility';
import { type Facts, knownFactsOf } from '~/domain/grants/facts';
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

/** The facts known without asking anyone: from the national lists, or from our own tables where they say nothing. */
export function factsKnownOf({ school, commune }: GrantSchool): Facts {
  const known = publishedOf(school.uai, commune.inseeCode);
  if (known.commune) return knownFactsOf(known.commune, known.school ?? null);
  return {
    'commune.totalPopulation': { value: commune.population, origin: commune.populationSource },
    'school.level': { value: schoolLevelOf(school.nursery, school.elementary), origin: school.figuresSource },
  };
}

/** A commune applies for its school; within a regroupement each commune answers for itself. */
export function applicantFor({ school, commune }: GrantSchool): ReturnType<typeof applicantOf> {
  const known = publishedOf(school.uai, commune.inseeCode).school;
  return known ? applicantOf(known) : 'commune';
}

/** A scheme by id and version; undefined when no version of the catalogue is that one. */
export function findScheme(id: string, version?: string): GrantScheme | undefined {
  return grantSchemes.find(
    (scheme) => scheme.id === id && (version === undefined || String(scheme.version) === version),
  );
}
