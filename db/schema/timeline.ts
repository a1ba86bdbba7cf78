// What the time line cannot know by itself: the day a duty was done outside the site.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { users } from './accounts';
import { day, instant } from './columns';

/** A duty noted as done, once; its id is the entry of the time line. */
export const dutiesDone = sqliteTable('duties_done', {
  entryId: text('entry_id').primaryKey(),
  doneOn: day('done_on').notNull(),
  at: instant('at').notNull(),
  byUserId: text('by_user_id')
    .notNull()
    .references(() => users.id),
});
