// The faults of a rule by their tags, and the French sentence of each.
import type { Rule } from 'catalog/frameworks/types';
import type { Day } from '../shared/day';
import { formatDay } from '../shared/format';

export type RuleFault =
  | { readonly tag: 'unknownFact' | 'messageShowsUnread'; readonly path: string }
  | { readonly tag: 'notKnownToScope'; readonly path: string; readonly scope: Rule['scope'] }
  | { readonly tag: 'unknownCategory'; readonly category: string }
  | { readonly tag: 'notDescribing'; readonly path: string; readonly category: string }
  | { readonly tag: 'wrongOperator'; readonly path: string; readonly operator: string; readonly type: string }
  | { readonly tag: 'wrongType' | 'outOfSense' | 'notChoice'; readonly path: string; readonly value: string }
  | { readonly tag: 'otherKind' | 'otherUnit'; readonly path: string; readonly other: string }
  | { readonly tag: 'notDay'; readonly value: string }
  | { readonly tag: 'endsBeforeStart'; readonly from: string; readonly until: string }
  | { readonly tag: 'standsTwice' | 'overlaps'; readonly version: number }
  | { readonly tag: 'leavesGap'; readonly version: number; readonly day: Day }
  | { readonly tag: 'sourceMissing' | 'blocksWithoutBinding' | 'onWithoutConfirmation' | 'onWithoutVote' };

/** The French sentence of a fault. */
export function ruleFaultSentence(fault: RuleFault): string {
  switch (fault.tag) {
    case 'unknownFact':
      return `le fait ${fault.path} n’existe pas`;
    case 'messageShowsUnread':
      return `le message montre ${fault.path}, que la règle ne lit pas`;
    case 'notKnownToScope':
      return `${fault.path} n’est pas connu là où la règle s’applique (${fault.scope})`;
    case 'unknownCategory':
      return `la catégorie ${fault.category} n’existe pas`;
    case 'notDescribing':
      return `${fault.path} ne décrit pas la catégorie ${fault.category}`;
    case 'wrongOperator':
      return `${fault.operator} ne s’applique pas à ${fault.path} (${fault.type})`;
    case 'wrongType':
      return `${fault.path} ne se compare pas à ${fault.value}`;
    case 'outOfSense':
      return `${fault.value} n’a pas de sens pour ${fault.path}`;
    case 'notChoice':
      return `${fault.value} n’est pas une valeur de ${fault.path}`;
    case 'otherKind':
      return `${fault.path} et ${fault.other} ne sont pas de même nature`;
    case 'otherUnit':
      return `${fault.path} et ${fault.other} n’ont pas la même unité`;
    case 'notDay':
      return `${fault.value} n’est pas une date`;
    case 'endsBeforeStart':
      return `finit le ${fault.until}, avant son début le ${fault.from}`;
    case 'standsTwice':
      return `la version ${fault.version} est écrite deux fois`;
    case 'overlaps':
      return `chevauche la version ${fault.version}`;
    case 'leavesGap':
      return `aucune version ne s’applique le ${formatDay(fault.day)}, avant la version ${fault.version}`;
    case 'sourceMissing':
      return 'n’a pas de source';
    case 'blocksWithoutBinding':
      return 'est bloquante sans être opposable';
    case 'onWithoutConfirmation':
      return 'est allumée sans être confirmée';
    case 'onWithoutVote':
      return 'est allumée sans délibération';
  }
}
