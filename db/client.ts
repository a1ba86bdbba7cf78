// Opens the SQLite database with the settings the house relies on, and brings its tables up to date.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as schema from './schema';

export type Db = BetterSQLite3Database<typeof schema> & { readonly $client: Sqlite.Database };
/** What a store writes with: the transaction that a route opened. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** What a store reads with: a transaction, or the database itself. */
export type Reads = Db | Tx;

/** Opens (and creates when absent) the database file. Durable: an acknowledged order survives a power cut. */
export function openDatabase(file: string): Db {
  mkdirSync(dirname(file), { recursive: true });
  const client = new Sqlite(file, { timeout: 10_000 });
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma('cache_size = -65536');
  return drizzle(client, { schema }) as Db;
}

/**
 * Applies the migrations not yet applied, after a copy of the file when there is something to lose.
 * Foreign keys are off meanwhile: a migration that recreates a table would otherwise delete its child rows.
 * Throws when a reference is broken afterwards.
 */
export function migrateDatabase(db: Db, migrationsFolder: string): void {
  const client = db.$client;
  const hasTables =
    client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get() !== undefined;
  const before = hasTables ? appliedMigrations(client) : 0;
  client.pragma('foreign_keys = OFF');
  try {
    if (hasTables && existsSync(client.name)) {
      client.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(client.name, `${client.name}.avant-migration`);
    }
    migrate(db, { migrationsFolder });
    const broken = client.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) {
      throw new Error(`After ${appliedMigrations(client) - before} migrations, ${broken.length} references are broken`);
    }
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

function appliedMigrations(client: Sqlite.Database): number {
  return (client.prepare('select count(*) as n from __drizzle_migrations').get() as { n: number }).n;
}

/** Runs one write: it holds the only writer's lock from its first read to its commit. Synchronous on purpose. */
export function write<T>(db: Db, deed: (tx: Tx) => T): T {
  return db.transaction(deed, { behavior: 'immediate' });
}
