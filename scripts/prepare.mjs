// Makes ready what a command needs, and only what is missing: packages, build, and for tests a browser.
// Runs before node_modules exists: Node's own modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installChromium } from './chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const oldestNode = [20, 19];
const installStamp = 'node_modules/.preau-install';
const buildStamp = 'build/.preau-sources';
const sources = [
  'app',
  'catalog',
  'db',
  'public',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'scripts/build.mjs',
];

/** Ends the command with a sentence for the person who ran it. */
function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** Runs a program in front of the person; says whether it succeeded. */
function run(program, args, environment = {}) {
  return spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0;
}

/** Runs npm itself, whichever npm started us. */
function runNpm(...args) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js') ? run(process.execPath, [npm, ...args]) : run('npm', args);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  giveUp(`Préau demande Node ${oldestNode.join('.')} ou plus récent ; celui-ci est le ${process.versions.node}.`);
}

/** Every file under a path, in one order on every machine. */
function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function digestOf(paths, ...words) {
  const digest = createHash('sha256').update(words.join('\n'));
  for (const file of paths.flatMap(filesUnder)) digest.update(`\n${file}\n`).update(readFileSync(file));
  return digest.digest('hex');
}

function holds(stamp, digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

function installPackages() {
  // Compiled packages serve one Node ABI on one kind of machine.
  const digest = digestOf(['package-lock.json'], process.versions.modules, process.platform, process.arch);
  if (holds(installStamp, digest)) return;
  console.log('Installation des paquets (quelques minutes, la première fois seulement)…');
  // NODE_ENV=production would leave out what the build needs.
  if (!runNpm('ci', '--include=dev', '--no-audit', '--no-fund')) {
    giveUp(
      'L’installation des paquets a échoué : le message est ci-dessus. Il faut un accès au registre npm et, ' +
        'sur un système sans binaire tout fait de SQLite, python3, make et un compilateur C++ ' +
        '(Debian : apt-get install build-essential python3).',
    );
  }
  writeFileSync(installStamp, digest);
}

async function build() {
  const digest = digestOf(sources);
  if (holds(buildStamp, digest)) return;
  console.log('Construction du site…');
  rmSync(buildStamp, { force: true });
  const { buildServer, ruleFaults } = await import('./build.mjs');
  const faults = await ruleFaults().catch(() => giveUp('Les règles de catalog/frameworks ne se lisent pas.'));
  if (faults.length > 0) giveUp(`Des règles sont fautives :\n- ${faults.join('\n- ')}`);
  const remix = join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  // Remix empties its part of build/, so it goes first.
  if (!run(process.execPath, [remix, 'vite:build', '--logLevel', 'error'], { NODE_ENV: 'production' })) {
    giveUp('La construction du site a échoué : le message est ci-dessus.');
  }
  await buildServer().catch(() => giveUp('La construction du serveur a échoué : le message est ci-dessus.'));
  writeFileSync(buildStamp, digest);
}

const purpose = process.argv[2];
if (purpose !== 'start' && purpose !== 'test') giveUp('Usage : node scripts/prepare.mjs start|test');
requireNode();
installPackages();
await build();
if (purpose === 'test' && !(await installChromium())) {
  giveUp('Aucun Chromium pour les essais : installez le paquet chromium, ou donnez son chemin dans PREAU_CHROMIUM.');
}
