// All the clauses of a market file, by document, with the version of the set.
import { aeClauses } from './ae';
import { ccapClauses } from './ccap';
import { categoryRequirements, cctpClauses } from './cctp';
import { rcClauses } from './rc';
import type { Clause } from './types';

export interface ClauseSet {
  readonly version: string;
  readonly rc: readonly Clause[];
  readonly ae: readonly Clause[];
  readonly ccap: readonly Clause[];
  readonly cctp: readonly Clause[];
  readonly categoryRequirements: Readonly<Record<string, readonly string[]>>;
}

export const clauses: ClauseSet = {
  version: '2026-11-23',
  rc: rcClauses,
  ae: aeClauses,
  ccap: ccapClauses,
  cctp: cctpClauses,
  categoryRequirements,
};
