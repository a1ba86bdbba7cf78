// What happened to a grant file after it was prepared: dated rows, never changed, corrected by another row.
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FileState } from '~/domain/grants/file-steps';
import { users } from './accounts';
import { centsColumn, day, id, instant } from './columns';
import { grantFiles } from './grants';

export const grantFileSteps = sqliteTable(
  'grant_file_steps',
  {
    id: id(),
    grantFileId: text('grant_file_id')
      .notNull()
      .references(() => grantFiles.id),
    state: text('state').$type<FileState>().notNull(),
    on: day('on_day').notNull(),
    reference: text('reference'),
    amount: centsColumn('amount'),
    comment: text('comment'),
    /** The row that this one takes back. */
    cancels: text('cancels'),
    byUserId: text('by_user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
  },
  (table) => [index('grant_file_steps_file').on(table.grantFileId, table.at)],
);
