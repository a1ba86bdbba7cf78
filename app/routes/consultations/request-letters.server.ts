// Issues the letters of what was asked of the candidates of a lot: each once, as PDF and DOCX of the same content.
import { offerRequests } from 'catalog/clauses/offer-requests';
import { addRequestLetter, listRequestLetters } from 'db/offer-letters';
import { listDeposits } from 'db/offers';
import { findSyndicat } from 'db/organisations';
import { addDeed, addDocument } from 'db/records';
import { offerRequestModel, offerRequestTemplateVersion } from '~/documents/consultations/offer-request';
import { type AnalysedOffer, type RequestKind, requestKinds } from '~/domain/consultations/analysis';
import { findingSentence } from '~/domain/consultations/offer-sentences';
import { type FindingWeight, weightOf } from '~/domain/consultations/offers';
import { yearOf } from '~/domain/shared/day';
import { issueOnce } from '~/platform/issuing';
import type { AskedBy } from '../guard.server';
import { analysisOfLot, conductOf } from './conduct.server';

const formats = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

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
  for (const offer of analysis.offers) {
    for (const step of offer.steps) {
      const kind = requestKinds.find((one) => one === step.kind);
      const deposit = deposits.find(({ id }) => id === step.depositId);
      if (!kind || !deposit || issued.has(step.id)) continue;
      const { deadline } = step;
      if (deadline === null) continue;
      const wording = offerRequests[kind];
      const file = `${wording.title} ${consultation.reference} lot ${analysis.lot.number} ${deposit.candidate}`;
      const modelOf = (number: string) =>
        offerRequestModel({
          number,
          issuedOn: today,
          issuer: {
            name: syndicat.name,
            lines: [syndicat.siret === null ? `SIREN ${syndicat.siren}` : `SIRET ${syndicat.siret}`],
          },
          ...(platform.demonstration ? { mention: 'Démonstration : candidats et prix fictifs' } : {}),
          wording,
          reference: consultation.reference,
          object: published.content.object,
          lot: analysis.lot,
          candidate: { name: deposit.candidate, siret: deposit.siret, email: deposit.email },
          findings: findingsOf(offer, kind),
          text: step.text,
          deadline,
          profileAddress: consultation.choices.profileAddress,
        });
      let docx: Uint8Array = new Uint8Array();
      await issueOnce<true>(db, {
        series: { issuerId: syndicat.id, series: 'offerRequest', year: yearOf(today) },
        numberText: (number) => `DEM-${yearOf(today)}-${String(number).padStart(4, '0')}`,
        render: async (number) => {
          const model = modelOf(number);
          docx = await platform.documents.render({ kind: 'docx', model });
          return platform.documents.render({ kind: 'pdf', model });
        },
        already: (tx) => listRequestLetters(tx, consultation.id).some(({ stepId }) => stepId === step.id) || undefined,
        store: (tx, number, pdf) => {
          const stored = (format: keyof typeof formats, bytes: Uint8Array) =>
            addDocument(tx, {
              kind: 'offerRequest',
              number: `${number}-${format}`,
              issuerId: syndicat.id,
              communeId: null,
              title: `${wording.title}, ${deposit.candidate}`,
              issuedOn: today,
              issuedAt: now,
              issuedBy: user.id,
              fileName: `${number} ${file}.${format}`,
              mediaType: formats[format],
              templateVersion: offerRequestTemplateVersion,
              bytes,
            });
          const letter = {
            stepId: step.id,
            pdfDocumentId: stored('pdf', pdf),
            docxDocumentId: stored('docx', docx),
          };
          addRequestLetter(tx, letter);
          const about = { subjectKind: 'consultation', subjectId: consultation.id };
          const detail = { number, ...letter };
          addDeed(tx, { at: now, userId: user.id, deed: 'consultation.requestLetterIssued', ...about, detail });
          return true;
        },
      });
    }
  }
}
