// Issues the letters of what was asked of the candidates of a lot.
import { offerRequests } from 'catalog/clauses/offer-requests';
import { addRequestLetter, listRequestLetters } from 'db/offer-letters';
import { listDeposits } from 'db/offers';
import { type AnalysedOffer, type RequestKind, requestKinds } from '~/domain/consultations/analysis';
import { findingSentence } from '~/domain/consultations/offer-sentences';
import { type FindingWeight, weightOf } from '~/domain/consultations/offers';
import type { AskedBy } from '../guard.server';
import { analysisOfLot, conductOf } from './conduct.server';
import { issueRequestLetter } from './request-letter.server';

/** What each request quotes of the offer. The tests of low prices are not told: they only call for the question. */
const quoted: Readonly<Record<RequestKind, FindingWeight | null>> = {
  regularisationAsked: 'irregular',
  justificationAsked: null,
  clarificationAsked: 'toAsk',
};

function findingsOf({ assessed }: AnalysedOffer, kind: RequestKind): readonly string[] {
  return (assessed?.findings ?? []).filter((one) => weightOf(one) === quoted[kind]).map(findingSentence);
}

/** Issues the letters that are not issued yet for a lot; a repeat issues nothing. */
export async function issueRequestLetters(asked: AskedBy): Promise<void> {
  const { db, params, now } = asked;
  const conduct = conductOf(db, params['id'], now);
  const { analysis } = analysisOfLot(db, conduct, params['lot']);
  const { id } = conduct.prepared.consultation;
  const issued = new Set(listRequestLetters(db, id).map(({ stepId }) => stepId));
  const deposits = listDeposits(db, id);
  for (const offer of analysis.offers) {
    for (const { id: stepId, kind: stepKind, depositId, deadline, text } of offer.steps) {
      const kind = requestKinds.find((one) => one === stepKind);
      const deposit = deposits.find((one) => one.id === depositId);
      if (!kind || !deposit || deadline === null || issued.has(stepId)) continue;
      await issueRequestLetter(asked, conduct, {
        stepId,
        wording: offerRequests[kind],
        lot: analysis.lot,
        deposit,
        findings: findingsOf(offer, kind),
        text,
        deadline,
        isIssued: (tx) => listRequestLetters(tx, id).some((letter) => letter.stepId === stepId),
        record: addRequestLetter,
      });
    }
  }
}
