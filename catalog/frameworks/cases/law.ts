// Cases of the rules that come from laws, decrees, circulars and European regulations.
import type { FlatFacts, RuleCases } from './types';

const village: FlatFacts = { 'school.sector': 'public', 'school.level': 'primaire', 'buyer.kind': 'commune' };
const college: FlatFacts = { 'school.sector': 'public', 'school.level': 'college' };
const nearBody: FlatFacts = { 'product.radio': true, 'product.usedNearBody': true, 'product.transmitPowerMw': 100 };
const wired: FlatFacts = { 'product.radio': false };
const recent: FlatFacts = {
  'product.condition': 'new',
  'product.placedOnMarketOn': '2026-06-01',
  'product.radio': true,
  'product.operatingSystem': 'ipados',
};
const refurbished: FlatFacts = { 'product.condition': 'refurbished', 'line.condition': 'refurbished' };
const brandNew: FlatFacts = { 'line.condition': 'new' };
const router: FlatFacts = { 'product.category': 'router', 'school.level': 'primaire' };
const trolley: FlatFacts = {
  'product.builtInAccessPoint': true,
  'product.category': 'chargingTrolley',
  'school.level': 'primaire',
};
const pupilData: FlatFacts = { 'product.handlesPupilData': true };
const noPupilData: FlatFacts = { 'product.handlesPupilData': false };
const computing2026: FlatFacts = {
  'year.agecCategory': 'computing',
  'year.year': 2026,
  'year.minimumReuseBasisPoints': 2000,
};
const replaces: FlatFacts = { 'order.replacesEquipment': true, 'order.withdrawnUnder10Years': 3 };
const keepsAll: FlatFacts = { 'order.replacesEquipment': false };

