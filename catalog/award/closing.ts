// How a contract ends, and the grounds on which it is terminated before its term.
import type { TerminationGround } from './types';

const known = 'Texte connu, non relu';

export const closingArticles = {
  term: { article: 'CCP R2162-5', source: 'Code de la commande publique', confidence: 'confirmed' },
  maximum: {
    article: 'CCP R2162-4 ; CJUE, 17 juin 2021, C-23/20',
    source: 'Code de la commande publique ; arrêt connu, non relu',
    confidence: 'confirmedSecondary',
  },
} as const;

export const terminationGrounds = [
  {
    code: 'fault',
    label: 'Faute du titulaire, après mise en demeure restée sans effet',
    article: 'CCAG-FCS et CCAG-TIC, article « Résiliation pour faute du titulaire »',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'generalInterest',
    label: 'Motif d’intérêt général',
    article: 'CCP L2195-3, 2° ; CCAG, article « Résiliation pour motif d’intérêt général »',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'safeguard',
    label: 'Clause de sauvegarde de la révision des prix',
    article: 'CCAP, article « Révision des prix »',
    source: 'Clause du dossier de consultation',
    confidence: 'confirmed',
  },
  {
    code: 'outside',
    label: 'Événement extérieur au marché : décès, incapacité, liquidation, force majeure',
    article: 'CCP L2195-2 et L2195-4 ; CCAG, article « Résiliation pour événements extérieurs »',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'agreement',
    label: 'Accord des deux parties',
    article: 'Convention de résiliation amiable',
    source: known,
    confidence: 'recalled',
  },
] as const satisfies readonly TerminationGround[];
