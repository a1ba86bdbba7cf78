// Brings together what the data sheet of a European notice says of a consultation.
import { type EformsNotice, eformsNotices, eformsTerms } from 'catalog/codes/eforms';
import { listLotDecisions } from 'db/award';
import type { Reads } from 'db/client';
import { findContractOfLot } from 'db/contracts';
import { findSyndicat } from 'db/organisations';
import { totalMonths } from '~/domain/consultations/consultation';
import { type EformsFacts, type EformsLot, eformsSheet } from '~/domain/consultations/eforms';
import { lotLimitsOf } from '~/domain/consultations/execution-conditions';
import { lastAnswerDay } from '~/domain/consultations/publication';
import type { Instant } from '~/domain/shared/day';
import { parseSiret } from '~/domain/shared/identifiers';
import { notFound } from '../guard.server';
import { conductOf } from './conduct.server';

/** The notice of an address; ends with 404 when it is none of ours. */
export function readNotice(text: string | undefined): EformsNotice {
  return text === '16' || text === '29' ? text : notFound();
}

function resultOf(db: Reads, consultationId: string, number: number): EformsLot['result'] {
  const decision = listLotDecisions(db, consultationId).find(({ lotNumber }) => lotNumber === number);
  if (!decision) return null;
  const { ranking, setAside } = decision.basis;
  const chosen = ranking.find(({ depositId }) => depositId === decision.depositId);
  const contract = findContractOfLot(db, consultationId, number);
  return {
    outcome: decision.outcome,
    decidedOn: decision.decidedOn,
    received: ranking.length + setAside.filter(({ why }) => why !== 'late').length,
    ranked: ranking.map(({ priceNet }) => priceNet),
    offer: chosen
      ? { depositId: chosen.depositId, name: chosen.candidate, siret: chosen.siret, net: chosen.priceNet }
      : null,
    contract: contract
      ? { number: contract.number, signedOn: contract.signedOn, maximumNet: contract.maximumNet }
      : null,
  };
}

/** The sheet of a notice for a consultation, from its publication when there is one, from its choices before. */
export function eformsOf(db: Reads, id: string | undefined, notice: EformsNotice, now: Instant) {
  const { prepared, published } = conductOf(db, id, now);
  const { consultation, consolidation, outcome } = prepared;
  const { choices } = consultation;
  const { type, form } = eformsNotices[notice];
  const content = published?.content;
  const syndicat = findSyndicat(db);
  const needs = consolidation.needs.consolidation.lots;
  const cpvOf = (number: number) => choices.lots.find((lot) => lot.number === number)?.cpv ?? null;
  const procedure = content?.procedure ?? (outcome.kind === 'chosen' ? outcome.advice.procedure : 'openCall');
  const months = totalMonths(choices);
  const deadline = published
    ? { day: published.deadline, time: published.deadlineTime }
    : { day: choices.offersDeadline, time: choices.offersDeadlineTime };
  const calendar = outcome.kind === 'chosen' ? outcome.advice.calendar.steps : [];
  const before = calendar.find(({ kind }) => kind === 'lastAnswers')?.days;
  const facts: EformsFacts = {
    ...{ notice, type, form },
    buyer: {
      name: syndicat.name,
      siret: parseSiret(syndicat.siret ?? '') ?? null,
      city: syndicat.city,
      postalCode: syndicat.postalCode,
      email: choices.contactEmail,
      phone: syndicat.phone,
    },
    object: content?.object ?? consultation.object,
    procedure,
    urgent: choices.urgent,
    lotLimits: lotLimitsOf(choices),
    estimateNet: outcome.kind === 'chosen' ? outcome.advice.lotsNet : null,
    lots: (content?.lots ?? choices.lots).map(({ number, title, maximumNet }) => ({
      ...{ number, title, maximumNet },
      lines: needs.find((lot) => lot.number === number)?.lines.length ?? 0,
      cpv: cpvOf(number),
      estimateNet: content?.estimates.find(({ lot }) => lot === number)?.net ?? null,
      result: resultOf(db, consultation.id, number),
    })),
    criteria: content?.criteria ?? choices.criteria,
    months,
    renewals: choices.renewals,
    longDurationReason: choices.longDurationReason,
    profileAddress: choices.profileAddress,
    deadline,
    lastQuestionDay: before === undefined ? null : lastAnswerDay(deadline.day, before),
    validityDays: content?.offersValidityDays ?? choices.offersValidityDays,
  };
  return {
    id: consultation.id,
    reference: consultation.reference,
    formal: procedure === 'openCall',
    decided: facts.lots.some(({ result }) => result !== null),
    rows: eformsSheet(facts, eformsTerms),
  };
}
