// Where money can still be asked for when a call is closed, and on which conditions.
import type { SourceId } from './sources';
import type { Confidence } from './types';

export interface OpenRoute {
  readonly id: string;
  readonly name: string;
  /** Scheme whose criteria say whether the commune may ask; absent when there is no scheme as data. */
  readonly schemeId?: string;
  readonly gives: string;
  readonly conditions: readonly string[];
  readonly where: string;
  /** Counted outside the financing plan. */
  readonly outsidePlan: boolean;
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
}

export const openRoutes = [
  {
    id: 'detr',
    name: 'DETR (dotation d’équipement des territoires ruraux)',
    schemeId: 'detr',
    gives: 'Au moins 20 % du coût HT éligible ; taux fixé chaque année par la commission d’élus du département.',
    conditions: [
      'Ne rien signer avant la réception de la demande : un bon de commande antérieur fait perdre l’aide (CGCT, article R. 2334-24).',
      'L’équipement numérique scolaire doit figurer parmi les catégories du département : à vérifier auprès de la préfecture.',
      'DETR, DSIL, DPV et DSID ensemble : 80 % du coût HT éligible au plus (article R. 2334-27).',
    ],
    where: 'Démarche unique nationale DETR-DSIL, calendrier de la préfecture',
    outsidePlan: false,
    confidence: 'confirmed',
    sources: ['cgct-l2334-33', 'cgct-r2334-24', 'cgct-r2334-27', 'detr-form-2026'],
  },
  {
    id: 'dsil',
    name: 'DSIL (dotation de soutien à l’investissement local)',
    schemeId: 'dsil',
    gives: 'Taux fixé par le préfet, 80 % au plus avec les autres dotations de l’État.',
    conditions: [
      'Communes et EPCI à fiscalité propre ; catégorie 4° numérique ou 5° bâtiments scolaires (article L. 2334-42).',
      'Dépenses d’investissement.',
    ],
    where: 'Démarche unique nationale DETR-DSIL',
    outsidePlan: false,
    confidence: 'confirmed',
    sources: ['cgct-l2334-42', 'detr-form-2026'],
  },
  {
    id: 'department',
    name: 'Aide du Département',
    gives: 'Taux et plafond fixés par le règlement départemental : à vérifier.',
    conditions: ['Existence et conditions à vérifier auprès du Département.'],
    where: 'Département, règlement des aides aux communes',
    outsidePlan: false,
    confidence: 'unsure',
    sources: [],
  },
  {
    id: 'epci',
    name: 'Fonds de concours de l’EPCI',
    gives: 'Au plus la part que la commune garde à sa charge, hors subventions.',
    conditions: ['EPCI à fiscalité propre dont la commune est membre ; délibérations concordantes.'],
    where: 'EPCI de la commune',
    outsidePlan: false,
    confidence: 'confirmed',
    sources: ['landot-2017'],
  },
  {
    id: 'fctva',
    name: 'FCTVA (fonds de compensation pour la TVA)',
    gives: '16,404 % du coût TTC des investissements éligibles, hors plan de financement.',
    conditions: [
      'Automatique, selon le compte d’imputation (matériel : à vérifier avec le comptable) ; logiciels au compte 2051 exclus.',
      'Une subvention de l’État calculée sur le TTC se déduit de l’assiette (article R. 1615-3, version lue close au 1er janvier 2021 : à vérifier).',
    ],
    where: 'Aucun dépôt : traitement automatique des comptes',
    outsidePlan: true,
    confidence: 'confirmed',
    sources: ['cgct-l1615-6', 'fctva-accounts', 'cgct-r1615-3'],
  },
] as const satisfies readonly OpenRoute[];

/** FCTVA, in parts per hundred thousand of the gross cost (article L. 1615-6). */
export const fctvaRate = { investment: 16_404, cloud: 5600 } as const;
