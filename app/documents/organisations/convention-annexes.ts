// Tables and annexes of a convention: shares, members with their acts, needs of each, signatures.
import { costKeyLabels } from '~/domain/organisations/cost-shares';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatDay, formatDayShort } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { Block } from '../blocks';
import { typographic } from '../consultations/typography';
import type { ConventionFacts, ConventionMemberFacts, ConventionNeeds } from './convention-facts';

const captions = {
  members: 'Membres du groupement',
  shares: 'Part de chaque membre',
  signatures: 'Signatures',
} as const;

const pending = 'à compléter';
const unnamed = 'Représentant à désigner';
/** Beyond, members sign a bulletin each, and the convention lists them. */
const signatureBoxes = 20;

/** What each member owes, with the key and the sum. */
export function sharesTable({ terms, shares }: ConventionFacts): Block {
  if (shares === null || shares.shares.length === 0)
    return {
      kind: 'notice',
      tone: 'warning',
      text: 'La répartition sera calculée lorsque les membres et la clé seront connus.',
    };
  const rule = terms.cost;
  const weighted = rule.kind === 'proRata';
  const weightText = (weight: number | null) =>
    weight === null ? '' : weighted && rule.key === 'needs' ? formatCents(weight as Cents) : formatCount(weight);
  const total = shares.shares.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  return {
    kind: 'table',
    caption: captions.shares,
    columns: [
      { label: 'Membre', width: 4 },
      ...(weighted ? [{ label: `Clé : ${costKeyLabels[rule.key]}`, width: 3, align: 'right' as const }] : []),
      { label: 'Part', width: 2, align: 'right' },
    ],
    rows: shares.shares.map(({ name, weight, shareNet }) => [
      name,
      ...(weighted ? [weightText(weight)] : []),
      formatCents(shareNet),
    ]),
    totals: [['Total', ...(weighted ? [weightText(total)] : []), formatCents(shares.totalNet)]],
  };
}

function deliberationText({ deliberationNumber, deliberationOn }: ConventionMemberFacts): string {
  if (deliberationNumber === null || deliberationOn === null) return pending;
  return `n°\u00a0${deliberationNumber} du ${formatDayShort(deliberationOn)}`;
}

/** The members, with the acts that each membership rests on. */
export function membersTable({ members }: ConventionFacts): Block {
  const dayText = (day: Day | null) => (day === null ? pending : formatDayShort(day));
  return {
    kind: 'table',
    caption: captions.members,
    columns: [
      { label: 'Commune', width: 5 },
      { label: 'SIRET', width: 6 },
      { label: 'Représentant', width: 5 },
      { label: 'Délibération', width: 5 },
      { label: 'Exécutoire', width: 4 },
      { label: 'Signature', width: 4 },
    ],
    rows: members.map((member) => [
      member.name,
      member.siret ?? `SIREN ${member.siren}`,
      member.representative ?? pending,
      deliberationText(member),
      dayText(member.enforceableOn),
      dayText(member.signedOn),
    ]),
  };
}

/** The needs of each member, line by line, after the amount of each. */
export function needsAnnex(needs: ConventionNeeds): Block[] {
  const amount = (net: Cents | null) => (net === null ? 'sans prix' : formatCents(net));
  return [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: 'Annexe 2. Besoins des membres' },
    {
      kind: 'paragraph',
      text: typographic(
        `Recensement « ${needs.campaignTitle} », ${needs.frozenOn === null ? 'besoins non figés : ils peuvent encore changer' : `besoins figés le ${formatDay(needs.frozenOn)}`}. Montants estimés hors taxes.`,
      ),
    },
    {
      kind: 'table',
      caption: 'Montant par membre',
      columns: [
        { label: 'Membre', width: 5 },
        { label: 'Lignes', width: 1, align: 'right' },
        { label: 'Montant HT estimé', width: 2, align: 'right' },
      ],
      rows: needs.members.map(({ name, lines, net }) => [name, formatCount(lines.length), formatCents(net)]),
      totals: [['Total', '', formatCents(needs.totalNet)]],
    },
    ...needs.members.flatMap(({ name, lines, net }): Block[] => [
      { kind: 'heading', level: 2, text: name },
      {
        kind: 'table',
        columns: [
          { label: 'N°', width: 1 },
          { label: 'Fourniture', width: 6 },
          { label: 'Unité', width: 1 },
          { label: 'Quantité', width: 1, align: 'right' },
          { label: 'Montant HT estimé', width: 2, align: 'right' },
        ],
        rows: lines.map((line) => [line.number, line.label, line.unit, formatCount(line.quantity), amount(line.net)]),
        totals: [['', 'Total', '', '', formatCents(net)]],
      },
    ]),
  ];
}

/** The signatories: a box each, or a bulletin each when they are many. */
export function signatures({ issuer, members }: ConventionFacts): Block[] {
  const coordinator = { role: 'Pour le coordonnateur', name: issuer.name, note: 'Date, nom, qualité et signature' };
  const heading: Block = { kind: 'heading', level: 1, text: captions.signatures };
  if (members.length > signatureBoxes)
    return [
      heading,
      {
        kind: 'paragraph',
        text: 'Chaque membre désigné à l’annexe 1 signe la présente convention par un bulletin séparé, qui lui est joint.',
      },
      { kind: 'signature', parties: [coordinator] },
    ];
  const boxes = members.map(({ name, representative, signedOn }) => ({
    role: `Pour la commune : ${name}`,
    name: representative ?? unnamed,
    note: signedOn === null ? 'Date et signature' : `Signée le ${formatDay(signedOn)}`,
  }));
  return [heading, { kind: 'signature', parties: [coordinator, ...boxes] }];
}
