// The demonstration catalogue: fictitious syndicat contracts, suppliers and prices; the models exist and their attributes are theirs.
import { classroomReferences } from './classroom';
import { computerReferences } from './computers';
import { displayReferences } from './displays';
import { furnitureReferences } from './furniture';
import { serviceReferences } from './installation-and-training';
import { networkReferences } from './network';
import { printingReferences } from './printing';
import { refurbishedReferences } from './refurbished';
import { softwareReferences } from './software';
import { tabletReferences } from './tablets';
import type { DemonstrationAccordCadre } from './types';

export { demonstrationSuppliers } from './suppliers';
export type {
  DemonstrationAccordCadre,
  DemonstrationLot,
  DemonstrationReference,
  DemonstrationSupplier,
} from './types';

export const demonstrationAccordsCadres = [
  {
    id: 'accord-cadre-terminals',
    reference: 'DEMO-2025-01',
    title: 'Terminaux et classes mobiles (démonstration)',
    mode: 'wholesaler',
    notifiedOn: '2025-06-16',
    startsOn: '2025-07-01',
    endsOn: '2029-06-30',
    lots: [
      {
        id: 'lot-tablets',
        number: 1,
        title: 'Tablettes, chariots et valises de recharge',
        cpv: '30213200-7',
        holderId: 'supplier-terminals',
        maximumCents: 1_800_000_00,
        deliveryDays: 30,
        references: tabletReferences,
      },
      {
        id: 'lot-computers',
        number: 2,
        title: 'Ordinateurs et moniteurs',
        cpv: '30213000-5',
        holderId: 'supplier-terminals',
        maximumCents: 1_500_000_00,
        deliveryDays: 30,
        references: computerReferences,
      },
      {
        id: 'lot-refurbished',
        number: 3,
        title: 'Matériel reconditionné',
        cpv: '30200000-1',
        holderId: 'supplier-refurbished',
        maximumCents: 600_000_00,
        deliveryDays: 45,
        references: refurbishedReferences,
      },
    ],
  },
  {
    id: 'accord-cadre-classroom',
    reference: 'DEMO-2025-02',
    title: 'Équipement numérique des classes (démonstration)',
    mode: 'intermediary',
    notifiedOn: '2025-09-08',
    startsOn: '2025-09-15',
    endsOn: '2029-09-14',
    lots: [
      {
        id: 'lot-displays',
        number: 1,
        title: 'Écrans numériques interactifs et supports',
        cpv: '30231320-6',
        holderId: 'supplier-displays',
        maximumCents: 2_200_000_00,
        deliveryDays: 45,
        references: displayReferences,
      },
      {
        id: 'lot-classroom',
        number: 2,
        title: 'Vidéoprojection, captation, son et robotique',
        cpv: '38652100-1',
        holderId: 'supplier-displays',
        maximumCents: 900_000_00,
        deliveryDays: 30,
        references: classroomReferences,
      },
      {
        id: 'lot-furniture',
        number: 3,
        title: 'Mobilier des espaces numériques',
        cpv: '39160000-1',
        holderId: 'supplier-furniture',
        maximumCents: 400_000_00,
        deliveryDays: 60,
        references: furnitureReferences,
      },
    ],
  },
  {
    id: 'accord-cadre-infrastructure',
    reference: 'DEMO-2024-03',
    title: 'Réseaux et impression (démonstration)',
    mode: 'intermediary',
    notifiedOn: '2023-12-11',
    startsOn: '2024-01-01',
    endsOn: '2027-12-31',
    lots: [
      {
        id: 'lot-network',
        number: 1,
        title: 'Réseau, Wi-Fi, stockage et téléphonie',
        cpv: '32420000-3',
        holderId: 'supplier-network',
        maximumCents: 1_200_000_00,
        deliveryDays: 30,
        references: networkReferences,
      },
      {
        id: 'lot-printing',
        number: 2,
        title: 'Impression et consommables',
        cpv: '30232110-8',
        holderId: 'supplier-printing',
        maximumCents: 500_000_00,
        deliveryDays: 15,
        references: printingReferences,
      },
    ],
  },
  {
    id: 'accord-cadre-services',
    reference: 'DEMO-2026-01',
    title: 'Logiciels, ressources et services (démonstration)',
    mode: 'intermediary',
    notifiedOn: '2026-01-12',
    startsOn: '2026-02-01',
    endsOn: '2030-01-31',
    lots: [
      {
        id: 'lot-software',
        number: 1,
        title: 'Logiciels, espaces numériques de travail et ressources',
        cpv: '48190000-6',
        holderId: 'supplier-publishing',
        maximumCents: 700_000_00,
        deliveryDays: 10,
        references: softwareReferences,
      },
      {
        id: 'lot-services',
        number: 2,
        title: 'Installation, câblage, formation et maintenance',
        cpv: '50312000-5',
        holderId: 'supplier-services',
        maximumCents: 1_000_000_00,
        deliveryDays: 20,
        references: serviceReferences,
      },
    ],
  },
] as const satisfies readonly DemonstrationAccordCadre[];
