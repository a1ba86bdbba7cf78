// Under which other names suppliers give the catalogue's attributes and categories in their files.
import { type Attribute, type AttributeCode, attributes } from 'catalog/products/attributes';
import { type CategoryCode, categories } from 'catalog/products/categories';
import { type PriceScheduleVocabulary, vatRatesInForce } from './price-schedule-vocabulary';

const attributeSynonyms: Readonly<Partial<Record<AttributeCode, readonly string[]>>> = {
  condition: ['neuf ou reconditionné', 'état du produit', 'condition'],
  warrantyYears: ['durée de garantie', 'garantie constructeur', 'garantie totale'],
  onSiteWarranty: ['garantie sur site incluse', 'intervention sur site'],
  batteryWarrantyYears: ['garantie batterie'],
  sparePartsYears: ['pièces détachées', 'disponibilité des pièces'],
  systemUpdatesYears: ['mises à jour', 'durée des mises à jour'],
  securityUpdatesYears: ['mises à jour de sécurité garanties'],
  repairabilityIndex: ['indice réparabilité', 'réparabilité'],
  durabilityIndex: ['durabilité'],
  chargingPort: ['connecteur de charge', 'connecteur'],
  screenInches: ['écran', 'taille écran', "taille de l'écran", 'diagonale écran', 'taille'],
  ramGb: ['RAM', 'mémoire', 'mémoire RAM'],
  storageGb: ['capacité de stockage', 'disque', 'capacité', 'disque dur', 'SSD', 'mémoire interne'],
  storageType: ['type de disque'],
  processorRange: ['processeur', 'gamme processeur', 'CPU'],
  batteryHours: ['autonomie batterie', 'autonomie annoncée'],
  weightKg: ['masse'],
  operatingSystem: ['OS', "système d'exploitation"],
  wifiStandard: ['Wi-Fi', 'wifi', 'norme wifi'],
  camera: ['caméra'],
  slots: ["nombre d'emplacements", 'capacité en appareils', 'nombre de tablettes'],
  brightnessLm: ['luminosité ANSI', 'flux lumineux', 'lumens'],
  horizontalPixels: ['résolution horizontale'],
  verticalPixels: ['résolution verticale'],
  noiseDba: ['bruit', 'niveau de bruit'],
  energyClass: ['classe énergie', "classe d'énergie", 'étiquette énergie'],
  ecolabel: ['label environnemental', 'labels'],
  poeBudgetW: ['budget PoE total'],
  hosting: ["lieu d'hébergement", 'hébergement des données'],
  sarTrunkWPerKg: ['DAS corps'],
};

const categorySynonyms: Readonly<Partial<Record<CategoryCode, readonly string[]>>> = {
  tablet: ['tablette tactile', 'tablette numérique'],
  laptop: ['PC portable', 'portable', 'ultraportable', 'chromebook', 'notebook'],
  desktop: ['PC fixe', 'unité centrale', 'ordinateur de bureau', 'poste fixe', 'mini PC', 'tout-en-un'],
  monitor: ['écran', "écran d'ordinateur", 'écran PC'],
  interactiveDisplay: ['ENI', 'écran interactif', 'écran tactile', 'TNI'],
  projector: ['projecteur', 'vidéoprojection'],
  interactiveProjector: ['VPI'],
  interactiveWhiteboard: ['TBI', 'tableau blanc interactif', 'tableau numérique interactif'],
  documentCamera: ['caméra de documents'],
  accessPoint: ["point d'accès", "point d'accès Wi-Fi", 'borne wifi'],
  networkSwitch: ['switch', 'commutateur'],
  chargingTrolley: ['chariot', 'chariot de charge', 'chariot mobile'],
  chargingCase: ['valise', 'valise de charge', 'valise de transport'],
  multifunctionPrinter: ['multifonction', 'imprimante multifonction', 'photocopieur', 'MFP'],
  printerSupply: ['consommable', 'toner', 'cartouche'],
  headset: ['casque', 'micro-casque'],
  robot: ['robotique', 'robot'],
  software: ['licence logicielle'],
  mdm: ['MDM', 'gestion de flotte'],
  ent: ['ENT'],
  webFilter: ['filtrage', 'proxy'],
  trainingService: ['formation', 'prestation de formation'],
  maintenanceService: ['maintenance', 'contrat de maintenance'],
  installationService: ['installation', 'pose', 'prestation d’installation', 'mise en service'],
  nas: ['NAS', 'stockage réseau'],
  accessory: ['accessoire'],
  camera: ['captation', 'caméscope', 'webcam'],
};

/** The words with which a price schedule is read against the catalogue. */
export const catalogueVocabulary: PriceScheduleVocabulary = {
  attributes: (Object.entries(attributes) as [AttributeCode, Attribute][]).map(([code, attribute]) => ({
    code,
    label: attribute.label,
    synonyms: attributeSynonyms[code] ?? [],
    type: attribute.type,
    unit: attribute.unit ?? null,
    choices: Object.entries(attribute.choices ?? {}).map(([choice, name]) => ({ code: choice, names: [name] })),
  })),
  categories: (Object.keys(categories) as CategoryCode[]).map((code) => ({
    code,
    names: [categories[code].label, categories[code].plural, ...(categorySynonyms[code] ?? [])],
  })),
  vatRates: vatRatesInForce,
};

/** Categories that bear no eco-contribution of electrical equipment: a blank there says nothing is due. */
export const categoriesWithoutEcoContribution: ReadonlySet<string> = new Set(
  (Object.keys(categories) as CategoryCode[]).filter((code) => !categories[code].electrical),
);
