// Every page that a person reaches from the menu: usable by everybody, at 390 and at 1280 pixels.
import { expect, fits, look, type Person, test } from './journey';
import { addToCart, submitCart } from './order-steps';

const telephone = { width: 390, height: 844 };
/** Between them they reach every entry of the menu. */
const visitors: readonly Person[] = ['secretary', 'communeFinance', 'buyer', 'administrator'];

test('every page of the menu holds to accessibility and to the width of a telephone', async ({ signedIn }) => {
  test.slow();
  const secretary = await signedIn('secretary');
  await addToCart(secretary, 'tablet', 3);
  const order = await submitCart(secretary, 'Pour voir', '');
  await addToCart(secretary, 'tablet', 3);
  const seen = new Set<string>();
  for (const person of visitors) {
    const page = await signedIn(person, { viewport: telephone });
    const links = await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link').all();
    const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
    for (const path of ['/', ...paths.filter((one) => one !== null)]) {
      await page.goto(path);
      const inside = await page
        .locator(`main a[href^="${path}/"]`)
        .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
      // The first thing that a list leads to is a page as well.
      for (const one of [path, ...inside.filter((link) => !/csv|\.ics|versions|archive/.test(link)).slice(0, 2)]) {
        const kind = `${person === 'buyer' ? 'syndicat' : 'commune'} ${one.replace(/[0-9a-f-]{30,}|\d{7}[A-Z]/, ':id')}`;
        if (seen.has(kind)) continue;
        seen.add(kind);
        await page.goto(one);
        await look(page);
        await page.setViewportSize({ width: 1280, height: 844 });
        await fits(page);
        await page.setViewportSize(telephone);
      }
    }
    await page.context().close();
  }
  const approver = await signedIn('approver', { viewport: telephone });
  await approver.goto(order);
  await look(approver);
});

test('what is absent, and what is not one’s own, says so in French', async ({ signedIn }) => {
  const secretary = await signedIn('secretary');
  await secretary.goto('/commandes/absente');
  await expect(secretary.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
  await look(secretary);
  await secretary.goto('/journal');
  await expect(secretary.getByRole('heading', { name: 'Accès réservé' })).toBeVisible();
  await look(secretary);
});
