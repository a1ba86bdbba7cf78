// What departments retain of a yearly dotation for school digital equipment, as their categories could be read.
import type { DepartmentTerms } from './types';

/** Labels of the DETR categories in the national form published on 19 December 2025; no other department names it there. */
const detr2026: readonly {
  readonly departmentCode: string;
  readonly category: string;
  readonly rates?: readonly [number, number];
}[] = [
  { departmentCode: '09', category: '1.4. Équipement numérique scolaire' },
  { departmentCode: '14', category: 'Informatisation des écoles' },
  { departmentCode: '19', category: 'Priorité 23 : Programme école numérique' },
  { departmentCode: '2A', category: '1.3- Informatisation des écoles primaires' },
  {
    departmentCode: '2B',
    category: 'Équipement écoles (raccordement internet, tableaux numériques, classe mobile multimédia ...)',
  },
  { departmentCode: '21', category: '10.1 Équipement numérique dans les écoles maternelles et primaires' },
  { departmentCode: '40', category: 'Équipement en réseau informatique des bâtiments scolaires et périscolaires' },
  {
    departmentCode: '57',
    category:
      'Équipement numérique global de l’école ou d’une classe dans le cadre d’un projet pédagogique validé par l’Éducation nationale',
  },
  {
    departmentCode: '71',
    category:
      'Catégorie D - Locaux scolaires et périscolaires et équipement numérique des écoles primaires et maternelles',
  },
  {
    departmentCode: '76',
    category: '9a accès au numérique dans les écoles (câblage, tablettes, vidéoprojecteurs, tableaux interactifs)',
  },
  { departmentCode: '80', category: 'Établissements scolaires (équipement intérieur)', rates: [3500, 4000] },
  { departmentCode: '84', category: 'a4-3/ Nouvelles technologies - Tablettes numériques, TBI dans les écoles' },
];

export const departmentTerms: readonly DepartmentTerms[] = detr2026.map(({ departmentCode, category, rates }) => ({
  schemeId: 'detr',
  departmentCode,
  year: 2026,
  retained: true,
  category,
  lowestRate: rates?.[0] ?? null,
  highestRate: rates?.[1] ?? null,
  minimumCostCents: null,
  maximumCostCents: null,
  maximumGrantCents: null,
  advanceRate: null,
  opensOn: null,
  closesOn: null,
  source: 'Démarche unique nationale DETR-DSIL, formulaire publié le 19 décembre 2025',
  confidence: 'confirmed',
}));
