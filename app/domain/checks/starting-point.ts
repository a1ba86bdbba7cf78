// What a school is asked about its equipment and network before it orders; 'je ne sais pas' is always an answer.
import type { DeclaredCount, DeclaredEquipment } from './after-order';

/** Questions about numbers, in the order of the form. */
export const declaredCountLabels: Readonly<Record<DeclaredCount, string>> = {
  projections: 'Vidéoprojecteurs ou écrans de classe',
  classComputers: 'Ordinateurs de classe (enseignants)',
  mobileDevices: 'Tablettes et portables d’élèves',
  chargingSlots: 'Emplacements de recharge (chariots, valises)',
  mdmLicences: 'Licences de gestion de flotte',
  accessPoints: 'Bornes Wi-Fi',
  documentCameras: 'Visualiseurs',
  captureDevices: 'Appareils de prise de vue (tablettes avec caméra comprises)',
  microphones: 'Microphones',
  speakers: 'Haut-parleurs de classe',
  headLaptops: 'Portables de la direction',
  networkPrinters: 'Multifonctions en réseau',
  poeDemandW: 'Puissance PoE déjà demandée (W)',
  poeBudgetW: 'Budget PoE des commutateurs (W)',
};

export const declaredCounts = Object.keys(declaredCountLabels) as readonly DeclaredCount[];

/** The numbers among what a school declared; the others stay unknown. */
export function declaredEquipmentOf(declared: Readonly<Record<string, string | number | boolean>>): DeclaredEquipment {
  return Object.fromEntries(
    declaredCounts.flatMap((count) => {
      const value = declared[count];
      return typeof value === 'number' ? [[count, value]] : [];
    }),
  );
}
