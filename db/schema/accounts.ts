// People who sign in, what they may do, and their open sessions.
import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Role } from '~/domain/accounts/permissions';
import { id, instant } from './columns';
import { organisations } from './organisations';

export const users = sqliteTable('users', {
  id: id(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** Argon2id, with its parameters. */
  passwordHash: text('password_hash').notNull(),
  organisationId: text('organisation_id')
    .notNull()
    .references(() => organisations.id),
  disabledAt: instant('disabled_at'),
});

export const userRoles = sqliteTable(
  'user_roles',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role').$type<Role>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
);

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token in the cookie: a stolen database opens no session. */
    tokenHash: text('token_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);
