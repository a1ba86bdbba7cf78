// Every rule that Preau ships, by framework; the rules of the syndicat sleep until they are voted.
import { abeille2015 } from './abeille-2015';
import { carineAndWifi } from './carine-and-wifi';
import { carmo } from './carmo';
import { circularEconomy } from './circular-economy';
import { educationCode } from './education-code';
import { guides } from './guides';
import { minorsAndPrivacy } from './minors-and-privacy';
import { placingOnMarket } from './placing-on-market';
import { publicPurchasing } from './public-purchasing';
import { socle2021 } from './socle-2021';
import { syndicatPolicies } from './syndicat-policies';
import type { Rule } from './types';

export const rules: readonly Rule[] = [
  ...educationCode,
  ...abeille2015,
  ...placingOnMarket,
  ...minorsAndPrivacy,
  ...circularEconomy,
  ...publicPurchasing,
  ...socle2021,
  ...carmo,
  ...carineAndWifi,
  ...guides,
  ...syndicatPolicies,
];
