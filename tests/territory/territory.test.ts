// Holds the territory extract to its sources and its identifiers to their keys.
import { execFileSync } from 'node:child_process';
import { territory } from 'catalog/territory';
import { expect, test } from 'vitest';
import { parseInseeCode, parseSiren, parseSiret, parseUai } from '~/domain/shared/identifiers';

const schools = territory.communes.flatMap((commune) => commune.schools);

test('the extract is what the script makes of its sources', () => {
  const answer = execFileSync(process.execPath, ['scripts/territory.mjs', '--check'], { encoding: 'utf8' });
  expect(answer).toContain('332 communes, 421 schools, 18 EPCI');
});

test('every commune, school and EPCI has an identifier with a right key, used once', () => {
  expect(territory.communes.filter((commune) => !parseInseeCode(commune.inseeCode))).toEqual([]);
  expect(territory.communes.filter((commune) => !parseSiren(commune.siren))).toEqual([]);
  expect(territory.epci.filter((epci) => !parseSiren(epci.siren))).toEqual([]);
  expect(schools.filter((school) => !parseUai(school.uai))).toEqual([]);
  expect(schools.filter((school) => school.siret !== null && !parseSiret(school.siret))).toEqual([]);
  expect(new Set(territory.communes.map((commune) => commune.inseeCode)).size).toBe(332);
  expect(new Set(schools.map((school) => school.uai)).size).toBe(421);
});

test('every commune is a member of its EPCI, with the same populations', () => {
  for (const commune of territory.communes) {
    const epci = territory.epci.find((candidate) => candidate.siren === commune.epciSiren);
    const member = epci?.members.find((candidate) => candidate.inseeCode === commune.inseeCode);
    expect(member?.siren).toBe(commune.siren);
    expect(commune.populations).toContainEqual({
      definition: 'total',
      count: member?.totalPopulation,
      year: 2026,
      source: 'dgcl-epci-2026',
    });
  }
});

test('an EPCI that crosses the border keeps its members of the other departments', () => {
  const redon = territory.epci.find((epci) => epci.siren === '243500741');
  expect(redon?.members).toHaveLength(31);
  expect(redon?.members.filter((member) => member.inseeCode.startsWith('35'))).toHaveLength(12);
});

test('a pupil count that the directory does not give stays unknown', () => {
  expect(schools.find((school) => school.uai === '0353062N')?.pupils).toBeNull();
  expect(schools.find((school) => school.uai === '0353027A')?.siret).toBeNull();
});

test('pupils of 2022 add up by level', () => {
  for (const { uai, counts2022: counts } of schools) {
    expect(counts.preElementaryPupils + counts.elementaryPupils + counts.ulisPupils, uai).toBe(counts.pupils);
  }
});
