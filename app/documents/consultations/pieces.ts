// The written pieces of a market file: RC, one AE per lot, CCAP and CCTP, as lists of blocks.
import { totalMonths } from '~/domain/consultations/consultation';
import { lotLimitsOf } from '~/domain/consultations/execution-conditions';
import { lotLimitsText } from '~/domain/consultations/lot-limits';
import { procedureLabels } from '~/domain/consultations/sentences';
import { formatCount, formatMoment } from '~/domain/shared/format';
import type { Block, DocumentModel } from '../blocks';
import { blanksOf, clauseBlocks, filled } from './clause-text';
import { captions } from './inserts';
import { ccagNames, type DceLot, type DceSubject, lotTitle, pieceFrame, standingClauses } from './subject';
import { typographic } from './typography';

export const factLabels = {
  reference: 'Référence',
  object: 'Objet',
  procedure: 'Procédure',
  duration: 'Durée totale',
  deadline: 'Date limite de réception des offres',
  ccag: 'CCAG applicable',
  lotLimits: 'Lots par candidat',
} as const;

function durationText(subject: DceSubject): string {
  return `${totalMonths(subject.choices)} mois, reconductions comprises`;
}

function deadlineText({ choices }: DceSubject): string {
  return formatMoment(choices.offersDeadline, choices.offersDeadlineTime);
}

/** The table of facts that opens each piece: the same words in each, so that they can be held against each other. */
export function opening(subject: DceSubject, shown: readonly (keyof typeof factLabels)[]): Block {
  const values: Readonly<Record<keyof typeof factLabels, string>> = {
    reference: subject.reference,
    object: typographic(subject.object),
    procedure: procedureLabels[subject.advice.procedure],
    duration: durationText(subject),
    deadline: deadlineText(subject),
    ccag: ccagNames[subject.choices.ccag].short,
    lotLimits: lotLimitsText(lotLimitsOf(subject.choices), subject.lots.length),
  };
  return { kind: 'facts', entries: shown.map((name) => ({ label: factLabels[name], value: values[name] })) };
}

/** The rules of the consultation. */
export function rcModel(subject: DceSubject): DocumentModel {
  return {
    ...pieceFrame(subject, 'Règlement de la consultation', typographic(subject.object)),
    blocks: [
      opening(subject, ['reference', 'object', 'procedure', 'duration', 'deadline', 'ccag', 'lotLimits']),
      { kind: 'contents' },
      ...clauseBlocks(subject, standingClauses(subject, subject.clauses.rc)),
    ],
  };
}

/** The special administrative conditions; its last article lists the derogations (CCAG-FCS 1.2). */
export function ccapModel(subject: DceSubject): DocumentModel {
  return {
    ...pieceFrame(subject, 'Cahier des clauses administratives particulières', typographic(subject.object)),
    blocks: [
      opening(subject, ['reference', 'object', 'duration', 'ccag']),
      { kind: 'contents' },
      ...clauseBlocks(subject, standingClauses(subject, subject.clauses.ccap)),
    ],
  };
}

function lotRequirements(subject: DceSubject, lot: DceLot): Block[] {
  const categories = [...new Map(lot.lines.map((line) => [line.category, line.categoryLabel]))];
  const blocks: Block[] = [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: typographic(lotTitle(lot)) },
    {
      kind: 'table',
      caption: captions.lines,
      columns: [
        { label: 'N° prix', width: 2 },
        { label: 'Désignation', width: 8 },
        { label: 'Unité', width: 2 },
      ],
      rows: lot.lines.map((line) => [line.number, line.designation, line.unit]),
    },
  ];
  for (const [category, label] of categories) {
    const common = subject.clauses.categoryRequirements[category] ?? [];
    blocks.push({ kind: 'heading', level: 2, text: label });
    if (common.length > 0) {
      blocks.push({ kind: 'paragraph', text: typographic('Exigences communes de la catégorie :') });
      blocks.push({ kind: 'list', items: common.map(typographic) });
    }
    const asked = subject.categoryRules?.[category] ?? [];
    if (asked.length > 0) {
      blocks.push({ kind: 'paragraph', text: typographic('Exigences des textes et référentiels :') });
      blocks.push({ kind: 'list', items: asked.map(typographic) });
    }
    for (const line of lot.lines.filter((each) => each.category === category)) {
      blocks.push({ kind: 'heading', level: 3, text: `${line.number} – ${line.designation}` });
      if (line.requirements.length === 0) {
        blocks.push({
          kind: 'paragraph',
          text: typographic('Le candidat décrit les caractéristiques du produit proposé au regard de la désignation.'),
        });
        continue;
      }
      blocks.push({
        kind: 'table',
        columns: [
          { label: 'Caractéristique', width: 4 },
          { label: 'Exigence minimale, ou équivalent', width: 4 },
        ],
        rows: line.requirements.map((requirement) => [requirement.label, requirement.value]),
      });
    }
  }
  return blocks;
}

