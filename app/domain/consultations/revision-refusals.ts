// What stands against a price revision or its terms: every reason at once, and its French sentence.
import type { IndexValue, RevisionTerms } from '~/domain/accords-cadres/price-revision';
import { sharesMakeOne } from '~/domain/accords-cadres/price-revision';
import { addMonths, type Day } from '~/domain/shared/day';
import { formatDay, formatRate } from '~/domain/shared/format';
import type { PriceForm } from './consultation';

/** The value of an index used for a revision, where and when it was published. */
export interface UsedValue {
  readonly value: IndexValue;
  readonly publishedOn: Day;
  readonly source: string;
}

/** The days on which prices are revised: every so many months from the notification, before the contract ends. */
export function revisionDays(startsOn: Day | null, endsOn: Day | null, everyMonths: number): readonly Day[] {
  if (startsOn === null || endsOn === null) return [];
  const days: Day[] = [];
  for (let count = 1; ; count += 1) {
    const on = addMonths(startsOn, count * everyMonths);
    if (on > endsOn) return days;
    days.push(on);
  }
}

export interface RevisionQuestion {
  readonly priceForm: PriceForm;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly opened: boolean;
  readonly terms: RevisionTerms | undefined;
  /** The revision days already used. */
  readonly revisedOn: readonly Day[];
  readonly dueOn: Day;
  readonly effectiveOn: Day;
  readonly values: readonly UsedValue[];
  readonly overSafeguard: boolean;
  readonly safeguardReason: string;
  /** References that already have a price from that day or later. */
  readonly laterPrices: readonly string[];
  readonly revisedReferences: number;
  readonly today: Day;
}

export type RevisionRefusal =
  | { readonly kind: 'firmPrices' }
  | { readonly kind: 'notInForce' }
  | { readonly kind: 'notOpened' }
  | { readonly kind: 'noTerms' }
  | { readonly kind: 'notARevisionDay'; readonly dueOn: Day }
  | { readonly kind: 'alreadyRevised'; readonly dueOn: Day }
  | { readonly kind: 'tooEarly'; readonly dueOn: Day }
  | { readonly kind: 'effectInPast'; readonly effectiveOn: Day }
  | { readonly kind: 'effectOutside'; readonly effectiveOn: Day; readonly dueOn: Day; readonly endsOn: Day }
  | { readonly kind: 'publishedAfter'; readonly publishedOn: Day; readonly dueOn: Day }
  | { readonly kind: 'safeguard'; readonly share: number }
  | { readonly kind: 'laterPrice'; readonly references: readonly string[] }
  | { readonly kind: 'nothing' };

/** Every reason against a revision; empty when its certificate may be issued. */
export function revisionRefusals(question: RevisionQuestion): readonly RevisionRefusal[] {
  const { startsOn, endsOn, terms, dueOn, effectiveOn, today, revisedOn } = question;
  if (question.priceForm === 'firm') return [{ kind: 'firmPrices' }];
  if (startsOn === null || endsOn === null || today > endsOn) return [{ kind: 'notInForce' }];
  if (!question.opened) return [{ kind: 'notOpened' }];
  if (!terms) return [{ kind: 'noTerms' }];
  const refusals: RevisionRefusal[] = [];
  if (!revisionDays(startsOn, endsOn, terms.everyMonths).includes(dueOn))
    refusals.push({ kind: 'notARevisionDay', dueOn });
  if (revisedOn.some((day) => day >= dueOn)) refusals.push({ kind: 'alreadyRevised', dueOn });
  // The last value published on the day of revision is not known before it.
  if (today < dueOn) refusals.push({ kind: 'tooEarly', dueOn });
  if (effectiveOn < today) refusals.push({ kind: 'effectInPast', effectiveOn });
  if (effectiveOn < dueOn || effectiveOn > endsOn) refusals.push({ kind: 'effectOutside', effectiveOn, dueOn, endsOn });
  for (const { publishedOn } of question.values)
    if (publishedOn > dueOn) refusals.push({ kind: 'publishedAfter', publishedOn, dueOn });
  if (question.overSafeguard && terms.safeguardShare !== null && question.safeguardReason.trim().length < 5)
    refusals.push({ kind: 'safeguard', share: terms.safeguardShare });
  if (question.laterPrices.length > 0) refusals.push({ kind: 'laterPrice', references: question.laterPrices });
  if (question.revisedReferences === 0) refusals.push({ kind: 'nothing' });
  return refusals;
}

