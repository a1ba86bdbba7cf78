// What every journey starts from: a site of its own, people who sign in, and watch on what a browser complains about.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  type Download,
  expect,
  type Page,
} from '@playwright/test';
import type { Db } from 'db/client';
import { databaseOf, openSite, type Site } from 'tests/platform/site';

export { expect };

export const people = {
  secretary: 'secretaire@andouille-neuville.example',
  approver: 'elu@andouille-neuville.example',
  communeFinance: 'finances@andouille-neuville.example',
  otherSecretary: 'secretaire@acigne.example',
  otherApprover: 'elu@acigne.example',
  buyer: 'acheteur@syndicat.example',
  syndicatFinance: 'finances@syndicat.example',
  adviser: 'conseiller@syndicat.example',
  administrator: 'admin@syndicat.example',
} as const;
export type Person = keyof typeof people;
const password = 'preau-demonstration';

interface Journey {
  readonly site: Site;
  readonly db: Db;
  /** Opens a browser window and signs in. */
  signedIn(person: Person, options?: BrowserContextOptions): Promise<Page>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Holds the page shown now to what everybody can use: no axe violation, no sideways scroll. */
export async function look(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(axe);
  const violations = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )) as readonly Violation[];
  const said = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(' | ')
        .slice(0, 400)}`,
  );
  expect(said, `axe on ${page.url()}`).toEqual([]);
  await fits(page);
}

/** Holds the page to the width it is shown in: nobody scrolls sideways. */
export async function fits(page: Page): Promise<void> {
  const [wide, shown] = (await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )) as [number, number];
  expect(wide, `width of ${page.url()} at ${shown} px`).toBeLessThanOrEqual(shown);
}

// A browser says on its console that an answer was a refusal; the page says it better.
const refusalLine = /Failed to load resource: the server responded with a status of (400|403|404|422)/;

/** Keeps what the browser complains about on a page. */
export function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !refusalLine.test(message.text())) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
}

/** Opens a browser window on a site and signs in. */
export async function signIn(
  browser: Browser,
  site: Site,
  person: Person,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.origin,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(people[person]);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
  return page;
}

export const test = base.extend<Journey>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that a fixture needs from this pattern.
  site: async ({}, use) => {
    const site = await openSite();
    await use(site);
    expect(await site.stop()).toBe(0);
    expect(
      site
        .printed()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    ).toEqual([]);
    site.remove();
  },
  db: async ({ site }, use) => {
    const db = databaseOf(site);
    await use(db);
    db.$client.close();
  },
  signedIn: async ({ browser, site }, use) => {
    const complaints: string[] = [];
    const pages: Page[] = [];
    await use(async (person, options = {}) => {
      const page = await signIn(browser, site, person, options);
      watch(page, complaints);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
    expect(complaints).toEqual([]);
  },
});

/** The file that a click downloads. */
export async function fileOf(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const started: Promise<Download> = page.waitForEvent('download', { timeout: 180_000 });
  await click();
  const download = await started;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Presses a button that sends a form, and waits for the page that answers. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.waitForLoadState('networkidle');
}
