// What is said of a scenario and of how far it moves an amount.
import { formatRate } from '~/domain/shared/format';
import type { BasisPoints, Cents } from '~/domain/shared/money';
import { partOf, type Scenario } from './scenarios';

/** '+8 %', '-2,5 %', '0 %'. */
export function signedRate(rate: BasisPoints): string {
  return `${rate > 0 ? '+' : ''}${formatRate(rate)}`;
}

/** How far an amount moved: '+8 %'; nothing when it came from nothing. */
export function movedBy(before: Cents, after: Cents): string {
  if (before === 0) return after === 0 ? '0 %' : 'nouveau';
  return signedRate(partOf((after - before) as Cents, before));
}

/** 'Betton part ; lot 2 infructueux ; prix +8 %'. */
export function scenarioSentence(scenario: Scenario, names: ReadonlyMap<string, string>): string {
  const { leaving, failedLots, priceRate, maximumRate } = scenario;
  const left = leaving.map((id) => names.get(id) ?? 'une commune inconnue');
  const parts = [
    left.length === 0 ? '' : left.length === 1 ? `${left[0]} part` : `${left.join(', ')} partent`,
    failedLots.length === 0 ? '' : `lot${failedLots.length > 1 ? 's' : ''} ${failedLots.join(', ')} infructueux`,
    priceRate === 0 ? '' : `prix ${signedRate(priceRate)}`,
    maximumRate === 0 ? '' : `maximum ${signedRate(maximumRate)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'rien ne change' : parts.join(' ; ');
}
