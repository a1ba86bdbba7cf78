// The certificate of a price revision: formula, values and their sources, each step, and the new price of each line.
import type { Day } from '~/domain/shared/day';
import { formatDay, formatRate, formatUnitPrice } from '~/domain/shared/format';
import type { UnitPrice } from '~/domain/shared/money';
import type { DocumentModel } from '../blocks';
import { buyerSignature, type ContractActFacts, contractActModel } from './contract-act';
import { typographic } from './typography';

export const revisionCertificateTemplateVersion = '2026-11-23-2';

export interface RevisionCertificateFacts extends ContractActFacts {
  readonly number: number;
  readonly dueOn: Day;
  readonly effectiveOn: Day;
  readonly fixedShare: number;
  readonly steps: readonly {
    readonly identifier: string;
    readonly label: string;
    readonly weight: number;
    readonly basePeriod: string;
    /** Index values as French text. */
    readonly baseValue: string;
    readonly value: string;
    readonly publishedOn: Day;
    readonly source: string;
  }[];
  /** The coefficient as French text: before rounding, rounded, applied, and that of the revision before. */
  readonly exact: string;
  readonly rounded: string;
  readonly applied: string;
  readonly before: string;
  readonly rounding: string;
  readonly cap: number | null;
  readonly capped: boolean;
  readonly safeguard: { readonly share: number; readonly reason: string } | null;
  readonly priceDecimals: number;
  readonly article: string;
  readonly lines: readonly {
    readonly reference: string;
    readonly label: string;
    readonly initialNet: UnitPrice;
    readonly currentNet: UnitPrice;
    readonly revisedNet: UnitPrice;
  }[];
}

/** The formula with its letters, as the contract writes it. */
export function formulaText(fixedShare: number, weights: readonly number[]): string {
  const share = (basisPoints: number) =>
    (basisPoints / 10_000).toLocaleString('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  const terms = weights.map((weight, at) => {
    const letter = weights.length === 1 ? 'I' : `I${at + 1}`;
    return `${share(weight)} × (${letter} / ${letter}(0))`;
  });
  return `P = P(0) × [${[share(fixedShare), ...terms].join(' + ')}]`;
}

/** The certificate as one model. */
export function revisionCertificateModel(facts: RevisionCertificateFacts): DocumentModel {
  const { number, steps, fixedShare } = facts;
  const computed = steps.map(({ weight, value, baseValue }) => `${formatRate(weight)} × (${value} / ${baseValue})`);
  return contractActModel(
    facts,
    { title: `Certificat de révision des prix n° ${number}`, reference: `révision ${number}` },
    [
      { kind: 'article', number: '1', title: 'Clause appliquée' },
      {
        kind: 'paragraph',
        text: typographic(
          `Les prix du marché notifié le ${formatDay(facts.notifiedOn)} sont révisés au ${formatDay(facts.dueOn)} par la formule ${formulaText(
            fixedShare,
            steps.map(({ weight }) => weight),
          )} (${facts.article}). P(0) est le prix initial du bordereau.`,
        ),
      },
      { kind: 'article', number: '2', title: 'Valeurs des indices' },
      {
        kind: 'table',
        columns: [
          { label: 'Indice', width: 5 },
          { label: 'Valeur de départ', align: 'right', width: 3 },
          { label: 'Valeur retenue', align: 'right', width: 2 },
          { label: 'Publication et source', width: 4 },
        ],
        rows: steps.map((step) => [
          `${step.label}, identifiant ${step.identifier}`,
          `${step.baseValue} (${step.basePeriod})`,
          step.value,
          `${formatDay(step.publishedOn)}, ${step.source}`,
        ]),
      },
      { kind: 'article', number: '3', title: 'Coefficient' },
      {
        kind: 'facts',
        entries: [
          { label: 'Calcul', value: typographic([formatRate(fixedShare), ...computed].join(' + ')) },
          { label: 'Résultat, huit décimales', value: facts.exact },
          { label: 'Arrondi', value: typographic(`${facts.rounded} (${facts.rounding})`) },
          { label: 'Coefficient de la révision précédente', value: facts.before },
          ...(facts.cap === null
            ? []
            : [
                {
                  label: 'Plafond de la hausse',
                  value: `${formatRate(facts.cap)}, ${facts.capped ? 'atteint' : 'non atteint'}`,
                },
              ]),
          { label: 'Coefficient appliqué', value: [{ text: facts.applied, bold: true }] },
        ],
      },
      ...(facts.safeguard === null
        ? []
        : ([
            {
              kind: 'notice',
              tone: 'warning',
              title: 'Clause de sauvegarde',
              text: typographic(
                `La hausse dépasse ${formatRate(facts.safeguard.share)} : l’acheteur pouvait mettre fin au marché. Il le poursuit : ${facts.safeguard.reason}`,
              ),
            },
          ] as const)),
      { kind: 'article', number: '4', title: 'Nouveaux prix' },
      {
        kind: 'paragraph',
        text: typographic(
          `Prix initial × ${facts.applied}, arrondi à ${facts.priceDecimals} décimales. L’éco-participation n’est pas révisée. Les nouveaux prix valent pour les commandes soumises à compter du ${formatDay(facts.effectiveOn)} ; celles qui sont soumises avant ce jour gardent leur prix.`,
        ),
      },
      {
        kind: 'table',
        columns: [
          { label: 'Référence', width: 2 },
          { label: 'Désignation', width: 5 },
          { label: 'Prix initial HT', align: 'right', width: 2 },
          { label: 'Prix en vigueur HT', align: 'right', width: 2 },
          { label: 'Prix révisé HT', align: 'right', width: 2 },
        ],
        rows: facts.lines.map((line) => [
          line.reference,
          line.label,
          formatUnitPrice(line.initialNet),
          formatUnitPrice(line.currentNet),
          formatUnitPrice(line.revisedNet),
        ]),
      },
      buyerSignature(facts),
    ],
  );
}
