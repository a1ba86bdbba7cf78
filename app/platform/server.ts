// Starts the site: database, demonstration data, document workers, HTTP; and stops it without losing a request.
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { migrateDatabase, openDatabase } from 'db/client';
import { hasOrganisations } from 'db/organisations';
import { clockAhead } from './clock';
import { readConfiguration } from './configuration';
import { loadDemonstration, sayDemonstrationAccounts } from './demonstration';
import { openDocumentPool } from './document-pool';
import { siteOf } from './http';
import { startJobs } from './jobs';
import { log } from './log';
import { openMail } from './mail';

const buildFolder = dirname(fileURLToPath(import.meta.url));
const configuration = readConfiguration(process.env);

const clock = clockAhead(configuration.daysAhead);

mkdirSync(configuration.folder, { recursive: true });
const db = openDatabase(join(configuration.folder, 'preau.sqlite'));
migrateDatabase(db, join(buildFolder, '..', 'db', 'migrations'));
if (configuration.demonstration && !hasOrganisations(db)) await loadDemonstration(db, clock());

const documents = openDocumentPool({ workerFile: join(buildFolder, 'document-worker.js') });
const build = (await import(pathToFileURL(join(buildFolder, 'server', 'index.js')).href)) as ServerBuild;

const platform = {
  db,
  documents,
  mail: configuration.mail ? openMail(configuration.mail) : null,
  publicUrl: configuration.publicUrl,
  secureCookies: configuration.secureCookies,
  demonstration: configuration.demonstration,
  now: clock,
  daysAhead: configuration.daysAhead,
};

const server: Server = siteOf(build, platform, join(buildFolder, 'client')).listen(configuration.port, () => {
  const { port } = server.address() as AddressInfo;
  const address = configuration.port === 0 ? `http://localhost:${port}/` : configuration.publicUrl.href;
  console.log(`Préau est ouvert : ${address}`);
  if (configuration.demonstration) sayDemonstrationAccounts();
});

const stopJobs = startJobs(platform);

let stopping = false;
/** Lets the requests in flight finish, then closes workers and database. */
function stop(signal: string): void {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  const giveUp = setTimeout(() => process.exit(1), 20_000);
  giveUp.unref();
  server.close(async () => {
    await stopJobs();
    platform.mail?.close();
    await documents.close();
    db.$client.pragma('optimize');
    db.$client.close();
    process.exit(0);
  });
  server.closeIdleConnections();
  // A browser keeps its connection alive after the answer: close those that fall idle later, too.
  setInterval(() => server.closeIdleConnections(), 200).unref();
}
process.on('SIGTERM', () => stop('SIGTERM'));
process.on('SIGINT', () => stop('SIGINT'));
