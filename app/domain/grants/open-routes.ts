// Which routes stay open when a call is closed, and what each of them says to this commune.
import type { OpenRoute } from 'catalog/grants/open-routes';
import type { ApplicantKind, GrantScheme } from 'catalog/grants/types';
import type { FactDefinitions } from './conditions';
import { assessEligibility, type Eligibility } from './eligibility';
import type { Facts } from './facts';

export interface ProposedRoute {
  readonly route: OpenRoute;
  /** Null when the route has no scheme as data: its conditions are for a person to verify. */
  readonly eligibility: Eligibility | null;
}

/** Every open route with its answer to the applicant; those that are clearly refused come last. */
export function proposeRoutes(
  routes: readonly OpenRoute[],
  schemes: readonly GrantScheme[],
  applicant: ApplicantKind,
  facts: Facts,
  definitions: FactDefinitions,
): readonly ProposedRoute[] {
  const proposed = routes.map((route) => {
    const scheme = schemes.find(({ id }) => id === route.schemeId);
    return { route, eligibility: scheme ? assessEligibility(scheme, applicant, facts, definitions) : null };
  });
  const refused = ({ eligibility }: ProposedRoute) => eligibility?.outcome === 'ineligible';
  return [...proposed.filter((route) => !refused(route)), ...proposed.filter(refused)];
}
