// Fills an empty database: real communes and schools of Ille-et-Vilaine; a fictitious syndicat, people, suppliers and prices.
import { randomUUID } from 'node:crypto';
import { type PublishedCommune, populationSources, territory } from 'catalog/territory';
import { addUser } from 'db/accounts';
import { type Db, type Tx, write } from 'db/client';
import { addCommuneFacts, addMembership, addOrganisation, addSchool } from 'db/organisations';
import { addDeed } from 'db/records';
import type { Role } from '~/domain/accounts/permissions';
import { day, type Instant } from '~/domain/shared/day';
import {
  type InseeCode,
  parseInseeCode,
  parseSiren,
  parseSiret,
  parseUai,
  type Siren,
  type Siret,
} from '~/domain/shared/identifiers';
import { loadDemonstrationCatalogue } from './demonstration-catalogue';
import { hashPassword } from './passwords';

export const demonstrationPassword = 'preau-demonstration';

interface Account {
  readonly email: string;
  readonly name: string;
  /** INSEE code of the commune, or the syndicat. */
  readonly of: string;
  readonly role: Role;
}

/** The fictitious people of the demonstration; their addresses cannot receive mail. */
export const demonstrationAccounts: readonly Account[] = [
  { email: 'secretaire@andouille-neuville.example', name: 'Camille Le Goff', of: '35003', role: 'secretary' },
  { email: 'elu@andouille-neuville.example', name: 'Dominique Hamon', of: '35003', role: 'electedApprover' },
  { email: 'finances@andouille-neuville.example', name: 'Claude Rouault', of: '35003', role: 'communeFinance' },
  { email: 'secretaire@acigne.example', name: 'Alex Morin', of: '35001', role: 'secretary' },
  { email: 'elu@acigne.example', name: 'Sacha Guillou', of: '35001', role: 'electedApprover' },
  { email: 'finances@acigne.example', name: 'Lou Chevalier', of: '35001', role: 'communeFinance' },
  { email: 'acheteur@syndicat.example', name: 'Maxime Le Bihan', of: 'syndicat', role: 'syndicatBuyer' },
  { email: 'finances@syndicat.example', name: 'Andréa Prigent', of: 'syndicat', role: 'syndicatFinance' },
  { email: 'conseiller@syndicat.example', name: 'Noa Kerdoncuff', of: 'syndicat', role: 'adviser' },
  { email: 'admin@syndicat.example', name: 'Charlie Meunier', of: 'syndicat', role: 'administrator' },
];

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The demonstration has a wrong identifier: ${what}`);
  return value;
}

/** SIRET of the first establishment of a SIREN: order number 0001 and the key digit. */
function firstEstablishment(siren: Siren): Siret {
  const keys = Array.from({ length: 10 }, (_, key) => parseSiret(`${siren}0001${key}`));
  return must(
    keys.find((siret) => siret !== undefined),
    siren,
  );
}

function populationOf(commune: PublishedCommune) {
  const municipal = commune.populations.find((one) => one.definition === 'municipal') ?? commune.populations[0];
  return must(municipal, commune.inseeCode);
}

function addCommune(tx: Tx, commune: PublishedCommune): string {
  const id = `commune-${commune.inseeCode}`;
  const siren = must(parseSiren(commune.siren), commune.siren);
  const population = populationOf(commune);
  addOrganisation(tx, {
    id,
    kind: 'commune',
    name: commune.name,
    siren,
    siret: firstEstablishment(siren),
    siretSource: 'deduced',
    address: 'Mairie',
    postalCode: commune.postalCodes[0] ?? null,
    city: commune.name,
    commitmentNumberRequired: commune.inseeCode === '35001',
    serviceCodeRequired: false,
  });
  addCommuneFacts(tx, {
    organisationId: id,
    inseeCode: must<InseeCode>(parseInseeCode(commune.inseeCode), commune.inseeCode),
    departmentCode: territory.department.code,
    population: population.count,
    populationSource: populationSources[population.source],
    densityClass: commune.densityClass,
    rural: commune.rural,
    epciSiren: must(parseSiren(commune.epciSiren), commune.epciSiren),
    epciName: territory.epci.find((epci) => epci.siren === commune.epciSiren)?.name ?? null,
  });
  for (const school of commune.schools) {
    addSchool(tx, {
      uai: must(parseUai(school.uai), school.uai),
      communeId: id,
      name: school.name,
      siret: school.siret === null ? null : (parseSiret(school.siret) ?? null),
      nursery: school.nursery,
      elementary: school.elementary,
      pupils: school.pupils,
      classes: school.counts2022.classes,
      nurseryPupils: school.counts2022.preElementaryPupils,
      elementaryPupils: school.counts2022.elementaryPupils,
      figuresSource: 'Annuaire de l’éducation ; classes et niveaux à la rentrée 2022 (Licence Ouverte 2.0)',
    });
  }
  addMembership(tx, {
    communeId: id,
    from: day('2024-01-01'),
    deliberationNumber: `2023-${commune.inseeCode}`,
    deliberationOn: day('2023-11-15'),
    enforceableOn: day('2023-11-15'),
    enforceableSource: 'assumed',
  });
  return id;
}

/** Loads the demonstration in one transaction. The database must be empty. */
export async function loadDemonstration(db: Db, now: Instant): Promise<void> {
  const passwordHash = await hashPassword(demonstrationPassword);
  write(db, (tx) => {
    const siren = must(parseSiren('200000008'), 'syndicat');
    addOrganisation(tx, {
      id: 'syndicat',
      kind: 'syndicat',
      name: 'Syndicat mixte numérique d’Ille-et-Vilaine (démonstration)',
      siren,
      siret: firstEstablishment(siren),
      siretSource: 'deduced',
      address: '1 place du Préau',
      postalCode: '35000',
      city: 'Rennes',
      email: 'contact@syndicat.example',
      phone: '02 00 00 00 00',
      fictitious: true,
    });
    for (const commune of territory.communes) addCommune(tx, commune);
    for (const account of demonstrationAccounts) {
      addUser(tx, {
        id: randomUUID(),
        email: account.email,
        name: account.name,
        passwordHash,
        organisationId: account.of === 'syndicat' ? 'syndicat' : `commune-${account.of}`,
        roles: [account.role],
      });
    }
    loadDemonstrationCatalogue(tx, now);
    addDeed(tx, {
      at: now,
      userId: null,
      deed: 'demonstration.loaded',
      subjectKind: 'site',
      subjectId: 'demonstration',
    });
  });
}

/** Prints the demonstration accounts, with their one password. */
export function sayDemonstrationAccounts(): void {
  console.log(`\nComptes de démonstration (mot de passe : ${demonstrationPassword})`);
  for (const account of demonstrationAccounts) console.log(`  ${account.email}`);
}
