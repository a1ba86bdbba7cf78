// Sentences of the letters and decisions that end a procedure, in the words of the texts, with blanks in braces.
import type { AwardSentence, AwardSentenceId } from './types';

const known = 'Texte connu, non relu';
const pages = 'Page qui cite le texte (marche-public.fr, circulaires.gouv.fr)';

export const sentences = {
  rejectionFormal: {
    text: 'En application de l’article R2181-3 du code de la commande publique, vous trouverez ci-dessous les motifs du rejet de votre offre, le nom de l’attributaire, les motifs du choix de son offre et la date à compter de laquelle le marché peut être signé.',
    article: 'CCP R2181-1 et R2181-3',
    source: pages,
    confidence: 'confirmedSecondary',
  },
  rejectionAdapted: {
    text: 'En application des articles R2181-1 et R2181-2 du code de la commande publique, ce rejet vous est notifié ; ses motifs vous sont donnés sans attendre votre demande.',
    article: 'CCP R2181-1 et R2181-2',
    source: pages,
    confidence: 'confirmedSecondary',
  },
  noStandstill: {
    text: 'La procédure étant adaptée, aucun délai de suspension n’est imposé : le marché peut être signé sans attendre.',
    article: 'CCP R2182-1, a contrario',
    source: 'Modèles publics d’avis et de lettres',
    confidence: 'confirmedSecondary',
  },
  secrets: {
    text: 'Ni les prix unitaires, ni les procédés, ni les informations d’un autre candidat protégées par le secret des affaires ne sont communiqués.',
    article: 'CCP L2132-1',
    source: known,
    confidence: 'recalled',
  },
  moreOnRequest: {
    text: 'Les caractéristiques et avantages de l’offre retenue vous sont communiqués dans les {reasonsDays} jours de votre demande écrite, si votre offre n’était ni inappropriée, ni irrégulière, ni inacceptable.',
    article: 'CCP R2181-2 et R2181-4',
    source: pages,
    confidence: 'confirmedSecondary',
  },
  interimBefore: {
    text: 'Référé précontractuel, avant la signature du marché (code de justice administrative, articles L551-1 à L551-12 et R551-1 à R551-6).',
    article: 'CJA L551-1',
    source: known,
    confidence: 'recalled',
  },
  interimAfter: {
    text: 'Référé contractuel, après la signature : trente et un jours après la publication de l’avis d’attribution, ou six mois après la conclusion du marché en l’absence d’avis (articles L551-13 à L551-23 et R551-7).',
    article: 'CJA L551-13 et R551-7',
    source: known,
    confidence: 'recalled',
  },
  validity: {
    text: 'Recours en contestation de la validité du contrat, dans les deux mois des mesures de publicité appropriées (Conseil d’État, 4 avril 2014, n° 358994, Département de Tarn-et-Garonne).',
    article: 'CE, 4 avril 2014, n° 358994',
    source: known,
    confidence: 'recalled',
  },
  excess: {
    text: 'Recours pour excès de pouvoir contre la présente décision, dans les deux mois de sa notification (code de justice administrative, article R421-1).',
    article: 'CJA R421-1',
    source: known,
    confidence: 'recalled',
  },
  withoutFollowUp: {
    text: 'La procédure est déclarée sans suite ; elle peut l’être à tout moment, et ses motifs sont communiqués dans les plus brefs délais à ceux qui y ont participé.',
    article: 'CCP R2185-1 et R2185-2',
    source: known,
    confidence: 'recalled',
  },
  unsuccessful: {
    text: 'La procédure est déclarée infructueuse : aucune offre ne peut être retenue.',
    article: 'CCP R2185-1 et R2185-2',
    source: known,
    confidence: 'recalled',
  },
  awardIsNoContract: {
    text: 'La présente lettre ne vaut pas notification du marché : aucune prestation ne commence avant elle.',
    article: 'CCP L2182-1 et R2182-4',
    source: known,
    confidence: 'recalled',
  },
  certificates: {
    text: 'Sans ces pièces à cette date, votre offre est rejetée et le candidat classé ensuite est sollicité.',
    article: 'CCP R2144-7',
    source: known,
    confidence: 'recalled',
  },
  notification: {
    text: 'Le marché prend effet à la date de réception de la présente notification.',
    article: 'CCP R2182-4 et R2182-5',
    source: known,
    confidence: 'recalled',
  },
} as const satisfies Readonly<Record<AwardSentenceId, AwardSentence>>;
