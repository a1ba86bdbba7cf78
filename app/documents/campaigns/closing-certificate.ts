// The closing certificate of a campaign: its dates, who answered, who did not, and the digest of the answers.
import { type MemberState, memberStateLabels } from '~/domain/campaigns/member-state';
import { dayInParis } from '~/domain/shared/day';
import { formatCount, formatDay, formatDayShort, formatInstant } from '~/domain/shared/format';
import type { Block, DocumentModel } from '../blocks';
import type { ClosingCertificateFacts } from './facts';

/** Goes up with each change of what the document says or of its order. */
export const closingCertificateTemplateVersion = 'certificat-de-cloture-1';

function dates({ campaign, firstClosesOn, extensions, closedAt, syndicatName }: ClosingCertificateFacts): Block {
  const changes = extensions.map(({ to, at }) => `${formatDay(to)} (changé le ${formatDay(dayInParis(at))})`);
  return {
    kind: 'facts',
    entries: [
      { label: 'Recensement', value: campaign.title },
      { label: 'Mené par', value: syndicatName },
      { label: 'Ouverture', value: formatDay(campaign.opensOn) },
      { label: 'Dernier jour annoncé', value: formatDay(firstClosesOn) },
      ...(changes.length === 0 ? [] : [{ label: 'Dernier jour changé', value: changes.join('\u202f; ') }]),
      {
        label: 'Clôture',
        value:
          closedAt === null
            ? `au terme du dernier jour, le ${formatDay(campaign.closesOn)}`
            : `par le syndicat, le ${formatInstant(closedAt)}`,
      },
    ],
  };
}

/** Those who signed or began, one row each. */
function replies({ figures, statements }: ClosingCertificateFacts): Block[] {
  const answered = figures.members.filter(({ state }) => state !== 'opened' && state !== 'notOpened');
  if (answered.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Communes qui ont répondu ou commencé' },
    {
      kind: 'table',
      columns: [
        { label: 'Commune', width: 2.4 },
        { label: 'Réponse', width: 1.8 },
        { label: 'Signée le', width: 1.4 },
        { label: 'Lignes', align: 'right', width: 0.8 },
        { label: 'État des besoins', width: 1.8 },
      ],
      rows: answered.map((member) => [
        member.name,
        memberStateLabels[member.state],
        member.signedOn === null ? '' : `${formatDayShort(member.signedOn)}${member.late ? ' (après report)' : ''}`,
        formatCount(member.lines),
        statements[member.communeId] ?? '',
      ]),
    },
  ];
}

/** Those without an answer are often hundreds: their names follow one another. */
function unanswered({ figures }: ClosingCertificateFacts, state: MemberState, title: string): Block[] {
  const names = figures.members.filter((member) => member.state === state).map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: `${title} (${formatCount(names.length)})` },
    { kind: 'paragraph', text: `${names.join(', ')}.` },
  ];
}

/** The document's content. Every figure comes from the facts. */
export function closingCertificateModel(facts: ClosingCertificateFacts): DocumentModel {
  const { figures, campaign, version } = facts;
  return {
    title: 'Certificat de clôture du recensement',
    subtitle: campaign.title,
    reference: version === 1 ? facts.number : `${facts.number}, version ${version}`,
    issuer: facts.issuer,
    date: facts.madeOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    blocks: [
      ...(version === 1
        ? []
        : [
            {
              kind: 'notice',
              tone: 'warning',
              title: `Version ${version}`,
              text: `Ce certificat annule et remplace la version ${version - 1} de même numéro.`,
            } as const,
          ]),
      dates(facts),
      {
        kind: 'table',
        caption: 'Réponses des communes invitées',
        columns: [
          { label: 'Réponse', width: 4 },
          { label: 'Communes', align: 'right' },
        ],
        rows: [
          ['État des besoins signé', formatCount(figures.signed)],
          ['Aucun besoin, déclaré et signé', formatCount(figures.noNeed)],
          ['Réponse commencée et non signée\u202f: elle ne compte pas', formatCount(figures.draft)],
          ['Sans réponse', formatCount(figures.silent)],
        ],
        totals: [['Communes invitées', formatCount(figures.invited)]],
      },
      {
        kind: 'paragraph',
        text: `Réponses signées après le dernier jour d’abord annoncé\u202f: ${formatCount(figures.late)}.`,
      },
      ...replies(facts),
      ...unanswered(facts, 'opened', 'Réponse ouverte, rien de saisi'),
      ...unanswered(facts, 'notOpened', 'Réponse jamais ouverte'),
      {
        kind: 'notice',
        tone: 'plain',
        title: 'Empreinte des réponses (SHA-256)',
        text: `${facts.answersDigest}\nElle est calculée sur l’état, la date de signature et les lignes de chaque commune\u202f: une réponse changée donne une autre empreinte.`,
      },
    ],
  };
}
