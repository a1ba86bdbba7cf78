// How the kinds of rules are named for people, in one place: nature, severity, scope, stage, confidence, status.
import type { EvidenceSupplier, Rule, RuleNature, RuleScope, RuleSeverity, RuleStage } from 'catalog/frameworks/types';
import type { RuleStatus } from './decided-rules';

export type { Rule } from 'catalog/frameworks/types';

export const natureLabels: Readonly<Record<RuleNature, string>> = {
  law: 'Loi',
  decree: 'Décret ou arrêté',
  euRegulation: 'Règlement européen',
  circular: 'Circulaire',
  nationalFramework: 'Référentiel national',
  nationalGuide: 'Guide national',
  academicGuide: 'Guide académique',
  syndicatPolicy: 'Règle du syndicat',
};

/** Texts by the authority they have over an order, the strongest first. */
export const authorities = [
  {
    code: 'law',
    label: 'Lois, décrets et règlements européens',
    explained: 'Ils s’imposent aux communes ou aux fournisseurs. Une règle bloquante y arrête une commande.',
    natures: ['law', 'decree', 'euRegulation', 'circular'],
  },
  {
    code: 'framework',
    label: 'Référentiels nationaux',
    explained:
      'Ils guident sans obliger : aucun texte n’impose de caractéristiques de matériel aux écoles primaires. Ils ne bloquent jamais.',
    natures: ['nationalFramework'],
  },
  {
    code: 'guide',
    label: 'Guides et recommandations',
    explained: 'Des conseils de l’État ou d’une académie. Ils ne bloquent jamais.',
    natures: ['nationalGuide', 'academicGuide'],
  },
  {
    code: 'syndicat',
    label: 'Règles du syndicat',
    explained: 'Proposées par Préau ou écrites par le syndicat, elles s’appliquent une fois votées par son assemblée.',
    natures: ['syndicatPolicy'],
  },
] as const satisfies readonly {
  code: string;
  label: string;
  explained: string;
  natures: readonly RuleNature[];
}[];

export type Authority = (typeof authorities)[number]['code'];

/** The authority that a text of this nature has. */
export function authorityOf(nature: RuleNature): Authority {
  return authorities.find(({ natures }) => (natures as readonly RuleNature[]).includes(nature))?.code ?? 'guide';
}

/** What the rule is, and whether it binds: 'Loi, opposable', 'Référentiel national, non opposable'. */
export function standingOf(rule: Pick<Rule, 'nature' | 'opposable'>): string {
  if (rule.nature === 'syndicatPolicy') return natureLabels.syndicatPolicy;
  return `${natureLabels[rule.nature]}, ${rule.opposable ? 'opposable' : 'non opposable'}`;
}

export const severityLabels: Readonly<Record<RuleSeverity, string>> = {
  blocking: 'bloquante',
  reservation: 'réserve',
  recommendation: 'recommandation',
};

export const scopeLabels: Readonly<Record<RuleScope, string>> = {
  product: 'le produit',
  line: 'la ligne de commande',
  school: 'l’école, commande comprise',
  order: 'la commande',
  year: 'l’année',
  consultation: 'la consultation',
};

export const stageLabels: Readonly<Record<RuleStage, string>> = {
  catalogue: 'dès le catalogue',
  order: 'à la commande',
  reception: 'à la réception',
  consultation: 'à la préparation du marché',
  year: 'à la fin de l’année',
};

export const evidenceSuppliers: Readonly<Record<EvidenceSupplier, string>> = {
  supplier: 'le fournisseur',
  secretary: 'la commune',
  school: 'l’école',
  syndicat: 'le syndicat',
};

export const confidenceLabels: Readonly<Record<Rule['confidence'], string>> = {
  confirmed: 'lu dans une source citée',
  recalled: 'à vérifier : connu, mais pas relu dans sa source',
  unsure: 'à vérifier : incertain',
};

export const statusLabels: Readonly<Record<RuleStatus, string>> = {
  inForce: 'contrôlée',
  off: 'éteinte',
  later: 'à venir',
  ended: 'terminée',
  proposed: 'proposée, non votée',
  draft: 'projet',
};