/** The technical specifications: common clauses, then each lot with the requirements of its lines. */
export function cctpModel(subject: DceSubject): DocumentModel {
  return {
    ...pieceFrame(subject, 'Cahier des clauses techniques particulières', typographic(subject.object)),
    blocks: [
      opening(subject, ['reference', 'object']),
      { kind: 'contents' },
      { kind: 'heading', level: 1, text: 'Dispositions communes' },
      ...clauseBlocks(subject, standingClauses(subject, subject.clauses.cctp)),
      ...subject.lots.flatMap((lot) => lotRequirements(subject, lot)),
    ],
  };
}

const toFill = '........................................';

/** The act of commitment of one lot: what the buyer states, and what the candidate fills in and signs. */
export function aeModel(subject: DceSubject, lot: DceLot): DocumentModel {
  const blanks = blanksOf(subject);
  const standing = standingClauses(subject, subject.clauses.ae);
  return {
    ...pieceFrame(subject, `Acte d’engagement du lot ${lot.number}`, typographic(lotTitle(lot))),
    blocks: [
      opening(subject, ['reference', 'object', 'duration', 'ccag']),
      { kind: 'heading', level: 1, text: 'A. Accord-cadre et acheteur' },
      ...clauseBlocks(subject, standing, [lot]),
      { kind: 'heading', level: 1, text: 'B. Candidat' },
      {
        kind: 'facts',
        entries: [
          'Raison sociale',
          'Forme juridique',
          'SIRET',
          'Adresse',
          'Adresse électronique',
          'Téléphone',
          'Représentant et qualité',
          'Micro, petite ou moyenne entreprise',
        ].map((label) => ({ label, value: toFill })),
      },
      { kind: 'checkbox', checked: false, text: 'Candidat unique' },
      { kind: 'checkbox', checked: false, text: 'Groupement solidaire' },
      { kind: 'checkbox', checked: false, text: 'Groupement conjoint, mandataire solidaire' },
      {
        kind: 'table',
        caption: 'En cas de groupement, répartition des prestations',
        columns: [
          { label: 'Membre et SIRET', width: 4 },
          { label: 'Prestations', width: 4 },
          { label: 'Part', width: 1, align: 'right' },
        ],
        rows: [
          ['', '', ''],
          ['', '', ''],
          ['', '', ''],
        ],
      },
      { kind: 'heading', level: 1, text: 'C. Prix et compte à créditer' },
      {
        kind: 'paragraph',
        text: filled(
          'Les prix sont ceux du bordereau des prix unitaires du lot, annexé au présent acte ({reference}, version du dossier remise au candidat). Mois zéro : {priceMonth}. Identifiant de l’indice retenu pour la variation des prix :',
          blanks,
        ),
      },
      {
        kind: 'facts',
        entries: ['Indice et identifiant', 'Titulaire du compte', 'IBAN', 'BIC'].map((label) => ({
          label,
          value: toFill,
        })),
      },
      { kind: 'heading', level: 1, text: 'D. Signatures' },
      {
        kind: 'signature',
        parties: [
          { role: 'Pour le candidat', note: 'Date, nom, qualité et signature électronique' },
          {
            role: 'Pour l’acheteur',
            name: subject.issuer.name,
            note: 'La présente offre est acceptée. Date et signature',
          },
        ],
      },
      {
        kind: 'notice',
        tone: 'plain',
        text: typographic(
          `Annexe financière : bordereau des prix unitaires du lot ${lot.number}, ${formatCount(lot.lines.length)} lignes.`,
        ),
      },
    ],
  };
}
