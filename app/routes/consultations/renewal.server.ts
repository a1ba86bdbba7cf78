// Establishes a decision on a renewal with its letter, and lets it bind once the holder has received it.
import { award as catalogue } from 'catalog/award';
import { changeLotTerms } from 'db/accords-cadres';
import type { Tx } from 'db/client';
import { addRenewal, type Renewal, receiveRenewal } from 'db/contract-renewals';
import { changeContractEnd } from 'db/contracts';
import { addDeed } from 'db/records';
import { renewalLetterModel, renewalLetterTemplateVersion } from '~/documents/consultations/renewal-letter';
import {
  contractPeriods,
  periodStateLabels,
  type RenewalOutcome,
  renewalTerms,
} from '~/domain/consultations/contract-periods';
import type { RenewalQuestion } from '~/domain/consultations/renewals';
import type { Day } from '~/domain/shared/day';
import type { Platform } from '~/platform/context';
import { type BothFormats, renderBoth } from '../both-formats.server';
import type { ContractWhole } from './contract.server';
import { actFacts, type By, storeAct } from './contract-act.server';

export interface ProposedRenewal {
  readonly id: string;
  readonly number: number;
  readonly outcome: RenewalOutcome;
  readonly reason: string;
}

/** The question that the guards of a decision answer. */
export function renewalQuestion(whole: ContractWhole, proposed: ProposedRenewal, today: Day): RenewalQuestion {
  return { ...whole.contract, decisions: whole.renewals, ...proposed, notice: catalogue.renewalNotice, today };
}

/** The last day to refuse a renewal. Throws when the contract has no such renewal. */
export function renewalTerm({ contract }: ContractWhole, number: number) {
  const found = renewalTerms(contract).find((term) => term.number === number);
  if (!found) throw new Error(`No renewal ${number}`);
  return found;
}

/** The day the contract ends by a decision: that of the period before when refused. */
function endBy(whole: ContractWhole, { number, outcome }: ProposedRenewal, today: Day): Day {
  if (outcome === 'refused') return renewalTerm(whole, number).previousEnd;
  const periods = contractPeriods(whole.contract, whole.renewals, today);
  const period = periods.find((one) => one.number === number);
  if (!period) throw new Error(`No period ${number}`);
  return period.to;
}

/** Renders the letter of a decision that nothing stands against. */
export async function renderRenewal(
  platform: Platform,
  whole: ContractWhole,
  proposed: ProposedRenewal,
  today: Day,
): Promise<BothFormats> {
  const { contract, renewals } = whole;
  // What the periods become once this letter is received.
  const decided = { ...proposed, decidedOn: today, receivedOn: today };
  const endsOn = endBy(whole, proposed, today);
  const after = proposed.outcome === 'refused' ? { ...contract, endsOn } : contract;
  const model = renewalLetterModel({
    ...actFacts(platform, whole, today),
    ...proposed,
    decideBy: renewalTerm(whole, proposed.number).decideBy,
    endsOn,
    periods: contractPeriods(after, [...renewals, decided], today).map((period) => ({
      ...period,
      state: periodStateLabels[period.state],
    })),
    catalogue,
  });
  return renderBoth(platform, model);
}

/** Stores a decision and its letter; a refusal changes nothing before its receipt. */
export function recordRenewal(
  tx: Tx,
  whole: ContractWhole,
  proposed: ProposedRenewal,
  bytes: BothFormats,
  by: By,
): void {
  const { contract, renewals } = whole;
  const { number, outcome } = proposed;
  const rank = renewals.filter((one) => one.number === number).length + 1;
  const stored = storeAct(
    tx,
    whole,
    bytes,
    {
      suffix: `RECONDUCTION-${number}-${rank}`,
      title: `${outcome === 'renewed' ? 'Reconduction' : 'Non-reconduction'} ${number} du marché`,
      file: `reconduction-${number}-${rank}`,
      templateVersion: renewalLetterTemplateVersion,
    },
    by,
  );
  const endsOn = endBy(whole, proposed, by.today);
  const row = { ...proposed, contractId: contract.id, endsOn, decidedOn: by.today, ...stored };
  if (!addRenewal(tx, { ...row, at: by.now, byUserId: by.userId })) return;
  const subject = { subjectKind: 'contract', subjectId: contract.id };
  const detail = { number, outcome, endsOn };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'contract.renewalDecided', ...subject, detail });
}

/** Lets a decision bind: a refusal moves the last day of the contract and of its lot in the catalogue. */
export function applyRenewal(tx: Tx, whole: ContractWhole, renewal: Renewal, receivedOn: Day, by: By): void {
  if (!receiveRenewal(tx, renewal.id, receivedOn)) return;
  const { contract, maximumNet } = whole;
  const { endsOn, number, outcome } = renewal;
  if (outcome === 'refused') {
    changeContractEnd(tx, contract.id, endsOn);
    if (contract.lotId !== null) changeLotTerms(tx, contract.lotId, { maximumNet, endsOn, reference: contract.number });
  }
  const subject = { subjectKind: 'contract', subjectId: contract.id };
  const detail = { number, outcome, receivedOn, endsOn };
  addDeed(tx, { at: by.now, userId: by.userId, deed: 'contract.renewalReceived', ...subject, detail });
}
