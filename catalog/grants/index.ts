// All grant schemes in force or closed, by id and version.
import { detr2026 } from './detr-2026';
import { dsil2026 } from './dsil-2026';
import { enir2017 } from './enir-2017';
import { enir2018 } from './enir-2018';
import { labelEcolesNumeriques2020 } from './label-ecoles-numeriques-2020';
import { snee2021 } from './snee-2021';
import { tneVienne } from './tne-vienne';
import type { GrantScheme } from './types';

export const grantSchemes: readonly GrantScheme[] = [
  labelEcolesNumeriques2020,
  enir2018,
  enir2017,
  snee2021,
  tneVienne,
  detr2026,
  dsil2026,
];

/** The ENIR family, newest first. */
export const enirSchemes: readonly GrantScheme[] = [labelEcolesNumeriques2020, enir2018, enir2017];

export { departmentTerms } from './department-terms';
export { grantFacts } from './facts';
export { fctvaRate, openRoutes } from './open-routes';
export { grantPieces } from './pieces';
export { grantSections } from './sections';
export { grantSources } from './sources';
