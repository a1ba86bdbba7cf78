// Tables that clauses insert. Their captions are how the pieces are read back and held against each other.

import type { Criterion } from '~/domain/consultations/consultation';
import { formatCount } from '~/domain/shared/format';
import type { Block } from '../blocks';
import { ccagNames, type DceLot, type DceSubject, netText, standingClauses } from './subject';
import { typographic } from './typography';

export const captions = {
  lots: 'Lots',
  maxima: 'Lots et montants maximum',
  criteria: 'Critères et pondérations',
  buyers: 'Acheteurs identifiés',
  pieces: 'Pièces du dossier',
  lines: 'Fournitures du lot',
} as const;

/** Number, title and count of lines of each lot. */
export function lotsTable(lots: readonly DceLot[]): Block {
  return {
    kind: 'table',
    caption: captions.lots,
    columns: [
      { label: 'Lot', width: 1 },
      { label: 'Intitulé', width: 6 },
      { label: 'Lignes', width: 1, align: 'right' },
    ],
    rows: lots.map((lot) => [String(lot.number), lot.title, formatCount(lot.lines.length)]),
  };
}

const notChosen = 'à choisir';

/** Number, title, maximum and main CPV code of each lot. */
export function maximaTable(lots: readonly DceLot[]): Block {
  return {
    kind: 'table',
    caption: captions.maxima,
    columns: [
      { label: 'Lot', width: 1 },
      { label: 'Intitulé', width: 5 },
      { label: 'Maximum, durée totale', width: 3, align: 'right' },
      { label: 'CPV', width: 2 },
    ],
    rows: lots.map((lot) => [String(lot.number), lot.title, netText(lot.maximumNet), lot.cpv ?? notChosen]),
  };
}

/** Each criterion with its weight, followed by its sub-criteria with theirs. */
export function criterionRows(criteria: readonly Criterion[]): readonly (readonly [string, string])[] {
  return criteria.flatMap(({ label, weight, subCriteria = [] }): (readonly [string, string])[] => [
    [typographic(label), `${weight}\u202f%`],
    ...subCriteria.map((sub) => [typographic(`– dont ${sub.label}`), `${sub.weight}\u202f%`] as const),
  ]);
}

/** Criteria with their weights, and the sum of the weights. */
export function criteriaTable({ choices }: DceSubject): Block {
  const sum = choices.criteria.reduce((total, criterion) => total + criterion.weight, 0);
  return {
    kind: 'table',
    caption: captions.criteria,
    columns: [
      { label: 'Critère', width: 6 },
      { label: 'Pondération', width: 2, align: 'right' },
    ],
    rows: criterionRows(choices.criteria),
    totals: [['Total', `${sum}\u202f%`]],
  };
}

/** The buyers who may order. An unknown SIRET is said to be so. */
export function buyersTable({ buyers }: DceSubject): Block {
  return {
    kind: 'table',
    caption: captions.buyers,
    columns: [
      { label: 'Acheteur', width: 4 },
      { label: 'SIREN', width: 2 },
      { label: 'SIRET de facturation', width: 3 },
    ],
    rows: buyers.map((buyer) => [buyer.name, buyer.siren, buyer.siret ?? 'porté sur le bon de commande']),
  };
}

/** The pieces of the file, in the order of the archive. */
export function piecesTable({ lots }: DceSubject): Block {
  const ofLots = lots.flatMap((lot) => [
    [`AE lot ${lot.number}`, 'Acte d’engagement'],
    [`BPU et DQE lot ${lot.number}`, 'Bordereau des prix unitaires et détail quantitatif estimatif, classeur XLSX'],
  ]);
  return {
    kind: 'table',
    caption: captions.pieces,
    columns: [
      { label: 'Pièce', width: 2 },
      { label: 'Contenu', width: 5 },
    ],
    rows: [
      ['RC', 'Règlement de la consultation'],
      ['CCAP', 'Cahier des clauses administratives particulières et liste des acheteurs identifiés'],
      ['CCTP', 'Cahier des clauses techniques particulières'],
      ['CRT', 'Cadre de réponse technique, à remplir par le candidat'],
      ['DC1 et DC2', 'Données de l’acheteur pour les formulaires de candidature'],
      ...ofLots,
    ],
  };
}

/** The derogations of the standing clauses, article by article, as the last article of the CCAP must list them. */
export function derogationsTable(subject: DceSubject): readonly Block[] {
  const { ccag } = subject.choices;
  const standing = standingClauses(subject, subject.clauses.ccap);
  const rows = standing.flatMap((clause, index) =>
    clause.derogation
      ? [
          [
            `Article ${index + 1}`,
            `${ccagNames[ccag].short}, article ${clause.derogation[ccag]}`,
            clause.derogation.subject,
          ],
        ]
      : [],
  );
  if (rows.length === 0) return [{ kind: 'paragraph', text: 'Aucune.' }];
  return [
    {
      kind: 'table',
      columns: [
        { label: 'Article du CCAP', width: 2 },
        { label: 'Déroge à', width: 3 },
        { label: 'Objet', width: 5 },
      ],
      rows,
    },
  ];
}
