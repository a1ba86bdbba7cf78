// How a price becomes points: formulas fixed at publication, and why one of them may not be chosen.
import { type Cents, divideRounded } from '~/domain/shared/money';

export const priceFormulas = ['inverse', 'gapToLowest', 'quadratic', 'betweenExtremes'] as const;
export type PriceFormula = (typeof priceFormulas)[number];

export const priceFormulaLabels: Readonly<Record<PriceFormula, string>> = {
  inverse: 'Pondération × offre la plus basse ÷ offre notée',
  gapToLowest: 'Pondération × (1 − écart relatif à l’offre la plus basse), jamais négative',
  quadratic: 'Pondération × (offre la plus basse ÷ offre notée)²',
  betweenExtremes: 'Linéaire entre l’offre la plus chère (0) et la plus basse (maximum)',
};

/** Why a formula is refused, in French; null when it may be chosen. */
export function formulaRefusal(formula: PriceFormula): string | null {
  return formula === 'betweenExtremes'
    ? 'Cette formule donne zéro à l’offre la plus chère quel que soit son écart de prix\u202f: elle neutralise les autres critères et a été jugée irrégulière. Choisissez-en une autre.'
    : null;
}

/** Points are held in hundred-thousandths, so that a final score is rounded once, to two decimals. */
export const pointScale = 100_000;

/**
 * Points of a price under a formula, in hundred-thousandths of a point, for a criterion of `weight` points.
 * The lowest price gets the whole weight. Throws on a price that is not positive: such an offer is not scored.
 */
export function pricePoints(formula: PriceFormula, weight: number, price: Cents, lowest: Cents): number {
  if (price <= 0 || lowest <= 0) throw new RangeError('Only a positive price is scored');
  const whole = BigInt(weight) * BigInt(pointScale);
  const [p, low] = [BigInt(price), BigInt(lowest)];
  switch (formula) {
    case 'inverse':
      return divideRounded(whole * low, p);
    case 'quadratic':
      return divideRounded(whole * low * low, p * p);
    case 'gapToLowest':
    case 'betweenExtremes':
      return Math.max(0, divideRounded(whole * (2n * low - p), low));
  }
}
