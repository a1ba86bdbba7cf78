// Holds how the server starts and stops.
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { users } from 'db/schema';
import { expect, onTestFinished, test } from 'vitest';
import { dayInParis } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import { demonstrationAccounts } from '~/platform/demonstration';
import { aFolder, databaseOf, openSite, runToEnd, type Site } from './site';

async function aSite(environment: Readonly<Record<string, string>> = {}, folder = aFolder()): Promise<Site> {
  const site = await openSite(environment, folder);
  onTestFinished(async () => {
    await site.stop('SIGKILL');
    site.remove();
  });
  return site;
}

test('on an empty folder it creates the database, loads the demonstration, and prints its address and accounts', async () => {
  const site = await aSite();
  const health = await fetch(`${site.origin}/health`);
  expect(health.status).toBe(200);
  expect(await health.json()).toEqual({ status: 'ok' });
  expect(site.printed()).toContain(`Préau est ouvert : ${site.origin}/`);
  await expect.poll(() => site.printed()).toContain(demonstrationAccounts.at(-1)?.email);
  for (const { email } of demonstrationAccounts) expect(site.printed()).toContain(email);
});

test('a second start on the same folder loads nothing twice and keeps what was there', async () => {
  const folder = aFolder();
  const first = await aSite({}, folder);
  expect(await first.stop()).toBe(0);
  const second = await aSite({}, folder);
  const db = databaseOf(second);
  onTestFinished(() => void db.$client.close());
  expect(db.select().from(users).all()).toHaveLength(demonstrationAccounts.length);
});

test('without the demonstration the database is empty and no account is printed', async () => {
  const site = await aSite({ PREAU_DEMONSTRATION: 'non' });
  const db = databaseOf(site);
  onTestFinished(() => void db.$client.close());
  expect(db.select().from(users).all()).toEqual([]);
  expect(site.printed()).not.toContain('mot de passe');
});

test('a wrong setting ends the start with a sentence that names it', async () => {
  const folder = aFolder();
  for (const [name, value] of Object.entries({ PORT: 'quatre', PREAU_URL: 'preau', PREAU_AVANCE_JOURS: 'demain' })) {
    const { code, printed } = await runToEnd(folder, { [name]: value });
    expect(code).not.toBe(0);
    expect(printed).toContain(`${name} doit être`);
  }
});

test('only the demonstration runs ahead of time, and it says so', async () => {
  const site = await aSite({ PREAU_AVANCE_JOURS: '36' });
  const ahead = formatDay(dayInParis(new Date(Date.now() + 36 * 24 * 3600 * 1000).toISOString()));
  expect(await (await fetch(`${site.origin}/connexion`)).text()).toContain(`L’horloge est avancée au ${ahead}`);
  const real = await runToEnd(aFolder(), { PREAU_AVANCE_JOURS: '36', PREAU_DEMONSTRATION: 'non' });
  expect(real.code).not.toBe(0);
  expect(real.printed).toContain('PREAU_AVANCE_JOURS doit être absent hors démonstration');
});

test('a stop lets the request in flight finish, refuses new ones, and closes the database', async () => {
  const site = await aSite({ PREAU_DEMONSTRATION: 'non' });
  const { port, host } = new URL(site.origin);
  const body = 'email=quelqu-un%40mairie.example&password=faux';
  const socket = connect(Number(port), 'localhost');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  socket.write(
    `POST /connexion HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const stopped = site.stop();
  await expect.poll(() => fetch(`${site.origin}/health`).then(String, () => 'refused')).toBe('refused');
  expect(answer).toBe('');
  socket.write(body.slice(10));
  expect(await stopped).toBe(0);
  expect(answer).toMatch(/^HTTP\/1\.1 422 /);
  expect(answer).toContain('mot de passe incorrect');
  // SQLite removes its log when the last connection closes.
  expect(existsSync(join(site.folder, 'preau.sqlite'))).toBe(true);
  expect(existsSync(join(site.folder, 'preau.sqlite-wal'))).toBe(false);
});

test('Ctrl-C stops it as well', async () => {
  const site = await aSite({ PREAU_DEMONSTRATION: 'non' });
  expect(await site.stop('SIGINT')).toBe(0);
});
