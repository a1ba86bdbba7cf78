// The ranking of a lot in the analysis report: amounts, points with their reasons, how firm it is, and what is proposed.
import { type LotAnalysis, standingMarks } from '~/domain/consultations/analysis';
import { lotLimitSentences } from '~/domain/consultations/award-sentences';
import type { LotDesignation } from '~/domain/consultations/lot-limits';
import type { Publication } from '~/domain/consultations/publication';
import { markedItems } from '~/domain/consultations/sub-criteria';
import { formatCents, formatPoints } from '~/domain/shared/format';
import type { Cents } from '~/domain/shared/money';
import type { Block } from '../blocks';
import { typographic } from './typography';

export interface AnalysedLotFacts {
  readonly analysis: LotAnalysis;
  /** Sentences on how firm the ranking is. */
  readonly sensitivity: readonly string[];
  /** Value of the offer ranked first for each commune, net. */
  readonly communes: readonly { readonly name: string; readonly net: Cents }[];
}

const points = (hundredThousandths: number | null | undefined) =>
  typeof hundredThousandths === 'number' ? formatPoints(Math.round(hundredThousandths / 1000)) : 'sans note';
const total = (hundredths: number | null) => (hundredths === null ? 'sans note' : formatPoints(hundredths));
/** A bar of text, as wide as the share of the whole: a chart that every reader and every printer shows. */
const bar = (part: number, whole: number) => '█'.repeat(Math.max(1, Math.round((part * 24) / Math.max(1, whole))));

/** The blocks of a lot's ranking; `rules` says whom the rules of the consultation designate for it. */
export function rankingBlocks(
  { analysis, sensitivity, communes }: AnalysedLotFacts,
  { content }: Publication,
  rules: LotDesignation | undefined,
): Block[] {
  const { ranking, offers } = analysis;
  const [first] = ranking;
  if (!first)
    return [
      {
        kind: 'notice',
        tone: 'warning',
        title: 'Aucune offre à classer',
        text: 'Le lot peut être déclaré infructueux, puis relancé.',
      },
    ];
  const limit = lotLimitSentences(
    ranking.map(({ offerId, candidate, rank }) => ({ depositId: offerId, candidate, rank })),
    rules,
  );
  const proposed = ranking.filter(({ offerId }) => rules?.designated.includes(offerId));
  const [choice = first] = proposed;
  const dearest = ranking.reduce((most, { priceNet }) => Math.max(most, priceNet), 0);
  const reasons = markedItems(content.criteria).flatMap((item) =>
    offers.flatMap(({ candidate, marks }) =>
      standingMarks(marks, item).map(({ tenths, reason, evaluator }) => [
        typographic(item.label),
        candidate,
        String(tenths / 10).replace('.', ','),
        `${reason} (${evaluator})`,
      ]),
    ),
  );
  return [
    {
      kind: 'table',
      caption: 'Montants comparés, HT',
      columns: [
        { label: 'Candidat', width: 3 },
        { label: 'Montant', width: 2, align: 'right' },
        { label: 'Comparaison', width: 4 },
      ],
      rows: ranking.map(({ candidate, priceNet }) => [candidate, formatCents(priceNet), bar(priceNet, dearest)]),
    },
    {
      kind: 'table',
      caption: 'Notes par critère',
      columns: [
        { label: 'Rang' },
        { label: 'Candidat', width: 3 },
        ...content.criteria.map(({ label, weight }) => ({
          label: `${typographic(label)} /${weight}`,
          align: 'right' as const,
          width: 2,
        })),
        { label: 'Note /100', align: 'right' as const },
      ],
      rows: ranking.map((offer) => [
        String(offer.rank ?? 'sans rang'),
        offer.candidate,
        ...offer.points.map(points),
        total(offer.total),
      ]),
    },
    {
      kind: 'table',
      caption: 'Motifs des notes',
      columns: [
        { label: 'Critère', width: 2 },
        { label: 'Candidat', width: 2 },
        { label: 'Note /10', align: 'right' },
        { label: 'Motif', width: 5 },
      ],
      rows: reasons,
    },
    ...(sensitivity.length > 0
      ? ([
          { kind: 'heading', level: 3, text: 'Solidité du classement' },
          { kind: 'list', items: sensitivity },
        ] as const)
      : []),
    {
      kind: 'notice',
      tone: 'plain',
      title: 'Proposition',
      text: [
        ...limit,
        proposed.length > 1
          ? 'Des offres sont à égalité en tête\u202f: la décision appartient à l’organe compétent.'
          : `Attribuer le lot à ${choice.candidate}, classée ${choice.rank === 1 ? 'première' : `${choice.rank}e`} avec ${total(choice.total)} points, pour un montant estimatif de ${formatCents(choice.priceNet)} HT.`,
      ].join(' '),
    },
    {
      kind: 'table',
      caption: `Valeur de l’offre classée première, par commune, HT`,
      columns: [
        { label: 'Commune', width: 4 },
        { label: 'Montant', width: 2, align: 'right' },
      ],
      rows: communes.map(({ name, net }) => [name, formatCents(net)]),
      totals: [['Total', formatCents(communes.reduce((sum, { net }) => (sum + net) as Cents, 0 as Cents))]],
    },
  ];
}
