// Tries every address of the site as nobody, as every role, and as another commune's people.

import type { Db } from 'db/client';
import { journal, users } from 'db/schema';
import { eq } from 'drizzle-orm';
import { databaseOf, openSite, type Site, sendForm, sessionOf } from 'tests/platform/site';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isAllowed, type Role } from '~/domain/accounts/permissions';
import { demonstrationAccounts } from '~/platform/demonstration';
import { addExamples, type Example, type Owner } from './examples';
import { isPermission, listSiteRoutes, type SiteRoute } from './site-routes';

let site: Site;
let db: Db;
let routes: readonly SiteRoute[];
let examples: Readonly<Record<string, Example>>;
const cookies = new Map<string, string>();

const communeCode = '35003';
const own = demonstrationAccounts.filter((account) => account.of === communeCode || account.of === 'syndicat');
const others = demonstrationAccounts.filter((account) => !own.includes(account));

beforeAll(async () => {
  site = await openSite();
  db = databaseOf(site);
  routes = await listSiteRoutes();
  for (const { email } of demonstrationAccounts) {
    const user = db.select().from(users).where(eq(users.email, email)).get();
    cookies.set(email, await sessionOf(db, user?.id ?? ''));
  }
  const secretary = db
    .select()
    .from(users)
    .where(eq(users.email, own[0]?.email ?? ''))
    .get();
  examples = addExamples(db, `commune-${communeCode}`, secretary?.id ?? '');
});
// Every address times every role: minutes on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

afterAll(async () => {
  db.$client.close();
  await site.stop();
  site.remove();
});

/** The places of the parameters in a pattern: 'a/:id/b/:x' has 'a/:id' and 'a/:id/b/:x'. */
function placesOf(pattern: string): readonly string[] {
  const parts = pattern.split('/');
  return parts.flatMap((part, index) => (part.startsWith(':') ? [parts.slice(0, index + 1).join('/')] : []));
}

/** The address with its examples in place; with `absent`, what belongs to a commune is replaced by what does not exist. */
function addressOf(pattern: string, absent = false): string {
  const parts = pattern.split('/');
  const filled = parts.map((part, index) => {
    if (!part.startsWith(':')) return part;
    const example = examples[parts.slice(0, index + 1).join('/')];
    return absent && example?.owner === 'commune' ? '00000000-0000-4000-8000-000000000000' : (example?.value ?? part);
  });
  return `/${filled.join('/')}`;
}

function ownerOf(pattern: string): Owner {
  const owners = placesOf(pattern).map((place) => examples[place]?.owner);
  return owners.find((owner) => owner === 'commune') ?? owners.find((owner) => owner === 'syndicat') ?? 'members';
}

type Verb = 'GET' | 'POST';

function ask(verb: Verb, address: string, email?: string): Promise<Response> {
  const cookie = email === undefined ? undefined : cookies.get(email);
  const headers: Record<string, string> = cookie === undefined ? {} : { Cookie: cookie };
  return verb === 'POST'
    ? sendForm(site, address, {}, headers)
    : fetch(site.origin + address, { redirect: 'manual', headers });
}

function guarded(): readonly { readonly route: SiteRoute; readonly verb: Verb; readonly access: string }[] {
  return routes
    .filter(({ id }) => id !== 'root')
    .flatMap((route) => [
      ...(route.reads === undefined ? [] : [{ route, verb: 'GET' as const, access: route.reads }]),
      ...(route.writes === undefined ? [] : [{ route, verb: 'POST' as const, access: route.writes }]),
    ]);
}

function mayUse(role: Role, access: string): boolean {
  return isPermission(access) && isAllowed([role], access);
}

test('every loader and action says who may use it, in the words of the permission table', () => {
  const silent = routes.flatMap(({ id, reads, writes }) =>
    [reads, writes]
      .filter((access) => access !== undefined && access !== 'public' && !isPermission(access))
      .map((access) => `${id}: '${access}'`),
  );
  expect(silent).toEqual([]);
  expect(routes.length).toBeGreaterThan(10);
});

