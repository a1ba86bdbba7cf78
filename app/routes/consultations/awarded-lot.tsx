// The sequel of the decision on one lot: letters, certificates of the awardee, disputes, signature.
import { randomUUID } from 'node:crypto';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { award as catalogue } from 'catalog/award';
import { listAwardCertificates } from 'db/award';
import { isAllowed } from '~/domain/accounts/permissions';
import { outcomeLabels } from '~/domain/consultations/award';
import { letterLabels } from '~/domain/consultations/award-letters';
import { mustBeChecked } from '~/domain/consultations/sentences';
import { earliestSignature, proposedContractNumber } from '~/domain/consultations/signing';
import { addDays } from '~/domain/shared/day';
import { formatCents, formatDay } from '~/domain/shared/format';
import { AwardLetters } from '~/ui/consultations/award-letters';
import { Certificates } from '~/ui/consultations/certificates';
import { Disputes } from '~/ui/consultations/disputes';
import { SignatureForm } from '~/ui/consultations/signature-form';
import { Badge, Facts, PageHead } from '~/ui/parts';
import { reader } from '../guard.server';
import { awardedLot, awardOf } from './award.server';
import { lettersToIssue } from './award-letters.server';
import { signingQuestion } from './signing.server';

export const meta: MetaFunction = () => [{ title: 'Suite de l’attribution – Préau' }];

export const loader = reader('consultation.read', ({ db, user, params, now, today }) => {
  const awarded = awardedLot(awardOf(db, params['id'], now), params['lot']);
  const { decision, conduct, published, letters, standstill, contract } = awarded;
  const { id, reference } = conduct.prepared.consultation;
  const formal = published.content.procedure === 'openCall';
  const number = proposedContractNumber(reference, decision.lotNumber);
  const question = signingQuestion(db, awarded, { signedOn: today, number, validUntil: null }, today);
  const received = listAwardCertificates(db, decision.id);
  const choice = conduct.prepared.consultation.choices.lots.find((lot) => lot.number === decision.lotNumber);
  return {
    id,
    reference,
    today,
    lot: { number: decision.lotNumber, title: decision.basis.title },
    outcome: decision.outcome,
    decidedOn: decision.decidedOn,
    reason: decision.reason,
    awardee: awarded.chosen?.candidate ?? null,
    offerNet: decision.offerNet,
    formal,
    onlyCandidate: awarded.onlyCandidate,
    toIssue: lettersToIssue(awarded).map(
      ({ candidate, kind }) => `${candidate}\u202f: ${letterLabels[kind].toLowerCase()}`,
    ),
    certificatesDue: addDays(today, 10),
    letters: letters.map((letter) => ({
      id: letter.id,
      candidate: letter.candidate,
      label: letterLabels[letter.kind],
      plannedOn: letter.plannedOn,
      sentOn: letter.sentOn,
      pdfDocumentId: letter.pdfDocumentId,
      docxDocumentId: letter.docxDocumentId,
    })),
    texts: Object.values(catalogue.sentences)
      .filter(({ confidence }) => mustBeChecked(confidence))
      .map(({ article }) => article),
    standstill: standstill && {
      days: standstill.days,
      signableFrom: earliestSignature(question) ?? standstill.signableFrom,
      article: standstill.article,
      note: catalogue.standstillCounting.note,
    },
    certificates: catalogue.certificates.map(({ code, label, article, always, confidence }) => ({
      code,
      label,
      article,
      always,
      check: mustBeChecked(confidence),
      receivedOn: received.find((one) => one.code === code)?.receivedOn ?? null,
    })),
    disputes: awarded.disputes.map(({ id: disputeId, filedOn, reference: case_, closedOn, ruling }) => ({
      id: disputeId,
      filedOn,
      reference: case_,
      closedOn,
      ruling,
    })),
    contract: contract ? { id: contract.id, number: contract.number } : null,
    proposed: { number, cpv: choice?.cpv ?? '' },
    newId: randomUUID(),
    mayRun: isAllowed(user.roles, 'consultation.run'),
  };
});

export default function AwardedLotPage() {
  const shown = useLoaderData<typeof loader>();
  const { id, lot, outcome } = shown;
  const address = `/consultations/${id}/attribution/${lot.number}`;
  return (
    <article>
      <PageHead
        title={`Lot ${lot.number} – ${lot.title}`}
        crumbs={[
          { to: `/consultations/${id}`, label: `Consultation ${shown.reference}` },
          { to: `/consultations/${id}/attribution`, label: 'Attribution' },
        ]}
      />
      <section className="card">
        <Facts
          entries={[
            [
              'Décision',
              <span key="decision">
                <Badge tone={outcome === 'awarded' ? 'good' : 'warn'}>{outcomeLabels[outcome]}</Badge> le{' '}
                {formatDay(shown.decidedOn)}
              </span>,
            ],
            ...(shown.awardee === null ? [] : ([['Attributaire', shown.awardee]] as const)),
            ...(shown.offerNet === null
              ? []
              : ([['Montant estimatif de l’offre', `${formatCents(shown.offerNet)} HT`]] as const)),
            ...(shown.reason === null ? [] : ([['Motifs', shown.reason]] as const)),
          ]}
        />
      </section>
      <AwardLetters shown={shown} address={address} />
      {outcome === 'awarded' && (
        <>
          <Certificates shown={shown} address={address} />
          {(shown.contract === null || shown.disputes.length > 0) && <Disputes shown={shown} address={address} />}
          <SignatureForm shown={shown} address={address} />
        </>
      )}
    </article>
  );
}
