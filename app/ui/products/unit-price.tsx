// The price of one unit as people read it: net first, eco-contribution apart, then what is paid.

import { unitGross } from '~/domain/products/shown-price';
import { formatCents, formatRate, formatUnitPrice } from '~/domain/shared/format';
import type { BasisPoints, UnitPrice as Price } from '~/domain/shared/money';

export interface PricedUnit {
  readonly unitPriceNet: Price;
  readonly vatRate: BasisPoints;
  readonly ecoContributionNet: Price;
  readonly unit: string;
}

export function UnitPrice({ of }: { of: PricedUnit }) {
  return (
    <p className="unit-price">
      <span>
        <strong className="amount">{formatUnitPrice(of.unitPriceNet)}</strong> HT par {of.unit}
      </span>
      <small>
        {of.ecoContributionNet > 0 && <>+ éco-participation {formatUnitPrice(of.ecoContributionNet)} HT, </>}
        soit {formatCents(unitGross(of))} TTC (TVA {formatRate(of.vatRate)})
      </small>
    </p>
  );
}
