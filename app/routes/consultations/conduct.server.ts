// Brings together how a consultation is conducted: what was published, the register, the opening, the analysis by lot.
import { lowOfferTests } from 'catalog/thresholds';
import { listCandidacySteps } from 'db/candidacies';
import type { Reads } from 'db/client';
import {
  findOpening,
  listDeposits,
  listMarks,
  listOfferSteps,
  listOffers,
  listPublications,
  listQuestions,
} from 'db/offers';
import { bpuHeaders, dqeHeaders, dqeTotal, sheetNames } from '~/documents/consultations/bpu-dqe';
import type { DceSubject } from '~/documents/consultations/subject';
import { analyseLot, type LotAnalysis } from '~/domain/consultations/analysis';
import { withCandidacies } from '~/domain/consultations/candidacies';
import { type ConsultationChoices, priceFormulaOf, renewalNoticeOf } from '~/domain/consultations/consultation';
import { isPastDeadline, registerOf } from '~/domain/consultations/deposits';
import { lotLimitsOf } from '~/domain/consultations/execution-conditions';
import type { Publication, PublishedContent, PublishedTerms } from '~/domain/consultations/publication';
import { valueByCommune } from '~/domain/consultations/value-by-commune';
import { dayInParis, type Instant, timeInParis } from '~/domain/shared/day';
import { sumCents, type UnitPrice } from '~/domain/shared/money';
import type { OfferVocabulary } from '~/imports/offer-workbook';
import { notFound } from '../guard.server';
import { type Prepared, preparedConsultation } from './subject.server';

/** What the contracts will follow, as chosen. */
export function publishedTerms(choices: ConsultationChoices): PublishedTerms {
  const { firmMonths, renewals, renewalMonths, priceForm } = choices;
  return { firmMonths, renewals, renewalMonths, renewalNoticeMonths: renewalNoticeOf(choices), priceForm };
}

/** What is fixed by publishing a file. */
export function publishedContentOf(subject: DceSubject, { consolidation }: Prepared): PublishedContent {
  const { reference, object, choices, advice, lots } = subject;
  return {
    reference,
    object,
    procedure: advice.procedure,
    lots: lots.map(({ number, title, maximumNet, lines }) => ({
      number,
      title,
      maximumNet,
      lines: lines.map((line) => ({
        number: line.number,
        designation: line.designation,
        unit: line.unit,
        quantity: line.quantity,
      })),
    })),
    criteria: choices.criteria,
    priceFormula: priceFormulaOf(choices),
    offersValidityDays: choices.offersValidityDays,
    lotLimits: lotLimitsOf(choices),
    terms: publishedTerms(choices),
    estimates: consolidation.needs.consolidation.lots.map(({ number, lines }) => ({
      lot: number,
      net: lines.every(({ net }) => net !== null) ? sumCents(lines.flatMap(({ net }) => net ?? [])) : null,
    })),
  };
}

/** A consultation with all that happened since its file was made. */
export function conductOf(db: Reads, id: string | undefined, now: Instant) {
  const prepared = preparedConsultation(db, id);
  const consultationId = prepared.consultation.id;
  const publications = listPublications(db, consultationId);
  const [published] = publications;
  const deadline = published && { day: published.deadline, time: published.deadlineTime };
  const deposits = listDeposits(db, consultationId);
  return {
    prepared,
    publications,
    published,
    deadline,
    past: deadline !== undefined && isPastDeadline(deadline, dayInParis(now), timeInParis(now)),
    questions: listQuestions(db, consultationId),
    register: deadline ? withCandidacies(registerOf(deposits, deadline), listCandidacySteps(db, consultationId)) : [],
    opening: findOpening(db, consultationId),
  };
}

export type Conduct = ReturnType<typeof conductOf>;

/** The analysis of each published lot; empty before the opening: nobody looks at offers before it. */
export function analysesOf(db: Reads, conduct: Conduct): readonly LotAnalysis[] {
  const { published, opening, register, prepared } = conduct;
  if (!published || !opening) return [];
  const { id } = prepared.consultation;
  const kept = register.filter(({ standing }) => standing === 'kept');
  const [received, steps, marks] = [listOffers(db, id), listOfferSteps(db, id), listMarks(db, id)];
  return published.content.lots.flatMap(
    ({ number }) => analyseLot(published.content, number, kept, received, steps, marks, lowOfferTests) ?? [],
  );
}

/** The publication in force and the analysis of one lot; ends with 404 when there is none. */
export function analysisOfLot(
  db: Reads,
  conduct: Conduct,
  lot: string | undefined,
): { published: Publication; analysis: LotAnalysis } {
  const analysis = analysesOf(db, conduct).find((one) => String(one.lot.number) === lot);
  return conduct.published && analysis ? { published: conduct.published, analysis } : notFound();
}

/** How the returned workbook of a lot is recognised. */
export function offerVocabulary(lot: { readonly number: number }): OfferVocabulary {
  return { ...sheetNames(lot), schedule: bpuHeaders, estimate: dqeHeaders, total: dqeTotal };
}

/** Value of a ranked offer for each commune, with their names; dearest first, net. */
export function communeValues({ prepared }: Conduct, { lot, offers }: LotAnalysis, depositId: string) {
  const { consolidation, buyers } = prepared.consolidation.needs;
  const rows = offers.find((one) => one.depositId === depositId)?.offer?.reading.schedule ?? [];
  const prices = new Map(
    rows.flatMap(({ number, unitPriceNet }): [string, UnitPrice][] =>
      typeof unitPriceNet === 'number' ? [[number, unitPriceNet]] : [],
    ),
  );
  const lines = consolidation.lots.find(({ number }) => number === lot.number)?.lines ?? [];
  return valueByCommune(lines, prices).map(({ communeId, net }) => ({
    name: buyers.find((buyer) => buyer.communeId === communeId)?.name ?? communeId,
    net,
  }));
}
