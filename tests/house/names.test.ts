// Holds the names and sizes of the house: what a newcomer may rely on.
import ts from 'typescript';
import { expect, test } from 'vitest';
import { listFiles, listSources, parseSource, readSource } from './sources';

const sources = listSources();
/** Data that texts or the demonstration state; it is long because what it says is long. */
const referenceData = /^(catalog|tests)\/|^app\/documents\/.*\/wording\.ts$/;

test('every source starts with its charter', () => {
  expect(sources.filter((file) => !/^\/[/*]/.test(readSource(file)) && !/\.config\.ts$/.test(file))).toEqual([]);
});

test('no file passes 300 lines but reference data and tests', () => {
  const long = sources.filter((file) => !referenceData.test(file) && readSource(file).split('\n').length > 301);
  expect(long).toEqual([]);
});

test('no folder or file is a drawer without a name', () => {
  const drawers = /(^|\/)(utils?|helpers?|lib|common|misc|services?|managers?)(\/|\.[a-z]+$)/;
  // In the catalogue, 'services' are what suppliers sell.
  expect(listFiles().filter((file) => !file.startsWith('catalog/') && drawers.test(file))).toEqual([]);
});

test('files are named in whole lower-case words without accents', () => {
  const odd = listFiles().filter((file) => /^(app|bench|catalog|db|docs|scripts|tests)\//.test(file));
  expect(odd.filter((file) => !/^[a-z0-9_./-]+$/.test(file) && !/\/README\.md$/.test(file))).toEqual([]);
});

function exportedNames(file: string): readonly string[] {
  return parseSource(file).statements.flatMap((statement) => {
    const exported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      : false;
    if (!exported) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    }
    if (
      ts.isFunctionDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isClassDeclaration(statement)
    ) {
      return statement.name ? [statement.name.text] : [];
    }
    return [];
  });
}

test('no exported name says get, handle, process, manage, data or info, nor a word of two meanings', () => {
  // handleError and handleRequest are names that Remix asks for.
  const vague =
    /^(get|handle|process|manage)[A-Z]|((?<!open)Data|Info|Manager|Helper|Utils?)$|(?<!^placingOn)[mM]arket|[tT]ender/;
  const offences = sources.flatMap((file) =>
    exportedNames(file)
      .filter((name) => vague.test(name) && name !== 'handleError')
      .map((name) => `${file}: ${name}`),
  );
  expect(offences).toEqual([]);
});

test('the code has no escape hatch: no any, no silenced error, no enum, no default of a skipped test', () => {
  const hatches = [
    /\bas any\b/,
    /@ts-(ignore|nocheck|expect-error)/,
    /^\s*(export )?(const )?enum /m,
    /\b(test|it|describe)\.(only|skip|todo|fixme)\b/,
    /\b(TODO|FIXME|XXX)\b/,
  ];
  const own = 'tests/house/names.test.ts';
  const offences = sources.flatMap((file) =>
    hatches.filter((hatch) => file !== own && hatch.test(readSource(file))).map((hatch) => `${file}: ${hatch}`),
  );
  expect(offences).toEqual([]);
});

test('nothing refers to the machine it was written on', () => {
  const machine = /(^|[\s"'`(=])\/(work|home|Users|root)\/[a-z]/m;
  const texts = [...sources, ...listFiles().filter((file) => /\.(md|json|css|sh|run)$/.test(file))];
  const offences = texts.filter((file) => file !== 'package-lock.json' && machine.test(readSource(file)));
  expect(offences).toEqual([]);
});
