// Makes the extract of the demonstration territory again from its public sources; --check compares without writing.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { transformSync } from 'esbuild';

const department = '35';
const root = new URL('../', import.meta.url);
const extractUrl = new URL('catalog/territory/ille-et-vilaine.json', root);
const require = createRequire(import.meta.url);
const packageName = '@etalab/decoupage-administratif';

const source = (name) => readFileSync(new URL(`catalog/territory/sources/${name}`, root), 'utf8');
const csvRows = (name, delimiter) => parse(source(name), { columns: true, delimiter, skip_empty_lines: true });
const published = (name) => require(`${packageName}/data/${name}.json`);

/** The keys of identifiers are checked by the very code the site uses. */
async function identifierParsers() {
  const typescript = readFileSync(new URL('app/domain/shared/identifiers.ts', root), 'utf8');
  const { code } = transformSync(typescript, { loader: 'ts', format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

function count(text) {
  if (!/^\d+$/.test(text)) throw new Error(`Not a count: ${text}`);
  return Number(text);
}

function schoolOf(entry, counts) {
  if (!counts) throw new Error(`No class count for ${entry.uai}`);
  return {
    uai: entry.uai,
    name: entry.nom.replace(/^[Ee]cole/, 'École'),
    siret: entry.siret === '' ? null : entry.siret,
    nursery: entry.maternelle === '1',
    elementary: entry.elementaire === '1',
    ulis: entry.ulis === '1',
    pupils: entry.eleves === '' ? null : count(entry.eleves),
    counts2022: {
      classes: count(counts['Nombre total de classes']),
      pupils: count(counts["Nombre total d'élèves"]),
      preElementaryPupils: count(counts["Nombre d'élèves en pré-élémentaire hors ULIS"]),
      elementaryPupils: count(counts["Nombre d'élèves en élémentaire hors ULIS"]),
      ulisPupils: count(counts["Nombre d'élèves en ULIS"]),
      cm1Cm2Pupils:
        count(counts["Nombre d'élèves en CM1 hors ULIS"]) + count(counts["Nombre d'élèves en CM2 hors ULIS"]),
    },
    dispersedRpi: entry.rpiDisperse === '' ? null : entry.rpiDisperse,
    concentratedRpi: entry.rpiConcentre === '1',
    priorityEducation: counts['REP +'] === '1' ? 'REP+' : counts.REP === '1' ? 'REP' : null,
  };
}

function extractOf() {
  const communes = published('communes').filter(
    (commune) => commune.departement === department && commune.type === 'commune-actuelle',
  );
  const codes = new Set(communes.map((commune) => commune.code));
  const epci = published('epci').filter((group) => group.membres.some((member) => codes.has(member.code)));
  const membership = new Map(
    epci.flatMap((group) => group.membres.map((member) => [member.code, { ...member, epciSiren: group.code }])),
  );
  const arrondissements = new Map(published('arrondissements').map((place) => [place.code, place.nom]));
  const densities = new Map(csvRows('grille-densite-7-2024-35.csv', ',').map((row) => [row.code_commune, row]));
  const counts = new Map(csvRows('effectifs-classes-2022-35.csv', ';').map((row) => [row["Numéro de l'école"], row]));
  const schools = csvRows('annuaire-ecoles-publiques-35.csv', ';');
  const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);

  return {
    department: published('departements')
      .filter((place) => place.code === department)
      .map((place) => ({ code: place.code, name: place.nom, regionCode: place.region, zone: place.zone }))[0],
    edition: `${packageName} ${published('../package').version}`,
    epci: epci
      .map((group) => ({
        siren: group.code,
        name: group.nom,
        type: group.type,
        members: group.membres
          .map((member) => ({
            inseeCode: member.code,
            name: member.nom,
            siren: member.siren,
            totalPopulation: member.populationTotale,
            municipalPopulation: member.populationMunicipale,
          }))
          .sort(by('inseeCode')),
      }))
      .sort(by('siren')),
    communes: communes
      .map((commune) => {
        const member = membership.get(commune.code);
        const density = densities.get(commune.code);
        if (!member || !density) throw new Error(`No EPCI or density class for ${commune.code}`);
        const densityClass = count(density.densite7);
        return {
          inseeCode: commune.code,
          name: commune.nom,
          siren: commune.siren,
          postalCodes: commune.codesPostaux,
          arrondissement: arrondissements.get(commune.arrondissement),
          populations: [
            { definition: 'municipal', count: member.populationMunicipale, year: 2026, source: 'dgcl-epci-2026' },
            { definition: 'total', count: member.populationTotale, year: 2026, source: 'dgcl-epci-2026' },
            { definition: 'unspecified', count: commune.population, year: null, source: 'etalab-communes-6.0.0' },
            {
              definition: 'municipal',
              count: count(density.population_municipale_2021),
              year: 2021,
              source: 'insee-density-2024',
            },
          ],
          epciSiren: member.epciSiren,
          densityClass,
          rural: densityClass >= 5,
          schools: schools
            .filter((entry) => entry.codeCommune === commune.code)
            .map((entry) => schoolOf(entry, counts.get(entry.uai)))
            .sort(by('uai')),
        };
      })
      .sort(by('inseeCode')),
  };
}

function assertKeys(extract, { parseSiren, parseSiret, parseUai, parseInseeCode }) {
  const wrong = [];
  const hold = (parsed, what) => parsed ?? wrong.push(what);
  for (const group of extract.epci) {
    hold(parseSiren(group.siren), `SIREN ${group.siren}`);
    for (const member of group.members) hold(parseSiren(member.siren), `SIREN ${member.siren}`);
  }
  for (const commune of extract.communes) {
    hold(parseInseeCode(commune.inseeCode), `INSEE ${commune.inseeCode}`);
    hold(parseSiren(commune.siren), `SIREN ${commune.siren}`);
    for (const school of commune.schools) {
      hold(parseUai(school.uai), `UAI ${school.uai}`);
      if (school.siret !== null) hold(parseSiret(school.siret), `SIRET ${school.siret}`);
    }
  }
  if (wrong.length > 0) throw new Error(`Wrong keys: ${wrong.join(', ')}`);
}

/** One line per EPCI member list and per commune: a new edition reads well in a diff. */
function written({ epci, communes, ...head }) {
  const lines = (items) => items.map((item) => JSON.stringify(item)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},\n"epci":[\n${lines(epci)}\n],\n"communes":[\n${lines(communes)}\n]}\n`;
}

const extract = extractOf();
assertKeys(extract, await identifierParsers());
const text = written(extract);
const schoolCount = extract.communes.reduce((sum, commune) => sum + commune.schools.length, 0);
const summary = `${extract.communes.length} communes, ${schoolCount} schools, ${extract.epci.length} EPCI`;

if (process.argv.includes('--check')) {
  let present = '';
  try {
    present = readFileSync(extractUrl, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (present === text) console.log(`Up to date: ${summary}`);
  else {
    console.error(`Not up to date: run node scripts/territory.mjs (${fileURLToPath(extractUrl)})`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(extractUrl, text);
  console.log(`Written: ${summary}`);
}
