// What the presentation report of a consultation says now, and the form of what only the buyer knows.
import { award as catalogue } from 'catalog/award';
import { presentationDuty, presentationItems } from 'catalog/award/presentation';
import { thresholds } from 'catalog/thresholds';
import type { Reads } from 'db/client';
import { findSyndicat } from 'db/organisations';
import { z } from 'zod';
import { conditionTexts } from '~/documents/consultations/choice-note';
import type { PresentationFacts } from '~/documents/consultations/presentation';
import { candidacyStepSentences, examined } from '~/domain/consultations/candidacies';
import { allotmentSentence } from '~/domain/consultations/execution-conditions';
import { inForce } from '~/domain/consultations/in-force';
import {
  isPresentationDue,
  type PresentationAnswers,
  presentationRefusalSentence,
  presentationRefusals,
} from '~/domain/consultations/presentation';
import { letterhead } from '~/domain/organisations/letterhead';
import { cents, sumCents } from '~/domain/shared/money';
import type { Award } from './award.server';
import { issuerOf } from './report-facts.server';

const told = (asked: string) => z.string().trim().min(5, asked).max(4000);

export const presentationSchema = z.object({
  priorExchanges: told('Dites quels échanges ont eu lieu et ce qui a préservé la concurrence, ou écrivez « Aucun ».'),
  conflicts: told('Dites quels conflits d’intérêts ont été décelés et les mesures prises, ou écrivez « Aucun ».'),
  more: z.string().trim().max(4000).default(''),
});

/** The answers of the form, those by lot included. */
export function answersOf(
  { priorExchanges, conflicts, more }: z.output<typeof presentationSchema>,
  form: FormData,
  lots: readonly number[],
): PresentationAnswers {
  const subcontracting = lots.flatMap((lot) => {
    const text = String(form.get(`subcontracting-${lot}`) ?? '')
      .trim()
      .slice(0, 2000);
    return text === '' ? [] : [[String(lot), text] as const];
  });
  return {
    priorExchanges,
    conflicts,
    more: more === '' ? null : more,
    subcontracting: Object.fromEntries(subcontracting),
  };
}

/** What the report would say with these answers; undefined until the consultation is published. */
export function presentationSaid(
  db: Reads,
  award: Award,
  answers: PresentationAnswers,
  demonstration: boolean,
): Omit<PresentationFacts, 'version' | 'issuedOn'> | undefined {
  const { published, prepared, register } = award.conduct;
  if (!published) return undefined;
  const { content, sentOn } = published;
  const { choices } = prepared.consultation;
  const row = inForce(thresholds.procedures, sentOn);
  const formalNet = cents(row?.formal.netCents ?? 0);
  const valueNet = cents(sumCents(content.lots.map(({ maximumNet }) => maximumNet)) + choices.alreadyBoughtNet);
  const { outcome } = prepared;
  return {
    ...issuerOf(db, demonstration),
    issuer: letterhead(findSyndicat(db)),
    publication: published,
    valueNet,
    formalNet,
    due: isPresentationDue(valueNet, formalNet),
    buyers: prepared.consolidation.needs.buyers.length,
    allotment: allotmentSentence(content.lots.length, choices, thresholds.singleLotCases),
    conditions: outcome.kind === 'chosen' ? conditionTexts({ choices, advice: outcome.advice, thresholds }) : [],
    candidacies: examined(register).map(({ candidate, siret, lots, candidacy: { state, steps } }) => ({
      candidate,
      siret,
      lots,
      admitted: state === 'admitted',
      said: steps.flatMap((step) => candidacyStepSentences(step, catalogue)),
    })),
    lots: content.lots.flatMap(({ number, title, maximumNet }) => {
      const decision = award.decisions.find(({ lotNumber }) => lotNumber === number);
      if (!decision) return [];
      const { outcome: issue, decidedOn, reason, depositId, offerNet, basis } = decision;
      const contract = award.contracts.find(({ lotNumber }) => lotNumber === number);
      return [
        {
          number,
          title,
          maximumNet,
          outcome: issue,
          decidedOn,
          reason,
          depositId,
          offerNet,
          basis,
          contractNumber: contract?.number ?? null,
        },
      ];
    }),
    answers,
    items: presentationItems,
    duty: presentationDuty,
  };
}

/** Why the report may not be issued now, in French. */
export function presentationAgainst({ conduct, decisions }: Award): readonly string[] {
  const lots = conduct.published?.content.lots.map(({ number }) => number) ?? [];
  const decided = decisions.map(({ lotNumber }) => lotNumber);
  return presentationRefusals(conduct.published !== undefined, lots, decided).map(presentationRefusalSentence);
}
