// The candidacy of each candidate: where its examination stands, and every reason against a step of it.
import type { AwardCatalogue } from 'catalog/award/types';
import type { Day, Instant } from '~/domain/shared/day';
import { formatDay } from '~/domain/shared/format';
import type { Deposit, DepositStanding } from './deposits';

export const candidacyStepKinds = ['completionAsked', 'admitted', 'rejected'] as const;
export type CandidacyStepKind = (typeof candidacyStepKinds)[number];

export const candidacyStepLabels: Readonly<Record<CandidacyStepKind, string>> = {
  completionAsked: 'Complément demandé',
  admitted: 'Admise',
  rejected: 'Déclarée irrecevable',
};

export interface CandidacyStep {
  readonly id: string;
  readonly depositId: string;
  readonly kind: CandidacyStepKind;
  /** Codes of the pieces found missing or incomplete. */
  readonly missing: readonly string[];
  /** Code of the ground of a rejection. */
  readonly ground: string | null;
  readonly text: string | null;
  /** Last day to answer, where the candidate is asked to complete. */
  readonly deadline: Day | null;
  readonly at: Instant;
  /** Name of who recorded it. */
  readonly by: string;
}

export type CandidacyState = 'toExamine' | 'toComplete' | 'admitted' | 'rejected';

export const candidacyStateLabels: Readonly<Record<CandidacyState, string>> = {
  toExamine: 'à examiner',
  toComplete: 'à compléter',
  admitted: 'admise',
  rejected: 'irrecevable',
};

const stateAfter: Readonly<Record<CandidacyStepKind, CandidacyState>> = {
  completionAsked: 'toComplete',
  admitted: 'admitted',
  rejected: 'rejected',
};

/** Where a candidacy stands after its steps: the last one holds. */
function stateOf(steps: readonly CandidacyStep[]): CandidacyState {
  const last = steps.at(-1);
  return last ? stateAfter[last.kind] : 'toExamine';
}

export type RegisteredDeposit = Deposit & {
  readonly standing: DepositStanding;
  readonly candidacy: { readonly state: CandidacyState; readonly steps: readonly CandidacyStep[] };
};

/** The register with the candidacy of each deposit; an inadmissible one takes the deposit out of what is examined. */
export function withCandidacies<D extends Deposit & { readonly standing: DepositStanding }>(
  register: readonly D[],
  steps: readonly CandidacyStep[],
): readonly (D & RegisteredDeposit)[] {
  return register.map((deposit) => {
    const own = steps.filter(({ depositId }) => depositId === deposit.id);
    const state = stateOf(own);
    const inadmissible = deposit.standing === 'kept' && state === 'rejected';
    return {
      ...deposit,
      standing: inadmissible ? 'inadmissible' : deposit.standing,
      candidacy: { state, steps: own },
    };
  });
}

/** Deposits whose candidacy is examined: neither late, nor replaced, nor withdrawn. */
export function examined(register: readonly RegisteredDeposit[]): readonly RegisteredDeposit[] {
  return register.filter(({ standing }) => standing === 'kept' || standing === 'inadmissible');
}

/** What a step says in a list: the pieces, the ground with its article, then the buyer's words. */
export function candidacyStepSentences(
  { missing, ground, text }: Pick<CandidacyStep, 'missing' | 'ground' | 'text'>,
  { candidacyPieces, candidacyGrounds }: AwardCatalogue,
): readonly string[] {
  const pieces = candidacyPieces.filter(({ code }) => missing.includes(code)).map(({ label }) => label);
  const basis = candidacyGrounds.find(({ code }) => code === ground);
  return [
    ...(basis ? [`${basis.label} (${basis.article}).`] : []),
    ...(pieces.length > 0 ? [`Pièces absentes ou incomplètes\u202f: ${pieces.join('\u202f; ')}.`] : []),
    ...(text === null ? [] : [text]),
  ];
}

