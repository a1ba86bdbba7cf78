// The yearly declaration of AGEC article 58 in the schema of data.gouv.fr, v0.1.0.
import type { DeclarationRow } from '~/domain/checks/agec-declaration';
import { writeOpenCsv } from './csv';

const columns = [
  'annee',
  'siret',
  'raison_sociale',
  'type_produit_acquis',
  'montant_total',
  'montant_reemploi_et_reutilisation',
  'montant_produits_issus_don',
  'montant_produits_recycles',
  'commentaires',
] as const;

/** The file to deposit: amounts in euros without VAT, two decimals. */
export function writeDeclaration(rows: readonly DeclarationRow[]): Uint8Array {
  return writeOpenCsv(
    columns,
    rows.map((row) => [
      String(row.year),
      row.siret,
      row.name,
      row.label,
      row.totalNet,
      row.reuseNet,
      row.donatedNet,
      row.recycledNet,
      row.comment,
    ]),
  );
}
