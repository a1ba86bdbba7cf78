// Holds the lockfile complete: npm leaves holes in it when a platform's package was missing on the day it was made.
import { expect, test } from 'vitest';
import { readSource } from './sources';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readSource('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Whether Node would find the package from the folder of another. */
function isFound(from: string, name: string): boolean {
  let folder = from;
  for (;;) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
    folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : '';
  }
}

test('every package that another asks for, for any platform, is in the lockfile', () => {
  const holes = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isFound(path, name))
      .map((name) => `${name}, asked by ${path || 'the project'}`),
  );
  expect(holes).toEqual([]);
});

test('every package is asked by its exact version, and none by an address', () => {
  const elsewhere = Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(([path]) => path);
  expect(elsewhere).toEqual([]);
  const { dependencies, devDependencies } = JSON.parse(readSource('package.json')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version))).toEqual(
    [],
  );
});
