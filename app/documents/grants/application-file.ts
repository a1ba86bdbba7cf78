// The ENIR application file: cover, contents, the eight parts of the specification, annexes.
import { callPeriod } from '~/domain/grants/eligibility';
import { closedCallText, outcomeLabels } from '~/domain/grants/wording';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Block, DocumentModel } from '../blocks';
import { annexBlocks } from './annexes';
import { type ApplicationFileFacts, issuerOf } from './facts';
import { basisText, sectionBlocks } from './sections';

/** Goes up with each change of what the document says or of its order. */
export const applicationFileTemplateVersion = 'dossier-subvention-3';

function cover(facts: ApplicationFileFacts): Block[] {
  const { applicant, school, support, scheme, dossier, answers } = facts;
  const { plan } = dossier;
  return [
    ...(callPeriod(scheme, facts.issuedOn) === 'closed'
      ? [
          {
            kind: 'notice',
            tone: 'warning',
            title: 'Appel clos',
            text: closedCallText(scheme, answers.purpose),
          } as const,
        ]
      : []),
    ...(facts.mention === null ? [] : [{ kind: 'notice', tone: 'warning', text: facts.mention } as const]),
    {
      kind: 'parties',
      parties: [
        {
          role: 'Demandeur',
          name: applicant.name,
          lines: [
            ...(applicant.body.form === 'commune' ? [`Code Insee ${applicant.inseeCode}`] : [applicant.kind]),
            ...applicant.addressLines,
          ],
        },
        { role: 'École', name: school.name, lines: [`UAI ${school.uai}`, `École ${school.level}`] },
        { role: 'Structure d’appui', name: support.name, lines: [support.role] },
      ],
    },
    {
      kind: 'facts',
      entries: [
        { label: 'Appel', value: scheme.name },
        { label: 'Financeur', value: scheme.funder },
        { label: 'Éligibilité', value: `${outcomeLabels[dossier.eligibility.outcome]} (annexe A)` },
        {
          label: 'Coût de l’opération',
          value: `${formatCents(dossier.amounts.net.cost)} HT, ${formatCents(dossier.amounts.gross.cost)} TTC`,
        },
        {
          label: 'Aide calculée',
          value:
            plan === null
              ? 'Inconnue : un taux ou un effectif manque'
              : `${formatCents(plan.grant)}, assiette ${basisText(facts)}`,
        },
        { label: 'Part propre', value: plan === null ? 'Inconnue' : formatCents(plan.ownShare) },
        { label: 'Version', value: `${facts.version}, établie le ${formatDay(facts.issuedOn)}` },
      ],
    },
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: 'Sommaire' },
    { kind: 'contents' },
    { kind: 'pageBreak' },
  ];
}

/** The document's content. Every figure comes from the facts. */
export function applicationFileModel(facts: ApplicationFileFacts): DocumentModel {
  const { applicant, school, scheme } = facts;
  return {
    title: `Dossier de candidature – ${scheme.shortName}`,
    subtitle: `${applicant.name}, ${school.name}`,
    reference: `${facts.reference}, version ${facts.version}`,
    issuer: issuerOf(facts),
    date: facts.issuedOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    blocks: [...cover(facts), ...sectionBlocks(facts), { kind: 'pageBreak' }, ...annexBlocks(facts)],
  };
}

/** The parts that people go on editing: what they write, the plan, and no annex. */
export function editableFileModel(facts: ApplicationFileFacts): DocumentModel {
  const whole = applicationFileModel(facts);
  return {
    ...whole,
    title: `Projet et financement – ${facts.scheme.shortName}`,
    blocks: [
      {
        kind: 'notice',
        tone: 'plain',
        text: `Parties modifiables du dossier ${whole.reference}. Le PDF fait foi pour les montants.`,
      },
      { kind: 'contents' },
      ...sectionBlocks(facts),
    ],
  };
}
