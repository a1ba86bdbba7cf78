// Runs every check in the order of its cost, stops at the first that fails, and sums up.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const reports = join('.cache', 'tests');
const unitReport = join(reports, 'vitest.json');
const browserReport = join(reports, 'playwright.json');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const steps = [
  { name: 'types', program: ['typescript', 'bin', 'tsc'], args: ['--noEmit'] },
  { name: 'lint', program: ['@biomejs', 'biome', 'bin', 'biome'], args: ['check', '.'] },
  {
    name: 'unit and integration',
    program: ['vitest', 'vitest.mjs'],
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  },
  { name: 'browser', program: ['@playwright', 'test', 'cli.js'], args: ['test', '--reporter=list,json'] },
];

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Passed and failed tests of both runners, so far as they ran. */
function counts() {
  const unit = read(unitReport);
  const browser = read(browserReport)?.stats;
  return {
    passed: (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0),
    failed: (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0) + (browser?.flaky ?? 0),
    skipped: (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (browser?.skipped ?? 0),
  };
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

const started = Date.now();
let failure;
for (const { name, program, args } of steps) {
  console.log(`\n— ${name} —`);
  const since = Date.now();
  const { status } = spawnSync(process.execPath, [join('node_modules', ...program), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  });
  if (status !== 0) {
    failure = name;
    break;
  }
  console.log(`${name}: ${seconds(since)}`);
}

const { passed, failed, skipped } = counts();
if (failure) console.error(`\nÉchec à l’étape « ${failure} » / failed at step '${failure}'.`);
console.log(
  `\n${passed} passed, ${failed + (failure && failed === 0 ? 1 : 0)} failed, ${skipped} skipped in ${seconds(started)}`,
);
process.exit(failure ? 1 : 0);
