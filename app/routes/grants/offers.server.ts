// The schemes offered to a school for a new file: those open first, each with its answer and what it could bring.
import { randomUUID } from 'node:crypto';
import type { OpenRoute } from 'catalog/grants/open-routes';
import type { Reads } from 'db/client';
import { listOrdersOfSchool, readGrantOrder } from 'db/grants';
import type { Scope } from '~/domain/accounts/permissions';
import { callPeriod } from '~/domain/grants/eligibility';
import { brings } from '~/domain/grants/estimate';
import { atLeast, nothingText, periodText } from '~/domain/grants/estimate-wording';
import type { Day } from '~/domain/shared/day';
import { formatCents } from '~/domain/shared/format';
import type { ShownCall } from '~/ui/grants/scheme-choice';
import { eligibilityFor, estimateFor, factsOf, linesFor, readSaid } from './estimating.server';
import { listCurrentSchemes } from './schemes.server';
import { orderLabel, shownEligibility, shownRoutes } from './shown.server';
import { type GrantSchool, grantTexts } from './texts.server';

/** Everything a new file can be opened for, and the routes that have no file here. */
export function shownOffers(db: Reads, place: GrantSchool, orderId: string | null, scope: Scope, today: Day) {
  const known = factsOf(place, readSaid(db, scope));
  const order = orderId === null ? undefined : readGrantOrder(db, orderId, scope);
  const lines = linesFor(order, place.school.uai);
  const schemes = listCurrentSchemes(db, today);
  const calls = schemes.map((published): ShownCall => {
    const { scheme, eligibility } = eligibilityFor(db, published, place, known, today);
    const estimate = estimateFor(db, published, { place, known, order, today });
    const closed = callPeriod(scheme, today) === 'closed';
    const worth = brings(estimate) ? formatCents(estimate.grant ?? estimate.cost) : null;
    return {
      id: scheme.id,
      // One per call: a form sent twice opens one file, two calls open two.
      fileId: randomUUID(),
      name: scheme.name,
      period: periodText(scheme, today),
      closed,
      open: eligibility.outcome !== 'ineligible',
      brings:
        closed || lines.length === 0 || eligibility.outcome === 'ineligible'
          ? null
          : worth === null
            ? nothingText(estimate, grantTexts.definitions)
            : `Pourrait apporter ${atLeast(estimate)}${worth} pour ces lignes${estimate.doubts.length > 0 ? ' (à vérifier)' : ''}.`,
      eligibility: shownEligibility(scheme, eligibility, today),
    };
  });
  const ids = new Set(schemes.map(({ id }) => id));
  const withoutFile = (grantTexts.routes as readonly OpenRoute[]).filter(
    ({ schemeId }) => !schemeId || !ids.has(schemeId),
  );
  return {
    orders: listOrdersOfSchool(db, place.school.uai, scope).map((one) => ({ value: one.id, label: orderLabel(one) })),
    open: calls.filter(({ closed, open }) => !closed && open),
    refused: calls.filter(({ closed, open }) => !closed && !open),
    closed: calls.filter(({ closed }) => closed),
    routes: shownRoutes(withoutFile.map((route) => ({ route, eligibility: null }))),
  };
}
