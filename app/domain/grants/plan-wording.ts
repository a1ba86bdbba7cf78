// French sentences of amounts and financing plans: the one place where they are written.
import { formatCents, formatRate } from '~/domain/shared/format';
import type { FunderKind, PlanAlert } from './financing-plan';
import type { GrantStep } from './grant-amount';
import type { Difference } from './reconciliation';

export const funderLabels: Readonly<Record<FunderKind, string>> = {
  state: 'État',
  region: 'Région',
  department: 'Département',
  epci: 'EPCI (fonds de concours)',
  europe: 'Union européenne',
  otherPublic: 'Autre financeur public',
  private: 'Financeur privé',
};

export const resourceStateLabels = { planned: 'à solliciter', requested: 'sollicité', obtained: 'obtenu' } as const;
export const basisLabels = { net: 'HT', gross: 'TTC' } as const;

export function stepText(step: GrantStep): string {
  switch (step.kind) {
    case 'costCapped':
      return `Dépense retenue limitée à ${formatCents(step.cap)} : ${formatCents(step.notAided)} ne sont pas aidés${step.sure ? '' : ' (plafond à vérifier)'}.`;
    case 'costFloorNotReached':
      return `Dépense minimale de ${formatCents(step.floor)} non atteinte : il manque ${formatCents(step.missing)}.`;
    case 'rateByTotal':
      return `Taux de ${formatRate(step.rate)} pour un total de ${formatCents(step.total)}${step.sure ? '' : ' (seuil à vérifier)'}.`;
    case 'rateHeld':
      return `Taux demandé de ${formatRate(step.asked)} ramené à ${formatRate(step.rate)}, limite du texte${step.sure ? '' : ' (à vérifier)'}.`;
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
    case 'otherAidForbidden':
      return {
        text: `Le texte de l’appel ne se cumule pas avec ${formatCents(alert.aids)} d’autres aides publiques.`,
        article: 'Texte de l’appel',
        severity: 'breach',
      };
    case 'contributionAboveOwnShare':
      return {
        text: `Fonds de concours de ${formatCents(alert.contribution)} supérieur à la part du bénéficiaire (${formatCents(alert.ownShare)}).`,
        article: 'CGCT, article L. 5214-16, V ou L. 5216-5, VI (à vérifier selon l’EPCI)',
        severity: 'breach',
      };
    case 'basisToVerify':
      return {
        text: 'Le texte lu ne dit pas si le taux s’applique au montant HT ou TTC : l’assiette du plan est à vérifier.',
        article: null,
        severity: 'verify',
      };
  }
}

export function differenceText({ between, amount }: Difference): string {
  return between === 'linesAndCost'
    ? `Les lignes et le coût de l’opération diffèrent de ${formatCents(amount)}.`
    : `Les ressources et la part propre diffèrent du coût de ${formatCents(amount)} : corrigez les autres aides.`;
}
