// The cases in which a contract may be passed in one lot; the choice is then reasoned in law and in fact (CCP L2113-11).
import type { SingleLotCase } from './types';

const source = 'Code de la commande publique consolidé, texte applicable au 23 août 2026';

export const singleLotCases = [
  {
    id: 'noDistinctServices',
    label: 'L’objet du marché ne permet pas l’identification de prestations distinctes',
    article: 'CCP L2113-10',
    source,
    confidence: 'confirmed',
  },
  {
    id: 'cannotCoordinate',
    label: 'L’acheteur n’est pas en mesure d’assurer par lui-même l’organisation, le pilotage et la coordination',
    article: 'CCP L2113-11, 1°',
    source,
    confidence: 'confirmed',
  },
  {
    id: 'separateLotsHarm',
    label:
      'Des lots séparés restreindraient la concurrence, ou risqueraient de rendre l’exécution techniquement difficile ou financièrement plus coûteuse',
    article: 'CCP L2113-11, 2°',
    source,
    confidence: 'confirmed',
  },
] as const satisfies readonly SingleLotCase[];
