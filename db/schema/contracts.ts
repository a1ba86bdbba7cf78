// What a consultation leads to: the decision on each lot, and the contract of each awarded lot with the dates of its acts.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { lots } from './accords-cadres';
import { users } from './accounts';
import { consultations } from './campaigns';
import { centsColumn, day, id, instant } from './columns';
import { deposits } from './offers';
import { organisations } from './organisations';

export type LotOutcome = 'awarded' | 'withoutFollowUp' | 'unsuccessful';

/** The decision on a lot, taken once: by the CAO in a formal procedure, else by the executive. */
export const lotDecisions = sqliteTable(
  'consultation_lot_decisions',
  {
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id),
    lotNumber: integer('lot_number').notNull(),
    outcome: text('outcome').$type<LotOutcome>().notNull(),
    /** The deposit whose offer is chosen; null unless awarded. */
    depositId: text('deposit_id').references(() => deposits.id),
    /** Total of the chosen offer over the published quantities, net. */
    offerNet: centsColumn('offer_net'),
    body: text('body').$type<'cao' | 'executive'>().notNull(),
    reason: text('reason').notNull(),
    decidedOn: day('decided_on').notNull(),
    at: instant('at').notNull(),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.lotNumber] })],
);

/** The contract of an awarded lot; each date is null until its act has taken place. */
export const contracts = sqliteTable(
  'contracts',
  {
    id: id(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultations.id),
    lotNumber: integer('lot_number').notNull(),
    /** Its number in the open data: at most 16 characters (DECP). */
    number: text('number').notNull().unique(),
    holderId: text('holder_id')
      .notNull()
      .references(() => organisations.id),
    /** Maximum of the accord-cadre for the lot, net (CCP R2162-4). */
    maximumNet: centsColumn('maximum_net').notNull(),
    offerNet: centsColumn('offer_net').notNull(),
    /** CPV code of the lot, eight digits. */
    cpv: text('cpv').notNull(),
    signedOn: day('signed_on'),
    signatory: text('signatory'),
    /** Day the holder received it: the contract starts. */
    notifiedOn: day('notified_on'),
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    /** The lot of the catalogue that its price schedule opened; null until then. */
    lotId: text('lot_id').references(() => lots.id),
    at: instant('at').notNull(),
  },
  (table) => [
    uniqueIndex('contracts_lot').on(table.consultationId, table.lotNumber),
    index('contracts_holder').on(table.holderId),
  ],
);
