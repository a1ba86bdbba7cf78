// What a candidate is asked for each nature of criterion, and the evidence expected: the frame of the technical answer.

export type AnsweredNature = 'technical' | 'delivery' | 'environmental' | 'social';

export interface FrameQuestion {
  readonly question: string;
  readonly evidence: string;
}

/** Practice of market files: no text imposes these questions, and the buyer changes them in the DOCX. */
export const answerFrame: Readonly<Record<AnsweredNature, readonly FrameQuestion[]>> = {
  technical: [
    {
      question: 'Comment chaque produit proposé répond-il, ligne par ligne, aux exigences du CCTP ?',
      evidence: 'Fiche technique du fabricant de chaque référence du bordereau des prix',
    },
    {
      question: 'Quels usages en classe le matériel permet-il, et avec quelles limites ?',
      evidence: 'Descriptif d’usage, références comparables ou prêt d’un exemplaire',
    },
    {
      question: 'Comment les équipements sont-ils préparés, mis à jour et administrés à distance ?',
      evidence: 'Description de la préparation et durée annoncée des mises à jour de sécurité',
    },
  ],
  delivery: [
    {
      question: 'Quels sont les délais de livraison et comment les livraisons dans les écoles sont-elles organisées ?',
      evidence: 'Planning type d’une livraison et moyens affectés',
    },
    {
      question: 'Comment le service après-vente reçoit-il et résout-il une panne, et sous quel délai ?',
      evidence: 'Engagement de délai de prise en charge et de remplacement',
    },
  ],
  environmental: [
    {
      question: 'Quels sont la durabilité, la réparabilité et l’accès aux pièces détachées de chaque produit ?',
      evidence: 'Indice de réparabilité ou de durabilité, durée de disponibilité des pièces',
    },
    {
      question: 'Quelle part de réemploi, de reconditionné ou de matière recyclée est proposée ?',
      evidence: 'Attestation de reconditionnement ou déclaration du fabricant',
    },
    {
      question: 'Comment les emballages, les tournées et la reprise des équipements remplacés sont-ils organisés ?',
      evidence: 'Description des tournées, bordereau de suivi des déchets type',
    },
  ],
  social: [
    {
      question: 'Quelles actions d’insertion ou d’emploi le candidat propose-t-il pour l’exécution du marché ?',
      evidence: 'Nombre d’heures, publics et partenaires prévus',
    },
  ],
};
