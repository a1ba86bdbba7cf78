// What every act on a contract in execution starts from and how it is stored.
import type { Tx } from 'db/client';
import { findSyndicat } from 'db/organisations';
import type { ContractActFacts } from '~/documents/consultations/contract-act';
import type { Day, Instant } from '~/domain/shared/day';
import type { Platform } from '~/platform/context';
import { type BothFormats, storeBoth } from '../both-formats.server';
import type { ContractWhole } from './contract.server';
import { issuerOf } from './report-facts.server';

export interface By {
  readonly userId: string;
  readonly now: Instant;
  readonly today: Day;
}

/** The facts that an act of that day has in common with the others. Throws before the contract is notified. */
export function actFacts(platform: Platform, { contract, holder }: ContractWhole, today: Day): ContractActFacts {
  const { notifiedOn, number, title } = contract;
  if (notifiedOn === null) throw new Error('Nothing to act on before the notification');
  const issuer = issuerOf(platform.db, platform.demonstration);
  return { ...issuer, issuedOn: today, contractNumber: number, title, notifiedOn, holder };
}

interface Act {
  /** What follows the number of the contract in that of the document. */
  readonly suffix: string;
  /** What comes before the number of the contract in the title. */
  readonly title: string;
  /** What comes before the number of the contract in the name of the file. */
  readonly file: string;
  readonly templateVersion: string;
}

/** Stores an act in both formats. Returns the ids of the documents. */
export function storeAct(tx: Tx, { contract }: ContractWhole, bytes: BothFormats, act: Act, by: By) {
  return storeBoth(tx, bytes, {
    kind: 'contractAct',
    number: `${contract.number}-${act.suffix}`,
    issuerId: findSyndicat(tx).id,
    communeId: null,
    supplierId: contract.holderId,
    title: `${act.title} ${contract.number}`,
    issuedOn: by.today,
    issuedAt: by.now,
    issuedBy: by.userId,
    fileName: `${act.file}-${contract.number}`,
    templateVersion: act.templateVersion,
  });
}
