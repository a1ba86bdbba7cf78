// What the choices of a buyer already say of a consultation, for the rules that read it.
import type { ConsultationChoices } from './consultation';

export interface KnownConsultationFacts {
  readonly launchedOn: string;
  readonly environmentalCriteria: number;
  readonly environmentWeightPercent: number;
  readonly priceOnlyCriterion: boolean;
  readonly includesIndexedProducts: boolean;
  readonly includesDurabilityIndexedProducts: boolean;
}

/** Facts computed from the choices and the products of the lots: nobody is asked them. */
export function knownConsultationFacts(
  choices: Pick<ConsultationChoices, 'criteria'>,
  launchedOn: string,
  products: Pick<KnownConsultationFacts, 'includesIndexedProducts' | 'includesDurabilityIndexedProducts'>,
): KnownConsultationFacts {
  const green = choices.criteria.filter(({ nature }) => nature === 'environmental');
  return {
    launchedOn,
    environmentalCriteria: green.length,
    environmentWeightPercent: green.reduce((sum, { weight }) => sum + weight, 0),
    priceOnlyCriterion: choices.criteria.every(({ nature }) => nature === 'price'),
    ...products,
  };
}
