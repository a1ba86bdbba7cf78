// A journey in acts: the site is stopped and opened again some days later, on the same data.
import type { Page } from '@playwright/test';
import type { Db } from 'db/client';
import { aFolder, databaseOf, openSite, type Site } from 'tests/platform/site';
import { test as base, expect, type Person, signIn, watch } from './journey';

export interface Act {
  readonly site: Site;
  readonly db: Db;
  readonly today: string;
  signedIn(person: Person): Promise<Page>;
  /** Somebody without an account. */
  visitor(): Promise<Page>;
}

const dayInMilliseconds = 24 * 3600 * 1000;

/** The day in Paris, some days from now. */
export function dayAhead(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now() + days * dayInMilliseconds);
}

export const test = base.extend<{ act: (daysAhead: number) => Promise<Act> }>({
  act: async ({ browser }, use) => {
    const folder = aFolder();
    const complaints: string[] = [];
    let pages: Page[] = [];
    let open: { site: Site; db: Db } | undefined;
    const close = async (): Promise<void> => {
      for (const page of pages) await page.context().close();
      pages = [];
      open?.db.$client.close();
      if (open) expect(await open.site.stop()).toBe(0);
      open = undefined;
    };
    await use(async (daysAhead) => {
      await close();
      const site = await openSite({ PREAU_AVANCE_JOURS: String(daysAhead) }, folder);
      const db = databaseOf(site);
      open = { site, db };
      return {
        site,
        db,
        today: dayAhead(daysAhead),
        async signedIn(person) {
          const page = await signIn(browser, site, person);
          watch(page, complaints);
          pages.push(page);
          return page;
        },
        async visitor() {
          const page = await browser.newPage({ baseURL: site.origin, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
          watch(page, complaints);
          pages.push(page);
          return page;
        },
      };
    });
    const { site } = open ?? {};
    await close();
    site?.remove();
    expect(complaints).toEqual([]);
  },
});
