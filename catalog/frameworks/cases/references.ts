// Cases of the rules that come from national references, guides, and the syndicat itself.
import type { FlatFacts, RuleCases } from './types';

const five: FlatFacts = { 'school.level': 'elementaire', 'school.classesCycles2And3': 5 };
const nursery: FlatFacts = { 'school.level': 'maternelle' };
const shared: FlatFacts = { 'line.usage': 'sharedByPupils', 'school.mobileDevicesAfter': 12 };

export const referenceCases: Readonly<Record<string, RuleCases>> = {
  'SOC-01': {
    met: { ...five, 'school.projectionsAfter': 5 },
    unmet: { ...five, 'school.projectionsAfter': 4 },
    notApplicable: nursery,
  },
  'SOC-02': {
    met: { 'line.room': 'classroom', 'order.includesInstallation': true },
    unmet: { 'line.room': 'classroom', 'product.wallMounted': false, 'order.includesInstallation': false },
    notApplicable: { 'line.room': 'office' },
  },
  'SOC-03': {
    met: { ...five, 'school.classComputersAfter': 5 },
    unmet: { ...five, 'school.classComputersAfter': 2 },
    notApplicable: nursery,
  },
  'SOC-04': {
    met: { ...five, 'school.internetInEachClass': true },
    unmet: { ...five, 'school.internetInEachClass': false },
    notApplicable: nursery,
  },
  'SOC-05': {
    met: { ...five, 'school.captureDevicesAfter': 1 },
    unmet: { ...five, 'school.captureDevicesAfter': 0 },
    notApplicable: nursery,
  },
  'SOC-06': {
    met: { ...five, 'school.speakersAfter': 5, 'school.microphonesAfter': 1 },
    unmet: { ...five, 'school.speakersAfter': 5, 'school.microphonesAfter': 0 },
    notApplicable: nursery,
  },
  'SOC-08': {
    met: { ...five, 'school.mobileDevicesAfter': 1 },
    unmet: { ...five, 'school.mobileDevicesAfter': 0 },
    notApplicable: nursery,
  },
  'SOC-09': {
    met: { ...five, 'school.mobileDevicesAfter': 20 },
    unmet: { ...five, 'school.mobileDevicesAfter': 12 },
    notApplicable: nursery,
  },
  'SOC-10': {
    met: { ...shared, 'school.chargingSlotsAfter': 12, 'school.mdmCoversDevices': true },
    unmet: { ...shared, 'school.chargingSlotsAfter': 10, 'school.mdmCoversDevices': true },
    notApplicable: { 'line.usage': 'teacher' },
  },
  'SOC-11': { met: { 'school.accessPointsAfter': 1 }, unmet: { 'school.accessPointsAfter': 0 } },
  'SOC-12': {
    met: { ...five, 'school.headLaptopsAfter': 1 },
    unmet: { ...five, 'school.headLaptopsAfter': 0 },
    notApplicable: nursery,
  },
  'SOC-13': {
    met: { ...five, 'school.networkPrintersAfter': 1 },
    unmet: { ...five, 'school.networkPrintersAfter': 0 },
    notApplicable: nursery,
  },
  'CAR-01': { met: { 'product.freeStorageGb': 32 }, unmet: { 'product.freeStorageGb': 20 } },
  'CAR-02': {
    met: { 'product.camera': true, 'product.microphone': true },
    unmet: { 'product.camera': false, 'product.microphone': true },
  },
  'CAR-04': { met: { 'product.fleetInventory': true }, unmet: { 'product.fleetInventory': false } },
  'CAR-06': { met: { 'product.usesMacIdentifier': false }, unmet: { 'product.usesMacIdentifier': true } },
  'CAR-07': {
    met: { 'line.usage': 'onePerPupil', 'product.privateSpace': true },
    unmet: { 'line.usage': 'onePerPupil', 'product.privateSpace': false },
    notApplicable: { 'line.usage': 'teacher' },
  },
  'CAR-09': { met: { 'school.academyAgreementOn': '2026-09-01' }, unmet: {}, nothingKnown: 'unmet' },
  'CAR-10': {
    met: { 'school.teachersChooseApplications': true },
    unmet: { 'school.teachersChooseApplications': false },
  },
  'CAR-12': { met: { 'order.includesTraining': true }, unmet: { 'order.includesTraining': false } },
  'ACC-03': {
    met: { 'order.disabilityNeed': true, 'order.disabilityNeedCovered': true },
    unmet: { 'order.disabilityNeed': true, 'order.disabilityNeedCovered': false },
    notApplicable: { 'order.disabilityNeed': false },
  },
  'CNE-03': {
    met: { 'product.externalBackup': true },
    unmet: { 'product.externalBackup': false, 'school.backupInPlace': false },
  },
  'CNE-04': { met: { 'product.logging': true }, unmet: { 'product.logging': false } },
  'CNE-06': { met: { 'order.includesMaintenance': true }, unmet: { 'order.includesMaintenance': false } },
  'WIF-01': { met: { 'school.wifiCapacityStudy': true }, unmet: { 'school.wifiCapacityStudy': false } },
  'WIF-02': {
    met: { 'line.quantity': 3, 'school.wifiSiteStudy': true },
    unmet: { 'line.quantity': 3, 'school.wifiSiteStudy': false },
    notApplicable: { 'line.quantity': 1 },
  },
  'WIF-03': { met: { 'product.dot1x': true, 'product.wpaEnterprise': true }, unmet: { 'product.dot1x': false } },
  'GAN-03': {
    met: { 'line.acquisition': 'rental', 'line.rentalMonths': 36 },
    unmet: { 'line.acquisition': 'rental', 'line.rentalMonths': 48 },
    notApplicable: { 'line.acquisition': 'purchase' },
  },
  'GAN-04': {
    met: { 'product.automaticDuplex': true, 'product.recycledPaper': true },
    unmet: { 'product.automaticDuplex': false },
  },
  'GAN-06': { met: { 'product.batteryWarrantyYears': 2 }, unmet: {}, nothingKnown: 'unmet' },
  'ENR-02': { met: { 'product.ecolabel': 'tco' }, unmet: { 'product.ecolabel': 'epeatBronze' } },
  'ACA-01': { met: { 'product.ramGb': 8 }, unmet: { 'product.ramGb': 4 } },
  'ACA-02': {
    met: { 'product.storageType': 'ssd', 'product.storageGb': 256 },
    unmet: { 'product.storageType': 'ssd', 'product.storageGb': 128 },
  },
  'ACA-04': { met: { 'product.screenInches': 13.3 }, unmet: { 'product.screenInches': 17.3 } },
  'ACA-05': { met: { 'product.batteryHours': 6 }, unmet: { 'product.batteryHours': 5 } },
  'ACA-06': { met: { 'product.matteScreen': true }, unmet: { 'product.matteScreen': false } },
  'ACA-07': {
    met: { 'product.caseIncluded': true, 'product.screenProtection': true },
    unmet: { 'product.caseIncluded': false },
  },
  'ACA-09': { unmet: { 'school.upstairsWithoutLift': true }, notApplicable: { 'school.upstairsWithoutLift': false } },
  'ACA-10': {
    met: { 'product.ventilation': true, 'product.lockable': true, 'product.wheels': true },
    unmet: { 'product.lockable': false },
  },
  'CVA-01': { met: { 'product.screenInches': 10.9 }, unmet: { 'product.screenInches': 8 } },
  'CVA-02': { met: { 'product.batteryHours': 10 }, unmet: { 'product.batteryHours': 7 } },
  'CVA-03': { met: { 'product.ramGb': 4 }, unmet: { 'product.ramGb': 3 } },
  'CVA-04': { met: { 'product.warrantyYears': 3 }, unmet: { 'product.warrantyYears': 2 } },
  'CVA-05': {
    met: { 'product.warrantyYears': 5, 'product.onSiteWarranty': true },
    unmet: { 'product.warrantyYears': 3 },
  },
  'CVA-06': { met: { 'product.brightnessLm': 3500 }, unmet: { 'product.brightnessLm': 2500 } },
  'CVA-07': { met: { 'product.throw': 'ultraShort' }, unmet: { 'product.throw': 'short' } },
  'CVA-08': {
    met: { 'product.screenInches': 75, 'product.verticalPixels': 2160, 'product.builtInSpeakers': true },
    unmet: { 'product.screenInches': 55 },
  },
  'CVA-09': { met: { 'product.noiseDba': 30 }, unmet: { 'product.noiseDba': 38 } },
  'CVA-10': { met: { 'product.verticalPixels': 1080 }, unmet: { 'product.verticalPixels': 720 } },
  'CVA-11': { met: { 'product.cutOffPerRoom': true }, unmet: { 'product.cutOffPerRoom': false } },
  'CVA-12': {
    met: { 'school.poeDemandW': 100, 'school.poeBudgetW': 120 },
    unmet: { 'school.poeDemandW': 140, 'school.poeBudgetW': 120 },
  },
  'CVA-13': {
    met: { 'school.chargingSlotsAfter': 12, 'school.mobileDevicesAfter': 12 },
    unmet: { 'school.chargingSlotsAfter': 10, 'school.mobileDevicesAfter': 12 },
  },
  'CVA-14': {
    met: { 'consultation.interventionHours': 8, 'consultation.repairHours': 16 },
    unmet: { 'consultation.interventionHours': 12 },
  },
  'CVA-15': { met: { 'consultation.loanEquipment': true }, unmet: { 'consultation.loanEquipment': false } },
  'CVA-16': {
    met: { 'product.osSupportEndsOn': '2031-01-01', 'order.placedOn': '2026-11-23' },
    unmet: { 'product.osSupportEndsOn': '2029-01-01', 'order.placedOn': '2026-11-23' },
  },
  'CVA-17': { met: { 'product.repairabilityIndex': 7.5 }, unmet: { 'product.repairabilityIndex': 6.9 } },
  'REEN-03': {
    met: { 'product.condition': 'new', 'product.professionalsOnly': false, 'product.repairabilityIndex': 7.2 },
    unmet: { 'product.condition': 'new', 'product.professionalsOnly': false },
    unknown: { 'product.condition': 'new' },
    notApplicable: { 'product.condition': 'new', 'product.professionalsOnly': true },
  },
  'SDE-02': { met: { 'school.academyAgreementOn': '2026-09-01' }, unmet: {}, nothingKnown: 'unmet' },
  'SOC-07': {
    unmet: { ...five, 'school.documentCamerasAfter': 0 },
    unknown: five,
    notApplicable: { ...five, 'school.documentCamerasAfter': 1 },
  },
  'SOC-14': { met: { 'school.workSharing': true }, unmet: { 'school.workSharing': false } },
  'CAR-05': { met: { 'product.mdmEnrolment': true }, unmet: { 'product.mdmEnrolment': false } },
  'CAR-08': {
    met: { 'product.privateSpace': true, 'product.privateSpaceBackedUp': false },
    unmet: { 'product.privateSpace': true, 'product.privateSpaceBackedUp': true },
    unknown: { 'product.privateSpace': true },
    notApplicable: { 'product.privateSpace': false },
  },
  'CAR-11': { met: { 'product.teacherClassControl': true }, unmet: { 'product.teacherClassControl': false } },
  'CAR-13': {
    met: { 'line.leavesSchool': true, 'school.internetFiltering': true },
    unmet: { 'line.leavesSchool': true, 'school.internetFiltering': false },
    unknown: { 'line.leavesSchool': true },
    notApplicable: { 'line.leavesSchool': false },
  },
  'CNE-01': { met: { 'school.internetFiltering': true }, unmet: { 'school.internetFiltering': false } },
  'CNE-02': { met: { 'school.directoryAndSignIn': true }, unmet: { 'school.directoryAndSignIn': false } },
  'CNE-05': { met: { 'school.mdmCoversDevices': true }, unmet: { 'school.mdmCoversDevices': false } },
  'WIF-04': {
    met: { 'product.vlan': true, 'school.separateNetworks': true },
    unmet: { 'product.vlan': true, 'school.separateNetworks': false },
    unknown: { 'product.vlan': true },
  },
  'GAN-05': { met: { 'product.wheelchairAccessible': true }, unmet: { 'product.wheelchairAccessible': false } },
  'GAN-07': { met: { 'product.recycledPlasticPercent': 30 }, unmet: {}, nothingKnown: 'unmet' },
  'ACA-03': { met: { 'product.processorRange': 'i5Ryzen5' }, unmet: { 'product.processorRange': 'entry' } },
  'ACA-08': {
    met: { 'line.usage': 'sharedByPupils', 'school.chargingSlotsAfter': 20 },
    unmet: { 'line.usage': 'sharedByPupils', 'school.chargingSlotsAfter': 0 },
    unknown: { 'line.usage': 'sharedByPupils' },
    notApplicable: { 'line.usage': 'teacher' },
  },
};
