// Takes the pictures of README.md on a fresh demonstration, as a person would meet the pages.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'preau-images-'));
const pictures = 'docs/images';
mkdirSync(pictures, { recursive: true });

const server = spawn(process.execPath, ['build/server.js'], {
  env: { ...process.env, NODE_ENV: 'production', PORT: '0', PREAU_DATA: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const origin = await new Promise((resolve) => {
  server.stdout.on('data', (chunk) => {
    const found = /http:\/\/localhost:\d+/.exec(String(chunk));
    if (found) resolve(found[0]);
  });
});
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

/** A window of a signed-in person. */
async function windowOf(email, width = 1280, height = 860) {
  const context = await browser.newContext({ baseURL: origin, locale: 'fr-FR', viewport: { width, height } });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill('preau-demonstration');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('navigation', { name: 'Menu principal' }).waitFor();
  return page;
}

async function take(page, name) {
  await page.waitForLoadState('networkidle');
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path });
  // Fewer colours weigh a third; where the tool is missing the picture is only larger.
  spawnSync('pngquant', ['--force', '--skip-if-larger', '--output', path, '64', path]);
  console.log(path);
}

try {
  const secretary = await windowOf('secretaire@andouille-neuville.example');
  for (const [category, quantity] of [
    ['tablet', 12],
    ['chargingTrolley', 1],
  ]) {
    await secretary.goto(`/catalogue?categorie=${category}`);
    const card = secretary.locator('.product-card').first();
    await card.getByLabel('Quantité').fill(String(quantity));
    await card.getByRole('button', { name: 'Ajouter au panier' }).click();
    await secretary.getByText('Au panier pour').waitFor();
  }
  await secretary.goto('/catalogue?categorie=tablet');
  await take(secretary, 'catalogue');
  await secretary.goto('/panier');
  await take(secretary, 'panier');
  await secretary.getByLabel('Numéro d’engagement').fill('ENG-2026-17');
  for (const comment of await secretary.locator('textarea[name^="comment:"]').all()) {
    await comment.fill('Pièce demandée au fournisseur.');
  }
  await secretary.getByRole('button', { name: 'Soumettre à l’élu' }).click();
  await secretary.waitForURL(/\/commandes\//);
  const order = new URL(secretary.url()).pathname;

  const approver = await windowOf('elu@andouille-neuville.example');
  await approver.goto(order);
  await approver.getByRole('button', { name: 'Valider la commande' }).click();
  await approver.getByText('La commande est validée').waitFor();
  const buyer = await windowOf('acheteur@syndicat.example');
  await buyer.goto(order);
  await buyer.getByLabel(/Preuves du fournisseur|Commentaire/).fill('Fiches techniques reçues du titulaire.');
  await buyer.getByRole('button', { name: 'Accepter la commande' }).click();
  await buyer.getByText('La commande est acceptée').waitFor();
  await buyer.getByRole('button', { name: 'Émettre les bons de commande' }).click();
  await buyer.getByRole('heading', { name: 'Bons de commande' }).waitFor();
  await take(buyer, 'commande');
  const finance = await windowOf('finances@andouille-neuville.example');
  await finance.goto('/finances');
  await take(finance, 'finances');
  const phone = await windowOf('secretaire@andouille-neuville.example', 390, 844);
  await phone.goto(order);
  await take(phone, 'telephone');
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
