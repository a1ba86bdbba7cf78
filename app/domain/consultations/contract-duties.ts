// What the dates of a contract oblige to, and by when: award notice, insurance, open data, renewals, revisions, end.
import type { AwardCatalogue } from 'catalog/award/types';
import type { Confidence, ThresholdCatalogue } from 'catalog/thresholds/types';
import { addDays, addMonths, type Day } from '~/domain/shared/day';
import type { Cents } from '~/domain/shared/money';
import { holdingDecision, type PeriodTerms, type RenewalDecision, renewalTerms } from './contract-periods';
import { inForce } from './in-force';
import type { Procedure } from './procedure';
import { revisionDays } from './revision-refusals';

/** What a time line reads of a contract; dates are null until their act has taken place. */
export interface ContractDates extends PeriodTerms {
  readonly procedure: Procedure;
  /** Value of the whole need, net: what the duties are held against. */
  readonly needNet: Cents;
  readonly signedOn: Day;
  readonly notifiedOn: Day | null;
  readonly renewalDecisions: readonly RenewalDecision[];
  /** Null while prices are firm; months are null until the formula is recorded. */
  readonly revision: { readonly everyMonths: number | null; readonly revisedOn: readonly Day[] } | null;
  readonly amendments: readonly { readonly number: number; readonly notifiedOn: Day }[];
}

export interface ContractDuty {
  readonly kind: 'awardNotice' | 'insurance' | 'openData' | 'amendmentOpenData' | 'renewal' | 'revision' | 'end';
  /** Number of the amendment, of the renewal or of the revision, from 1; null for the others. */
  readonly number: number | null;
  /** Act that starts the term, and last day to do it. */
  readonly from: Day;
  readonly due: Day;
  readonly article: string;
  readonly confidence: Confidence;
  /** The day it was done, where the contract itself tells. */
  readonly doneOn?: Day;
  /** Days ahead of which it is said at sign-in, where the usual ones are too few. */
  readonly alertDays?: number;
}

function openDataDuties(contract: ContractDates, catalogue: ThresholdCatalogue): ContractDuty[] {
  const { notifiedOn, needNet, amendments } = contract;
  if (notifiedOn === null) return [];
  const acts = [
    { kind: 'openData' as const, number: null, from: notifiedOn },
    ...amendments.map((one) => ({
      kind: 'amendmentOpenData' as const,
      number: one.number as number | null,
      from: one.notifiedOn,
    })),
  ];
  return acts.flatMap(({ kind, number, from }): ContractDuty[] => {
    const rule = inForce(catalogue.openData, from);
    if (!rule || needNet < rule.publishFromNetCents) return [];
    const { article, confidence, deadlineMonths } = rule;
    return [{ kind, number, from, due: addMonths(from, deadlineMonths), article, confidence }];
  });
}

function insuranceDuties({ notifiedOn }: ContractDates, { insuranceCertificate }: AwardCatalogue): ContractDuty[] {
  if (notifiedOn === null) return [];
  const { article, confidence, daysAfterNotification } = insuranceCertificate;
  const due = addDays(notifiedOn, daysAfterNotification);
  return [{ kind: 'insurance', number: null, from: notifiedOn, due, article, confidence }];
}

function renewalDuties(contract: ContractDates, { renewalNotice }: AwardCatalogue): ContractDuty[] {
  const { endsOn, renewalDecisions } = contract;
  if (endsOn === null) return [];
  const { article, confidence, alertDays } = renewalNotice;
  return renewalTerms(contract)
    .filter(({ previousEnd }) => previousEnd < endsOn)
    .map(({ number, previousEnd, decideBy }): ContractDuty => {
      const decision = holdingDecision(renewalDecisions, number);
      const known = { kind: 'renewal', number, from: previousEnd, due: decideBy, article, confidence } as const;
      // A refusal is nothing until it is received: it still has to be.
      return decision?.outcome === 'renewed'
        ? { ...known, alertDays, doneOn: decision.decidedOn }
        : { ...known, alertDays };
    });
}

function revisionDuties({ startsOn, endsOn, revision }: ContractDates, award: AwardCatalogue): ContractDuty[] {
  if (revision === null) return [];
  const { article, confidence, everyMonths } = award.revision;
  const last = revision.revisedOn.toSorted().at(-1);
  return revisionDays(startsOn, endsOn, revision.everyMonths ?? everyMonths).flatMap((due, index): ContractDuty[] => {
    const known = { kind: 'revision', number: index + 1, from: due, due, article, confidence } as const;
    if (revision.revisedOn.includes(due)) return [{ ...known, doneOn: due }];
    // A later revision starts from the initial prices too: the day passed over no longer counts.
    return last !== undefined && due < last ? [] : [known];
  });
}

/**
 * The dated duties of a contract, earliest first: the award notice within 30 days of the signature in a formal
 * procedure (CCP R2183-1), the holder's insurance (CCAG-FCS 9.2), the open data within two months of the notification and of each amendment (R2196-1), the
 * last day to refuse each renewal, the days of price revision, and the end. Whether each is done is known elsewhere.
 */
export function contractDuties(
  contract: ContractDates,
  thresholds: ThresholdCatalogue,
  award: AwardCatalogue,
): readonly ContractDuty[] {
  const { procedure, signedOn, startsOn, endsOn } = contract;
  const duties: ContractDuty[] = [];
  const notices = thresholds.deadlines.filter(({ id }) => id === 'awardNotice');
  const notice = inForce(notices, signedOn);
  if (procedure === 'openCall' && notice) {
    const { article, confidence, days } = notice;
    duties.push({
      kind: 'awardNotice',
      number: null,
      from: signedOn,
      due: addDays(signedOn, days),
      article,
      confidence,
    });
  }
  duties.push(
    ...insuranceDuties(contract, award),
    ...openDataDuties(contract, thresholds),
    ...renewalDuties(contract, award),
    ...revisionDuties(contract, award),
  );
  if (startsOn !== null && endsOn !== null)
    duties.push({
      kind: 'end',
      number: null,
      from: startsOn,
      due: endsOn,
      article: award.timeline.end.article,
      confidence: award.timeline.end.confidence,
    });
  return duties.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** The French sentence of a duty. */
export function contractDutyLabel({ kind, number }: Pick<ContractDuty, 'kind' | 'number'>): string {
  switch (kind) {
    case 'awardNotice':
      return 'Publier l’avis d’attribution';
    case 'insurance':
      return 'Obtenir l’attestation d’assurance du titulaire';
    case 'openData':
      return 'Publier les données essentielles (DECP)';
    case 'amendmentOpenData':
      return `Publier les données de l’avenant ${number}`;
    case 'renewal':
      return `Dernier jour pour refuser la reconduction ${number}`;
    case 'revision':
      return `Réviser les prix, révision ${number}`;
    case 'end':
      return 'Fin du marché, reconductions comprises';
  }
}
