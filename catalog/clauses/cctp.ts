// Clauses of the technical specifications (cahier des clauses techniques particulières), common to all lots and by category.
import type { Clause } from './types';

const version = '2026-11-23';

export const cctpClauses = [
  {
    id: 'cctp-context',
    version,
    title: 'Contexte et objet',
    basis: 'CCP L2111-1 ; code de l’éducation, L212-4 et L212-5',
    confidence: 'recalled',
    paragraphs: [
      'Les communes membres de l’établissement public {syndicat} équipent leurs écoles maternelles et élémentaires. Le présent cahier décrit les fournitures et prestations de la consultation {reference} : {object}.',
      'Les équipements sont utilisés par de jeunes élèves, déplacés d’une salle à l’autre et entretenus par des agents qui ne sont pas informaticiens : la robustesse, la simplicité et la réparabilité priment.',
    ],
  },
  {
    id: 'cctp-lots',
    version,
    title: 'Lots',
    basis: 'CCP L2113-10',
    confidence: 'confirmed',
    paragraphs: ['Les fournitures sont réparties comme suit.'],
    insert: 'lots',
  },
  {
    id: 'cctp-reading',
    version,
    title: 'Lecture des exigences',
    basis: 'CCP R2111-7 et R2111-8',
    confidence: 'recalled',
    paragraphs: [
      'Les exigences de chaque ligne sont des minimums. Un produit de performance égale ou supérieure est conforme. Lorsqu’une désignation évoque un produit, un procédé ou un format, elle s’entend toujours « ou équivalent » ; le candidat établit l’équivalence par tout moyen approprié.',
      'Le numéro de chaque ligne est celui du bordereau des prix unitaires et du détail quantitatif estimatif.',
    ],
  },
  {
    id: 'cctp-sustainable',
    version,
    title: 'Développement durable',
    basis: 'CCP L2111-2 ; loi n° 2020-105, article 58',
    confidence: 'confirmed',
    paragraphs: [
      'Le candidat indique pour chaque produit, lorsqu’il existe, l’indice de réparabilité ou de durabilité, la durée de disponibilité des pièces détachées, la durée des mises à jour de sécurité et la part de matière recyclée. L’absence d’information est indiquée comme telle.',
      'Les produits reconditionnés ou issus du réemploi sont admis lorsqu’ils satisfont aux mêmes exigences et bénéficient de la même garantie ; ils sont signalés dans le bordereau.',
    ],
  },
  {
    id: 'cctp-conformity',
    version,
    title: 'Conformité et sécurité',
    basis: 'Marquage CE ; directives 2011/65/UE et 2014/35/UE ou 2014/53/UE selon le produit',
    confidence: 'recalled',
    paragraphs: [
      'Les produits portent le marquage CE et sont accompagnés de leur déclaration de conformité et d’une notice en français. Les équipements destinés à être fixés ou déplacés dans une classe sont stables, sans arête vive, et livrés avec leurs accessoires de fixation.',
    ],
  },
  {
    id: 'cctp-preparation',
    version,
    title: 'Préparation, étiquetage et livraison',
    basis: 'CCAG-FCS 20 et 21 ; stipulations équivalentes du CCAG-TIC',
    confidence: 'confirmedSecondary',
    paragraphs: [
      'Les équipements sont livrés prêts à l’emploi : mises à jour appliquées, langue française, étiquette portant le numéro de série et le nom de l’école. Les numéros de série sont remis à la commune dans un fichier tableur.',
      'Lorsque l’installation est commandée, le titulaire met en service l’équipement, vérifie son fonctionnement devant un agent ou un enseignant et remet une fiche de prise en main.',
    ],
  },
  {
    id: 'cctp-support',
    version,
    title: 'Assistance et fin de vie',
    basis: 'CCAG-FCS 33 ; code de l’environnement, L541-10',
    confidence: 'confirmedSecondary',
    paragraphs: [
      'Le titulaire met à disposition un service d’assistance en français, joignable aux heures ouvrées par téléphone et par messagerie, avec suivi de chaque demande. La garantie est de {warrantyYears} au moins.',
      'À la demande de la commune, il reprend les équipements remplacés, efface les données selon une méthode reconnue, remet un certificat d’effacement, et indique leur destination : réemploi, don ou traitement.',
    ],
  },
] as const satisfies readonly Clause[];

/** Requirements by category of catalog/products/categories, in functional terms. */
export const categoryRequirements: Readonly<Record<string, readonly string[]>> = {
  tablet: [
    'Protection renforcée contre les chutes, coque ou étui d’école fourni, écran protégé.',
    'Gestion de flotte possible par un outil tiers, sans obligation de compte personnel pour l’élève.',
    'Batterie et écran remplaçables par un réparateur indépendant.',
  ],
  laptop: [
    'Clavier AZERTY français résistant aux projections, charnière renforcée.',
    'Mémoire et stockage remplaçables, batterie remplaçable sans remplacement de la machine.',
    'Système à jour, licence comprise, ou système libre au choix de la commune.',
  ],
  interactiveDisplay: [
    'Surface traitée contre les reflets, verre de sécurité, réglage de la luminosité.',
    'Connexion d’un ordinateur par un seul câble, usage possible sans compte ni réseau.',
    'Support mural ou mobile adapté au poids, avec ou sans réglage en hauteur selon la commande.',
  ],
  interactiveProjector: [
    'Source lumineuse de longue durée, ultra-courte focale, support mural fourni.',
    'Interactivité au stylet et au doigt, usage possible sans compte ni réseau.',
  ],
  projector: ['Source lumineuse de longue durée, niveau sonore compatible avec la classe, filtre accessible.'],
  chargingTrolley: [
    'Recharge simultanée de tous les emplacements, ventilation, protection contre les surintensités.',
    'Fermeture à clé, roulettes à freins, passage de porte de 80 cm.',
  ],
  chargingCase: ['Recharge simultanée, transport par une seule personne, fermeture à clé.'],
  accessPoint: [
    'Coupure de l’émission possible par un interrupteur accessible à l’enseignant ou une commande équivalente.',
    'Authentification individuelle, plusieurs réseaux isolés, mises à jour de sécurité pendant la durée annoncée.',
  ],
  documentCamera: ['Mise au point automatique, bras articulé stable, usage possible sans pilote propriétaire.'],
  desktop: ['Faible consommation, mémoire et stockage remplaçables, système à jour.'],
  monitor: ['Réglage en hauteur, traitement contre les reflets, deux entrées numériques au moins.'],
  printer: ['Recto verso automatique, papier recyclé accepté, consommables remanufacturés acceptés.'],
  headset: ['Limitation du volume adaptée aux enfants, coussinets remplaçables et nettoyables.'],
  robot: ['Pièces robustes adaptées aux jeunes enfants, programmation possible sans compte ni réseau.'],
};
