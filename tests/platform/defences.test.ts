// Holds the shell around the site: sizes, origins, headers, cookies, tries of a password, ways out.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationAccounts, demonstrationPassword } from '~/platform/demonstration';
import { openSite, type Site, sendForm } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.stop();
  site.remove();
});

const [first, second] = demonstrationAccounts;
const credentials = { email: first?.email ?? '', password: demonstrationPassword };

/** Status of a POST of which only the head is sent. */
function statusOfHead(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(site.origin + path, { method: 'POST', headers }, (answer) => {
      resolve(answer.statusCode);
      asked.destroy();
    });
    asked.on('error', reject);
    asked.flushHeaders();
  });
}

const megabyte = 1024 * 1024;
const urlEncoded = 'application/x-www-form-urlencoded';

test('a body announced above the limit is refused before it is read', async () => {
  const tooLong = (type: string, bytes: number) =>
    statusOfHead('/connexion', { 'Content-Type': type, 'Content-Length': String(bytes) });
  expect(await tooLong(urlEncoded, megabyte + 1)).toBe(413);
  expect(await tooLong('multipart/form-data; boundary=x', 300 * megabyte)).toBe(413);
});

test('a body of unannounced length is refused', async () => {
  expect(await statusOfHead('/connexion', { 'Content-Type': urlEncoded, 'Transfer-Encoding': 'chunked' })).toBe(411);
});

test('a form sent by a page of another site is refused, for pages, resources and their data addresses', async () => {
  for (const path of ['/connexion', '/connexion.data', '/deconnexion', '/finances/archive']) {
    for (const foreign of [
      { Origin: 'https://ailleurs.example' },
      { Origin: 'null' },
      { Origin: site.origin, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://ailleurs.example', 'X-Forwarded-Host': 'ailleurs.example' },
    ]) {
      expect((await sendForm(site, path, {}, foreign)).status, `${path} ${JSON.stringify(foreign)}`).toBe(403);
    }
  }
});

test('every answer carries the headers that keep a browser within this site', async () => {
  const answer = await fetch(`${site.origin}/connexion`);
  const policy = answer.headers.get('Content-Security-Policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(await answer.text()).toContain(`nonce="${nonce}"`);
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(answer.headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(answer.headers.get('X-Powered-By')).toBeNull();
  expect(answer.headers.get('Strict-Transport-Security')).toBeNull();
  const other = await fetch(`${site.origin}/connexion`);
  expect(other.headers.get('Content-Security-Policy')).not.toContain(nonce);
});

test('the session cookie is out of reach of scripts and of other sites', async () => {
  const answer = await sendForm(site, '/connexion', credentials);
  expect(answer.status).toBe(302);
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('preau-session=')) ?? '';
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  expect(cookie).toContain('Path=/');
});

test('served over HTTPS, the session cookie is bound to the host and browsers are told to stay on HTTPS', async () => {
  const secure = await openSite({ PREAU_URL: 'https://preau.example' });
  try {
    const answer = await sendForm(secure, '/connexion', credentials, { Origin: 'https://preau.example' });
    const cookie = answer.headers.getSetCookie().find((one) => one.includes('session=')) ?? '';
    expect(cookie).toMatch(/^__Host-preau-session=/);
    expect(cookie).toContain('Secure');
    expect(answer.headers.get('Strict-Transport-Security')).toContain('max-age=');
  } finally {
    await secure.stop();
    secure.remove();
  }
});

test('signing in never leads out of the site', async () => {
  for (const back of [
    '//ailleurs.example',
    '/\\ailleurs.example',
    'https://ailleurs.example',
    '\\\\ailleurs',
    '/ x',
    '',
  ]) {
    const answer = await sendForm(site, '/connexion', { ...credentials, back });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location'), back).toBe('/');
  }
  const own = await sendForm(site, '/connexion', { ...credentials, back: '/ecoles?page=2' });
  expect(own.headers.get('Location')).toBe('/ecoles?page=2');
});

test('after ten wrong passwords an address is closed for a time, even to the right one; others are not', async () => {
  const email = second?.email ?? '';
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const answer = await sendForm(site, '/connexion', { email, password: 'faux' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('incorrect');
  }
  const closed = await sendForm(site, '/connexion', { email, password: demonstrationPassword });
  expect(closed.status).toBe(422);
  expect(await closed.text()).toContain('Trop d’essais');
  expect((await sendForm(site, '/connexion', credentials)).status).toBe(302);
});

test('an unknown address and a wrong password get the same answer', async () => {
  const answers = await Promise.all(
    [credentials.email, 'inconnu@mairie.example'].map(async (email) => {
      const answer = await sendForm(site, '/connexion', { email, password: 'faux' });
      return { status: answer.status, text: (await answer.text()).replaceAll(email, '').replace(/nonce="[^"]+"/g, '') };
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
});

test('a form with thousands of fields, or names nested a thousand deep, does not bring the server down', async () => {
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`champ${index}`, '1']));
  expect((await sendForm(site, '/connexion', many)).status).toBe(413);
  const deep = { [Array(1_500).fill('a').join('.')]: '1', [`a${'[a]'.repeat(1_500)}`]: '1', email: 'a', password: 'b' };
  expect((await sendForm(site, '/connexion', deep)).status).toBe(422);
  expect((await fetch(`${site.origin}/health`)).status).toBe(200);
});

test('an unreadable form is not understood, and said so', async () => {
  const answer = await fetch(`${site.origin}/connexion`, {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data', Origin: site.origin },
    body: 'rien',
  });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('illisible');
});

test('an unknown address is a page in French, and the addresses of Remix that cost are closed', async () => {
  const absent = await fetch(`${site.origin}/nulle-part`);
  expect(absent.status).toBe(404);
  expect(await absent.text()).toContain('Page introuvable');
  expect((await fetch(`${site.origin}/__manifest?p=/a&version=1`)).status).toBe(404);
});

test('files of the build are kept by browsers for good, and nothing else of the machine is served', async () => {
  const page = await (await fetch(`${site.origin}/connexion`)).text();
  const asset = /\/assets\/[\w.-]+\.css/.exec(page)?.[0] ?? '';
  expect((await fetch(site.origin + asset)).headers.get('Cache-Control')).toContain('immutable');
  for (const path of ['/assets/..%2f..%2fpackage.json', '/..%2fserver.js', '/.preau-sources', '/preau.sqlite']) {
    expect((await fetch(site.origin + path)).status, path).toBeGreaterThanOrEqual(400);
  }
});
