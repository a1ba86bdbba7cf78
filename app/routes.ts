// The table of contents of the site: French addresses, one verb one address.
import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),
  route('connexion', 'routes/accounts/sign-in.tsx'),
  route('deconnexion', 'routes/accounts/sign-out.ts'),
] satisfies RouteConfig;
