// Establishes an amendment with its documents, and lets it take effect once signed and received.
import { award as catalogue } from 'catalog/award';
import { thresholds } from 'catalog/thresholds';
import { changeLotTerms } from 'db/accords-cadres';
import type { Reads, Tx } from 'db/client';
import { findClosing } from 'db/contract-closings';
import { addAmendment, changeContractEnd, type DraftAmendment, listAllAmendments, notifyAmendment } from 'db/contracts';
import { addDeed } from 'db/records';
import { type AmendmentFacts, amendmentModel, amendmentTemplateVersion } from '~/documents/consultations/amendment';
import type { AmendmentKind, AmendmentQuestion } from '~/domain/consultations/amendments';
import { inForce } from '~/domain/consultations/in-force';
import type { Day } from '~/domain/shared/day';
import { type Cents, cents } from '~/domain/shared/money';
import type { Platform } from '~/platform/context';
import { type BothFormats, renderBoth } from '../both-formats.server';
import { type ContractWhole, contractOf } from './contract.server';
import { actFacts, type By, storeAct } from './contract-act.server';

export interface ProposedAmendment {
  readonly id: string;
  readonly kind: AmendmentKind;
  readonly object: string;
  readonly reason: string;
  readonly maximumNet: Cents;
  readonly endsOn: Day;
  readonly caoOpinionOn: Day | null;
}

/** The question that the guards of an amendment answer. */
export function amendmentQuestion(
  db: Reads,
  { contract, maximumNet, committedNet }: ContractWhole,
  proposed: ProposedAmendment,
  today: Day,
): AmendmentQuestion {
  const row = inForce(thresholds.procedures, today);
  return {
    ...contract,
    kind: proposed.kind,
    closed: findClosing(db, contract.id) !== undefined,
    initialNet: contract.maximumNet,
    maximumNetBefore: maximumNet,
    maximumNetAfter: proposed.maximumNet,
    endsOnAfter: proposed.endsOn,
    committedNet,
    earlier: listAllAmendments(db, contract.id).map((one) => ({
      kind: one.kind,
      changeNet: cents(one.maximumNetAfter - one.maximumNetBefore),
      pending: one.notifiedOn === null,
    })),
    formalNet: row ? cents(row.formal.netCents) : null,
    caoOpinionOn: proposed.caoOpinionOn,
    today,
    catalogue,
  };
}

/** Renders the amendment, as the next one of its contract. */
export async function renderAmendment(
  platform: Platform,
  whole: ContractWhole,
  proposed: ProposedAmendment,
  today: Day,
): Promise<BothFormats> {
  const { contract, maximumNet, drafts } = whole;
  const rule = catalogue.amendments.find(({ kind }) => kind === proposed.kind);
  if (!rule || contract.endsOn === null) throw new Error('Nothing to amend');
  const facts: AmendmentFacts = {
    ...actFacts(platform, whole, today),
    number: drafts.length + 1,
    rule,
    object: proposed.object,
    reason: proposed.reason,
    initialNet: contract.maximumNet,
    maximumNetBefore: maximumNet,
    maximumNetAfter: proposed.maximumNet,
    endsOnBefore: contract.endsOn,
    endsOnAfter: proposed.endsOn,
    caoOpinionOn: proposed.caoOpinionOn,
  };
  return renderBoth(platform, amendmentModel(facts));
}

/** Stores the amendment and its documents; it changes nothing before its notification. */
export function recordAmendment(
  tx: Tx,
  whole: ContractWhole,
  proposed: ProposedAmendment,
  bytes: BothFormats,
  by: By,
): void {
  const { contract, maximumNet, drafts } = whole;
  if (contract.endsOn === null) return;
  const number = drafts.length + 1;
  const stored = storeAct(
    tx,
    whole,
    bytes,
    {
      suffix: `AVENANT-${number}`,
      title: `Avenant ${number} au marché`,
      file: `avenant-${number}`,
      templateVersion: amendmentTemplateVersion,
    },
    by,
  );
  const { id, kind, object, reason, caoOpinionOn } = proposed;
  const figures = {
    maximumNetBefore: maximumNet,
    maximumNetAfter: proposed.maximumNet,
    endsOnBefore: contract.endsOn,
    endsOnAfter: proposed.endsOn,
  };
  const row = { id, kind, object, reason, caoOpinionOn, number, contractId: contract.id, ...figures, ...stored };
  if (!addAmendment(tx, { ...row, at: by.now, byUserId: by.userId })) return;
  const subject = { subjectKind: 'contract', subjectId: contract.id };
  const detail = { number, kind, ...figures };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'contract.amendmentEstablished', ...subject, detail });
}

/** Lets an amendment take effect: its dates, the end of the contract, the maximum and the end of the lot. */
export function applyAmendment(
  tx: Tx,
  { contract }: ContractWhole,
  amendment: DraftAmendment,
  dates: { readonly signedOn: Day; readonly notifiedOn: Day },
  by: By,
): void {
  if (!notifyAmendment(tx, amendment.id, dates)) return;
  changeContractEnd(tx, contract.id, amendment.endsOnAfter);
  if (contract.lotId !== null)
    changeLotTerms(tx, contract.lotId, {
      maximumNet: amendment.maximumNetAfter,
      endsOn: amendment.endsOnAfter,
      reference: contract.number,
    });
  const subject = { subjectKind: 'contract', subjectId: contract.id };
  const detail = { number: amendment.number, ...dates, endsOn: contractOf(tx, contract.id).contract.endsOn };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'contract.amended', ...subject, detail });
}
