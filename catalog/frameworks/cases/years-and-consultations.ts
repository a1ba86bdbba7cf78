// Cases of the rules about a buyer's year and about a consultation, that stand in no other file.
import type { FlatFacts, RuleCases } from './types';

const paper: FlatFacts = { 'year.agecCategory': 'reprography', 'year.year': 2026 };
const furniture: FlatFacts = { 'year.agecCategory': 'furniture', 'year.year': 2026 };
const computing: FlatFacts = { 'year.agecCategory': 'computing', 'year.year': 2026 };
const november: FlatFacts = { 'consultation.launchedOn': '2026-11-01' };
const july: FlatFacts = { 'consultation.launchedOn': '2026-07-01' };
const durable: FlatFacts = { ...november, 'consultation.includesDurabilityIndexedProducts': true };

export const yearAndConsultationCases: Readonly<Record<string, RuleCases>> = {
  'AGEC-02': {
    met: { ...paper, 'year.reuseBasisPoints': 2500, 'year.minimumReuseBasisPoints': 2000 },
    unmet: { ...paper, 'year.reuseBasisPoints': 1999, 'year.minimumReuseBasisPoints': 2000 },
    unknown: { ...paper, 'year.reuseBasisPoints': 10000 },
    notApplicable: computing,
  },
  'AGEC-04': {
    met: { ...furniture, 'year.reuseBasisPoints': 2000, 'year.recycledBasisPoints': 1500 },
    unmet: { ...furniture, 'year.reuseBasisPoints': 2000, 'year.recycledBasisPoints': 1499 },
    unknown: { ...furniture, 'year.reuseBasisPoints': 2000 },
    notApplicable: { ...furniture, 'year.year': 2027 },
  },
  'REEN-04': {
    met: { 'year.year': 2026, 'year.withdrawnStock': 40, 'year.withdrawnReuseBasisPoints': 5000 },
    unmet: { 'year.year': 2025, 'year.withdrawnStock': 40, 'year.withdrawnReuseBasisPoints': 3500 },
    unknown: { 'year.year': 2026, 'year.withdrawnStock': 40 },
    notApplicable: { 'year.year': 2026, 'year.withdrawnStock': 0 },
  },
  'REEN-02': {
    met: { ...durable, 'consultation.considersDurability': true },
    unmet: { ...durable, 'consultation.considersDurability': false },
    unknown: durable,
    notApplicable: { ...november, 'consultation.includesDurabilityIndexedProducts': false },
  },
  'CCP-01': {
    met: { ...november, 'consultation.environmentalCriteria': 1 },
    unmet: { ...november, 'consultation.environmentalCriteria': 0 },
    unknown: november,
    notApplicable: july,
  },
  'CCP-02': {
    met: { ...november, 'consultation.environmentalExecutionCondition': true },
    unmet: { ...november, 'consultation.environmentalExecutionCondition': false },
    unknown: november,
    notApplicable: july,
  },
  'CCP-03': {
    met: { ...november, 'consultation.priceOnlyCriterion': false },
    unmet: { ...november, 'consultation.priceOnlyCriterion': true },
    unknown: november,
    notApplicable: july,
  },
  'CCP-04': {
    met: { 'consultation.environmentalCriteria': 1, 'consultation.environmentWeightPercent': 10 },
    unmet: { 'consultation.environmentalCriteria': 1, 'consultation.environmentWeightPercent': 5 },
    unknown: { 'consultation.environmentalCriteria': 1 },
    notApplicable: { 'consultation.environmentalCriteria': 0 },
  },
  'CCP-05': {
    met: { 'consultation.brandWithoutEquivalent': false },
    unmet: { 'consultation.brandWithoutEquivalent': true },
  },
  'CCP-06': {
    met: { 'consultation.labelWithoutEquivalent': false },
    unmet: { 'consultation.labelWithoutEquivalent': true },
  },
  'CCP-07': { met: { 'consultation.sourcingDone': true }, unmet: { 'consultation.sourcingDone': false } },
  'ENR-01': {
    met: { 'buyer.kind': 'state', 'consultation.energyPerformanceAsked': true },
    unmet: { 'buyer.kind': 'state', 'consultation.energyPerformanceAsked': false },
    unknown: { 'buyer.kind': 'state' },
    notApplicable: { 'buyer.kind': 'commune' },
  },
  'DEEE-03': { met: { 'consultation.weeeProofsAsked': true }, unmet: { 'consultation.weeeProofsAsked': false } },
  'GAN-01': { met: { 'consultation.securityUpdatesYears': 5 }, unmet: { 'consultation.securityUpdatesYears': 3 } },
  'GAN-02': { met: { 'consultation.sparePartsYears': 7 }, unmet: {}, nothingKnown: 'unmet' },
};
