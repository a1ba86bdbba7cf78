// Brings together the final state of a contract, and closes it with its statement.
import { award as catalogue } from 'catalog/award';
import { changeLotTerms } from 'db/accords-cadres';
import type { Reads, Tx } from 'db/client';
import { findConsultation } from 'db/consultations';
import { addClosing, findClosing, listBuyerStates } from 'db/contract-closings';
import { changeContractEnd } from 'db/contracts';
import { addDeed } from 'db/records';
import { contractClosingModel, contractClosingTemplateVersion } from '~/documents/consultations/contract-closing';
import {
  type ClosingKind,
  type ClosingQuestion,
  closedEnd,
  closingKindLabels,
  contractTotals,
  openPoints,
} from '~/domain/consultations/contract-closing';
import { addMonths, type Day } from '~/domain/shared/day';
import type { Platform } from '~/platform/context';
import { type BothFormats, renderBoth } from '../both-formats.server';
import type { ContractWhole } from './contract.server';
import { actFacts, type By, storeAct } from './contract-act.server';

export interface ProposedClosing {
  readonly id: string;
  readonly kind: ClosingKind;
  readonly ground: string | null;
  readonly reason: string;
  readonly lastDay: Day | null;
  readonly retentionUntil: Day | null;
}

/** What each buyer did under a contract, the sums, what is open, and how long the last goods are under warranty. */
export function contractState(db: Reads, { contract, maximumNet }: ContractWhole) {
  const buyers = contract.lotId === null ? [] : listBuyerStates(db, contract.lotId);
  const totals = contractTotals(buyers, maximumNet);
  const years = findConsultation(db, contract.consultationId)?.choices.warrantyYears ?? 0;
  return {
    buyers,
    totals,
    open: openPoints(totals),
    warrantyUntil: totals.lastDeliveredOn === null ? null : addMonths(totals.lastDeliveredOn, 12 * years),
  };
}

export type ContractState = ReturnType<typeof contractState>;

/** The question that the guards of a closing answer. */
export function closingQuestion(db: Reads, whole: ContractWhole, proposed: ProposedClosing, today: Day) {
  const { contract, maximumNet, committedNet, drafts } = whole;
  const { totals } = contractState(db, whole);
  return {
    ...proposed,
    grounds: catalogue.terminationGrounds.map(({ code }) => code),
    lastDay: proposed.lastDay ?? today,
    notifiedOn: contract.notifiedOn,
    endsOn: contract.endsOn,
    closed: findClosing(db, contract.id) !== undefined,
    amendmentPending: drafts.some(({ notifiedOn }) => notifiedOn === null),
    maximumNet,
    committedNet,
    openOrders: totals.toIssue + totals.toDeliver,
    today,
  } satisfies ClosingQuestion;
}

/** The French words of how a contract ends, with their article. */
export function causeOf(kind: ClosingKind, ground: string | null) {
  const found = catalogue.terminationGrounds.find(({ code }) => code === ground);
  if (kind !== 'termination') return { cause: closingKindLabels[kind], ...catalogue.closing[kind] };
  if (!found) throw new Error(`No ground ${ground}`);
  return { ...found, cause: `${closingKindLabels.termination} : ${found.label}` };
}

/** Renders the statement of a closing that nothing stands against. */
export async function renderClosing(
  platform: Platform,
  whole: ContractWhole,
  question: ClosingQuestion & Pick<ProposedClosing, 'retentionUntil'>,
  state: ContractState,
): Promise<BothFormats> {
  const model = contractClosingModel({
    ...actFacts(platform, whole, question.today),
    ...state,
    ...causeOf(question.kind, question.ground),
    endsOn: closedEnd(question),
    reason: question.reason,
    maximumNet: whole.maximumNet,
    retentionUntil: question.retentionUntil,
  });
  return renderBoth(platform, model);
}

/** Closes a contract: its statement, its last day, and that of its lot in the catalogue. */
export function recordClosing(
  tx: Tx,
  whole: ContractWhole,
  question: ClosingQuestion & ProposedClosing,
  { buyers, warrantyUntil, totals, open }: ContractState,
  bytes: BothFormats,
  by: By,
): void {
  const { contract, maximumNet } = whole;
  const { id, kind, reason, retentionUntil } = question;
  const endsOn = closedEnd(question);
  const ground = kind === 'termination' ? question.ground : null;
  const stored = storeAct(
    tx,
    whole,
    bytes,
    { suffix: 'CLOTURE', title: 'Clôture du marché', file: 'cloture', templateVersion: contractClosingTemplateVersion },
    by,
  );
  const row = { id, contractId: contract.id, kind, ground, reason, endsOn, warrantyUntil, retentionUntil, buyers };
  if (!addClosing(tx, { ...row, ...stored, at: by.now, byUserId: by.userId })) return;
  if (endsOn !== contract.endsOn) {
    changeContractEnd(tx, contract.id, endsOn);
    if (contract.lotId !== null) changeLotTerms(tx, contract.lotId, { maximumNet, endsOn, reference: contract.number });
  }
  const subject = { subjectKind: 'contract', subjectId: contract.id };
  const detail = { kind, ground, endsOn, orderedNet: totals.orderedNet, open: open.length };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'contract.closed', ...subject, detail });
}
