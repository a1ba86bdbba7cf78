// French words of schemes themselves: their parts, what a form calls them, and why one cannot be opened.
import type {
  Criterion,
  ExpenseKind,
  FundingPart,
  FundingRule,
  GrantScheme,
  OtherPublicAid,
  RequiredPiece,
} from 'catalog/grants/types';
import { formatCents, formatDay, formatRate } from '~/domain/shared/format';
import { cents } from '~/domain/shared/money';
import { parseDay } from '../shared/day';
import type { SchemeRefusal } from './scheme-checks';

export const partLabels: Readonly<Record<FundingPart, string>> = {
  project: 'Projet',
  equipment: 'Équipement',
  services: 'Services',
  operation: 'Opération',
};
export const perLabels: Readonly<Record<FundingRule['per'], string>> = {
  school: 'par école',
  operation: 'pour l’opération',
  project: 'pour le projet',
};
export const eligibleLabels: Readonly<Record<ExpenseKind['eligible'], string>> = {
  yes: 'Éligible',
  no: 'Non éligible',
  toVerify: 'À vérifier',
  byDepartment: 'Selon le département',
};
export const severityLabels: Readonly<Record<Criterion['severity'], string>> = {
  blocking: 'Écarte la demande',
  reservation: 'Réserve',
  information: 'Pour information',
};
export const statusLabels: Readonly<Record<GrantScheme['status'], string>> = {
  open: 'Appel à dates fixes',
  yearly: 'Chaque année',
  toVerify: 'À vérifier',
  closed: 'Clos',
};
export const otherAidLabels: Readonly<Record<OtherPublicAid, string>> = {
  toVerify: 'À vérifier',
  admittedLocally: 'Admis localement',
  admitted: 'Admis',
  forbidden: 'Interdit',
};
export const stageLabels: Readonly<Record<RequiredPiece['stage'], string>> = {
  application: 'Demande',
  agreement: 'Convention',
  execution: 'Exécution',
  payment: 'Paiement',
};
export const requirementLabels: Readonly<Record<RequiredPiece['required'], string>> = {
  always: 'Toujours',
  ifEpci: 'Si un EPCI demande',
  ifObtained: 'Si elle existe',
  ifDelegated: 'Si la maîtrise d’ouvrage est déléguée',
  byDepartment: 'Selon le département',
  optional: 'Facultative',
  atBalance: 'Au solde',
};
export const operatorLabels = {
  is: 'est',
  oneOf: 'est parmi (valeurs séparées par des virgules)',
  includes: 'comprend',
  atMost: 'au plus',
  below: 'moins de',
  above: 'plus de',
} as const;

const partName = (part: string) => partLabels[part as FundingPart].toLowerCase();

export function schemeRefusalText(refusal: SchemeRefusal): string {
  switch (refusal.tag) {
    case 'noText':
      return 'Citez au moins un texte : cahier des charges, règlement, délibération.';
    case 'noApplicant':
      return 'Choisissez au moins un demandeur.';
    case 'noFunding':
      return 'Donnez au moins une règle de financement.';
    case 'noExpense':
      return 'Aucune famille de dépenses n’est éligible.';
    case 'noSection':
      return 'Donnez un rang à au moins une partie du dossier.';
    case 'noDates':
      return 'Un appel à dates fixes a une date de clôture.';
    case 'datesReversed':
      return 'La clôture précède l’ouverture.';
    case 'alreadyClosed': {
      const day = parseDay(refusal.closesOn);
      return `La date de clôture est passée : ${day ? formatDay(day) : refusal.closesOn}.`;
    }
    case 'notOpenable':
      return 'Choisissez « Appel à dates fixes » ou « Chaque année » : un dispositif clos ou à vérifier ne s’ouvre pas.';
    case 'categoryTwice':
      return `Une catégorie figure dans plusieurs familles : ${refusal.labels.join(' ; ')}.`;
    case 'floorAboveCeiling':
      return `Un plancher dépasse son plafond (${partName(refusal.part)}).`;
    case 'ratesReversed':
      return `Le taux le plus bas dépasse le plus haut (${partName(refusal.part)}).`;
    case 'noRate':
      return `Aucun taux n’est donné (${partName(refusal.part)}).`;
    case 'partWithoutFunding':
      return `Aucune règle ne finance la famille « ${refusal.label} » : changez son volet.`;
    case 'partTwice':
      return `Deux règles financent le même volet (${partName(refusal.part)}).`;
  }
}

/** A funding rule in one sentence: rate, floors and ceilings. */
export function fundingText(rule: FundingRule): string {
  const euros = (amount: number) => formatCents(cents(amount));
  const bands = rule.ratesByTotal?.value;
  const rate = bands
    ? bands
        .map(
          ({ upToCents, rate: of }) =>
            `${formatRate(of)}${upToCents === null ? ' au-delà' : ` jusqu’à ${euros(upToCents)}`}`,
        )
        .join(', ')
    : rule.rate.value !== null
      ? formatRate(rule.rate.value)
      : rule.lowestRate && rule.highestRate
        ? `de ${formatRate(rule.lowestRate.value)} à ${formatRate(rule.highestRate.value)}`
        : rule.highestRate
          ? `jusqu’à ${formatRate(rule.highestRate.value)}`
          : 'taux fixé localement';
  return [
    `${partLabels[rule.part]}, ${perLabels[rule.per]} : ${rate}`,
    ...(rule.minimumCostCents ? [`dépense de ${euros(rule.minimumCostCents.value)} au moins`] : []),
    ...(rule.maximumCostCents ? [`dépense retenue jusqu’à ${euros(rule.maximumCostCents.value)}`] : []),
    ...(rule.minimumGrantCents ? [`aide de ${euros(rule.minimumGrantCents.value)} au moins`] : []),
    ...(rule.maximumGrantCents ? [`aide de ${euros(rule.maximumGrantCents.value)} au plus`] : []),
  ].join(', ');
}
