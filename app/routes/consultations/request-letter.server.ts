// Issues one letter that asks something of a candidate: once, as PDF and DOCX of the same content.
import type { RequestWording } from 'catalog/clauses/offer-requests';
import type { Tx } from 'db/client';
import { findSyndicat } from 'db/organisations';
import { addDeed } from 'db/records';
import { offerRequestModel, offerRequestTemplateVersion } from '~/documents/consultations/offer-request';
import type { Deposit } from '~/domain/consultations/deposits';
import { type Day, yearOf } from '~/domain/shared/day';
import { issueOnce } from '~/platform/issuing';
import { type BothFormats, renderBoth, storeBoth } from '../both-formats.server';
import type { AskedBy } from '../guard.server';
import type { Conduct } from './conduct.server';
import { issuerOf } from './report-facts.server';

export interface RequestLetter {
  readonly stepId: string;
  readonly wording: RequestWording;
  readonly lot: { readonly number: number; readonly title: string } | null;
  readonly deposit: Pick<Deposit, 'candidate' | 'siret'> & { readonly email: string | null };
  /** What the letter quotes of what was received. */
  readonly findings: readonly string[];
  readonly text: string | null;
  readonly deadline: Day;
  readonly isIssued: (tx: Tx) => boolean;
  readonly record: (
    tx: Tx,
    letter: { readonly stepId: string; readonly pdfDocumentId: string; readonly docxDocumentId: string },
  ) => void;
}

/** Issues the letter under the next number of its series, with its deed; a repeat issues nothing. */
export async function issueRequestLetter(
  { db, user, now, today, platform }: AskedBy,
  { prepared: { consultation }, published }: Conduct,
  letter: RequestLetter,
): Promise<void> {
  const { stepId, wording, lot, deposit } = letter;
  const syndicat = findSyndicat(db);
  const modelOf = (number: string) =>
    offerRequestModel({
      ...issuerOf(db, platform.demonstration),
      number,
      issuedOn: today,
      wording,
      reference: consultation.reference,
      object: published?.content.object ?? consultation.object,
      lot,
      candidate: { name: deposit.candidate, siret: deposit.siret, email: deposit.email },
      findings: letter.findings,
      text: letter.text,
      deadline: letter.deadline,
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
    already: (tx) => letter.isIssued(tx) || undefined,
    store: (tx, number) => {
      const about = lot ? ` lot ${lot.number}` : '';
      const stored = storeBoth(tx, bytes, {
        kind: 'offerRequest',
        number,
        issuerId: syndicat.id,
        communeId: null,
        title: `${wording.title}, ${deposit.candidate}`,
        issuedOn: today,
        issuedAt: now,
        issuedBy: user.id,
        fileName: `${number} ${wording.title} ${consultation.reference}${about} ${deposit.candidate}`,
        templateVersion: offerRequestTemplateVersion,
      });
      const issued = { stepId, ...stored };
      letter.record(tx, issued);
      const subject = { subjectKind: 'consultation', subjectId: consultation.id };
      const detail = { number, ...issued };
      addDeed(tx, { at: now, userId: user.id, deed: 'consultation.requestLetterIssued', ...subject, detail });
      return true;
    },
  });
}
