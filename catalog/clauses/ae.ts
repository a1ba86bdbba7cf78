// Clauses of the act of commitment of a lot (acte d'engagement).
import type { Clause } from './types';

const version = '2026-11-23';

export const aeClauses = [
  {
    id: 'ae-object',
    version,
    title: 'Objet de l’acte d’engagement',
    basis: 'CCP R2162-4 ; formulaire ATTRI1',
    confidence: 'confirmed',
    paragraphs: [
      'Accord-cadre {reference} : {object}. Le présent acte porte sur le lot et le montant maximum suivants, hors taxes, pour la durée totale.',
    ],
    insert: 'maxima',
  },
  {
    id: 'ae-commitment',
    version,
    title: 'Engagement du candidat',
    basis: 'Formulaire ATTRI1, rubrique B',
    confidence: 'recalled',
    paragraphs: [
      'Après avoir pris connaissance du cahier des clauses administratives particulières, du cahier des clauses techniques particulières et du {ccagName}, le signataire s’engage à livrer les fournitures et à exécuter les prestations aux prix du bordereau des prix unitaires annexé au présent acte.',
      'Il est tenu par son offre pendant {validityDays} jours à compter de la date limite de réception des offres.',
    ],
  },
  {
    id: 'ae-duration',
    version,
    title: 'Durée et délais',
    basis: 'CCP L2125-1',
    confidence: 'confirmedSecondary',
    paragraphs: [
      'La durée totale de l’accord-cadre, reconductions comprises, est de {totalMonths} mois à compter de sa notification.',
      'Le délai de livraison maximal est de {deliveryDays} jours calendaires. Délai proposé par le candidat : ........ jours.',
    ],
  },
  {
    id: 'ae-advance',
    version,
    title: 'Avance',
    basis: 'CCP R2191-3',
    confidence: 'confirmedSecondary',
    paragraphs: ['Le candidat indique s’il renonce au bénéfice de l’avance : ☐ oui   ☐ non.'],
  },
] as const satisfies readonly Clause[];
