// The statement of needs of a commune, as signed: school by school, each line with its reason and estimate.
import { needReasonLabels } from '~/domain/campaigns/campaigns';
import type { StatedSchool } from '~/domain/campaigns/stated-needs';
import { formatCents, formatCount, formatDay, formatInstant, formatUnitPrice } from '~/domain/shared/format';
import type { Block, DocumentModel } from '../blocks';
import type { NeedsStatementFacts } from './facts';

/** Goes up with each change of what the document says or of its order. */
export const needsStatementTemplateVersion = 'etat-des-besoins-3';

function schoolBlocks({ uai, name, lines, net }: StatedSchool): Block[] {
  const byYear = lines.some(({ year }) => year != null);
  return [
    { kind: 'heading', level: 2, text: uai === null ? name : `${name} (UAI ${uai})` },
    {
      kind: 'table',
      columns: [
        { label: 'Besoin', width: 3.4 },
        ...(byYear ? [{ label: 'Année', width: 0.9 }] : []),
        { label: 'Motif', width: 1.8 },
        { label: 'Quantité', align: 'right', width: 1.1 },
        { label: 'Prix unitaire HT estimé', align: 'right', width: 1.3 },
        { label: 'Total HT estimé', align: 'right', width: 1.3 },
      ],
      rows: lines.map((line) => [
        line.kit ? `${line.label}\nBesoin type\u202f: ${line.kit}` : line.label,
        ...(byYear ? [String(line.year ?? '')] : []),
        needReasonLabels[line.reason],
        `${formatCount(line.quantity)}\u00a0${line.unit}`,
        line.estimatedUnitPriceNet === null ? 'inconnu' : formatUnitPrice(line.estimatedUnitPriceNet),
        line.net === null ? 'inconnu' : formatCents(line.net),
      ]),
      totals: [['Total', ...(byYear ? [''] : []), '', '', '', formatCents(net)]],
    },
  ];
}

function replaced(version: number): Block[] {
  if (version === 1) return [];
  const text = `Cet état annule et remplace la version ${version - 1} de même numéro.`;
  return [{ kind: 'notice', tone: 'warning', title: `Version ${version}`, text }];
}

function account({ signedFor }: NeedsStatementFacts): string {
  if (signedFor === null) return 'depuis un compte de la commune.';
  return `depuis un compte du syndicat, à la place de la commune. Motif\u202f: ${signedFor.replace(/\.$/, '')}.`;
}

function onBehalfBlocks({ onBehalf }: NeedsStatementFacts): Block[] {
  if (onBehalf.length === 0) return [];
  const entries = onBehalf.map(({ byName, reason, at }) => ({
    label: `${byName}, le ${formatInstant(at)}`,
    value: reason,
  }));
  return [
    { kind: 'heading', level: 2, text: 'Saisie par le syndicat à la place de la commune' },
    { kind: 'facts', entries },
  ];
}

/** The document's content. Every figure comes from the facts. */
export function needsStatementModel(facts: NeedsStatementFacts): DocumentModel {
  const { campaign, needs, signedBy, syndicatName } = facts;
  const none = needs.lineCount === 0;
  const unpriced =
    needs.unpriced === 0 ? [] : [{ label: 'Lignes sans prix estimé, hors total', value: formatCount(needs.unpriced) }];
  return {
    title: 'État des besoins',
    subtitle: `${facts.communeName} – ${campaign.title}`,
    reference: facts.version === 1 ? facts.number : `${facts.number}, version ${facts.version}`,
    issuer: facts.issuer,
    date: facts.madeOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    blocks: [
      ...replaced(facts.version),
      {
        kind: 'facts',
        entries: [
          { label: 'Recensement', value: campaign.title },
          { label: 'Mené par', value: syndicatName },
          {
            label: 'Réponses',
            value: `du ${formatDay(campaign.opensOn)} au ${formatDay(campaign.closesOn)} inclus`,
          },
          { label: 'Commune', value: facts.communeName },
        ],
      },
      ...(none
        ? [
            {
              kind: 'notice',
              tone: 'plain',
              title: 'Aucun besoin',
              text: `${facts.communeName} déclare n’avoir aucun besoin pour ce recensement.`,
            } as const,
          ]
        : [
            ...needs.schools.flatMap(schoolBlocks),
            {
              kind: 'summary',
              entries: [
                { label: 'Lignes', value: formatCount(needs.lineCount) },
                ...unpriced,
                { label: 'Total HT estimé', value: formatCents(needs.net), strong: true },
              ],
            } as const,
            {
              kind: 'paragraph',
              text: 'Les prix sont des estimations\u202f: ils servent à évaluer le besoin (CCP R2121-1) et n’engagent pas la commune à commander.',
            } as const,
          ]),
      ...onBehalfBlocks(facts),
      {
        kind: 'signature',
        parties: [
          {
            role: `Pour ${facts.communeName}`,
            name: `${signedBy.name}, ${signedBy.role.toLowerCase()}`,
            note: `Validé en ligne le ${formatInstant(facts.signedAt)} ${account(facts)} Ce n’est pas une signature électronique qualifiée.`,
          },
        ],
      },
    ],
  };
}
