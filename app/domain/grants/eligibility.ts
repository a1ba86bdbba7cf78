// Who may ask for a grant, for which school: every criterion answered at once, with its figures.
import type { FactName } from 'catalog/grants/facts';
import type { ApplicantKind, Confidence, Criterion, GrantScheme } from 'catalog/grants/types';
import type { Commune } from '~/domain/organisations/communes';
import type { School } from '~/domain/organisations/schools';
import { type Day, yearOf } from '~/domain/shared/day';
import { type Comparison, evaluate, type FactDefinitions, factsIn } from './conditions';
import { type Facts, knownFactsOf } from './facts';
import { notAdmittedText } from './wording';

export interface CriterionAnswer {
  readonly id: string;
  readonly statement: string;
  readonly severity: Criterion['severity'];
  readonly answer: 'met' | 'unmet' | 'unknown' | 'notApplicable' | 'information';
  readonly comparisons: readonly Comparison[];
  /** Facts to provide before the criterion can be answered. */
  readonly missing: readonly FactName[];
  /** Populations so near a threshold that a person confirms value, definition and year. */
  readonly toConfirm: readonly Comparison[];
  readonly confidence: Confidence;
  readonly note: string | null;
}

export interface Eligibility {
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly outcome: 'eligible' | 'ineligible' | 'unknown';
  readonly answers: readonly CriterionAnswer[];
  readonly missing: readonly FactName[];
  readonly toConfirm: readonly Comparison[];
}

const answerOf = { yes: 'met', no: 'unmet', unknown: 'unknown' } as const;

function applicantAnswer(scheme: GrantScheme, applicant: ApplicantKind): CriterionAnswer {
  const accepted = scheme.applicants.find((candidate) => candidate.kind === applicant);
  return {
    id: 'APPLICANT',
    statement: 'Le demandeur fait partie de ceux que le texte admet.',
    severity: 'blocking',
    answer: accepted ? 'met' : 'unmet',
    comparisons: [],
    missing: [],
    toConfirm: [],
    confidence: accepted?.confidence ?? 'confirmed',
    note: accepted ? (accepted.condition ?? null) : notAdmittedText(scheme, applicant),
  };
}

function criterionAnswer(
  criterion: Criterion,
  applicant: ApplicantKind,
  facts: Facts,
  definitions: FactDefinitions,
): CriterionAnswer {
  const told = {
    id: criterion.id,
    statement: criterion.statement,
    severity: criterion.severity,
    confidence: criterion.confidence,
    note: criterion.note ?? null,
  };
  const nothing = { comparisons: [], missing: [], toConfirm: [] };
  if (!criterion.appliesTo.includes(applicant)) return { ...told, answer: 'notApplicable', ...nothing };
  if (criterion.condition === undefined) return { ...told, answer: 'information', ...nothing };
  const { answer, comparisons } = evaluate(criterion.condition, facts, definitions);
  return {
    ...told,
    answer: answerOf[answer],
    comparisons: comparisons.filter((comparison) => comparison.fact !== 'commune.zone' || comparison.found === null),
    missing: [...new Set(comparisons.filter(({ found }) => found === null).map(({ fact }) => fact))],
    toConfirm: comparisons.filter(({ answer, nearThreshold }) => answer === 'unknown' && nearThreshold),
  };
}

/** Only a blocking criterion read in a source refuses: what is recalled or unsure is shown and never blocks. */
const mayRefuse = (answer: CriterionAnswer) => answer.severity === 'blocking' && answer.confidence === 'confirmed';

/**
 * Answers every criterion of a scheme for one applicant and one school. Ineligible when a confirmed blocking
 * criterion is unmet; unknown when one waits for a fact. The call's dates are not part of it: see `callPeriod`.
 */
