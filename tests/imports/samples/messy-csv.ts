// A price schedule as an old program exports it: Windows-1252, semicolons, seeded mistakes.
import { windowsBytes } from '../builders';

export const messyCsvName = 'tarif_export.csv';

const text = [
  'Export tarif;;;;;;;',
  'Papeterie Imaginaire d’Armor;;;;;;;',
  ';;;;;;;',
  'Code article;Libellé;Tarif HT;TVA;Éco-contribution;Unité;Catégorie;Système d’exploitation',
  'T1;Tablette "école" 10 pouces;249,90 €;20,00;0,25;pièce;Tablettes;Android',
  'T2;Tablette maîtresse;1 049,00;20,00;0,25;pièce;Tablette tactile;iPadOS',
  'L1;Ressource cœur de cycle 2;12,5 HT;5,5;0;licence;Manuel;',
  'F1;Formation équipe;sur devis;20,00;0;séance;Formation;',
  'P1;PC portable 14";599,00;20,00;;pièce;PC portable;Solaris',
  'T1;Tablette "école" 10 pouces;249,90 €;20,00;0,25;pièce;Tablettes;Android',
  ';Sans référence;10,00;20,00;0;pièce;Tablettes;',
  'Total;;2 170,40;;;;;',
].join('\r\n');

/** The bytes of the file. */
export function messyCsv(): Uint8Array {
  return windowsBytes(text);
}
