// French sentences for the answers, steps and alerts of grants: the one place where they are written.
import type { Confidence, GrantScheme } from 'catalog/grants/types';
import { formatCents, formatCount, formatRate } from '~/domain/shared/format';
import type { Comparison, FactDefinitions } from './conditions';
import type { CriterionAnswer, Eligibility } from './eligibility';
import type { AssessedLine } from './eligible-costs';
import type { KnownFact } from './facts';
import type { FunderKind, PlanAlert } from './financing-plan';
import type { GrantStep } from './grant-amount';

export const answerLabels: Readonly<Record<CriterionAnswer['answer'], string>> = {
  met: 'Rempli',
  unmet: 'Non rempli',
  unknown: 'Inconnu',
  notApplicable: 'Sans objet',
  information: 'Pour information',
};

export const outcomeLabels: Readonly<Record<Eligibility['outcome'], string>> = {
  eligible: 'Éligible',
  ineligible: 'Non éligible',
  unknown: 'À compléter',
};

/** What an open route says to the applicant; 'none' when it has no criteria as data. */
export const routeAnswerLabels: Readonly<Record<Eligibility['outcome'] | 'none', string>> = {
  eligible: 'Ouverte à la commune',
  unknown: 'À compléter',
  ineligible: 'Fermée à la commune en l’état',
  none: 'À vérifier auprès du financeur',
};

export const lineAnswerLabels: Readonly<Record<AssessedLine['answer'], string>> = {
  yes: 'Oui',
  no: 'Non',
  toVerify: 'À vérifier',
  unlisted: 'Non cité par l’appel',
};

export const funderLabels: Readonly<Record<FunderKind, string>> = {
  state: 'État',
  region: 'Région',
  department: 'Département',
  epci: 'EPCI (fonds de concours)',
  europe: 'Union européenne',
  otherPublic: 'Autre financeur public',
  private: 'Financeur privé',
};

export const basisLabels = { net: 'HT', gross: 'TTC' } as const;

/** 'à vérifier' beside what was not read in a source; nothing beside what was. */
export function confidenceMark(confidence: Confidence): string {
  return confidence === 'confirmed' ? '' : 'à vérifier';
}

function valueText(
  comparison: Pick<Comparison, 'fact'>,
  value: KnownFact['value'],
  definitions: FactDefinitions,
): string {
  const definition = definitions[comparison.fact];
  const labelOf = (code: string) => definition.options?.find((option) => option.value === code)?.label ?? code;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'string') return labelOf(value);
  if (typeof value === 'number') {
    if (definition.type === 'ratio') return formatRate(value);
    return `${formatCount(value)}${definition.unit ? ` ${definition.unit}` : ''}`;
  }
  return value.length === 0 ? 'aucune' : value.map(labelOf).join(', ');
}

/** A fact as shown in a form or a document: '1 810 hab. (population totale, 2026)'. */
export function factText(fact: Comparison['fact'], known: KnownFact, definitions: FactDefinitions): string {
  const details = [known.definition, known.year].filter((detail) => detail !== undefined).join(', ');
  const text = valueText({ fact }, known.value, definitions);
  return details === '' ? text : `${text} (${details})`;
}

const operatorWords = {
  is: 'demandé :',
  oneOf: 'demandé :',
  includes: 'écarte :',
  atMost: 'au plus',
  below: 'moins de',
  above: 'plus de',
} as const;

/** What was found against what is asked: 'Population totale de la commune : 2 600 hab. (au plus 2 000 hab.)'. */
export function comparisonText(comparison: Comparison, definitions: FactDefinitions): string {
  const definition = definitions[comparison.fact];
  const asked = Array.isArray(comparison.asked)
    ? comparison.asked.map((code) => valueText(comparison, code, definitions)).join(', ')
    : valueText(comparison, comparison.asked as KnownFact['value'], definitions);
  const found = comparison.found === null ? 'inconnu' : factText(comparison.fact, comparison.found, definitions);
  return `${definition.label} : ${found} (${operatorWords[comparison.operator]} ${asked})`;
}

/** What to provide, and where it is found. */
export function missingText(fact: Comparison['fact'], definitions: FactDefinitions): string {
  const { ask, whereToFind } = definitions[fact];
  return `${ask} Où le trouver : ${whereToFind}.`;
}

/** Asked when a population lies within 3 % of a threshold. */
export function confirmationText(comparison: Comparison, definitions: FactDefinitions, year: number): string {
  const found = comparison.found === null ? 'inconnu' : factText(comparison.fact, comparison.found, definitions);
  const threshold = typeof comparison.asked === 'number' ? formatCount(comparison.asked) : '';
  return `${definitions[comparison.fact].label} : ${found}, à moins de 3 % du seuil de ${threshold} habitants. Confirmez le chiffre, sa définition et son millésime pour ${year}.`;
}