export type TermsRefusal =
  | { readonly kind: 'firmPrices' }
  | { readonly kind: 'used' }
  | { readonly kind: 'noIndex' }
  | { readonly kind: 'notWhole'; readonly total: number }
  | { readonly kind: 'zeroBase'; readonly label: string };

/** Every reason against the terms of revision of a contract. */
export function termsRefusals(terms: RevisionTerms, priceForm: PriceForm, used: boolean): readonly TermsRefusal[] {
  if (priceForm === 'firm') return [{ kind: 'firmPrices' }];
  const refusals: TermsRefusal[] = used ? [{ kind: 'used' }] : [];
  const { indices, fixedShare } = terms;
  if (indices.length === 0) refusals.push({ kind: 'noIndex' });
  else if (!sharesMakeOne(terms))
    refusals.push({ kind: 'notWhole', total: indices.reduce((sum, { weight }) => sum + weight, fixedShare) });
  for (const { baseValue, label } of indices) if (baseValue <= 0) refusals.push({ kind: 'zeroBase', label });
  return refusals;
}

/** The French sentence of a refusal. */
export function revisionRefusalSentence(refusal: RevisionRefusal | TermsRefusal): string {
  switch (refusal.kind) {
    case 'firmPrices':
      return 'Les prix du marché sont fermes\u202f: ils ne sont pas révisés.';
    case 'notInForce':
      return 'Le marché n’est pas en cours d’exécution\u202f: ses prix ne sont pas révisés.';
    case 'notOpened':
      return 'Ouvrez d’abord le catalogue\u202f: il n’y a pas encore de prix à réviser.';
    case 'noTerms':
      return 'Enregistrez d’abord la formule et les indices du marché.';
    case 'notARevisionDay':
      return `Le ${formatDay(refusal.dueOn)} n’est pas une date de révision du marché.`;
    case 'alreadyRevised':
      return `La révision du ${formatDay(refusal.dueOn)}, ou une plus récente, est déjà faite.`;
    case 'tooEarly':
      return `La révision se calcule à partir du ${formatDay(refusal.dueOn)}\u202f: une valeur plus récente d’un indice peut encore paraître d’ici là.`;
    case 'effectInPast':
      return `La date d’effet (${formatDay(refusal.effectiveOn)}) est passée\u202f: les commandes déjà émises gardent leur prix.`;
    case 'effectOutside':
      return `La date d’effet (${formatDay(refusal.effectiveOn)}) doit être comprise entre le ${formatDay(refusal.dueOn)} et le ${formatDay(refusal.endsOn)}.`;
    case 'publishedAfter':
      return `Une valeur publiée le ${formatDay(refusal.publishedOn)} ne peut servir\u202f: retenez la dernière publiée au ${formatDay(refusal.dueOn)}.`;
    case 'safeguard':
      return `La hausse dépasse ${formatRate(refusal.share)}\u202f: la clause de sauvegarde permet de mettre fin au marché. Écrivez pourquoi il continue.`;
    case 'laterPrice':
      return `Un prix plus récent existe déjà pour ${refusal.references.join(', ')}\u202f: choisissez une date d’effet postérieure.`;
    case 'nothing':
      return 'Aucune référence n’a de prix à cette date\u202f: il n’y a rien à réviser.';
    case 'used':
      return 'Une révision a déjà été faite avec cette formule\u202f: elle ne change que par avenant.';
    case 'noIndex':
      return 'Donnez au moins un indice.';
    case 'notWhole':
      return `La part fixe et les poids des indices font ${formatRate(refusal.total)}\u202f: ils doivent faire 100\u00a0%.`;
    case 'zeroBase':
      return `La valeur de départ de l’indice «\u00a0${refusal.label}\u00a0» doit être supérieure à zéro.`;
  }
}
