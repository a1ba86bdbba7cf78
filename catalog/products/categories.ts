// Categories of the catalogue: label, menu group, CPV, homogeneous family, AGEC category.
// CPV: Regulation (EC) 213/2008, with check digit. AGEC: decree 2024-134, labels of the open data schema of declarations.

export type CategoryGroup =
  | 'mobile'
  | 'computers'
  | 'display'
  | 'network'
  | 'printing'
  | 'sound'
  | 'software'
  | 'services'
  | 'furniture';

export const categoryGroupLabels: Readonly<Record<CategoryGroup, string>> = {
  mobile: 'Classe mobile',
  computers: 'Ordinateurs et serveurs',
  display: 'Affichage collectif',
  network: 'Réseau et Wi-Fi',
  printing: 'Impression',
  sound: 'Son, image et robots',
  software: 'Logiciels et ressources',
  services: 'Services',
  furniture: 'Mobilier et accessoires',
};

/** Categories of the yearly AGEC declaration that school equipment can fall in; null is out of its scope or not established. */
export type AgecCategory = 'computing' | 'reprography' | 'printSupplies' | 'furniture';

/** A buyer's own nomenclature for the homogeneous families of CCP R2121-6; the syndicat's policy, not a text. */
export type HomogeneousFamily =
  | 'equipment.computing'
  | 'equipment.display'
  | 'equipment.network'
  | 'equipment.printing'
  | 'equipment.audiovisual'
  | 'equipment.furniture'
  | 'software'
  | 'services.maintenance'
  | 'services.installation'
  | 'services.training';

export const homogeneousFamilyLabels: Readonly<Record<HomogeneousFamily, string>> = {
  'equipment.computing': 'Matériel informatique',
  'equipment.display': 'Matériel d’affichage et de projection',
  'equipment.network': 'Matériel de réseau',
  'equipment.printing': 'Matériel et consommables d’impression',
  'equipment.audiovisual': 'Matériel audiovisuel et robotique pédagogique',
  'equipment.furniture': 'Mobilier et accessoires',
  software: 'Logiciels et ressources numériques',
  'services.maintenance': 'Maintenance informatique',
  'services.installation': 'Installation et câblage',
  'services.training': 'Formation',
};

export interface Category {
  readonly label: string;
  readonly plural: string;
  readonly group: CategoryGroup;
  /** Eight digits, a hyphen, the check digit. */
  readonly cpv: string;
  readonly family: HomogeneousFamily;
  readonly agec: AgecCategory | null;
  readonly unit: string;
  /** Electrical and electronic equipment: carries an eco-contribution and the CE marking duties. */
  readonly electrical: boolean;
}

const computing = { family: 'equipment.computing', agec: 'computing', unit: 'unité', electrical: true } as const;
const display = { group: 'display', family: 'equipment.display', unit: 'unité', electrical: true } as const;
const network = { group: 'network', family: 'equipment.network', agec: null, unit: 'unité', electrical: true } as const;
const audiovisual = {
  group: 'sound',
  family: 'equipment.audiovisual',
  agec: null,
  unit: 'unité',
  electrical: true,
} as const;
const software = { group: 'software', family: 'software', agec: null, unit: 'licence', electrical: false } as const;
const service = { group: 'services', agec: null, unit: 'forfait', electrical: false } as const;

