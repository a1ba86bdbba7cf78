// Finds a Chromium for the browser tests, or installs one. Node's own modules only, until Playwright is needed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'];

function answers(program) {
  // On Ubuntu a program of that name may only say that a snap is missing.
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** Path of a Chromium of the machine: PREAU_CHROMIUM, or the first found on PATH. */
export function findChromium() {
  const chosen = process.env.PREAU_CHROMIUM;
  if (chosen) return chosen;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path) && answers(path));
}

function run(program, ...args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: 'inherit', env: environment }).status === 0;
}

function isRootOnDebian() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(release);
}

function installPackages(...packages) {
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  run('apt-get', ...wait, 'update', '-qq');
  return run('apt-get', ...wait, 'install', '-y', '-qq', '--no-install-recommends', ...packages);
}

async function hasPlaywrightChromium() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

/** Makes sure that a Chromium is there, and on Debian the PDF tools that tests compare with; says whether it is. */
export async function installChromium() {
  const debian = isRootOnDebian();
  const missing = [];
  if (debian && !existsSync('/usr/bin/pdftotext')) missing.push('poppler-utils');
  if (debian && !existsSync('/usr/bin/qpdf')) missing.push('qpdf');
  const found = findChromium() !== undefined || (await hasPlaywrightChromium());
  if (debian && !found) missing.push('chromium');
  if (missing.length > 0) {
    console.log(`Installation de ${missing.join(', ')} (paquets du système)…`);
    installPackages(...missing);
  }
  if (found || findChromium() !== undefined) return true;
  console.log('Installation du Chromium de Playwright…');
  const playwright = join('node_modules', '@playwright', 'test', 'cli.js');
  return run(process.execPath, playwright, 'install', ...(debian ? ['--with-deps'] : []), 'chromium');
}
