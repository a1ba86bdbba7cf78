// The routes of the built site: each address, and who its loader and action say may use them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Permission, permissions } from '~/domain/accounts/permissions';

type Guarded = { readonly access?: string };

interface Built {
  readonly routes: Readonly<
    Record<
      string,
      {
        readonly id: string;
        readonly path?: string;
        readonly parentId?: string;
        readonly module: { readonly loader?: Guarded; readonly action?: Guarded; readonly default?: unknown };
      }
    >
  >;
}

export interface SiteRoute {
  readonly id: string;
  /** As declared: 'commandes/:id/validation'. */
  readonly pattern: string;
  readonly isPage: boolean;
  /** What the loader or action carries; undefined where there is none, '' where it says nothing. */
  readonly reads: string | undefined;
  readonly writes: string | undefined;
}

/** Every route of build/, the root included. */
export async function listSiteRoutes(): Promise<readonly SiteRoute[]> {
  const file = pathToFileURL(join(process.cwd(), 'build', 'server', 'index.js')).href;
  const { routes } = (await import(/* @vite-ignore */ file)) as Built;
  return Object.values(routes).map(({ id, path, module }) => ({
    id,
    pattern: path ?? '',
    isPage: module.default !== undefined,
    reads: module.loader && (module.loader.access ?? ''),
    writes: module.action && (module.action.access ?? ''),
  }));
}

export function isPermission(access: string): access is Permission {
  return access in permissions;
}
