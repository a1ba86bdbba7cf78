// Technical attributes of products: label, type, unit, choices, the categories they describe.
// An attribute that a reference does not give is unknown, never false or zero.

import { type CategoryCode, categories } from './categories';

export interface Attribute {
  readonly label: string;
  readonly type: 'boolean' | 'integer' | 'number' | 'text' | 'choice' | 'day';
  readonly unit?: string;
  /** Codes and French names of a choice. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly categories: readonly CategoryCode[];
  /** Offered as a filter in the catalogue. */
  readonly facet?: true;
}

const everyPhysical = (Object.keys(categories) as CategoryCode[]).filter((code) => categories[code].electrical);
const radio = [
  'tablet',
  'laptop',
  'smartphone',
  'interactiveDisplay',
  'accessPoint',
  'router',
  'headset',
  'robot',
  'speakers',
  'microphone',
  'interactiveProjector',
  'projector',
  'television',
  'printer',
  'multifunctionPrinter',
] as const satisfies readonly CategoryCode[];
const mobile = ['tablet', 'laptop', 'smartphone'] as const satisfies readonly CategoryCode[];
const tabletOnly = ['tablet'] as const satisfies readonly CategoryCode[];
const computing = [
  'tablet',
  'laptop',
  'desktop',
  'smartphone',
  'interactiveDisplay',
  'server',
  'accessPoint',
] as const satisfies readonly CategoryCode[];
const repair = ['laptop', 'smartphone', 'television'] as const satisfies readonly CategoryCode[];
const label = [
  'tablet',
  'smartphone',
  'monitor',
  'television',
  'interactiveDisplay',
] as const satisfies readonly CategoryCode[];
const eco = [
  'laptop',
  'desktop',
  'monitor',
  'printer',
  'multifunctionPrinter',
  'interactiveDisplay',
] as const satisfies readonly CategoryCode[];
const wireless = ['accessPoint', 'router'] as const satisfies readonly CategoryCode[];
const access = ['tablet', 'laptop', 'desktop', 'smartphone'] as const satisfies readonly CategoryCode[];
const screen = [
  'tablet',
  'laptop',
  'desktop',
  'monitor',
  'smartphone',
  'interactiveDisplay',
  'television',
] as const satisfies readonly CategoryCode[];
const wifi = ['tablet', 'laptop', 'accessPoint', 'router'] as const satisfies readonly CategoryCode[];
const charging = ['chargingTrolley', 'chargingCase'] as const satisfies readonly CategoryCode[];
const cutOff = ['accessPoint', 'router', 'chargingTrolley', 'chargingCase'] as const satisfies readonly CategoryCode[];
const projection = ['projector', 'interactiveProjector'] as const satisfies readonly CategoryCode[];
const screenAll = [
  'interactiveDisplay',
  'projector',
  'interactiveProjector',
  'documentCamera',
  'monitor',
  'television',
  'tablet',
  'laptop',
  'camera',
] as const satisfies readonly CategoryCode[];
const displayAll = [
  'interactiveDisplay',
  'projector',
  'interactiveProjector',
  'interactiveWhiteboard',
  'television',
  'monitor',
] as const satisfies readonly CategoryCode[];
const touch = [
  'interactiveDisplay',
  'interactiveWhiteboard',
  'interactiveProjector',
] as const satisfies readonly CategoryCode[];
const poeUser = ['accessPoint'] as const satisfies readonly CategoryCode[];
const switching = ['networkSwitch'] as const satisfies readonly CategoryCode[];
const managedNetwork = ['accessPoint', 'networkSwitch'] as const satisfies readonly CategoryCode[];
const wifiPoint = ['accessPoint', 'router'] as const satisfies readonly CategoryCode[];
const filtering = ['firewall', 'webFilter'] as const satisfies readonly CategoryCode[];
const storage = ['nas', 'server'] as const satisfies readonly CategoryCode[];
const printing = ['printer', 'multifunctionPrinter'] as const satisfies readonly CategoryCode[];
const softwareLike = [
  'software',
  'mdm',
  'ent',
  'digitalResource',
  'webFilter',
] as const satisfies readonly CategoryCode[];

