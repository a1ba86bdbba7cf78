// The convention of a groupement de commandes: numbered articles, then its annexes: members, needs of each, signatures.
import {
  type ConventionBlank,
  type ConventionClause,
  type ConventionCondition,
  coordinatorPowers,
} from 'catalog/clauses/convention';
import type { ConventionTerms } from '~/domain/organisations/conventions';
import { type CostShares, costKeyLabels } from '~/domain/organisations/cost-shares';
import { executionLabels, partyEntries } from '~/domain/organisations/parties';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatDay, formatDayShort } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { Block, DocumentModel, Text } from '../blocks';
import { filled } from '../consultations/clause-text';
import { typographic } from '../consultations/typography';

export const conventionTemplateVersion = '2026-11-23';

export interface ConventionMemberFacts {
  readonly name: string;
  readonly siren: string;
  readonly siret: string | null;
  readonly representative: string | null;
  readonly deliberationNumber: string | null;
  readonly deliberationOn: Day | null;
  readonly enforceableOn: Day | null;
  readonly signedOn: Day | null;
}

export interface ConventionNeeds {
  readonly campaignTitle: string;
  /** Day the needs were frozen; null while they may still change. */
  readonly frozenOn: Day | null;
  readonly members: readonly {
    readonly name: string;
    readonly lines: readonly {
      readonly number: string;
      readonly label: string;
      readonly unit: string;
      readonly quantity: number;
      readonly net: Cents | null;
    }[];
    readonly net: Cents;
  }[];
  readonly totalNet: Cents;
}

export interface ConventionFacts {
  readonly reference: string;
  readonly version: number;
  readonly issuedOn: Day;
  readonly issuer: DocumentModel['issuer'];
  readonly mention?: string;
  readonly terms: ConventionTerms;
  readonly clauses: readonly ConventionClause[];
  readonly members: readonly ConventionMemberFacts[];
  /** What each member owes; null when the key cannot be applied yet. */
  readonly shares: CostShares | null;
  readonly needs: ConventionNeeds | null;
}

export const conventionCaptions = {
  members: 'Membres du groupement',
  shares: 'Part de chaque membre',
  signatures: 'Signatures',
} as const;

const pending = 'à compléter';
const unnamed = 'Représentant à désigner';
/** Beyond, members sign a bulletin each, and the convention lists them. */
const signatureBoxes = 20;

function counted(count: number, word: string): string {
  return `${formatCount(count)} ${word}${count > 1 && !word.endsWith('s') ? 's' : ''}`;
}

/** The conditions of articles that hold for a convention. */
export function conventionConditions(terms: ConventionTerms): ReadonlySet<ConventionCondition> {
  const cost = { none: 'free', fixed: 'fixedFee', proRata: 'proRata' } as const;
  return new Set<ConventionCondition>([
    terms.permanent ? 'permanent' : 'single',
    terms.execution,
    terms.cao === 'group' ? 'caoGroup' : 'caoCoordinator',
    cost[terms.cost.kind],
    ...(['withdrawalTerms', 'liabilityTerms', 'privacyTerms'] as const).filter((name) => terms[name] !== null),
  ]);
}

/** The clauses that stand for a convention, in order. */
export function conventionStanding(
  terms: ConventionTerms,
  clauses: readonly ConventionClause[],
): readonly ConventionClause[] {
  const conditions = conventionConditions(terms);
  return clauses.filter(({ when }) => (when ?? []).every((condition) => conditions.has(condition)));
}

function blanksOf({ reference, issuer, terms, members }: ConventionFacts): Readonly<Record<ConventionBlank, string>> {
  const { cost } = terms;
  return {
    reference,
    object: terms.object,
    coordinator: issuer.name,
    memberCount: counted(members.length, 'commune'),
    startsOn: formatDay(terms.startsOn),
    endsOn:
      terms.endsOn !== null
        ? `et jusqu’au ${formatDay(terms.endsOn)} inclus`
        : terms.permanent
          ? 'sans limitation de durée'
          : 'et jusqu’au terme du dernier marché qui en est issu',
    withdrawalMonths: counted(terms.withdrawalMonths, 'mois'),
    fee: cost.kind === 'fixed' ? formatCents(cost.feeNet) : '',
    cost: cost.kind === 'proRata' ? formatCents(cost.costNet) : '',
    costKey: cost.kind === 'proRata' ? costKeyLabels[cost.key] : '',
    withdrawalTerms: terms.withdrawalTerms ?? '',
    liabilityTerms: terms.liabilityTerms ?? '',
    privacyTerms: terms.privacyTerms ?? '',
  };
}

