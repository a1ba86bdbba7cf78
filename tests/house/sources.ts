// The files of the repository and what each imports, for the tests of the house.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const folders = ['app', 'bench', 'catalog', 'db', 'docs', 'public', 'scripts', 'tests', '.ci'];

/** Every file of the house, generated folders left out, in one order. */
export function listFiles(): readonly string[] {
  const inside = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const atRoot = readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  return [...inside, ...atRoot].sort();
}

/** The files written in TypeScript or JavaScript. */
export function listSources(): readonly string[] {
  return listFiles().filter((file) => /\.(ts|tsx|mjs|mts|js)$/.test(file));
}

export function readSource(file: string): string {
  return readFileSync(file, 'utf8');
}

export function parseSource(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readSource(file), ts.ScriptTarget.Latest, true);
}

export interface Import {
  readonly from: string;
  /** A path of the house ('app/domain/shared/day'), or the name of a package. */
  readonly to: string;
  readonly own: boolean;
  /** Whether only types are taken, so that nothing is left of it at run time. */
  readonly typeOnly: boolean;
}

function targetOf(from: string, written: string): { to: string; own: boolean } {
  if (written.startsWith('.')) return { to: join(dirname(from), written).replace(/\?.*$/, ''), own: true };
  if (written.startsWith('~/')) return { to: `app/${written.slice(2)}`, own: true };
  return { to: written, own: /^(catalog|db|tests)\//.test(written) };
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** What a file imports or exports on, dynamic imports included. */
export function importsOf(file: string): readonly Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ from: file, ...targetOf(file, node.moduleSpecifier.text), typeOnly: isTypeOnly(node) });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument))
        found.push({ from: file, ...targetOf(file, argument.text), typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(parseSource(file));
  return found;
}
