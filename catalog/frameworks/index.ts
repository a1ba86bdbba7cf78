// Every rule that Preau ships, a file per framework and edition; the rules of the syndicat sleep until they are voted.
import { abeille2015 } from './abeille-2015';
import { agec2020 } from './agec-2020';
import { carineS2i2e2008 } from './carine-s2i2e-2008';
import { carmoV1 } from './carmo-v1';
import { carmoV2 } from './carmo-v2';
import { ceMarking } from './ce-marking';
import { chargingCabinetPoitiers2012 } from './charging-cabinet-poitiers-2012';
import { das2019 } from './das-2019';
import { digitalStrategy2023 } from './digital-strategy-2023';
import { dsdenAin2021 } from './dsden-ain-2021';
import { dsdenEure2021 } from './dsden-eure-2021';
import { dsdenGironde2016 } from './dsden-gironde-2016';
import { ecodesignDisplays2019 } from './ecodesign-displays-2019';
import { ecodesignTablets2023 } from './ecodesign-tablets-2023';
import { educationCode } from './education-code';
import { electronicCommunicationsCode } from './electronic-communications-code';
import { energyCode } from './energy-code';
import { energyLabelTablets2023 } from './energy-label-tablets-2023';
import { environmentCode } from './environment-code';
import { gar2017 } from './gar-2017';
import { gdpr2016 } from './gdpr-2016';
import { hazardousSubstances } from './hazardous-substances';
import { intellectualPropertyCode } from './intellectual-property-code';
import { internetUse2004 } from './internet-use-2004';
import { minumeco } from './minumeco';
import { parentalControl2022 } from './parental-control-2022';
import { productAccessibility2019 } from './product-accessibility-2019';
import { publicProcurementCode } from './public-procurement-code';
import { reconditioned2022 } from './reconditioned-2022';
import { red2022 } from './red-2022';
import { reen2021 } from './reen-2021';
import { repairabilityGuide2022 } from './repairability-guide-2022';
import { rgaa41 } from './rgaa-4-1';
import { screensUnderSix2025 } from './screens-under-six-2025';
import { sdet63 } from './sdet-6-3';
import { socle2021 } from './socle-2021';
import { socle2021Eure } from './socle-2021-eure';
import { syndicatPolicies } from './syndicat-policies';
import type { Rule } from './types';
import { universalCharger2022 } from './universal-charger-2022';
import { wifi2015 } from './wifi-2015';
import { youngChildrenCharter2025 } from './young-children-charter-2025';

/** The rules of each file, by its name in this folder. */
export const rulesByFile: Readonly<Record<string, readonly Rule[]>> = {
  'education-code': educationCode,
  'abeille-2015': abeille2015,
  'das-2019': das2019,
  'ce-marking': ceMarking,
  'red-2022': red2022,
  'universal-charger-2022': universalCharger2022,
  'hazardous-substances': hazardousSubstances,
  'ecodesign-tablets-2023': ecodesignTablets2023,
  'energy-label-tablets-2023': energyLabelTablets2023,
  'ecodesign-displays-2019': ecodesignDisplays2019,
  'product-accessibility-2019': productAccessibility2019,
  'young-children-charter-2025': youngChildrenCharter2025,
  'screens-under-six-2025': screensUnderSix2025,
  'parental-control-2022': parentalControl2022,
  'internet-use-2004': internetUse2004,
  'gdpr-2016': gdpr2016,
  'gar-2017': gar2017,
  'rgaa-4-1': rgaa41,
  'sdet-6-3': sdet63,
  'electronic-communications-code': electronicCommunicationsCode,
  'agec-2020': agec2020,
  'reconditioned-2022': reconditioned2022,
  'reen-2021': reen2021,
  'repairability-guide-2022': repairabilityGuide2022,
  'environment-code': environmentCode,
  'intellectual-property-code': intellectualPropertyCode,
  'public-procurement-code': publicProcurementCode,
  'energy-code': energyCode,
  'socle-2021': socle2021,
  'socle-2021-eure': socle2021Eure,
  'carmo-v1': carmoV1,
  'carmo-v2': carmoV2,
  'carine-s2i2e-2008': carineS2i2e2008,
  'wifi-2015': wifi2015,
  minumeco,
  'dsden-eure-2021': dsdenEure2021,
  'dsden-gironde-2016': dsdenGironde2016,
  'dsden-ain-2021': dsdenAin2021,
  'charging-cabinet-poitiers-2012': chargingCabinetPoitiers2012,
  'digital-strategy-2023': digitalStrategy2023,
  'syndicat-policies': syndicatPolicies,
};

export const rules: readonly Rule[] = Object.values(rulesByFile).flat();
