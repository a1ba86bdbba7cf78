// What a market file is made from: everything it says comes from here, so that its pieces can't disagree.
import type { ClauseSet } from 'catalog/clauses';
import type { Clause, ClauseCondition } from 'catalog/clauses/types';
import type { ExecutionCatalogue, ThresholdCatalogue } from 'catalog/thresholds/types';
import type { ClauseWording } from '~/domain/consultations/clause-wordings';
import { type ConsultationChoices, priceFormulaOf } from '~/domain/consultations/consultation';
import {
  hasEnvironmentalCondition,
  hasSocialCondition,
  lotLimitsOf,
} from '~/domain/consultations/execution-conditions';
import type { PriceFormula } from '~/domain/consultations/price-formula';
import type { ProcedureAdvice } from '~/domain/consultations/procedure';
import type { Day } from '~/domain/shared/day';
import { formatCents } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { DocumentModel } from '../blocks';

export interface DceLine {
  /** Number of the price in the schedule, the estimate and the specifications, such as '1.003'. */
  readonly number: string;
  readonly category: string;
  readonly categoryLabel: string;
  /** Functional, without brand, « ou équivalent ». */
  readonly designation: string;
  readonly unit: string;
  readonly quantity: number;
  readonly requirements: readonly { readonly label: string; readonly value: string }[];
}

export interface DceLot {
  readonly number: number;
  readonly title: string;
  readonly maximumNet: Cents;
  readonly cpv?: string | undefined;
  readonly lines: readonly DceLine[];
}

export interface DceBuyer {
  readonly name: string;
  readonly siren: string;
  readonly siret: string | null;
}

export interface DceSubject {
  readonly reference: string;
  readonly object: string;
  readonly version: number;
  readonly preparedOn: Day;
  readonly launchDay: Day;
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string;
  readonly choices: ConsultationChoices;
  readonly advice: ProcedureAdvice;
  readonly lots: readonly DceLot[];
  readonly buyers: readonly DceBuyer[];
  /** What texts ask the supplier to establish, by category; absent when it was not read. */
  readonly categoryRules?: Readonly<Record<string, readonly string[]>>;
  readonly clauses: ClauseSet;
  /** The buyer's own wordings, already in `clauses`; absent when there is none. */
  readonly wordings?: readonly ClauseWording[];
  readonly thresholds: ThresholdCatalogue;
  readonly execution: ExecutionCatalogue;
}

/** 'Lot 1 : Tablettes'. */
export function lotTitle(lot: { readonly number: number; readonly title: string }): string {
  return `Lot ${lot.number} : ${lot.title}`;
}

/** '120 000,00 € HT'. */
export function netText(amount: Cents): string {
  return `${formatCents(amount)} HT`;
}

export const ccagNames = {
  tic: {
    long: 'cahier des clauses administratives générales applicables aux marchés publics de techniques de l’information et de la communication (CCAG-TIC, arrêté du 30 mars 2021)',
    short: 'CCAG-TIC',
  },
  fcs: {
    long: 'cahier des clauses administratives générales applicables aux marchés publics de fournitures courantes et de services (CCAG-FCS, arrêté du 30 mars 2021)',
    short: 'CCAG-FCS',
  },
} as const;

const formulaConditions = {
  inverse: 'inversePrice',
  gapToLowest: 'gapPrice',
  quadratic: 'quadraticPrice',
  // Refused before any file is made.
  betweenExtremes: 'inversePrice',
} as const satisfies Readonly<Record<PriceFormula, ClauseCondition>>;

/** The conditions of clauses that hold for a consultation. */
export function conditionsOf(subject: DceSubject): ReadonlySet<ClauseCondition> {
  const { choices, advice, lots } = subject;
  const { offers, awards } = lotLimitsOf(choices);
  const conditions = new Set<ClauseCondition>([
    choices.ccag,
    choices.priceForm,
    choices.renewals > 0 ? 'renewals' : 'noRenewal',
    choices.negotiation ? 'negotiation' : 'noNegotiation',
    lots.length > 1 ? 'severalLots' : 'oneLot',
    offers === null ? 'anyOffers' : 'offerLimit',
    awards === null ? 'anyAwards' : 'awardLimit',
    formulaConditions[priceFormulaOf(choices)],
    advice.procedure === 'openCall' ? 'openCall' : advice.procedure === 'dispense' ? 'dispense' : 'adapted',
  ]);
  if (hasSocialCondition(choices, advice.duties)) conditions.add('social');
  if (hasEnvironmentalCondition(choices)) conditions.add('environmental');
  return conditions;
}

/** The clauses of a set that stand for a consultation, in order. */
export function standingClauses(subject: DceSubject, set: readonly Clause[]): readonly Clause[] {
  const conditions = conditionsOf(subject);
  return set.filter((clause) => (clause.when ?? []).every((condition) => conditions.has(condition)));
}

/** Frame shared by the pieces of the file. */
export function pieceFrame(subject: DceSubject, title: string, subtitle: string): Omit<DocumentModel, 'blocks'> {
  return {
    title,
    subtitle,
    reference: `${subject.reference} · version ${subject.version}`,
    issuer: subject.issuer,
    date: subject.preparedOn,
    ...(subject.mention === undefined ? {} : { mention: subject.mention }),
  };
}