function sharesTable({ terms, shares }: ConventionFacts): Block {
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
    caption: conventionCaptions.shares,
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

function inserted(clause: ConventionClause, facts: ConventionFacts): readonly Block[] {
  if (clause.insert === undefined) return [];
  switch (clause.insert) {
    case 'powers':
      return [
        {
          kind: 'list',
          items: coordinatorPowers
            .filter(({ id }) => facts.terms.powers.includes(id))
            .map(({ label, basis }) => typographic(`${label} (${basis}) ;`)),
        },
      ];
    case 'parties':
      return [
        {
          kind: 'table',
          columns: [
            { label: 'Rôle', width: 3 },
            { label: 'Tenu par', width: 5 },
          ],
          rows: partyEntries(facts.terms.execution, 'le coordonnateur', 'le membre').map(({ label, who }) => [
            label,
            typographic(who),
          ]),
        },
      ];
    case 'shares':
      return [sharesTable(facts)];
  }
}

function textBlocks(paragraphs: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let items: Text[] = [];
  for (const paragraph of [...paragraphs, null]) {
    if (paragraph?.startsWith('• ')) items.push(paragraph.slice(2));
    else {
      if (items.length > 0) blocks.push({ kind: 'list', items });
      items = [];
      if (paragraph !== null) blocks.push({ kind: 'paragraph', text: paragraph });
    }
  }
  return blocks;
}

function articles(facts: ConventionFacts): Block[] {
  const blanks = blanksOf(facts);
  const standing = conventionStanding(facts.terms, facts.clauses);
  const titles = [...new Set(standing.map(({ title }) => title))];
  return titles.flatMap((title, index): Block[] => [
    { kind: 'article', number: String(index + 1), title: typographic(title) },
    ...standing
      .filter((clause) => clause.title === title)
      .flatMap((clause) => [
        ...textBlocks(clause.paragraphs.map((paragraph) => filled(paragraph, blanks))),
        ...inserted(clause, facts),
      ]),
  ]);
}

function deliberationText({ deliberationNumber, deliberationOn }: ConventionMemberFacts): string {
  if (deliberationNumber === null || deliberationOn === null) return pending;
  return `n°\u00a0${deliberationNumber} du ${formatDayShort(deliberationOn)}`;
}

function membersTable({ members }: ConventionFacts): Block {
  const dayText = (day: Day | null) => (day === null ? pending : formatDayShort(day));
  return {
    kind: 'table',
    caption: conventionCaptions.members,
    columns: [
      { label: 'Commune', width: 5 },
      { label: 'SIRET', width: 4 },
      { label: 'Représentant', width: 5 },
      { label: 'Délibération', width: 4 },
      { label: 'Exécutoire le', width: 3 },
      { label: 'Signée le', width: 3 },
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

function needsAnnex(needs: ConventionNeeds): Block[] {
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

function signatures({ issuer, members }: ConventionFacts): Block[] {
  const coordinator = { role: 'Pour le coordonnateur', name: issuer.name, note: 'Date, nom, qualité et signature' };
  const heading: Block = { kind: 'heading', level: 1, text: conventionCaptions.signatures };
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

/** The whole document. The members, the shares and the needs are those of its facts: it computes nothing. */
export function conventionModel(facts: ConventionFacts): DocumentModel {
  const { terms, issuer } = facts;
  return {
    title: 'Convention constitutive de groupement de commandes',
    subtitle: typographic(terms.object),
    reference: `${facts.reference} · version ${facts.version}`,
    issuer,
    date: facts.issuedOn,
    ...(facts.mention === undefined ? {} : { mention: facts.mention }),
    blocks: [
      {
        kind: 'facts',
        entries: [
          { label: 'Référence', value: facts.reference },
          { label: 'Objet', value: typographic(terms.object) },
          { label: 'Coordonnateur', value: issuer.name },
          { label: 'Membres', value: counted(facts.members.length, 'commune') },
          { label: 'Durée', value: terms.permanent ? 'Groupement permanent' : 'Groupement pour un seul achat' },
          { label: 'Variante d’exécution', value: typographic(executionLabels[terms.execution]) },
        ],
      },
      {
        kind: 'paragraph',
        text: typographic(
          'Vu le code de la commande publique, notamment ses articles L2113-6 à L2113-8 ; vu le code général des collectivités territoriales ; vu les délibérations des assemblées des membres désignées à l’annexe 1 ; il est convenu ce qui suit :',
        ),
      },
      ...articles(facts),
      ...signatures(facts),
      { kind: 'pageBreak' },
      { kind: 'heading', level: 1, text: 'Annexe 1. Membres du groupement' },
      membersTable(facts),
      ...(facts.needs === null ? [] : needsAnnex(facts.needs)),
    ],
  };
}
