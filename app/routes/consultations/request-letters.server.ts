// Issues the letters of what was asked of the candidates of a lot: each once, as PDF and DOCX of the same content.
import { offerRequests } from 'catalog/clauses/offer-requests';
import { addRequestLetter, listRequestLetters } from 'db/offer-letters';
import { listDeposits } from 'db/offers';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import { offerRequestModel, offerRequestTemplateVersion } from '~/documents/consultations/offer-request';
import { type AnalysedOffer, type RequestKind, requestKinds } from '~/domain/consultations/analysis';
import { findingSentence } from '~/domain/consultations/offer-sentences';
import { type FindingWeight, weightOf } from '~/domain/consultations/offers';
import { yearOf } from '~/domain/shared/day';
import { issueOnce } from '~/platform/issuing';
import { type BothFormats, renderBoth, storeBoth } from '../both-formats.server';
import type { AskedBy } from '../guard.server';
import { analysisOfLot, conductOf } from './conduct.server';
import { issuerOf } from './report-facts.server';

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
export async function issueRequestLetters({ db, user, params, now, today, platform }: AskedBy): Promise<void> {
  const conduct = conductOf(db, params['id'], now);
  const { published, analysis } = analysisOfLot(db, conduct, params['lot']);
  const { consultation } = conduct.prepared;
  const issued = new Set(listRequestLetters(db, consultation.id).map(({ stepId }) => stepId));
  const syndicat = findSyndicat(db);
  const deposits = listDeposits(db, consultation.id);
  const missing = analysis.offers.flatMap((offer) =>
    offer.steps.flatMap((step) => {
      const kind = requestKinds.find((one) => one === step.kind);
      const deposit = deposits.find(({ id }) => id === step.depositId);
      if (!kind || !deposit || step.deadline === null || issued.has(step.id)) return [];
      return [{ step, deposit, deadline: step.deadline, kind, findings: findingsOf(offer, kind) }];
    }),
  );
  for (const { step, deposit, deadline, kind, findings } of missing) {
    const wording = offerRequests[kind];
    const modelOf = (number: string) =>
      offerRequestModel({
        ...issuerOf(db, platform.demonstration),
        number,
        issuedOn: today,
        wording,
        reference: consultation.reference,
        object: published.content.object,
        lot: analysis.lot,
        candidate: { name: deposit.candidate, siret: deposit.siret, email: deposit.email },
        findings,
        text: step.text,
        deadline,
        profileAddress: consultation.choices.profileAddress,
      });
    let bytes: BothFormats = { pdf: new Uint8Array(), docx: new Uint8Array() };
    await issueOnce<true>(db, {
      series: { issuerId: syndicat.id, series: 'offerRequest', year: yearOf(today) },
      numberText: (number) => `DEM-${yearOf(today)}-${String(number).padStart(4, '0')}`,
      render: async (number) => {
        bytes = await renderBoth(platform, modelOf(number));
        return bytes.pdf;
      },
      already: (tx) => listRequestLetters(tx, consultation.id).some(({ stepId }) => stepId === step.id) || undefined,
      store: (tx, number) => {
        const stored = storeBoth(tx, bytes, {
          kind: 'offerRequest',
          number,
          issuerId: syndicat.id,
          communeId: null,
          title: `${wording.title}, ${deposit.candidate}`,
          issuedOn: today,
          issuedAt: now,
          issuedBy: user.id,
          fileName: `${number} ${wording.title} ${consultation.reference} lot ${analysis.lot.number} ${deposit.candidate}`,
          templateVersion: offerRequestTemplateVersion,
        });
        const letter = { stepId: step.id, ...stored };
        addRequestLetter(tx, letter);
        const about = { subjectKind: 'consultation', subjectId: consultation.id };
        const detail = { number, ...letter };
        addDeed(tx, { at: now, userId: user.id, deed: 'consultation.requestLetterIssued', ...about, detail });
        return true;
      },
    });
  }
}
