// A scheme tried on a year of real orders and carts: who would get what, as if each request had come before the order.
import type { GrantScheme } from 'catalog/grants/types';
import type { Reads } from 'db/client';
import { listOrdersToTry } from 'db/grant-trials';
import { listGrantSchools } from 'db/grants';
import { brings } from '~/domain/grants/estimate';
import { doubtText, nothingText } from '~/domain/grants/estimate-wording';
import { outcomeLabels, refusalTexts } from '~/domain/grants/wording';
import type { Day } from '~/domain/shared/day';
import { sumCents, zeroCents } from '~/domain/shared/money';
import { estimateFor, factsOf, readSaid } from './estimating.server';
import { orderLabel, outcomeTones } from './shown.server';
import { grantTexts } from './texts.server';

const { definitions } = grantTexts;
const pageSize = 50;

/** The rows of the trial, one per order and school, with sums over all of them. */
export function tryScheme(db: Reads, scheme: GrantScheme, year: number, asked: number, today: Day) {
  const scope = { kind: 'syndicat' } as const;
  const said = readSaid(db, scope);
  const places = new Map(listGrantSchools(db, scope).map((place) => [place.school.uai as string, place]));
  const rows = listOrdersToTry(db, year).flatMap((tried) =>
    [...new Set(tried.lines.map(({ schoolUai }) => schoolUai))].flatMap((uai) => {
      const place = places.get(uai);
      if (!place) return [];
      const order = { ...tried, firstIssuedOn: null };
      const estimate = estimateFor(db, scheme, { place, known: factsOf(place, said), order, today });
      const { eligibility } = estimate;
      const worth = brings(estimate) ? estimate.grant : null;
      const refused = eligibility.outcome === 'ineligible' ? refusalTexts(eligibility, definitions) : [];
      const nothing = worth === null && refused.length === 0 ? [nothingText(estimate, definitions)] : [];
      return [
        {
          key: `${tried.order.id}${uai}`,
          communeId: place.organisation.id,
          commune: place.organisation.name,
          school: place.school.name,
          order: orderLabel(tried.order),
          cost: estimate.cost,
          grant: worth,
          outcome: outcomeLabels[eligibility.outcome],
          tone: outcomeTones[eligibility.outcome],
          remarks: [...refused, ...nothing, ...estimate.doubts.map((doubt) => doubtText(doubt, estimate, definitions))],
        },
      ];
    }),
  );
  const helped = rows.filter(({ grant }) => grant !== null);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(pages, Math.max(1, asked));
  return {
    page,
    pages,
    count: rows.length,
    helped: helped.length,
    communes: new Set(helped.map(({ communeId }) => communeId)).size,
    total: sumCents(helped.map(({ grant }) => grant ?? zeroCents)),
    rows: rows.slice((page - 1) * pageSize, page * pageSize).map(({ communeId, ...row }) => row),
  };
}
