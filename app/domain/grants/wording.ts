// French sentences of eligibility, pieces and closed calls: the one place where they are written.
import type { Piece } from 'catalog/grants/pieces';
import type { ApplicantKind, Confidence, GrantScheme } from 'catalog/grants/types';
import { formatCount, formatRate } from '~/domain/shared/format';
import type { FilePurpose } from './answers';
import type { ApplicantBody } from './applicant-body';
import { headWordsOf } from './applicant-wording';
import type { Comparison, FactDefinitions } from './conditions';
import type { CriterionAnswer, Eligibility } from './eligibility';
import type { AssessedLine } from './eligible-costs';
import type { KnownFact } from './facts';
import type { PieceStanding } from './pieces';

export const answerLabels: Readonly<Record<CriterionAnswer['answer'], string>> = {
  met: 'Rempli',
  unmet: 'Non rempli',
  unknown: 'Inconnu',
  notApplicable: 'Sans objet',
  information: 'Pour information',
};

export const applicantLabels: Readonly<Record<ApplicantKind, string>> = {
  commune: 'Commune',
  rpiCommune: 'Commune, membre d’un RPI',
  epci: 'EPCI à fiscalité propre',
  schoolSyndicate: 'Syndicat scolaire (SIVOS)',
  communeSyndicate: 'Syndicat de communes',
  closedSyndicate: 'Syndicat mixte fermé',
  openSyndicate: 'Syndicat mixte ouvert',
  petr: 'PETR',
};

/** Who asks, against those that the text admits. */
export function notAdmittedText(scheme: GrantScheme, applicant: ApplicantKind): string {
  const admitted = scheme.applicants.map(({ kind }) => applicantLabels[kind]).join(', ');
  return `Demandeur : ${applicantLabels[applicant]} (admis : ${admitted})`;
}

export const outcomeLabels: Readonly<Record<Eligibility['outcome'], string>> = {
  eligible: 'Éligible',
  ineligible: 'Non éligible',
  unknown: 'À compléter',
};

/** What an open route says to the applicant; 'none' when it has no criteria as data. */
export const routeAnswerLabels: Readonly<Record<Eligibility['outcome'] | 'none', string>> = {
  eligible: 'Ouverte au demandeur',
  unknown: 'À compléter',
  ineligible: 'Fermée au demandeur en l’état',
  none: 'À vérifier auprès du financeur',
};

export const lineAnswerLabels: Readonly<Record<AssessedLine['answer'], string>> = {
  yes: 'Oui',
  no: 'Non',
  toVerify: 'À vérifier',
  unlisted: 'Non cité par l’appel',
};

export const pieceStandingLabels: Readonly<Record<PieceStanding, string>> = {
  produced: 'Dans ce dossier',
  toWrite: 'À compléter',
  joined: 'Jointe',
  missing: 'Manquante',
  ifConcerned: 'À joindre si le demandeur est concerné',
  notRequired: 'Non requise',
};

/** Who signs a piece: the one who represents the applicant, or the school. */
export function pieceSignatoryText(signedBy: NonNullable<Piece['signedBy']>, body: ApplicantBody): string {
  return signedBy === 'mayor' ? headWordsOf(body).the : 'la direction de l’école';
}

export const pieceEndorserLabels = { inspector: 'l’IEN', accountant: 'le comptable' } as const;
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

/** Why a file is refused: each unmet blocking criterion with what was found. */
export function refusalTexts(eligibility: Eligibility, definitions: FactDefinitions): readonly string[] {
  return eligibility.answers
    .filter(
      ({ answer, severity, confidence }) => answer === 'unmet' && severity === 'blocking' && confidence === 'confirmed',
    )
    .map(({ id, statement, note, comparisons }) =>
      [
        `Critère non rempli : ${statement}`,
        ...(id === 'APPLICANT' && note !== null ? [note] : []),
        ...comparisons.map((comparison) => comparisonText(comparison, definitions)),
      ].join(' '),
    );
}

/** How a file says that its call is over. */
export function closedCallText(scheme: GrantScheme, purpose: FilePurpose): string {
  const end =
    scheme.period.closesOn === null ? '' : ` depuis le ${scheme.period.closesOn.split('-').reverse().join('/')}`;
  if (purpose === 'deposit')
    return `L’appel ${scheme.shortName} est clos${end} : ce dossier ne peut plus y être déposé. Les financements ouverts sont proposés avec lui.`;
  return purpose === 'period'
    ? `L’appel ${scheme.shortName} est clos${end}. Ce dossier est établi pour sa période, avec les règles de l’appel : il ne peut plus être déposé.`
    : `L’appel ${scheme.shortName} est clos${end}. Ce dossier est établi comme modèle, pour un appel semblable : il ne peut pas être déposé en l’état.`;
}
