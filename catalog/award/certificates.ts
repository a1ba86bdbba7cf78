// What the awardee sends before the signature: proofs that it may hold a public contract.
import type { AwardCertificate } from './types';

const known = 'Texte connu, non relu';

export const certificates = [
  {
    code: 'social',
    label:
      'Attestation de fourniture des déclarations sociales et de paiement des cotisations (URSSAF), de moins de six mois',
    always: true,
    article: 'CCP R2143-7 ; code du travail D8222-5 ; code de la sécurité sociale L243-15',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'tax',
    label: 'Attestation de régularité fiscale',
    always: true,
    article: 'CCP R2143-7',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'registration',
    label: 'Extrait d’immatriculation au registre (numéro unique d’identification)',
    always: true,
    article: 'CCP R2143-9 ; code du travail D8222-5',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'noExclusion',
    label: 'Déclaration sur l’honneur de n’entrer dans aucun cas d’exclusion',
    always: true,
    article: 'CCP R2143-6 et L2141-1 à L2141-5',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'signedAe',
    label: 'Acte d’engagement signé par une personne habilitée, avec son pouvoir',
    always: true,
    article: 'CCP R2182-3',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'foreignWorkers',
    label: 'Liste nominative des salariés étrangers soumis à autorisation de travail',
    always: false,
    article: 'Code du travail D8254-2 à D8254-5',
    source: known,
    confidence: 'recalled',
  },
  {
    code: 'judgement',
    label: 'Copie du jugement en cas de redressement judiciaire',
    always: false,
    article: 'CCP R2143-9',
    source: known,
    confidence: 'recalled',
  },
] as const satisfies readonly AwardCertificate[];
