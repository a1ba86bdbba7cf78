// Who buys, sells and teaches: syndicat, communes, suppliers, schools, and the memberships that entitle to order.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { InseeCode, Siren, Siret, Uai } from '~/domain/shared/identifiers';
import { day, id } from './columns';

export type OrganisationKind = 'syndicat' | 'commune' | 'supplier';

/** 'deduced': first establishment of the SIREN (order number 0001 and its key), the usual one of a town hall. */
export type SiretSource = 'published' | 'deduced' | 'given';

export const organisations = sqliteTable(
  'organisations',
  {
    id: id(),
    kind: text('kind').$type<OrganisationKind>().notNull(),
    name: text('name').notNull(),
    siren: text('siren').$type<Siren>().notNull(),
    /** Unknown until someone of the organisation gives it; required before a purchase order is issued. */
    siret: text('siret').$type<Siret>(),
    /** Where the SIRET comes from; 'deduced' asks a person to check it. */
    siretSource: text('siret_source').$type<SiretSource>(),
    address: text('address'),
    postalCode: text('postal_code'),
    city: text('city'),
    email: text('email'),
    phone: text('phone'),
    /** Chorus Pro settings of a public customer. */
    serviceCodeRequired: integer('service_code_required', { mode: 'boolean' }).notNull().default(false),
    commitmentNumberRequired: integer('commitment_number_required', { mode: 'boolean' }).notNull().default(false),
    fictitious: integer('fictitious', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('organisations_siren_kind').on(table.kind, table.siren),
    index('organisations_name').on(table.name),
  ],
);

/** What the national lists say of a commune; same id as its organisation. */
export const communes = sqliteTable('communes', {
  organisationId: text('organisation_id')
    .primaryKey()
    .references(() => organisations.id),
  inseeCode: text('insee_code').$type<InseeCode>().notNull().unique(),
  departmentCode: text('department_code').notNull(),
  population: integer('population').notNull(),
  populationSource: text('population_source').notNull(),
  densityClass: integer('density_class'),
  rural: integer('rural', { mode: 'boolean' }),
  epciSiren: text('epci_siren').$type<Siren>(),
  epciName: text('epci_name'),
});

export const schools = sqliteTable(
  'schools',
  {
    uai: text('uai').$type<Uai>().primaryKey(),
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    siret: text('siret').$type<Siret>(),
    nursery: integer('nursery', { mode: 'boolean' }).notNull(),
    elementary: integer('elementary', { mode: 'boolean' }).notNull(),
    pupils: integer('pupils'),
    classes: integer('classes'),
    nurseryPupils: integer('nursery_pupils'),
    elementaryPupils: integer('elementary_pupils'),
    figuresSource: text('figures_source').notNull(),
  },
  (table) => [index('schools_commune').on(table.communeId)],
);

/** A commune's membership of the centrale, by deliberation; entitlement to order follows from it. */
export const memberships = sqliteTable(
  'memberships',
  {
    communeId: text('commune_id')
      .notNull()
      .references(() => organisations.id),
    from: day('from_day').notNull(),
    to: day('to_day'),
    deliberationNumber: text('deliberation_number').notNull(),
    deliberationOn: day('deliberation_on').notNull(),
    /** Day from which the deliberation produces its effects (CGCT L2131-1); unknown until someone gives it. */
    enforceableOn: day('enforceable_on'),
    /** 'assumed': taken to be the day of the vote, when the date was not asked for yet; a person must check it. */
    enforceableSource: text('enforceable_source').$type<'given' | 'assumed'>(),
    /** The deliberation as received; the document knows its organisation, hence no reference back. */
    deliberationDocumentId: text('deliberation_document_id'),
    exitReason: text('exit_reason'),
  },
  (table) => [primaryKey({ columns: [table.communeId, table.from] })],
);

/** Service codes that a commune gave for Chorus Pro. */
export const serviceCodes = sqliteTable(
  'service_codes',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    code: text('code').notNull(),
    label: text('label').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.code] })],
);