test("only signing in and out, published markets, a school's secret links and the frame around pages are open", () => {
  const open = routes.filter(({ reads, writes }) => reads === 'public' || writes === 'public');
  const needs = ['besoins-ecole/:token', 'besoins-ecole/:token/besoins/:line/retrait'];
  const byLink = ['contributions/:token', 'contributions/:token/:part'];
  const markets = open.filter(({ pattern }) => pattern.startsWith('marches'));
  expect(markets.filter(({ writes }) => writes !== undefined)).toEqual([]);
  expect(markets.map(({ pattern }) => pattern).sort()).toEqual([
    'marches',
    'marches/:id',
    'marches/:id/dossier.zip',
    'marches/contrats/:file',
    'marches/donnees-essentielles.json',
    'marches/flux.atom',
  ]);
  const others = open.filter((one) => !markets.includes(one)).map(({ pattern }) => pattern);
  expect(others.sort()).toEqual(['', ...needs, 'connexion', ...byLink, 'deconnexion']);
});

test('every page has a loader, so that none is shown without asking who looks', () => {
  const unguarded = routes.filter(({ id, isPage, reads }) => id !== 'root' && isPage && reads === undefined);
  expect(unguarded.map(({ id }) => id)).toEqual([]);
});

test('every parameter of an address has an example', () => {
  const missing = routes.flatMap(({ pattern }) => placesOf(pattern)).filter((place) => !(place in examples));
  expect([...new Set(missing)]).toEqual([]);
});

test('nobody is let in without signing in', async () => {
  const offences: string[] = [];
  for (const { route, verb, access } of guarded().filter((one) => one.access !== 'public')) {
    const answer = await ask(verb, addressOf(route.pattern));
    const leads = answer.headers.get('Location') ?? '';
    if (answer.status !== 302 || !leads.startsWith('/connexion?retour=')) {
      offences.push(`${verb} ${route.pattern} (${access}): ${answer.status} ${leads}`);
    }
  }
  expect(offences).toEqual([]);
});

test('a role without the permission is refused everywhere, and writes nothing', async () => {
  const before = db.select().from(journal).all().length;
  const offences: string[] = [];
  for (const { route, verb, access } of guarded().filter((one) => one.access !== 'public')) {
    for (const { email, role } of own.filter((account) => !mayUse(account.role, access))) {
      const { status } = await ask(verb, addressOf(route.pattern), email);
      if (status !== 403) offences.push(`${verb} ${route.pattern} (${access}) as ${role}: ${status}`);
    }
  }
  expect(offences).toEqual([]);
  expect(db.select().from(journal).all()).toHaveLength(before);
});

test('to the people of another commune, what belongs to a commune is as if it did not exist, and nothing is written', async () => {
  const before = db.select().from(journal).all().length;
  const offences: string[] = [];
  for (const { route, verb, access } of guarded().filter((one) => ownerOf(one.route.pattern) === 'commune')) {
    for (const { email, role } of others.filter((account) => mayUse(account.role, access))) {
      const theirs = await ask(verb, addressOf(route.pattern), email);
      const absent = await ask(verb, addressOf(route.pattern, true), email);
      if (theirs.status >= 500 || theirs.status === 200 || theirs.status !== absent.status) {
        offences.push(`${verb} ${route.pattern} (${access}) as ${role}: ${theirs.status}, absent ${absent.status}`);
      }
    }
  }
  expect(offences).toEqual([]);
  expect(db.select().from(journal).all()).toHaveLength(before);
});

test('a role with the permission is answered, and the server never fails, even to an empty form', async () => {
  const offences: string[] = [];
  const asked = guarded().filter((one) => one.access !== 'public');
  const reads = asked.filter(({ verb }) => verb === 'GET');
  const writes = asked.filter(({ verb }) => verb === 'POST');
  // Reads first: a deed may move what the next one looks at.
  for (const { route, verb, access } of [...reads, ...writes]) {
    for (const { email, role } of own.filter((account) => mayUse(account.role, access))) {
      const { status } = await ask(verb, addressOf(route.pattern), email);
      const found = ownerOf(route.pattern) === 'syndicat' || verb === 'POST' || status !== 404;
      if (status >= 500 || status === 403 || status === 405 || !found) {
        offences.push(`${verb} ${route.pattern} (${access}) as ${role}: ${status}`);
      }
    }
  }
  expect(offences).toEqual([]);
});
