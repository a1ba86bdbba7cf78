// The table of contents of the site: French addresses, one verb one address.
import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),

  // accounts
  route('connexion', 'routes/accounts/sign-in.tsx'),
  route('deconnexion', 'routes/accounts/sign-out.ts'),

  // organisations
  route('collectivite', 'routes/organisations/billing.tsx'),

  route('ecoles', 'routes/organisations/schools.tsx'),
  route('ecoles/:uai', 'routes/organisations/school.tsx'),

  // finance
  route('finances', 'routes/finance/documents.tsx'),
  route('finances/archive', 'routes/finance/archive.ts'),
  route('finances/export.csv', 'routes/finance/export.ts'),
  route('documents/:id', 'routes/finance/document.ts'),

  // records
  route('journal', 'routes/records/journal.tsx'),
] satisfies RouteConfig;