export function assessEligibility(
  scheme: GrantScheme,
  applicant: ApplicantKind,
  facts: Facts,
  definitions: FactDefinitions,
): Eligibility {
  const answers = [
    applicantAnswer(scheme, applicant),
    ...scheme.criteria.map((criterion) => criterionAnswer(criterion, applicant, facts, definitions)),
  ];
  const decisive = answers.filter(mayRefuse);
  const outcome = decisive.some(({ answer }) => answer === 'unmet')
    ? 'ineligible'
    : decisive.some(({ answer }) => answer === 'unknown')
      ? 'unknown'
      : 'eligible';
  return {
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    outcome,
    answers,
    missing: [...new Set(answers.flatMap(({ missing }) => missing))],
    toConfirm: answers.flatMap(({ toConfirm }) => toConfirm),
  };
}

export type CallPeriod = 'closed' | 'notYetOpen' | 'open' | 'yearly' | 'unknown';

/** Whether a call takes applications on a day. A closed call stays computable for its period. */
export function callPeriod(scheme: GrantScheme, on: Day): CallPeriod {
  if (scheme.status === 'closed') return 'closed';
  const { opensOn, closesOn } = scheme.period;
  if (closesOn !== null && on.slice(0, closesOn.length) > closesOn) return 'closed';
  if (opensOn !== null && on.slice(0, opensOn.length) < opensOn) return 'notYetOpen';
  if (scheme.status === 'yearly') return 'yearly';
  return scheme.status === 'open' ? 'open' : 'unknown';
}

/** Whether something can be asked of a scheme on a day, as far as its text says. */
export function takesRequests(scheme: GrantScheme, on: Day): boolean {
  const period = callPeriod(scheme, on);
  return period === 'open' || period === 'yearly';
}

/** The year in which a call ran, to ask for the figures of that time. */
export function callYear(scheme: GrantScheme, on: Day): number {
  return scheme.period.opensOn === null ? yearOf(on) : Number(scheme.period.opensOn.slice(0, 4));
}

export interface SchoolProspect {
  readonly school: School;
  readonly commune: Commune;
  readonly eligibility: Eligibility;
}

/**
 * Every school with its answer to one scheme, before anyone asks. `givenFacts` are what people told about a
 * commune, by INSEE code; they complete what our data hold.
 */
export function listProspects(
  scheme: GrantScheme,
  communes: readonly Commune[],
  schools: readonly School[],
  givenFacts: ReadonlyMap<string, Facts>,
  definitions: FactDefinitions,
): readonly SchoolProspect[] {
  const byCode = new Map(communes.map((commune) => [commune.inseeCode, commune]));
  return schools.flatMap((school) => {
    const commune = byCode.get(school.communeInseeCode);
    if (!commune) return [];
    const facts = { ...knownFactsOf(commune, school), ...givenFacts.get(commune.inseeCode) };
    return [{ school, commune, eligibility: assessEligibility(scheme, applicantOf(school), facts, definitions) }];
  });
}

/** A commune applies for its school; within a regroupement each commune answers for itself. */
export function applicantOf(school: School): 'commune' | 'rpiCommune' {
  return school.dispersedRpi !== null || school.concentratedRpi ? 'rpiCommune' : 'commune';
}

/**
 * Who may ask for a school: the one who runs it. Without an answer it is the commune; the syndicat that supports a
 * request is never the applicant.
 */
export function applicantIn(facts: Facts): 'commune' | 'rpiCommune' | 'epci' | 'schoolSyndicate' {
  const runBy = facts['school.runBy']?.value;
  if (runBy === 'epci' || runBy === 'schoolSyndicate') return runBy;
  const rpi = facts['school.rpi']?.value;
  return rpi === 'dispersed' || rpi === 'concentrated' ? 'rpiCommune' : 'commune';
}

/** The facts that the criteria of a scheme read for an applicant, each once. */
export function factsAskedBy(scheme: GrantScheme, applicant: ApplicantKind): readonly FactName[] {
  const conditions = scheme.criteria
    .filter(({ appliesTo }) => appliesTo.includes(applicant))
    .flatMap(({ condition }) => (condition === undefined ? [] : [condition]));
  return [...new Set(conditions.flatMap(factsIn))];
}