export const lawCases: Readonly<Record<string, RuleCases>> = {
  'EDU-01': {
    met: village,
    unmet: { ...village, 'buyer.kind': 'epci', 'buyer.schoolCompetence': false },
    notApplicable: college,
  },
  'EDU-02': {
    met: { ...college, 'buyer.kind': 'departement' },
    unmet: { ...college, 'buyer.kind': 'commune' },
    notApplicable: village,
  },
  'EDU-03': {
    met: { ...village, 'product.warrantyYears': 2 },
    unmet: { ...village, 'product.warrantyYears': 0, 'line.maintenanceYears': 0 },
    notApplicable: { 'school.sector': 'outOfSchool' },
  },
  'EDU-06': {
    met: { 'line.usage': 'onePerPupil', 'school.pedagogicalProject': true },
    unmet: { 'line.usage': 'onePerPupil', 'school.pedagogicalProject': false },
    notApplicable: { 'line.usage': 'head' },
  },
  'ABE-01': {
    met: { ...router, 'school.hasUnder3Room': false },
    unmet: { ...router, 'school.hasUnder3Room': true, 'line.room': 'nursery' },
    notApplicable: { 'product.category': 'chargingTrolley', 'product.builtInAccessPoint': false },
  },
  'ABE-02': {
    met: { ...router, 'product.radioCutOff': 'button' },
    unmet: { ...router, 'product.radioCutOff': 'none' },
    notApplicable: college,
  },
  'ABE-03': {
    met: { ...trolley, 'product.radioCutOff': 'button' },
    unmet: { ...trolley, 'product.radioCutOff': 'none' },
    notApplicable: { 'product.builtInAccessPoint': false },
  },
  'ABE-04': {
    met: { ...village, 'school.councilInformedOfWifiOn': '2026-11-05' },
    unmet: village,
    notApplicable: college,
  },
  'ABE-05': {
    met: { ...village, 'school.councilInformedOfWifiOn': '2026-11-05', 'order.deliveredOn': '2026-12-01' },
    unmet: { ...village, 'school.councilInformedOfWifiOn': '2026-12-15', 'order.deliveredOn': '2026-12-01' },
    notApplicable: college,
  },
  'ABE-06': {
    met: { 'school.accessPointsAfter': 2, 'school.wifiPictogram': true },
    unmet: { 'school.accessPointsAfter': 2, 'school.wifiPictogram': false },
    notApplicable: { 'school.accessPointsAfter': 0 },
  },
  'ABE-08': {
    met: { ...router, 'product.radioCutOff': 'button' },
    unmet: { ...router, 'product.radioCutOff': 'scheduleOnly' },
    notApplicable: college,
  },
  'DAS-01': {
    met: { ...nearBody, 'product.sarTrunkWPerKg': 1.2 },
    unmet: { ...nearBody, 'product.sarTrunkWPerKg': 2.1 },
    notApplicable: wired,
  },
  'DAS-02': {
    met: { ...nearBody, 'product.sarLimbsWPerKg': 3 },
    unmet: { ...nearBody, 'product.sarLimbsWPerKg': 4.1 },
    notApplicable: wired,
  },
  'DAS-03': {
    met: { ...nearBody, 'product.sarDisplayed': true },
    unmet: { ...nearBody, 'product.sarDisplayed': false },
    notApplicable: wired,
  },
  'DAS-04': {
    met: { ...nearBody, 'product.sarHeadWPerKg': 1 },
    unmet: { ...nearBody, 'product.sarHeadWPerKg': 3 },
    notApplicable: wired,
  },
  'CE-01': {
    met: { 'product.ceMarking': true, 'product.euDeclarationOfConformity': true },
    unmet: { 'product.ceMarking': true, 'product.euDeclarationOfConformity': false },
  },
  'RED-01': {
    met: { ...recent, 'product.radioCybersecurity': true },
    unmet: { ...recent, 'product.radioCybersecurity': false },
    notApplicable: refurbished,
  },
  'USB-01': {
    met: { ...recent, 'product.chargingPort': 'usbC' },
    unmet: { ...recent, 'product.chargingPort': 'proprietary' },
    notApplicable: refurbished,
  },
  'USB-02': {
    met: { ...recent, 'product.chargingPort': 'usbC' },
    unmet: { ...recent, 'product.chargingPort': 'proprietary' },
    notApplicable: { ...recent, 'product.placedOnMarketOn': '2026-04-01' },
  },
  'SUB-01': { met: { 'product.rohsReach': true }, unmet: { 'product.rohsReach': false } },
  'ECO-01': {
    met: { ...recent, 'product.batteryCycles80': 800 },
    unmet: { ...recent, 'product.batteryCycles80': 799 },
    notApplicable: refurbished,
  },
  'ECO-02': {
    met: { ...recent, 'product.sparePartsYears': 7 },
    unmet: { ...recent, 'product.sparePartsYears': 5 },
    notApplicable: refurbished,
  },
  'ECO-03': {
    met: { ...recent, 'product.systemUpdatesYears': 5 },
    unmet: { ...recent, 'product.systemUpdatesYears': 3 },
    notApplicable: { ...recent, 'product.operatingSystem': 'windows' },
  },
  'ECO-04': {
    met: { ...recent, 'product.eprelId': '2300001', 'product.energyClass': 'A' },
    unmet: recent,
    notApplicable: refurbished,
  },
  'ACC-02': {
    met: { ...recent, 'product.accessibilityMet': true },
    unmet: { ...recent, 'product.accessibilityMet': false },
    notApplicable: refurbished,
  },
  'MIN-01': {
    met: { 'line.room': 'nursery', 'line.usage': 'head' },
    unmet: { 'line.room': 'nursery', 'line.usage': 'sharedByPupils' },
    notApplicable: { 'line.room': 'classroom', 'school.level': 'primaire' },
  },
  'MIN-02': {
    met: { 'school.level': 'maternelle', 'line.usage': 'sharedByPupils', 'school.pedagogicalProject': true },
    unmet: { 'school.level': 'maternelle', 'line.usage': 'sharedByPupils', 'school.pedagogicalProject': false },
    notApplicable: { 'school.level': 'elementaire' },
  },
  'MIN-03': {
    met: { 'product.withoutOperatingSystem': false, 'product.parentalControl': true },
    unmet: { 'product.withoutOperatingSystem': false, 'product.parentalControl': false },
    notApplicable: { 'product.withoutOperatingSystem': true },
  },
  'MIN-04': {
    met: { ...village, 'school.internetFiltering': true },
    unmet: { ...village, 'school.internetFiltering': false },
    notApplicable: college,
  },
  'MIN-05': { met: { 'school.accessLogging': true }, unmet: { 'school.accessLogging': false } },
  'MIN-07': { met: { 'school.internetCharterOn': '2025-09-01' }, unmet: {}, nothingKnown: 'unmet' },
  'RGPD-01': {
    met: { ...pupilData, 'product.article28Agreement': true },
    unmet: { ...pupilData, 'product.article28Agreement': false },
    notApplicable: noPupilData,
  },
  'RGPD-02': {
    met: { ...pupilData, 'product.hosting': 'france' },
    unmet: { ...pupilData, 'product.hosting': 'outsideEu' },
    notApplicable: noPupilData,
  },
  'RGPD-04': {
    met: { ...replaces, 'order.dataErasurePlanned': true },
    unmet: { ...replaces, 'order.dataErasurePlanned': false },
    notApplicable: keepsAll,
  },
  'GAR-01': {
    met: { ...pupilData, 'product.garCompatible': true },
    unmet: { ...pupilData, 'product.garCompatible': false },
    notApplicable: noPupilData,
  },
  'ACC-01': {
    met: { 'product.rgaaStatementUrl': 'https://exemple.fr/accessibilite' },
    unmet: {},
    nothingKnown: 'unmet',
  },
  'SDE-01': { met: { 'product.sdetVersion': '6.3' }, unmet: {}, nothingKnown: 'unmet' },
  'AGEC-01': {
    met: { ...computing2026, 'year.reuseBasisPoints': 2000 },
    unmet: { ...computing2026, 'year.reuseBasisPoints': 1250 },
    notApplicable: { 'year.agecCategory': 'furniture' },
  },
  'AGEC-05': {
    met: { 'year.declaredOn': '2026-06-30', 'year.declarationDueOn': '2026-06-30' },
    unmet: { 'year.declaredOn': '2026-07-01', 'year.declarationDueOn': '2026-06-30' },
  },
  'AGEC-06': {
    met: { ...computing2026, 'year.reuseBasisPoints': 1250, 'year.derogationReason': 'Aucune offre reconditionnée' },
    unmet: { ...computing2026, 'year.reuseBasisPoints': 1250 },
    notApplicable: { ...computing2026, 'year.reuseBasisPoints': 2000 },
  },
  'AGEC-07': {
    met: { ...refurbished, 'line.reuseProof': true },
    unmet: { ...refurbished, 'line.reuseProof': false },
    notApplicable: brandNew,
  },
  'AGEC-10': { met: { 'product.sparePartsYears': 5 }, unmet: { 'product.sparePartsYears': 4 } },
  'AGEC-11': { met: { 'product.systemUpdatesYears': 5 }, unmet: {}, nothingKnown: 'unmet' },
  'RECO-01': {
    met: { ...refurbished, 'line.refurbishedCertificate': true },
    unmet: { ...refurbished, 'line.refurbishedCertificate': false },
    notApplicable: brandNew,
  },
  'REEN-05': {
    met: { ...replaces, 'order.exitRoute': 'donation' },
    unmet: { ...replaces, 'order.exitRoute': 'undefined' },
    notApplicable: keepsAll,
  },
  'REEN-01': {
    met: {
      'consultation.launchedOn': '2026-11-01',
      'consultation.includesIndexedProducts': true,
      'consultation.considersRepairability': true,
    },
    unmet: {
      'consultation.launchedOn': '2026-11-01',
      'consultation.includesIndexedProducts': true,
      'consultation.considersRepairability': false,
    },
    notApplicable: { 'consultation.includesIndexedProducts': false },
  },
  'DEEE-01': {
    met: { 'product.householdEee': true, 'invoice.ecoContributionApart': true },
    unmet: { 'product.householdEee': true, 'invoice.ecoContributionApart': false },
    notApplicable: { 'product.householdEee': false },
  },
  'DEEE-02': {
    met: {
      'product.ecoContributionCents': 8,
      'line.discountBasisPoints': 500,
      'line.discountOnEcoContribution': false,
    },
    unmet: {
      'product.ecoContributionCents': 8,
      'line.discountBasisPoints': 500,
      'line.discountOnEcoContribution': true,
    },
    notApplicable: { 'line.discountBasisPoints': 0 },
  },
  'RCP-02': {
    met: { ...brandNew, 'line.leavesSchool': false, 'buyer.copieFranceAgreement': true },
    unmet: { ...brandNew, 'line.leavesSchool': false, 'buyer.copieFranceAgreement': false },
    notApplicable: refurbished,
  },
  'EDU-05': {
    met: { 'school.sector': 'privateUnderContract', 'school.academyAgreementOn': '2026-09-01' },
    unmet: { 'school.sector': 'privateUnderContract' },
    notApplicable: { 'school.sector': 'public' },
  },
  'ABE-07': { met: { 'product.frenchWirelessOffManual': true }, unmet: { 'product.frenchWirelessOffManual': false } },
  'MIN-06': { met: { 'product.logRetentionDays': 365 }, unmet: { 'product.logRetentionDays': 90 } },
  'RGPD-03': {
    met: { ...pupilData, 'product.impactAssessment': true },
    unmet: { ...pupilData, 'product.impactAssessment': false },
    unknown: pupilData,
    notApplicable: noPupilData,
  },
  'AGEC-08': {
    unmet: { ...brandNew, 'year.reuseBasisPoints': 1250, 'year.minimumReuseBasisPoints': 2000 },
    unknown: brandNew,
    notApplicable: { ...brandNew, 'year.reuseBasisPoints': 2000, 'year.minimumReuseBasisPoints': 2000 },
  },
  'AGEC-12': { met: { 'product.ecoDesign': true }, unmet: { 'product.ecoDesign': false } },
  'DEEE-04': { met: { 'product.weeeProducerId': 'FR000000_05ABCD' }, unmet: {}, nothingKnown: 'unmet' },
  'RCP-01': {
    met: { ...brandNew, 'buyer.copieFranceAgreement': false, 'invoice.privateCopyLevyApart': true },
    unmet: { ...brandNew, 'buyer.copieFranceAgreement': false, 'invoice.privateCopyLevyApart': false },
    unknown: { ...brandNew, 'invoice.privateCopyLevyApart': false },
    notApplicable: refurbished,
  },
  'ECO-05': { met: { 'product.sparePartsYears': 7 }, unmet: { 'product.sparePartsYears': 5 } },
};
