// A school's equipment once the order is delivered: what it declared, plus what is ordered. Unknown plus ten is unknown.
import type { OrderFact, SchoolFact } from 'catalog/frameworks/facts';
import type { FactsOf, LineToCheck } from './check';

/** Counts that a school declares; absent or null is unknown, which is not zero. */
export type DeclaredCount =
  | 'projections'
  | 'classComputers'
  | 'captureDevices'
  | 'microphones'
  | 'speakers'
  | 'documentCameras'
  | 'mobileDevices'
  | 'headLaptops'
  | 'networkPrinters'
  | 'chargingSlots'
  | 'accessPoints'
  | 'mdmLicences'
  | 'poeDemandW'
  | 'poeBudgetW';

export type DeclaredEquipment = Readonly<Partial<Record<DeclaredCount, number | null>>>;

type Each = (line: LineToCheck) => number | null;

const oneOf =
  (...categories: readonly string[]): Each =>
  ({ product }) =>
    categories.includes(product.category) ? 1 : 0;

/** One for each product of these categories that has the feature; unknown when the reference doesn't say. */
const having =
  (feature: 'camera' | 'builtInSpeakers' | 'networked', ...categories: readonly string[]): Each =>
  ({ product }) => {
    if (!categories.includes(product.category)) return 0;
    const value = product.attributes[feature];
    return value === true ? 1 : value === false ? 0 : null;
  };

/** One for each product of these categories that is for these users; unknown when the line doesn't say for whom. */
const usedBy =
  (usages: readonly string[], ...categories: readonly string[]): Each =>
  ({ product, facts }) => {
    if (!categories.includes(product.category)) return 0;
    return typeof facts.usage === 'string' ? (usages.includes(facts.usage) ? 1 : 0) : null;
  };

const measured =
  (attribute: 'slots' | 'maxPoePowerW' | 'poeBudgetW', ...categories: readonly string[]): Each =>
  ({ product }) => {
    if (!categories.includes(product.category)) return 0;
    const value = product.attributes[attribute];
    return typeof value === 'number' ? value : null;
  };

const sumOf =
  (...parts: readonly Each[]): Each =>
  (line) =>
    parts.reduce<number | null>((sum, part) => {
      const value = part(line);
      return sum === null || value === null ? null : sum + value;
    }, 0);

const displays = ['projector', 'interactiveProjector', 'interactiveDisplay', 'interactiveWhiteboard', 'television'];
const pupils = ['sharedByPupils', 'onePerPupil'];

/** Categories of which the counts need to know who uses them. */
export const countedByUsage: readonly string[] = ['laptop', 'desktop'];

/** A reference of a category with every feature that a count may read: it tells which categories can change a count. */
export function fullyFeatured(category: string): LineToCheck['product'] {
  const attributes = { camera: true, builtInSpeakers: true, networked: true, slots: 1, maxPoePowerW: 1, poeBudgetW: 1 };
  return { id: `any/${category}`, category, ecoContributionCents: null, attributes };
}

/** What one unit of a line adds to each count. */
const contributions: Readonly<Record<DeclaredCount, Each>> = {
  // An interactive whiteboard shows nothing without its projector, which is the one that counts.
  projections: oneOf(...displays.filter((category) => category !== 'interactiveWhiteboard')),
  classComputers: usedBy(['teacher'], 'laptop', 'desktop'),
  captureDevices: sumOf(oneOf('camera', 'documentCamera'), having('camera', 'tablet')),
  microphones: oneOf('microphone'),
  speakers: sumOf(oneOf('speakers'), having('builtInSpeakers', ...displays)),
  documentCameras: oneOf('documentCamera'),
  mobileDevices: sumOf(oneOf('tablet'), usedBy(pupils, 'laptop')),
  headLaptops: usedBy(['head'], 'laptop'),
  networkPrinters: having('networked', 'multifunctionPrinter'),
  chargingSlots: measured('slots', 'chargingTrolley', 'chargingCase'),
  accessPoints: oneOf('accessPoint'),
  mdmLicences: oneOf('mdm'),
  poeDemandW: measured('maxPoePowerW', 'accessPoint'),
  poeBudgetW: measured('poeBudgetW', 'networkSwitch'),
};

/** A count once the lines are there too; null as soon as one part of it is unknown. */
export function countWith(count: DeclaredCount, before: number | null, lines: readonly LineToCheck[]): number | null {
  return lines.reduce<number | null>((sum, line) => {
    const each = contributions[count](line);
    if (sum === null || each === null) return null;
    if (each === 0) return sum;
    return typeof line.facts.quantity === 'number' ? sum + each * line.facts.quantity : null;
  }, before);
}

/** The counts of one school after the order, from what it declared and the lines that are for it. */
export function schoolAfterOrder(
  declared: DeclaredEquipment,
  linesOfSchool: readonly LineToCheck[],
): FactsOf<SchoolFact> {
  const after = (count: DeclaredCount) => countWith(count, declared[count] ?? null, linesOfSchool);
  const mobileDevices = after('mobileDevices');
  const mdmLicences = after('mdmLicences');
  return {
    projectionsAfter: after('projections'),
    classComputersAfter: after('classComputers'),
    captureDevicesAfter: after('captureDevices'),
    microphonesAfter: after('microphones'),
    speakersAfter: after('speakers'),
    documentCamerasAfter: after('documentCameras'),
    mobileDevicesAfter: mobileDevices,
    headLaptopsAfter: after('headLaptops'),
    networkPrintersAfter: after('networkPrinters'),
    chargingSlotsAfter: after('chargingSlots'),
    accessPointsAfter: after('accessPoints'),
    mdmLicencesAfter: mdmLicences,
    mdmCoversDevices: mdmLicences === null || mobileDevices === null ? null : mdmLicences >= mobileDevices,
    poeDemandW: after('poeDemandW'),
    poeBudgetW: after('poeBudgetW'),
  };
}

/** What the lines of an order say of the order itself. */
export function orderFactsOfLines(lines: readonly LineToCheck[]): FactsOf<OrderFact> {
  const includes = (category: string) => lines.some(({ product }) => product.category === category);
  return {
    includesTraining: includes('trainingService'),
    includesInstallation: includes('installationService'),
    includesMaintenance: includes('maintenanceService'),
  };
}
