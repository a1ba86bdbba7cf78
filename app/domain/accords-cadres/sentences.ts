// What people read about an accord-cadre: why nothing can be ordered, and how much of a maximum is taken.
import { formatCents, formatDay, formatRate } from '../shared/format';
import type { MaximumUse, OrderingRefusal } from './accord-cadre';

/** One sentence for one reason against ordering. */
export function orderingRefusalSentence(refusal: OrderingRefusal): string {
  switch (refusal.tag) {
    case 'notNotified':
      return `L’accord-cadre n’est notifié que le ${formatDay(refusal.notifiedOn)}.`;
    case 'notStarted':
      return `L’accord-cadre ne commence que le ${formatDay(refusal.startsOn)}.`;
    case 'ended':
      return `L’accord-cadre est terminé depuis le ${formatDay(refusal.endsOn)}\u202f: plus aucun bon de commande ne peut être émis (CCP, art. R2162-5).`;
    case 'maximumReached':
      return `Le maximum de ${formatCents(refusal.maximumNet)} HT est atteint (${formatCents(refusal.committedNet)} commandés)\u202f: l’accord-cadre est épuisé pour ce lot.`;
  }
}

/** The warning that the use of a maximum calls for; undefined below the first level. */
export function maximumSentence({ alertLevel, exhausted }: MaximumUse): string | undefined {
  if (exhausted) return 'Maximum atteint\u202f: plus rien ne peut être commandé.';
  if (alertLevel === null) return undefined;
  return `Plus de ${formatRate(alertLevel)} du maximum est commandé\u202f: préparez la consultation suivante.`;
}
