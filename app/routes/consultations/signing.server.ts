// What the signature of an awarded lot is held against, and how its contract is born.
import { award as catalogue } from 'catalog/award';
import { thresholds } from 'catalog/thresholds';
import { listAwardCertificates } from 'db/award';
import type { Reads, Tx } from 'db/client';
import { addContract, isContractNumberTaken } from 'db/contracts';
import { listDeposits } from 'db/offers';
import { addOrganisation, findSupplierBySiren } from 'db/organisations';
import { addDeed } from 'db/records';
import { lettersOf } from '~/domain/consultations/award-letters';
import { procedureQuestion } from '~/domain/consultations/consultation';
import { chooseProcedure } from '~/domain/consultations/procedure';
import type { SigningQuestion } from '~/domain/consultations/signing';
import type { Day, Instant } from '~/domain/shared/day';
import { parseSiren } from '~/domain/shared/identifiers';
import type { AwardedLot } from './award.server';
import { publishedTerms } from './conduct.server';

export interface Signature {
  readonly id: string;
  readonly signedOn: Day;
  readonly signatory: string;
  readonly capacity: string;
  readonly number: string;
  readonly cpv: string;
  /** The awardee's own extension of its offer, when it accepted one. */
  readonly validUntil: Day | null;
}

/** The question that the guards of the signature answer. */
export function signingQuestion(
  db: Reads,
  awarded: AwardedLot,
  { signedOn, number, validUntil }: Pick<Signature, 'signedOn' | 'number' | 'validUntil'>,
  today: Day,
): SigningQuestion {
  const { decision, letters, published, disputes, contract, extendedUntil } = awarded;
  const until = [awarded.validUntil, extendedUntil, validUntil].filter((day) => day != null).sort();
  return {
    procedure: published.content.procedure,
    outcome: decision.outcome,
    decidedOn: decision.decidedOn,
    alreadySigned: contract !== undefined,
    letters: letters.map(({ candidate, kind, sentOn, signableFrom }) => ({
      candidate,
      award: kind === 'award',
      sentOn,
      signableFrom,
    })),
    lettersDue: lettersOf(decision.outcome, decision.depositId, decision.basis).length,
    onlyCandidate: awarded.onlyCandidate,
    standstill: awarded.standstill,
    pendingDisputes: disputes.filter(({ closedOn }) => closedOn === null),
    certificates: listAwardCertificates(db, decision.id).map(({ code }) => code),
    offerValidUntil: until.at(-1) ?? signedOn,
    signedOn,
    today,
    number,
    numberTaken: isContractNumberTaken(db, number),
    catalogue,
  };
}

function holderOf(tx: Tx, { chosen, consultationId }: AwardedLot, demonstration: boolean): string {
  const siren = chosen && parseSiren(chosen.siret.slice(0, 9));
  if (!chosen || !siren) throw new Error('An awarded offer has no SIREN');
  const known = findSupplierBySiren(tx, siren);
  if (known) return known.id;
  const id = `titulaire-${siren}`;
  const deposit = listDeposits(tx, consultationId).find((one) => one.id === chosen.depositId);
  addOrganisation(tx, {
    id,
    kind: 'supplier',
    name: chosen.candidate,
    siren,
    siret: chosen.siret,
    siretSource: 'given',
    email: deposit?.email ?? null,
    fictitious: demonstration,
  });
  return id;
}

/** Records the signed contract of a lot, and its holder when nobody knew it; a second sending of the form adds nothing. */
export function recordSignature(
  tx: Tx,
  awarded: AwardedLot,
  signature: Signature,
  by: { readonly userId: string; readonly now: Instant; readonly demonstration: boolean },
): void {
  const { decision, published, conduct, consultationId } = awarded;
  const { choices } = conduct.prepared.consultation;
  const lot = published.content.lots.find(({ number }) => number === decision.lotNumber);
  if (!lot || decision.offerNet === null) throw new Error('An awarded lot has neither lot nor amount');
  // Thresholds are those of the day the notice was sent (CCP R2121-3).
  const outcome = chooseProcedure(procedureQuestion(choices, published.sentOn), thresholds);
  const advice = outcome.kind === 'chosen' ? outcome.advice : undefined;
  const { validUntil: _validUntil, ...signed } = signature;
  const terms = published.content.terms ?? publishedTerms(choices);
  const added = addContract(tx, {
    ...signed,
    consultationId,
    lotNumber: decision.lotNumber,
    decisionId: decision.id,
    title: lot.title,
    procedure: published.content.procedure,
    holderId: holderOf(tx, awarded, by.demonstration),
    maximumNet: lot.maximumNet,
    offerNet: decision.offerNet,
    needNet: advice?.valueNet ?? lot.maximumNet,
    offersReceived: decision.basis.ranking.length + decision.basis.setAside.filter(({ why }) => why !== 'late').length,
    ...terms,
    legalityControl: advice?.duties.some(({ kind }) => kind === 'legalityControl') ?? false,
    at: by.now,
    byUserId: by.userId,
  });
  if (!added) return;
  const subject = { subjectKind: 'contract', subjectId: signature.id };
  const detail = { ...signature, consultationId, lot: decision.lotNumber };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'contract.signed', ...subject, detail });
}
