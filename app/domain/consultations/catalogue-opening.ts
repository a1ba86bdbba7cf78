// Every reason why a catalogue may not be opened from an awarded price schedule.
import type { Day } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';

export interface OpeningQuestion {
  readonly notifiedOn: Day | null;
  readonly endsOn: Day | null;
  readonly maximumNet: Cents;
  readonly effectiveOn: Day;
  /** Numbers of the lines that cannot become references. */
  readonly refusedLines: readonly string[];
  /** Whether what would be written is what the page showed. */
  readonly sameAsShown: boolean;
  readonly ceilings: readonly { readonly name: string; readonly maximumNet: Cents }[];
  readonly unreadable: readonly string[];
}

/** The French sentences of every reason against it, all at once; empty when the catalogue may be opened. */
export function openingRefusals(question: OpeningQuestion): readonly string[] {
  const { notifiedOn, endsOn, effectiveOn, maximumNet, refusedLines, sameAsShown, ceilings, unreadable } = question;
  const reasons: string[] = [];
  if (notifiedOn === null || endsOn === null)
    reasons.push('Le marché n’est pas notifié\u202f: rien ne se commande avant sa réception par le titulaire.');
  else {
    if (effectiveOn < notifiedOn)
      reasons.push(
        `Les prix ne peuvent s’appliquer avant la notification (${formatDay(notifiedOn)})\u202f: changez leur date.`,
      );
    if (effectiveOn > endsOn) reasons.push(`Le marché se termine le ${formatDay(endsOn)}, avant la date des prix.`);
  }
  if (refusedLines.length > 0)
    reasons.push(`Lignes incomplètes du bordereau\u202f: ${refusedLines.join(', ')}. Complétez ce qui manque.`);
  if (!sameAsShown)
    reasons.push('Ce qui serait écrit a changé depuis l’affichage\u202f: relisez les lignes, puis confirmez.');
  for (const name of unreadable)
    reasons.push(`${name}\u202f: écrivez un montant en euros, comme 12\u202f000,00, ou laissez vide.`);
  for (const { name, maximumNet: own } of ceilings)
    if (own > maximumNet)
      reasons.push(
        `${name}\u202f: le plafond de ${formatCents(own)} dépasse le maximum du lot (${formatCents(maximumNet)}).`,
      );
  if (ceilings.length === 0 && unreadable.length === 0)
    reasons.push('Donnez un plafond à une commune au moins\u202f: sans plafond, aucune ne peut commander.');
  return reasons;
}
