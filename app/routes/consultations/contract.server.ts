// Brings together a contract and what its dates call for.
import { award } from 'catalog/award';
import { thresholds } from 'catalog/thresholds';
import { committedNetByLot } from 'db/accords-cadres';
import type { Reads } from 'db/client';
import { listRenewals } from 'db/contract-renewals';
import { revisionDatesOf } from 'db/contract-revisions';
import { findContract, listAllAmendments, listAmendments } from 'db/contracts';
import { contractDuties } from '~/domain/consultations/contract-duties';
import { inForce } from '~/domain/consultations/in-force';
import type { Day } from '~/domain/shared/day';
import { zeroCents } from '~/domain/shared/money';
import { orNotFound } from '../guard.server';

/** A contract with its amendments, its duties and what is ordered under it; ends with 404 when there is none. */
export function contractOf(db: Reads, id: string | undefined) {
  const found = orNotFound(findContract(db, id ?? ''));
  const { contract } = found;
  const amendments = listAmendments(db, contract.id);
  const renewals = listRenewals(db, contract.id);
  return {
    ...found,
    amendments,
    /** All of them, those not yet notified included. */
    drafts: listAllAmendments(db, contract.id),
    /** Decisions on the renewals, in the order they were taken. */
    renewals,
    duties: contractDuties(
      { ...contract, amendments, renewalDecisions: renewals, revision: revisionDatesOf(db, contract) },
      thresholds,
      award,
    ),
    maximumNet: amendments.at(-1)?.maximumNetAfter ?? contract.maximumNet,
    committedNet: contract.lotId === null ? zeroCents : (committedNetByLot(db).get(contract.lotId) ?? zeroCents),
  };
}

export type ContractWhole = ReturnType<typeof contractOf>;

/** Days after which a document left on the buyer profile is taken as read (CCAG-FCS 3.1.2). */
export function deemedReadAfter(today: Day): number {
  const rules = thresholds.deadlines.filter(({ id }) => id === 'profileDeemedRead');
  const rule = inForce(rules, today);
  if (!rule) throw new Error('No rule says when a document is taken as read');
  return rule.days;
}
