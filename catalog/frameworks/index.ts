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

/** The rules of each file, by its name in this folder. */
export const rulesByFile: Readonly<Record<string, readonly Rule[]>> = {
  'education-code': educationCode,
  'abeille-2015': abeille2015,
  'placing-on-market': placingOnMarket,
  'minors-and-privacy': minorsAndPrivacy,
  'circular-economy': circularEconomy,
  'public-purchasing': publicPurchasing,
  'socle-2021': socle2021,
  carmo,
  'carine-and-wifi': carineAndWifi,
  guides,
  'syndicat-policies': syndicatPolicies,
};

export const rules: readonly Rule[] = Object.values(rulesByFile).flat();
