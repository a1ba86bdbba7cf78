// The code of public procurement, for what an order or a market file must say.
import { greenRules } from '../thresholds/green-rules';
import type { GreenDuty } from '../thresholds/types';
import { sources } from './sources';
import type { Rule } from './types';

const text = {
  version: 1,
  from: null,
  until: null,
  framework: 'Code de la commande publique',
  edition: 'texte applicable au 23 août 2026',
  nature: 'law',
  opposable: true,
  confidence: 'confirmed',
  enabled: true,
  scope: 'consultation',
  stage: 'consultation',
  severity: 'blocking',
} as const;
/** The first day of a duty stands once, with the thresholds. */
function firstDayOf(duty: GreenDuty): string {
  const rule = greenRules.find((one) => one.duty === duty);
  if (!rule) throw new Error(`No green rule ${duty}`);
  return rule.from;
}
const criterionSince = firstDayOf('environmentalCriterion');
const executionSince = firstDayOf('environmentalExecutionCondition');

export const publicProcurementCode = [
  {
    ...text,
    id: 'CCP-01',
    title: 'Un critère environnemental',
    from: criterionSince,
    article: 'art. L. 2152-7 et R. 2152-7',
    note: 'Une source donne le 22 août 2026 ; la date retenue est celle du code consolidé.',
    sources: [sources.purchasingCode, sources.climateLaw],
    when: { gte: ['$consultation.launchedOn', criterionSince] },
    require: { gte: ['$consultation.environmentalCriteria', 1] },
    message:
      'Aucun critère ne porte sur l’environnement : ajoutez-en un (consultation lancée le {consultation.launchedOn}).',
    evidence: { what: 'les critères du règlement de la consultation', from: 'syndicat' },
  },
  {
    ...text,
    id: 'CCP-02',
    title: 'Une condition d’exécution environnementale',
    from: executionSince,
    article: 'art. L. 2112-2',
    sources: [sources.purchasingCode, sources.climateLaw],
    when: { gte: ['$consultation.launchedOn', executionSince] },
    require: { eq: ['$consultation.environmentalExecutionCondition', true] },
    message:
      'Aucune condition d’exécution ne prend en compte l’environnement : écrivez-en une au cahier des charges (emballages, reprise, livraisons groupées…).',
    evidence: { what: 'l’article du cahier des charges', from: 'syndicat' },
  },
  {
    ...text,
    id: 'CCP-03',
    title: 'Le prix n’est pas le seul critère',
    from: criterionSince,
    article: 'art. R. 2152-7',
    nature: 'decree',
    note: 'Le critère unique du coût, qui tient compte de l’environnement, reste permis.',
    sources: [sources.purchasingCode, sources.climateLaw],
    when: { gte: ['$consultation.launchedOn', criterionSince] },
    require: { eq: ['$consultation.priceOnlyCriterion', false] },
    message: 'Le prix ne peut plus être le critère unique : ajoutez d’autres critères ou retenez le coût global.',
    evidence: { what: 'les critères du règlement de la consultation', from: 'syndicat' },
  },
  {
    ...text,
    id: 'CCP-05',
    title: 'Aucune marque sans « ou équivalent »',
    article: 'art. R. 2111-7',
    nature: 'decree',
    confidence: 'recalled',
    enabled: false,
    note: 'Numéro de l’article cité de mémoire, à relire avant usage.',
    sources: [],
    require: { eq: ['$consultation.brandWithoutEquivalent', false] },
    message: 'Une marque est citée sans « ou équivalent » : ajoutez ces mots ou joignez la justification.',
    evidence: { what: 'le cahier des charges, ou la justification technique', from: 'syndicat' },
  },
  {
    ...text,
    id: 'CCP-06',
    title: 'Labels : preuves équivalentes admises',
    article: 'art. R. 2111-12 et suivants',
    nature: 'decree',
    confidence: 'recalled',
    enabled: false,
    note: 'Numéro de l’article cité de mémoire, à relire avant usage.',
    sources: [],
    require: { eq: ['$consultation.labelWithoutEquivalent', false] },
    message: 'Un label est exigé sans admettre d’équivalent : acceptez les labels et les preuves équivalents.',
    evidence: { what: 'le cahier des charges', from: 'syndicat' },
  },
] as const satisfies readonly Rule[];
