// The convention of a groupement de commandes: numbered articles, then its annexes: members, needs of each, signatures.
import {
  type ConventionBlank,
  type ConventionClause,
  type ConventionCondition,
  coordinatorPowers,
} from 'catalog/clauses/convention';
import type { ConventionTerms } from '~/domain/organisations/conventions';
import { costKeyLabels } from '~/domain/organisations/cost-shares';
import { executionLabels, partyEntries } from '~/domain/organisations/parties';
import { formatCents, formatCount, formatDay } from '~/domain/shared/format';
import type { Block, DocumentModel, Text } from '../blocks';
import { filled } from '../consultations/clause-text';
import { typographic } from '../consultations/typography';
import { membersTable, needsAnnex, sharesTable, signatures } from './convention-annexes';
import type { ConventionFacts } from './convention-facts';

export const conventionTemplateVersion = '2026-11-23';

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

function inserted(clause: ConventionClause, facts: ConventionFacts): readonly Block[] {
  if (clause.insert === undefined) return [];
  switch (clause.insert) {
    case 'powers':
      return [
        {
          kind: 'list',
          items: coordinatorPowers
            .filter(({ id }) => facts.terms.powers.includes(id))
            .map(({ label, basis }, index, all) =>
              typographic(`${label} (${basis})${index + 1 < all.length ? ' ;' : '.'}`),
            ),
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