export const categories = {
  tablet: { label: 'Tablette', plural: 'Tablettes', group: 'mobile', cpv: '30213200-7', ...computing },
  chargingTrolley: {
    label: 'Chariot de recharge',
    plural: 'Chariots de recharge',
    group: 'mobile',
    cpv: '30237000-9',
    ...computing,
    agec: null,
  },
  chargingCase: {
    label: 'Valise de recharge',
    plural: 'Valises de recharge',
    group: 'mobile',
    cpv: '30237270-2',
    ...computing,
    agec: null,
  },
  laptop: {
    label: 'Ordinateur portable',
    plural: 'Ordinateurs portables',
    group: 'computers',
    cpv: '30213100-6',
    ...computing,
  },
  desktop: {
    label: 'Ordinateur fixe',
    plural: 'Ordinateurs fixes',
    group: 'computers',
    cpv: '30213300-8',
    ...computing,
  },
  monitor: { label: 'Moniteur', plural: 'Moniteurs', group: 'computers', cpv: '30231300-0', ...computing },
  nas: {
    label: 'Stockage en réseau (NAS)',
    plural: 'Stockages en réseau (NAS)',
    group: 'computers',
    cpv: '30233000-1',
    ...computing,
    agec: null,
  },
  server: { label: 'Serveur', plural: 'Serveurs', group: 'computers', cpv: '48820000-2', ...computing },
  smartphone: {
    label: 'Téléphone mobile',
    plural: 'Téléphones mobiles',
    group: 'computers',
    cpv: '32250000-0',
    ...computing,
  },
  deskPhone: {
    label: 'Téléphone fixe',
    plural: 'Téléphones fixes',
    group: 'computers',
    cpv: '32552100-8',
    ...computing,
  },
  interactiveDisplay: {
    label: 'Écran numérique interactif',
    plural: 'Écrans numériques interactifs',
    cpv: '30231320-6',
    ...display,
    agec: null,
  },
  projector: { label: 'Vidéoprojecteur', plural: 'Vidéoprojecteurs', cpv: '38652120-7', ...display, agec: 'computing' },
  interactiveProjector: {
    label: 'Vidéoprojecteur interactif',
    plural: 'Vidéoprojecteurs interactifs',
    cpv: '38652120-7',
    ...display,
    agec: 'computing',
  },
  interactiveWhiteboard: {
    label: 'Tableau interactif',
    plural: 'Tableaux interactifs',
    cpv: '30195910-4',
    ...display,
    agec: null,
  },
  television: { label: 'Téléviseur', plural: 'Téléviseurs', cpv: '32324000-0', ...display, agec: null },
  documentCamera: { label: 'Visualiseur', plural: 'Visualiseurs', cpv: '38652100-1', ...display, agec: null },
  accessPoint: { label: 'Borne Wi-Fi', plural: 'Bornes Wi-Fi', cpv: '32420000-3', ...network },
  router: { label: 'Routeur', plural: 'Routeurs', cpv: '32413100-2', ...network },
  networkSwitch: { label: 'Commutateur réseau', plural: 'Commutateurs réseau', cpv: '32420000-3', ...network },
  firewall: { label: 'Pare-feu', plural: 'Pare-feu', cpv: '32420000-3', ...network },
  cabling: {
    label: 'Câblage',
    plural: 'Câblages',
    group: 'network',
    cpv: '45314300-4',
    family: 'services.installation',
    agec: null,
    unit: 'prise',
    electrical: false,
  },
  webFilter: {
    label: 'Filtrage internet',
    plural: 'Filtrages internet',
    cpv: '48730000-4',
    ...software,
    group: 'network',
  },
  printer: {
    label: 'Imprimante',
    plural: 'Imprimantes',
    group: 'printing',
    cpv: '30232110-8',
    family: 'equipment.printing',
    agec: 'reprography',
    unit: 'unité',
    electrical: true,
  },
  multifunctionPrinter: {
    label: 'Imprimante multifonction',
    plural: 'Imprimantes multifonctions',
    group: 'printing',
    cpv: '30232110-8',
    family: 'equipment.printing',
    agec: 'reprography',
    unit: 'unité',
    electrical: true,
  },
  printerSupply: {
    label: 'Consommable d’impression',
    plural: 'Consommables d’impression',
    group: 'printing',
    cpv: '30125100-2',
    family: 'equipment.printing',
    agec: 'printSupplies',
    unit: 'unité',
    electrical: false,
  },
  camera: { label: 'Appareil photo ou vidéo', plural: 'Appareils photo et vidéo', cpv: '38651600-9', ...audiovisual },
  microphone: { label: 'Microphone', plural: 'Microphones', cpv: '32341000-5', ...audiovisual },
  speakers: { label: 'Haut-parleurs', plural: 'Haut-parleurs', cpv: '32322000-6', ...audiovisual },
  headset: { label: 'Casque audio', plural: 'Casques audio', cpv: '32342100-3', ...audiovisual },
  robot: { label: 'Robot pédagogique', plural: 'Robots pédagogiques', cpv: '39162100-6', ...audiovisual },
  software: { label: 'Logiciel', plural: 'Logiciels', cpv: '48190000-6', ...software },
  mdm: { label: 'Gestion de flotte (MDM)', plural: 'Gestions de flotte (MDM)', cpv: '48000000-8', ...software },
  ent: {
    label: 'Espace numérique de travail',
    plural: 'Espaces numériques de travail',
    cpv: '48190000-6',
    ...software,
  },
  digitalResource: { label: 'Ressource numérique', plural: 'Ressources numériques', cpv: '48190000-6', ...software },
  installationService: {
    label: 'Installation',
    plural: 'Installations',
    cpv: '51611100-9',
    family: 'services.installation',
    ...service,
  },
  maintenanceService: {
    label: 'Maintenance',
    plural: 'Maintenances',
    cpv: '50312000-5',
    family: 'services.maintenance',
    ...service,
  },
  trainingService: {
    label: 'Formation',
    plural: 'Formations',
    cpv: '80533100-0',
    family: 'services.training',
    ...service,
  },
  accessory: {
    label: 'Accessoire',
    plural: 'Accessoires',
    group: 'furniture',
    cpv: '30237000-9',
    family: 'equipment.furniture',
    agec: null,
    unit: 'unité',
    electrical: false,
  },
  furniture: {
    label: 'Mobilier',
    plural: 'Mobiliers',
    group: 'furniture',
    cpv: '39160000-1',
    family: 'equipment.furniture',
    agec: 'furniture',
    unit: 'unité',
    electrical: false,
  },
} as const satisfies Readonly<Record<string, Category>>;

export type CategoryCode = keyof typeof categories;

/** Whether a text is the code of a category. */
export function isCategoryCode(text: string): text is CategoryCode {
  return Object.hasOwn(categories, text);
}