export interface CandidacyQuestion {
  readonly opened: boolean;
  readonly deposit: RegisteredDeposit;
  readonly step: Pick<CandidacyStep, 'kind' | 'missing' | 'ground' | 'text' | 'deadline'>;
  /** Last day given to the other candidates who are asked to complete and have not been answered yet. */
  readonly otherDeadlines: readonly Day[];
  /** A contract is signed on an offer of this deposit. */
  readonly signed: boolean;
  readonly today: Day;
  readonly catalogue: AwardCatalogue;
}

export type CandidacyRefusal =
  | { readonly kind: 'notOpened' }
  | { readonly kind: 'notExamined'; readonly standing: DepositStanding }
  | { readonly kind: 'signed' }
  | { readonly kind: 'unknownPiece' | 'unknownGround' | 'nothingMissing' | 'deadlineMissing' | 'reasonMissing' }
  | { readonly kind: 'admittedWithMissing'; readonly labels: readonly string[] }
  | { readonly kind: 'otherDeadline'; readonly deadline: Day; readonly others: Day; readonly article: string };

/** Every reason against a step of the examination, all at once; empty when it may be recorded. */
export function candidacyRefusals(question: CandidacyQuestion): readonly CandidacyRefusal[] {
  const { opened, deposit, step, otherDeadlines, signed, today, catalogue } = question;
  if (!opened) return [{ kind: 'notOpened' }];
  const { standing } = deposit;
  if (standing !== 'kept' && standing !== 'inadmissible') return [{ kind: 'notExamined', standing }];
  if (signed) return [{ kind: 'signed' }];
  const refusals: CandidacyRefusal[] = [];
  const pieces = catalogue.candidacyPieces.filter(({ code }) => step.missing.includes(code));
  if (pieces.length !== new Set(step.missing).size) refusals.push({ kind: 'unknownPiece' });
  if (step.kind === 'admitted') {
    if (pieces.length > 0) refusals.push({ kind: 'admittedWithMissing', labels: pieces.map(({ label }) => label) });
    if (deposit.candidacy.state === 'rejected' && step.text === null) refusals.push({ kind: 'reasonMissing' });
  }
  if (step.kind === 'rejected') {
    if (!catalogue.candidacyGrounds.some(({ code }) => code === step.ground)) refusals.push({ kind: 'unknownGround' });
    if (step.text === null) refusals.push({ kind: 'reasonMissing' });
  }
  if (step.kind === 'completionAsked') {
    if (pieces.length === 0) refusals.push({ kind: 'nothingMissing' });
    if (step.deadline === null || step.deadline <= today) refusals.push({ kind: 'deadlineMissing' });
    else {
      const { deadline } = step;
      const others = otherDeadlines.find((other) => other !== deadline && other >= today);
      const { article } = catalogue.candidacyRules.completion;
      if (others !== undefined) refusals.push({ kind: 'otherDeadline', deadline, others, article });
    }
  }
  return refusals;
}

/** The French sentence of a refusal. */
export function candidacyRefusalSentence(refusal: CandidacyRefusal): string {
  switch (refusal.kind) {
    case 'notOpened':
      return 'Les plis ne sont pas ouverts\u202f: les candidatures s’examinent ensuite.';
    case 'notExamined':
      return 'Ce pli n’est pas examiné\u202f: il est hors délai, remplacé ou retiré.';
    case 'signed':
      return 'Un marché est signé avec ce candidat\u202f: sa candidature ne change plus.';
    case 'unknownPiece':
      return 'Une pièce cochée n’est pas demandée par le règlement\u202f: rechargez la page.';
    case 'unknownGround':
      return 'Choisissez le motif d’irrecevabilité.';
    case 'nothingMissing':
      return 'Cochez les pièces à compléter.';
    case 'deadlineMissing':
      return 'Donnez au candidat une date de réponse à venir.';
    case 'reasonMissing':
      return 'Écrivez les motifs de la décision.';
    case 'admittedWithMissing':
      return `La candidature ne peut être admise tant qu’il manque\u202f: ${refusal.labels.join('\u202f; ')}.`;
    case 'otherDeadline':
      return `Le délai est le même pour tous (${refusal.article})\u202f: une demande en cours donne jusqu’au ${formatDay(refusal.others)}, celle-ci jusqu’au ${formatDay(refusal.deadline)}.`;
  }
}