export function stepText(step: GrantStep): string {
  switch (step.kind) {
    case 'costCapped':
      return `Dépense retenue limitée à ${formatCents(step.cap)} : ${formatCents(step.notAided)} ne sont pas aidés${step.sure ? '' : ' (plafond à vérifier)'}.`;
    case 'costFloorNotReached':
      return `Dépense minimale de ${formatCents(step.floor)} non atteinte : il manque ${formatCents(step.missing)}.`;
    case 'rateByTotal':
      return `Taux de ${formatRate(step.rate)} pour un total de ${formatCents(step.total)}${step.sure ? '' : ' (seuil à vérifier)'}.`;
    case 'rateCliff':
      return `Le taux baisse au-delà de ${formatCents(step.from)} : un centime de plus fait perdre ${formatCents(step.loss)}.`;
    case 'grantCapped':
      return `Aide plafonnée à ${formatCents(step.cap)} : ${formatCents(step.notPaid)} au-delà ne sont pas versés.`;
    case 'grantFloorNotReached':
      return `Aide minimale de ${formatCents(step.floor)} non atteinte : il manque ${formatCents(step.missing)} de dépense éligible.`;
    case 'grantFloorToVerify':
      return `Aide inférieure à ${formatCents(step.floor)}, minimum à vérifier dans le texte de l’appel.`;
  }
}

/** Why a file is refused: each unmet blocking criterion with what was found. */
export function refusalTexts(eligibility: Eligibility, definitions: FactDefinitions): readonly string[] {
  return eligibility.answers
    .filter(
      ({ answer, severity, confidence }) => answer === 'unmet' && severity === 'blocking' && confidence === 'confirmed',
    )
    .map(({ statement, comparisons }) =>
      [
        `Critère non rempli : ${statement}`,
        ...comparisons.map((comparison) => comparisonText(comparison, definitions)),
      ].join(' '),
    );
}

export interface AlertText {
  readonly text: string;
  readonly article: string | null;
  readonly severity: 'breach' | 'verify';
}

export function planAlertText(alert: PlanAlert): AlertText {
  switch (alert.kind) {
    case 'ownShareTooSmall':
      return {
        text: `Part propre de ${formatCents(alert.ownShare)} : il faut au moins ${formatCents(alert.minimum)}, 20 % des financements publics. Réduire les aides de ${formatCents(alert.excess)}.`,
        article: 'CGCT, article L. 1111-10, III',
        severity: 'breach',
      };
    case 'stateDotationsTooHigh':
      return {
        text: `Dotations de l’État : ${formatCents(alert.total)} pour ${formatCents(alert.maximum)} au plus (80 % du coût HT éligible), soit ${formatCents(alert.excess)} de trop.`,
        article: 'CGCT, article R. 2334-27',
        severity: 'breach',
      };
    case 'aidsAboveCost':
      return {
        text: `Les aides dépassent le coût de ${formatCents(alert.excess)}.`,
        article: 'CGCT, article L. 1111-10, III',
        severity: 'breach',
      };
    case 'schemeShareExceeded':
      return {
        text: `L’aide dépasse ${formatRate(alert.share)} du coût, soit ${formatCents(alert.maximum)} : ${formatCents(alert.excess)} de trop.`,
        article: 'Texte de l’appel',
        severity: 'breach',
      };
    case 'otherAidToVerify':
      return {
        text: `Cumul avec ${formatCents(alert.aids)} d’autres aides publiques : le texte de l’appel est à vérifier.`,
        article: null,
        severity: 'verify',
      };
    case 'contributionAboveOwnShare':
      return {
        text: `Fonds de concours de ${formatCents(alert.contribution)} supérieur à la part de la commune (${formatCents(alert.ownShare)}).`,
        article: 'CGCT, article L. 5214-16, V ou L. 5216-5, VI (à vérifier selon l’EPCI)',
        severity: 'breach',
      };
    case 'basisToVerify':
      return {
        text: 'Le texte lu ne dit pas si le taux s’applique au montant HT ou TTC : assiette choisie par la commune, à vérifier.',
        article: null,
        severity: 'verify',
      };
  }
}

/** How a file says that its call is over. */
export function closedCallText(scheme: GrantScheme, purpose: 'period' | 'template'): string {
  const end =
    scheme.period.closesOn === null ? '' : ` depuis le ${scheme.period.closesOn.split('-').reverse().join('/')}`;
  return purpose === 'period'
    ? `L’appel ${scheme.shortName} est clos${end}. Ce dossier est établi pour sa période, avec les règles de l’appel : il ne peut plus être déposé.`
    : `L’appel ${scheme.shortName} est clos${end}. Ce dossier est établi comme modèle, pour un appel semblable : il ne peut pas être déposé en l’état.`;
}
