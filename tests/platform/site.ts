// Starts the built site as npm start does, on a folder and a port of its own, and asks it over HTTP.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession } from 'db/accounts';
import { type Db, openDatabase, write } from 'db/client';
import { sessionCookie } from '~/platform/cookies';

export interface Site {
  readonly origin: string;
  readonly folder: string;
  /** What the server has printed so far, both streams. */
  printed(): string;
  /** Sends a signal; resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Removes the folder, after the server has stopped. */
  remove(): void;
}

/** A folder of its own for one server. */
export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'preau-site-'));
}

function launch(folder: string, environment: Readonly<Record<string, string>>): ChildProcess {
  if (!existsSync('build/server.js')) throw new Error('There is no build: run npm run build first');
  return spawn(process.execPath, ['build/server.js'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', PREAU_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the server until it ends by itself; resolves with its exit code and what it printed. */
export async function runToEnd(folder: string, environment: Readonly<Record<string, string>>) {
  const server = launch(folder, environment);
  let printed = '';
  server.stdout?.on('data', (chunk) => (printed += chunk));
  server.stderr?.on('data', (chunk) => (printed += chunk));
  const [code] = await once(server, 'exit');
  return { code: code as number | null, printed };
}

/** Starts the site and waits until it is open. Rejects with what it printed when it ends before. */
export async function openSite(environment: Readonly<Record<string, string>> = {}, folder = aFolder()): Promise<Site> {
  const server = launch(folder, environment);
  let printed = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      printed += chunk;
      const port = /http:\/\/localhost:(\d+)/.exec(printed)?.[1];
      if (port !== undefined) resolve(`http://localhost:${port}`);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed}`)));
  });
  return {
    origin,
    folder,
    printed: () => printed,
    async stop(signal = 'SIGTERM') {
      if (server.exitCode !== null || server.signalCode !== null) return server.exitCode;
      const ended = once(server, 'exit');
      server.kill(signal);
      const [code] = await ended;
      return code as number | null;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The database of a running site, to compare what it shows with what it holds. */
export function databaseOf(site: Site): Db {
  return openDatabase(join(site.folder, 'preau.sqlite'));
}

/** Cookie header of a new session of a person, as signing in would give it. */
export async function sessionOf(db: Db, userId: string): Promise<string> {
  const { token } = write(db, (tx) => openSession(tx, userId, new Date().toISOString()));
  return (await sessionCookie(false).serialize(token)).split(';')[0] ?? '';
}

/** Sends a form as a browser without JavaScript does; redirects are not followed. */
export function sendForm(
  site: Site,
  path: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(site.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: site.origin, ...headers },
    body: new URLSearchParams(fields),
  });
}
