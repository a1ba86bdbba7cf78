// What the presentation report of a procedure must hold, item by item, with its article (CCP R2184-1 to R2184-3).
import type { PresentationItem, PresentationItemId } from './types';

const article2 = 'Page qui reproduit l’article R2184-2 (french-business-law.com)';
const article3 = 'Page qui reproduit l’article R2184-3 à jour du 1er janvier 2026 (livv.eu)';

const item = (label: string, article: string, source: string) =>
  ({ label, article, source, confidence: 'confirmedSecondary' }) as const satisfies PresentationItem;

export const presentationDuty = {
  article: 'CCP R2184-1',
  source: 'Page qui reproduit l’article (code-commande-publique.com)',
  confidence: 'confirmedSecondary',
  note: 'Exigé lorsque la valeur du besoin atteint les seuils européens, y compris si la procédure est abandonnée',
} as const;

export const presentationItems = {
  buyer: item('Acheteur, objet et valeur du marché', 'CCP R2184-2, 1°', article2),
  excluded: item('Candidats exclus et motifs du rejet de leur candidature', 'CCP R2184-2, 2°', article2),
  selected: item('Candidats sélectionnés et motifs de ce choix', 'CCP R2184-2, 3°', article2),
  rejected: item('Soumissionnaires dont l’offre est rejetée et motifs de ce rejet', 'CCP R2184-2, 4°', article2),
  holder: item('Titulaire et motifs du choix de son offre', 'CCP R2184-2, 5°', article2),
  procedure: item('Motifs du recours à une procédure dérogatoire', 'CCP R2184-3, 1°', article3),
  allotment: item('Allotissement', 'CCP R2184-3, 2°, et L2113-10', article3),
  turnover: item('Chiffre d’affaires minimal exigé', 'CCP R2184-3, 3°', article3),
  otherMeans: item('Moyens de communication autres qu’électroniques', 'CCP R2184-3, 4°', article3),
  priorExchanges: item('Études et échanges préalables avec des opérateurs économiques', 'CCP R2184-3, 5°', article3),
  conflicts: item('Conflits d’intérêts décelés et mesures prises', 'CCP R2184-3, 6°', article3),
  abandonment: item('Lots sans suite ou infructueux', 'CCP R2184-3, 7°', article3),
  conditions: {
    label: 'Conditions d’exécution environnementales et sociales',
    article: 'CCP L2112-2 et L2112-2-1, III',
    source: 'Code de la commande publique consolidé, texte applicable au 23 août 2026',
    confidence: 'confirmed',
  },
} as const satisfies Readonly<Record<PresentationItemId, PresentationItem>>;