export const attributes = {
  condition: {
    label: 'État',
    type: 'choice',
    choices: { new: 'neuf', refurbished: 'reconditionné', used: 'occasion', donated: 'don' },
    // Refurbished furniture and cartridges count in the AGEC year too.
    categories: [...everyPhysical, 'furniture', 'accessory', 'printerSupply'],
    facet: true,
  },
  placedOnMarketOn: { label: 'Première mise sur le marché', type: 'day', categories: everyPhysical },
  radio: { label: 'Émet des ondes radio', type: 'boolean', categories: everyPhysical },
  transmitPowerMw: { label: 'Puissance d’émission', type: 'number', unit: 'mW', categories: radio },
  usedNearBody: { label: 'Utilisé près du corps (20 cm ou moins)', type: 'boolean', categories: radio },
  sarTrunkWPerKg: { label: 'DAS tronc', type: 'number', unit: 'W/kg', categories: radio },
  sarHeadWPerKg: { label: 'DAS tête', type: 'number', unit: 'W/kg', categories: radio },
  sarLimbsWPerKg: { label: 'DAS membres', type: 'number', unit: 'W/kg', categories: radio },
  sarDisplayed: { label: 'DAS affiché', type: 'boolean', categories: radio },
  ceMarking: { label: 'Marquage CE', type: 'boolean', categories: everyPhysical },
  euDeclarationOfConformity: { label: 'Déclaration UE de conformité', type: 'boolean', categories: everyPhysical },
  radioCybersecurity: { label: 'Cybersécurité des équipements radio (EN 18031)', type: 'boolean', categories: radio },
  rohsReach: { label: 'RoHS et REACH respectés', type: 'boolean', categories: everyPhysical },
  weeeProducerId: { label: 'Identifiant unique du producteur (DEEE)', type: 'text', categories: everyPhysical },
  householdEee: { label: 'Équipement électrique ménager', type: 'boolean', categories: everyPhysical },
  chargingPort: {
    label: 'Port de charge',
    type: 'choice',
    choices: { usbC: 'USB-C', proprietary: 'propriétaire', microUsb: 'micro-USB', none: 'aucun' },
    categories: mobile,
    facet: true,
  },
  warrantyYears: { label: 'Garantie', type: 'number', unit: 'ans', categories: everyPhysical, facet: true },
  onSiteWarranty: { label: 'Garantie sur site', type: 'boolean', categories: everyPhysical },
  batteryWarrantyYears: { label: 'Garantie de la batterie', type: 'number', unit: 'ans', categories: mobile },
  sparePartsYears: {
    label: 'Disponibilité des pièces détachées',
    type: 'number',
    unit: 'ans',
    categories: everyPhysical,
  },
  systemUpdatesYears: { label: 'Mises à jour du système', type: 'number', unit: 'ans', categories: computing },
  securityUpdatesYears: { label: 'Mises à jour de sécurité', type: 'number', unit: 'ans', categories: computing },
  repairabilityIndex: { label: 'Indice de réparabilité', type: 'number', unit: '/10', categories: repair, facet: true },
  durabilityIndex: { label: 'Indice de durabilité', type: 'number', unit: '/10', categories: repair },
  professionalsOnly: { label: 'Vendu uniquement aux professionnels', type: 'boolean', categories: repair },
  eprelId: { label: 'Numéro EPREL', type: 'text', categories: label },
  energyClass: {
    label: 'Classe énergétique',
    type: 'choice',
    choices: { A: 'A', B: 'B', C: 'C', D: 'D', E: 'E', F: 'F', G: 'G' },
    categories: label,
    facet: true,
  },
  ecolabel: {
    label: 'Écolabel',
    type: 'choice',
    choices: {
      epeatGold: 'EPEAT Gold',
      epeatSilver: 'EPEAT Silver',
      epeatBronze: 'EPEAT Bronze',
      tco: 'TCO Certified',
      blueAngel: 'Ange bleu',
      nordicSwan: 'Cygne nordique',
      energyStar: 'Energy Star',
      euEcolabel: 'Écolabel européen',
      nfEnvironnement: 'NF Environnement',
    },
    categories: eco,
    facet: true,
  },
  recycledPlasticPercent: { label: 'Plastique recyclé', type: 'number', unit: '%', categories: eco },
  frenchWirelessOffManual: {
    label: 'Notice en français pour couper le sans-fil',
    type: 'boolean',
    categories: wireless,
  },
  accessibilityStatement: { label: 'Déclaration d’accessibilité', type: 'boolean', categories: access },
  accessibilityMet: { label: 'Accessibilité conforme', type: 'boolean', categories: access },
  parentalControl: { label: 'Contrôle parental', type: 'boolean', categories: computing },
  withoutOperatingSystem: { label: 'Sans système d’exploitation', type: 'boolean', categories: computing },
  screenInches: { label: 'Diagonale', type: 'number', unit: 'pouces', categories: screen, facet: true },
  matteScreen: { label: 'Écran mat', type: 'boolean', categories: screen },
  ramGb: { label: 'Mémoire vive', type: 'number', unit: 'Go', categories: computing, facet: true },
  storageGb: { label: 'Stockage', type: 'number', unit: 'Go', categories: computing, facet: true },
  freeStorageGb: {
    label: 'Stockage libre (hors système et applications)',
    type: 'number',
    unit: 'Go',
    categories: tabletOnly,
  },
  storageType: {
    label: 'Type de stockage',
    type: 'choice',
    choices: { ssd: 'SSD', emmc: 'eMMC', ufs: 'UFS', hdd: 'disque dur' },
    categories: computing,
  },
  processorRange: {
    label: 'Gamme de processeur',
    type: 'choice',
    choices: {
      entry: 'entrée de gamme',
      i3Ryzen3: 'i3 ou Ryzen 3',
      i5Ryzen5: 'i5 ou Ryzen 5',
      i7Up: 'i7 et plus',
      armEntry: 'ARM entrée de gamme',
      armMid: 'ARM milieu de gamme',
      armHigh: 'ARM haut de gamme',
    },
    categories: computing,
  },
  batteryHours: { label: 'Autonomie', type: 'number', unit: 'h', categories: mobile, facet: true },
  weightKg: { label: 'Poids', type: 'number', unit: 'kg', categories: screen },
  batteryCycles80: { label: 'Cycles de batterie jusqu’à 80 %', type: 'number', unit: 'cycles', categories: mobile },
  camera: { label: 'Appareil photo', type: 'boolean', categories: mobile },
  microphone: { label: 'Microphone', type: 'boolean', categories: mobile },
  wifiStandard: {
    label: 'Norme Wi-Fi',
    type: 'choice',
    choices: { wifi4: 'Wi-Fi 4', wifi5: 'Wi-Fi 5', wifi6: 'Wi-Fi 6', wifi6e: 'Wi-Fi 6E', wifi7: 'Wi-Fi 7' },
    categories: wifi,
    facet: true,
  },
  wpaEnterprise: { label: 'Wi-Fi d’entreprise (WPA2 ou WPA3)', type: 'boolean', categories: wifi },
  keyboardIncluded: { label: 'Clavier fourni', type: 'boolean', categories: mobile },
  caseIncluded: { label: 'Coque fournie', type: 'boolean', categories: tabletOnly },
  screenProtection: { label: 'Protection d’écran fournie', type: 'boolean', categories: tabletOnly },
  mdmEnrolment: { label: 'Enrôlement automatique en gestion de flotte', type: 'boolean', categories: computing },
  operatingSystem: {
    label: 'Système',
    type: 'choice',
    choices: {
      ipados: 'iPadOS',
      android: 'Android',
      windows: 'Windows',
      chromeos: 'ChromeOS',
      linux: 'Linux',
      macos: 'macOS',
    },
    categories: computing,
    facet: true,
  },
  osSupportEndsOn: { label: 'Fin de support du système', type: 'day', categories: computing },
  offlineMode: { label: 'Utilisable hors ligne', type: 'boolean', categories: softwareLike },
  slots: { label: 'Emplacements', type: 'integer', categories: charging, facet: true },
  ventilation: { label: 'Ventilation', type: 'boolean', categories: charging },
  lockable: { label: 'Fermeture à clé', type: 'boolean', categories: charging },
  simultaneousCharging: { label: 'Appareils rechargés en même temps', type: 'integer', categories: charging },
  wheels: { label: 'Roulettes', type: 'boolean', categories: charging },
  builtInAccessPoint: { label: 'Borne Wi-Fi intégrée', type: 'boolean', categories: cutOff },
  brightnessLm: { label: 'Luminosité', type: 'integer', unit: 'lm', categories: projection, facet: true },
  throw: {
    label: 'Focale',
    type: 'choice',
    choices: { long: 'longue', short: 'courte', ultraShort: 'ultra-courte' },
    categories: projection,
    facet: true,
  },
  horizontalPixels: { label: 'Définition horizontale', type: 'integer', unit: 'px', categories: screenAll },
  verticalPixels: { label: 'Définition verticale', type: 'integer', unit: 'px', categories: screenAll, facet: true },
  noiseDba: { label: 'Niveau sonore', type: 'number', unit: 'dB(A)', categories: projection },
  lightSourceHours: { label: 'Durée de la source lumineuse', type: 'integer', unit: 'h', categories: projection },
  hdmiInput: { label: 'Entrée HDMI', type: 'boolean', categories: displayAll },
  builtInSpeakers: { label: 'Haut-parleurs intégrés', type: 'boolean', categories: displayAll },
  wallMounted: { label: 'Montage fixe', type: 'boolean', categories: displayAll },
  touchPoints: { label: 'Points de contact', type: 'integer', categories: touch },
  radioCutOff: {
    label: 'Coupure des ondes',
    type: 'choice',
    choices: {
      button: 'bouton',
      switch: 'interrupteur',
      softwarePerAccessPoint: 'logicielle par borne',
      autoWhenIdle: 'automatique sans usage',
      scheduleOnly: 'horaire seulement',
      none: 'aucune',
    },
    categories: cutOff,
    facet: true,
  },
  cutOffPerRoom: { label: 'Coupure salle par salle', type: 'boolean', categories: cutOff },
  maxPoePowerW: { label: 'Puissance PoE maximale consommée', type: 'number', unit: 'W', categories: poeUser },
  poeBudgetW: { label: 'Budget PoE', type: 'number', unit: 'W', categories: switching, facet: true },
  poePorts: { label: 'Ports PoE', type: 'integer', categories: switching, facet: true },
  dot1x: { label: '802.1X', type: 'boolean', categories: managedNetwork },
  vlan: { label: 'VLAN', type: 'boolean', categories: managedNetwork },
  multipleSsid: { label: 'Plusieurs réseaux (SSID)', type: 'boolean', categories: wifiPoint },
  urlFiltering: { label: 'Filtrage d’adresses', type: 'boolean', categories: filtering },
  logging: { label: 'Journalisation', type: 'boolean', categories: filtering },
  logRetentionDays: { label: 'Conservation des journaux', type: 'integer', unit: 'jours', categories: filtering },
  raid: { label: 'RAID', type: 'boolean', categories: storage },
  externalBackup: { label: 'Sauvegarde externe', type: 'boolean', categories: storage },
  encryption: { label: 'Chiffrement', type: 'boolean', categories: storage },
  automaticDuplex: { label: 'Recto verso automatique', type: 'boolean', categories: printing, facet: true },
  networked: { label: 'En réseau', type: 'boolean', categories: printing },
  scanning: { label: 'Numérisation', type: 'boolean', categories: printing },
  recycledPaper: { label: 'Papier recyclé accepté', type: 'boolean', categories: printing },
  wheelchairAccessible: { label: 'Accessible aux personnes à mobilité réduite', type: 'boolean', categories: printing },
  handlesPupilData: { label: 'Traite des données d’élèves', type: 'boolean', categories: softwareLike },
  hosting: {
    label: 'Hébergement',
    type: 'choice',
    choices: { france: 'France', eu: 'Union européenne', outsideEu: 'hors Union européenne', local: 'local' },
    categories: softwareLike,
    facet: true,
  },
  extraEuropeanLawImmunity: { label: 'À l’abri du droit extra-européen', type: 'boolean', categories: softwareLike },
  article28Agreement: {
    label: 'Convention de sous-traitance (RGPD, art. 28)',
    type: 'boolean',
    categories: softwareLike,
  },
  impactAssessment: { label: 'Analyse d’impact (AIPD)', type: 'boolean', categories: softwareLike },
  usesMacIdentifier: { label: 'Utilise l’adresse MAC comme identifiant', type: 'boolean', categories: softwareLike },
  privateSpace: { label: 'Espace privé individuel', type: 'boolean', categories: tabletOnly },
  privateSpaceBackedUp: { label: 'Espace privé sauvegardé', type: 'boolean', categories: tabletOnly },
  sdetVersion: { label: 'Version du SDET', type: 'text', categories: softwareLike },
  garCompatible: { label: 'Compatible GAR', type: 'boolean', categories: softwareLike, facet: true },
  ecoDesign: { label: 'Éco-conception', type: 'boolean', categories: softwareLike },
  rgaaPercent: { label: 'Taux de conformité RGAA', type: 'number', unit: '%', categories: softwareLike },
  rgaaStatementUrl: { label: 'Déclaration d’accessibilité RGAA (adresse)', type: 'text', categories: softwareLike },
  teacherClassControl: { label: 'Contrôle de la classe par l’enseignant', type: 'boolean', categories: softwareLike },
  fleetInventory: { label: 'Inventaire du parc', type: 'boolean', categories: softwareLike },
} as const satisfies Readonly<Record<string, Attribute>>;

export type AttributeCode = keyof typeof attributes;

/** The attributes that describe a category, in their order. */
export function attributesOf(category: CategoryCode): readonly (readonly [AttributeCode, Attribute])[] {
  return (Object.entries(attributes) as [AttributeCode, Attribute][]).filter(([, attribute]) =>
    attribute.categories.includes(category),
  );
}
