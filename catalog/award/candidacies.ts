// What a candidate joins to be admitted, and the grounds on which its candidacy is declared inadmissible.
import type { CandidacyGround, CandidacyPiece } from './types';

const known = 'Texte connu, non relu';

/** In the words of the rules of the consultation, which list them too. */
export const candidacyPieces = [
  {
    code: 'letter',
    label: 'la lettre de candidature et, en cas de groupement, l’habilitation du mandataire',
    article: 'CCP R2142-19 à R2142-27 et R2143-3',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'honour',
    label: 'la déclaration sur l’honneur qu’il n’est dans aucun cas d’exclusion de la procédure',
    article: 'CCP R2143-3, 1°',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'turnover',
    label: 'le chiffre d’affaires global des trois derniers exercices disponibles',
    article: 'CCP R2142-6 à R2142-12 et R2143-3, 2°',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'references',
    label:
      'une liste des principales livraisons comparables des trois dernières années, avec leur montant, leur date et leur destinataire',
    article: 'CCP R2142-13, R2142-14 et R2143-3, 2°',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'insurance',
    label: 'l’attestation d’assurance pour risques professionnels',
    article: 'CCP R2142-12 et R2143-3, 2°',
    source: known,
    confidence: 'recalled',
  },
] as const satisfies readonly CandidacyPiece[];

export const candidacyGrounds = [
  {
    code: 'incomplete',
    label: 'Pièces absentes ou incomplètes',
    article: 'CCP R2144-2 et R2144-7',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'exclusion',
    label: 'Cas d’exclusion de la procédure',
    article: 'CCP L2141-1 à L2141-14 et R2144-7',
    source: known,
    confidence: 'recalled',
    note: 'Pour les exclusions à l’appréciation de l’acheteur, le candidat présente d’abord ses observations (L2141-11)',
  },
  {
    code: 'capacity',
    label: 'Capacités insuffisantes au regard des conditions de participation',
    article: 'CCP L2142-1 et R2144-7',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'falseStatements',
    label: 'Faux renseignements ou documents',
    article: 'CCP R2144-7',
    source: known,
    confidence: 'recalled',
  },
] as const satisfies readonly CandidacyGround[];

/** The latest moment to examine candidacies, and the request to complete them. */
export const candidacyRules = {
  examination: { article: 'CCP R2144-3', source: known, confidence: 'recalled' },
  completion: { article: 'CCP R2144-2', source: known, confidence: 'recalled' },
} as const;
