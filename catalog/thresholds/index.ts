// The rules of public procurement in one value each, to be handed to the decisions that read them.
import { accordCadreRules } from './accords-cadres';
import { singleLotCases } from './allotment';
import { deadlines } from './deadlines';
import { legalityControl, openData, spaser, turnoverCaps } from './duties';
import { advances, lateInterest, payment, penalties } from './execution';
import { greenRules } from './green-rules';
import { procedureThresholds } from './procedures';
import { innovativeDispense, smallLots } from './small-lots';
import type { ExecutionCatalogue, ThresholdCatalogue } from './types';

export const thresholds = {
  version: '2026-11-23',
  procedures: procedureThresholds,
  smallLots,
  innovativeDispense,
  legalityControl,
  openData,
  deadlines,
  greenRules,
  accordsCadres: accordCadreRules,
  turnoverCaps,
  spaser,
  singleLotCases,
} as const satisfies ThresholdCatalogue;

export { lowOfferTests } from './low-offers';

export const execution = { payment, lateInterest, advances, penalties } as const satisfies ExecutionCatalogue;
