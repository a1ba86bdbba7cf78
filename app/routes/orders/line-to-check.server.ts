// A stored line as the rules read it.
import type { LineFact } from 'catalog/frameworks/facts';
import type { OrderLine } from 'db/orders';
import type { FactsOf, LineToCheck } from '~/domain/checks/check';
import { divideRounded } from '~/domain/shared/money';

/** The facts of a line, those of its product and those it was given. */
export function lineToCheck({
  line,
  category,
  attributes,
}: Pick<OrderLine, 'line' | 'category' | 'attributes'>): LineToCheck {
  return {
    id: line.id,
    schoolId: line.schoolUai,
    product: {
      id: line.productId,
      category,
      ecoContributionCents: divideRounded(BigInt(line.ecoContributionNet), 100n),
      attributes,
    },
    facts: {
      ...(line.facts as FactsOf<LineFact>),
      quantity: line.quantity,
      // Prices of a schedule are ordered as they are: no discount, so none on the eco-contribution either.
      discountBasisPoints: 0,
      acquisition: 'purchase',
    },
  };
}
