// Reads a published territory as communes and schools, every identifier checked by its key.
import type { PopulationSource, PublishedEpci, Territory } from 'catalog/territory';
import {
  type InseeCode,
  parseInseeCode,
  parseSiren,
  parseSiret,
  parseUai,
  type Siren,
} from '~/domain/shared/identifiers';
import type { Commune, Epci } from './communes';
import { type School, schoolLevelOf } from './schools';

function checked<Value>(parsed: Value | undefined, text: string): Value {
  if (parsed === undefined) throw new RangeError(`Wrong key: ${text}`);
  return parsed;
}

const inseeCodeOf = (text: string): InseeCode => checked(parseInseeCode(text), text);
const sirenOf = (text: string): Siren => checked(parseSiren(text), text);

function epciOf(published: PublishedEpci): Epci {
  return { siren: sirenOf(published.siren), name: published.name, type: published.type };
}

/**
 * Communes and schools of a territory. `populationSources` gives the French name of each source,
 * `countsYear` the year of the class counts. Throws on an identifier with a wrong key.
 */
export function organisationsOf(
  territory: Territory,
  populationSources: Readonly<Record<PopulationSource, string>>,
  countsYear: number,
): { readonly communes: readonly Commune[]; readonly schools: readonly School[] } {
  const epci = new Map(territory.epci.map((published) => [published.siren, epciOf(published)]));
  const communes = territory.communes.map(
    (published): Commune => ({
      inseeCode: inseeCodeOf(published.inseeCode),
      name: published.name,
      siren: sirenOf(published.siren),
      postalCodes: published.postalCodes,
      departmentCode: territory.department.code,
      departmentName: territory.department.name,
      arrondissement: published.arrondissement,
      overseas: territory.department.zone !== 'metro',
      populations: published.populations.map((population) => ({
        ...population,
        source: populationSources[population.source],
      })),
      epci: checked(epci.get(published.epciSiren), published.epciSiren),
      densityClass: published.densityClass,
      rural: published.rural,
    }),
  );
  const schools = territory.communes.flatMap((commune) =>
    commune.schools.map(
      (published): School => ({
        uai: checked(parseUai(published.uai), published.uai),
        name: published.name,
        communeInseeCode: inseeCodeOf(commune.inseeCode),
        siret: published.siret === null ? null : checked(parseSiret(published.siret), published.siret),
        level: schoolLevelOf(published.nursery, published.elementary),
        ulis: published.ulis,
        pupils: published.pupils ?? published.counts2022.pupils,
        classes: published.counts2022.classes,
        preElementaryPupils: published.counts2022.preElementaryPupils,
        elementaryPupils: published.counts2022.elementaryPupils,
        countsYear,
        dispersedRpi: published.dispersedRpi,
        concentratedRpi: published.concentratedRpi,
        priorityEducation: published.priorityEducation,
      }),
    ),
  );
  return { communes, schools };
}
