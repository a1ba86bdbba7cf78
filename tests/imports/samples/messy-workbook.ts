// A price schedule as a supplier sends it, with every habit that a reader must forgive and every mistake it must see.
import type ExcelJS from 'exceljs';
import { workbookBytes } from '../builders';

export const messyWorkbookName = 'BPU lot 1 - Atelier Numérique Fictif (VF2).xlsx';

/** What the reader must find in it. */
export const messyWorkbookExpected = {
  importable: ['TAB-001', 'TAB-002', 'TAB-003', 'PC-001', 'PC-002', 'FOR-001'],
  refused: {
    'TAB-004': 'textInPrice',
    'TAB-005': 'missingPrice',
    'TAB-006': 'negativePrice',
    'TAB-007': 'zeroPrice',
    'TAB-008': 'tooManyDecimals',
    'TAB-009': 'unknownVatRate',
    'TAB-010': 'missingLabel',
    'TAB-011': 'referenceTwice',
    'PC-003': 'grossPrice',
    'PC-004': 'formulaWithoutValue',
    'PC-005': 'mergedPrice',
    'PC-006': 'mergedPrice',
    'PC-007': 'ambiguousPrice',
    'PC-008': 'errorInCell',
  },
} as const;

function fillTablets(sheet: ExcelJS.Worksheet): void {
  sheet.mergeCells('A1:J1');
  sheet.getCell('A1').value = 'BORDEREAU DES PRIX UNITAIRES';
  sheet.mergeCells('A2:J2');
  sheet.getCell('A2').value = 'Accord-cadre fictif 2026-01, lot 1 : terminaux. Prix fictifs, fournisseur fictif.';
  sheet.getCell('A3').value = 'Fournisseur :';
  sheet.getCell('B3').value = 'Atelier Numérique Fictif';
  // Header on two rows, columns in no usual order.
  sheet.mergeCells('A5:A6');
  sheet.getCell('A5').value = 'Désignation';
  sheet.mergeCells('B5:B6');
  sheet.getCell('B5').value = 'Réf.';
  sheet.mergeCells('C5:C6');
  sheet.getCell('C5').value = 'Marque';
  sheet.mergeCells('D5:E5');
  sheet.getCell('D5').value = 'Prix unitaire';
  sheet.getCell('D6').value = 'H.T.';
  sheet.getCell('E6').value = 'T.T.C.';
  sheet.mergeCells('F5:F6');
  sheet.getCell('F5').value = 'Taux de TVA';
  sheet.mergeCells('G5:G6');
  sheet.getCell('G5').value = 'Éco-participation (DEEE) HT';
  sheet.mergeCells('H5:H6');
  sheet.getCell('H5').value = 'RAM (Go)';
  sheet.mergeCells('I5:I6');
  sheet.getCell('I5').value = 'Taille écran';
  sheet.mergeCells('J5:J6');
  sheet.getCell('J5').value = 'Garantie';
  const rows: readonly (readonly unknown[])[] = [
    ['TABLETTES'],
    ['Tablette 10,9" Wi-Fi 64 Go', 'TAB-001', 'Apple', '329,00 €', '394,80', '20%', '0,25', 4, '10,9"', '1 an'],
    ['Tablette 11" 128 Go', 'TAB-002', 'Samsung', 1234.5, null, 0.2, 0.25, '8 Go', '11 pouces', '24 mois'],
    [],
    ['Tablette durcie', 'TAB-003', 'Samsung', '1\u202f234,50\u00a0€ HT', '1 300,00', 20, 'NC', 'beaucoup', 8, 3],
    ['Stylet', 'TAB-004', 'Apple', 'inclus', null, '20 %', '0,02'],
    ['Clavier', 'TAB-005', 'Logitech', null, null, '20 %', '0,02'],
    ['Coque', 'TAB-006', 'Fictif', '-12,50', null, '20 %', '0'],
    ['Film', 'TAB-007', 'Fictif', 0, null, '20 %', '0'],
    ['Câble', 'TAB-008', 'Fictif', '7,33333', null, '20 %', '0'],
    ['Chargeur', 'TAB-009', 'Fictif', '19,90', null, '19,6 %', '0,02'],
    [null, 'TAB-010', 'Fictif', '19,90', null, '20 %', '0,02'],
    ['Support', 'TAB-011', 'Fictif', '19,90', null, '20 %', '0,02'],
    ['Support', 'TAB-011', 'Fictif', '21,90', null, '20 %', '0,02'],
    ['Sous-total tablettes', null, null, 12345.6],
    ['ORDINATEURS PORTABLES'],
    ['Portable 14" élève', 'PC-001', 'Dell', '612,4567', null, '20', '0,42', '8', '14"', '3 ans'],
    [
      'Portable 15,6" enseignant',
      'PC-002',
      'HP',
      { formula: '700*0.9', result: 630 },
      null,
      '20',
      '0,42',
      16,
      '15,6',
      '3',
    ],
    ['Portable offert', 'PC-003', 'HP', '720 € TTC', null, '20', '0,42'],
    ['Portable calculé', 'PC-004', 'HP', { formula: 'D99*2' }, null, '20', '0,42'],
    ['Batterie A', 'PC-005', 'HP', '80,00', null, '20', '0,10'],
    ['Batterie B', 'PC-006', 'HP', null, null, '20', '0,10'],
    ['Station', 'PC-007', 'HP', '1.234', null, '20', '0,10'],
    ['Sacoche', 'PC-008', 'HP', { error: '#REF!' }, null, '20', '0'],
    ['TOTAL GÉNÉRAL HT', null, null, '45 678,90 €'],
    ['Prix valables 90 jours à compter de la remise de l’offre.'],
  ];
  rows.forEach((values, index) => {
    values.forEach((value, column) => {
      if (value !== null) sheet.getCell(7 + index, column + 1).value = value as ExcelJS.CellValue;
    });
  });
  // A section title over the width, a VAT shown as a percentage, one price for two batteries.
  sheet.mergeCells('A7:J7');
  sheet.getCell('F9').numFmt = '0%';
  const batteries = rows.findIndex((row) => row[1] === 'PC-005') + 7;
  sheet.mergeCells(`D${batteries}:D${batteries + 1}`);
  sheet.getRow(rows.findIndex((row) => row[1] === 'PC-002') + 7).hidden = true;
}

/** The bytes of the workbook: a messy main sheet, a second one in another order, a hidden one. */
export function messyWorkbook(): Promise<Uint8Array> {
  return workbookBytes((workbook) => {
    fillTablets(workbook.addWorksheet('BPU matériel'));
    const services = workbook.addWorksheet('Formation');
    services.addRow(['TVA', 'PU HT', 'Libellé', 'Référence', 'Unité', 'Qté estimée', 'Total HT']);
    services.addRow([20, '650,00', 'Formation sur site', 'FOR-001', 'demi-journée', 10, 6500]);
    services.addRow([null, null, 'Total', null, null, null, 6500]);
    const costs = workbook.addWorksheet('Coûts internes', { state: 'hidden' });
    costs.addRow(['Référence', 'Désignation', 'Prix HT', 'TVA']);
    costs.addRow(['TAB-001', 'Prix d’achat', 250, 20]);
    const notes = workbook.addWorksheet('Lisez-moi');
    notes.addRow(['Merci de compléter les cellules jaunes.']);
  });
}
