// What is said of a decision on lines, and of the reasons against one.
import { formatCount } from '~/domain/shared/format';
import type { LinePackaging } from './consolidation';
import type { DecisionRefusal, LineDecision } from './decisions';

const quoted = (texts: readonly string[]) => texts.map((text) => `« ${text} »`).join(', ');

/** The French sentence of a refusal. */
export function decisionRefusalSentence(refusal: DecisionRefusal): string {
  switch (refusal.kind) {
    case 'frozen':
      return 'Les besoins sont figés : leurs lignes ne changent plus.';
    case 'unknownLine':
      return `${formatCount(refusal.keys.length)} ligne(s) choisie(s) n’existe(nt) plus : une réponse ou un autre regroupement les a changées. Rechargez la page.`;
    case 'tooFewLines':
      return `Choisissez au moins deux lignes à regrouper : vous en avez choisi ${formatCount(refusal.found)}.`;
    case 'alreadyPackaged':
      return `Annulez d’abord le conditionnement de ${quoted(refusal.lines)}.`;
    case 'partOfSplit':
      return `Annulez d’abord la division dont vient ${quoted(refusal.lines)}.`;
    case 'differentUnits':
      return `Les unités diffèrent (${quoted(refusal.units)}) : leurs quantités ne s’additionnent que si elles comptent la même chose. Cochez la case qui l’affirme, ou retirez une ligne.`;
    case 'categoryOutsideLots':
      return `La catégorie « ${refusal.category} » n’appartient à aucun lot de la campagne.`;
    case 'referenceNotAmongLines':
      return 'La référence retenue doit être celle d’une des lignes choisies.';
    case 'brandNamed':
      return `Un besoin fonctionnel ne nomme ni marque ni modèle (CCP R2111-7) : retirez ${quoted(refusal.words)}.`;
    case 'percentTotal':
      return `Donnez au moins deux parts dont la somme fait 100 % : la somme est de ${formatCount(refusal.total)} %.`;
    case 'lotUnknown':
      return `La campagne n’a pas de lot ${refusal.numbers.join(', ')}.`;
  }
}

/** What a decision does, in a line of a list; labels of lines by key come from the page. */
export function decisionSentence(decision: LineDecision, labels: ReadonlyMap<string, string>): string {
  const label = (key: string) => labels.get(key) ?? 'ligne disparue des réponses';
  switch (decision.kind) {
    case 'group': {
      const into = decision.requirement !== null ? 'le besoin fonctionnel' : 'la ligne';
      return `${quoted(decision.keys.map(label))} regroupé${decision.keys.length > 1 ? 's' : ''} sous ${into} « ${decision.label} » (${decision.unit})`;
    }
    case 'split':
      return `« ${label(decision.key)} » divisé : ${decision.parts
        .map((part) => `${part.percent} % « ${part.label} », lot ${part.lotNumber}`)
        .join(' ; ')}`;
    case 'package':
      return `« ${label(decision.key)} » vendu par ${decision.name} de ${formatCount(decision.size)}, arrondi ${
        decision.rounding === 'member' ? 'pour chaque commune' : 'sur le total'
      }`;
  }
}

/** What packaging does to a line: '4 cartons de 10 : 37 demandés, 40 retenus, soit 3 de plus'. */
export function packagingSentence({ name, size, rounding, asked, added }: LinePackaging): string {
  const whole = asked + added;
  const how = rounding === 'member' ? 'arrondi pour chaque commune' : 'arrondi sur le total';
  return `${formatCount(whole / size)} × ${name} de ${formatCount(size)}, ${how} : ${formatCount(asked)} demandés, ${formatCount(whole)} retenus, soit ${formatCount(added)} de plus.`;
}
