// What open schemes could bring to each school of a cart: one sentence, what is unknown, and where to go on.
import type { Reads } from 'db/client';
import { findGrantSchool, readGrantOrder } from 'db/grants';
import type { Scope } from '~/domain/accounts/permissions';
import { bestCombinations } from '~/domain/grants/combination';
import { takesRequests } from '~/domain/grants/eligibility';
import { brings } from '~/domain/grants/estimate';
import { atLeast, doubtText } from '~/domain/grants/estimate-wording';
import type { Day } from '~/domain/shared/day';
import type { CartAid } from '~/ui/grants/cart-aids';
import { estimateFor, factsOf, readSaid } from './estimating.server';
import { listCurrentSchemes, schemeIn } from './schemes.server';
import { grantTexts } from './texts.server';

/** One entry per school that a scheme could help; none when nothing could. */
export function shownCartAids(db: Reads, orderId: string, scope: Scope, today: Day): readonly CartAid[] {
  const order = readGrantOrder(db, orderId, scope);
  if (!order) return [];
  const said = readSaid(db, scope);
  const schemes = listCurrentSchemes(db, today);
  return [...new Set(order.lines.map(({ schoolUai }) => schoolUai))].flatMap((uai) => {
    const place = findGrantSchool(db, uai, scope);
    if (!place) return [];
    const known = factsOf(place, said);
    const open = schemes.filter((scheme) =>
      takesRequests(schemeIn(db, scheme, place.commune.departmentCode, today).scheme, today),
    );
    const estimates = open.map((scheme) => estimateFor(db, scheme, { place, known, order, today })).filter(brings);
    const { best } = bestCombinations(estimates, []);
    if (!best) return [];
    const used = estimates.filter(({ scheme }) => best.aids.some(({ schemeId }) => schemeId === scheme.id));
    const doubts = used.flatMap((estimate) =>
      estimate.doubts.map(
        (doubt) => `${estimate.scheme.shortName} : ${doubtText(doubt, estimate, grantTexts.definitions)}`,
      ),
    );
    return [
      {
        uai,
        school: place.school.name,
        schemes: best.aids.map(({ label }) => label),
        atLeast: used.map(atLeast).join('') !== '',
        amount: best.total,
        ownShare: best.ownShare,
        basis: best.basis,
        doubts,
        // A signature before the request is received would lose the aid.
        waits: used.some(({ scheme }) => scheme.start !== undefined),
      },
    ];
  });
}
