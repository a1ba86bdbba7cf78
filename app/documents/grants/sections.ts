// The parts of an application file, in the order of the call's specification.
import { grantSections } from 'catalog/grants';
import type { Field, SectionId } from 'catalog/grants/sections';
import { bodyWordsOf, capitalised, headWordsOf } from '~/domain/grants/applicant-wording';
import { opinionLabels } from '~/domain/grants/opinions';
import { basisLabels } from '~/domain/grants/plan-wording';
import { factText, lineAnswerLabels } from '~/domain/grants/wording';
import { formatCents, formatCount, formatDay, formatUnitPrice } from '~/domain/shared/format';
import type { Block, Column, Text } from '../blocks';
import type { ApplicationFileFacts } from './facts';
import { fieldText, knownTexts } from './field-texts';
import { financingBlocks } from './financing';
import { askedEntries, italic, longAnswers, toFillIn, written } from './written-fields';

/** Where the rules are told one by one; a document without that annex leaves it out. */
export const checksInAnnex = 'Chaque règle, sa réponse et son texte figurent en annexe E.';

const right = { align: 'right' } as const;
function populationText(facts: ApplicationFileFacts): Text {
  const name = facts.applicant.body.form === 'commune' ? 'commune.totalPopulation' : 'applicant.population';
  const known = facts.facts[name];
  if (known === undefined) return italic(toFillIn);
  return `${factText(name, known, facts.definitions)} ; source : ${known.origin}`;
}

/** Who represents the applicant, as the one who signs. */
function headParty({ applicant }: ApplicationFileFacts) {
  const role = capitalised(headWordsOf(applicant.body).the);
  return { role, note: `Date, signature et cachet ${bodyWordsOf(applicant.body).of}` };
}

function applicantBlocks(facts: ApplicationFileFacts): Block[] {
  const { applicant, support } = facts;
  const grouping = applicant.body.form !== 'commune';
  return [
    {
      kind: 'facts',
      entries: [
        { label: 'Nature du porteur', value: applicant.kind },
        { label: 'Nom', value: applicant.name },
        ...(grouping
          ? [{ label: 'Commune de l’école', value: `${applicant.communeName}, code Insee ${applicant.inseeCode}` }]
          : [{ label: 'Code Insee', value: applicant.inseeCode }]),
        { label: 'SIREN', value: applicant.siren ?? italic(toFillIn) },
        { label: 'SIRET', value: applicant.siret ?? italic(toFillIn) },
        ...(grouping ? [{ label: 'Adresse', value: applicant.addressLines.join(', ') || italic(toFillIn) }] : []),
        { label: 'Département', value: applicant.department ?? italic(toFillIn) },
        { label: 'Arrondissement', value: applicant.arrondissement ?? italic(toFillIn) },
        ...(grouping ? [] : [{ label: 'EPCI à fiscalité propre', value: applicant.epci ?? italic(toFillIn) }]),
        { label: 'Population', value: populationText(facts) },
        ...askedEntries(facts, 'applicant'),
        {
          label: 'Structure d’appui',
          value: `${support.name}, ${support.role} : elle appuie la demande et n’est pas demandeur.`,
        },
      ],
    },
  ];
}

function schoolBlocks(facts: ApplicationFileFacts): Block[] {
  const { school } = facts;
  const earlier = facts.facts['school.earlierGrants'];
  return [
    { kind: 'heading', level: 2, text: school.name },
    {
      kind: 'facts',
      entries: [
        { label: 'UAI', value: school.uai },
        { label: 'Niveau', value: school.level },
        { label: 'Regroupement pédagogique', value: school.rpi },
        { label: 'Classes', value: school.classes },
        { label: 'Élèves', value: school.pupils },
        { label: 'Éducation prioritaire', value: school.priorityEducation },
        ...askedEntries(facts, 'schools'),
        {
          label: 'Aides numériques déjà obtenues',
          value:
            earlier === undefined
              ? italic('Inconnu : à compléter')
              : factText('school.earlierGrants', earlier, facts.definitions),
        },
      ],
    },
  ];
}

function startingPointBlocks(facts: ApplicationFileFacts): Block[] {
  return [{ kind: 'facts', entries: askedEntries(facts, 'startingPoint') }, ...longAnswers(facts, 'startingPoint')];
}

/** What the adviser thinks of the project; nothing while nobody said. */
function opinionBlocks({ opinion }: ApplicationFileFacts): Block[] {
  if (opinion === null) return [];
  return [
    { kind: 'heading', level: 2, text: 'Avis du conseiller pédagogique' },
    {
      kind: 'facts',
      entries: [
        { label: 'Avis', value: [{ text: opinionLabels[opinion.opinion], bold: true }] },
        { label: 'Donné par', value: `${opinion.givenBy}, le ${formatDay(opinion.givenOn)}` },
      ],
    },
    { kind: 'paragraph', text: opinion.comment },
  ];
}

function pedagogyBlocks(facts: ApplicationFileFacts): Block[] {
  const chosen = facts.answers.written['pedagogy.axes'] ?? [];
  const axes = grantSections.pedagogy.fields.find(({ id }) => id === 'axes');
  const options = axes && 'options' in axes ? axes.options : [];
  return [
    {
      kind: 'facts',
      entries: [
        { label: 'Intitulé du projet', value: written(facts, 'pedagogy.title') },
        { label: 'Enseignants engagés', value: written(facts, 'pedagogy.teachers') },
        { label: 'Conseil d’école informé le', value: written(facts, 'pedagogy.schoolCouncilOn') },
      ],
    },
    { kind: 'heading', level: 2, text: 'Axes du projet' },
    ...options.map((axis): Block => ({ kind: 'checkbox', checked: chosen.includes(axis), text: axis })),
    ...longAnswers(facts, 'pedagogy'),
    ...opinionBlocks(facts),
  ];
}

const lineColumns: readonly Column[] = [
  { label: 'Désignation', width: 3 },
  { label: 'Qté', width: 0.5, ...right },
  { label: 'PU HT', width: 1, ...right },
  { label: 'Total HT', width: 1.1, ...right },
  { label: 'TVA', width: 0.9, ...right },
  { label: 'Total TTC', width: 1.1, ...right },
  { label: 'Éligible', width: 0.9 },
];

function equipmentBlocks(facts: ApplicationFileFacts): Block[] {
  const { lines, amounts } = facts.dossier;
  const conditions = [...new Set(lines.flatMap(({ condition }) => (condition === null ? [] : [condition])))];
  const lineRows = lines.map(({ line, answer, counted, confidence }): Text[] => [
    `${line.label}\n${line.reference} · ${line.categoryLabel}`,
    formatCount(line.quantity),
    formatUnitPrice(line.unitPriceNet),
    formatCents(line.totalNet),
    formatCents(line.vat),
    formatCents(line.totalGross),
    `${lineAnswerLabels[answer]}${answer === 'yes' && confidence !== 'confirmed' ? ', à vérifier' : ''}${counted ? '' : ', non compté'}`,
  ]);
  return [
    {
      kind: 'paragraph',
      text:
        facts.orderReference === null
          ? 'Aucune commande n’est encore rattachée à ce dossier.'
          : `Lignes de ${facts.orderReference} destinées à l’école. Les totaux comprennent l’éco-participation.`,
    },
    ...(lines.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Équipements et services',
            columns: lineColumns,
            rows: lineRows,
            totals: [
              [
                'Total',
                '',
                '',
                formatCents(amounts.net.cost),
                formatCents(facts.dossier.vat),
                formatCents(amounts.gross.cost),
                '',
              ],
            ],
          } as const,
        ]),
    ...conditions.map((text): Block => ({ kind: 'notice', tone: 'plain', text })),
    { kind: 'heading', level: 2, text: 'Conformité aux référentiels' },
    ...(facts.checks.length === 0
      ? [{ kind: 'paragraph', text: 'Aucun contrôle enregistré pour ces lignes.' } as const]
      : [
          {
            kind: 'facts',
            entries: [
              { label: 'Règles conformes', value: formatCount(facts.checkCounts.met) },
              { label: 'Règles non conformes', value: formatCount(facts.checkCounts.unmet) },
              { label: 'Réponses inconnues', value: formatCount(facts.checkCounts.unknown) },
            ],
          } as const,
          { kind: 'paragraph', text: checksInAnnex } as const,
        ]),
    ...longAnswers(facts, 'equipment'),
    { kind: 'facts', entries: [{ label: 'Mode d’achat', value: `Centrale d’achat : ${facts.support.name}` }] },
  ];
}

function scheduleBlocks(facts: ApplicationFileFacts): Block[] {
  const firstAct = facts.firstLegalActOn;
  return [
    {
      kind: 'facts',
      entries: [
        ...askedEntries(facts, 'schedule'),
        { label: 'Premier bon de commande', value: firstAct === null ? 'Aucun à ce jour' : formatDay(firstAct) },
      ],
    },
    {
      kind: 'notice',
      tone: firstAct === null ? 'plain' : 'warning',
      text: 'DETR : aucune aide si le premier acte signé (bon de commande) précède la réception de la demande (CGCT, article R. 2334-24).',
    },
  ];
}

function commitmentBlocks(facts: ApplicationFileFacts): Block[] {
  return [
    { kind: 'paragraph', text: `Le demandeur (${facts.applicant.name}) s’engage :` },
    ...grantSections.commitments.fields
      .filter((field) => field.type === 'yesNo')
      .map(
        (field): Block => ({
          kind: 'checkbox',
          checked: facts.answers.written[`commitments.${field.id}`] === 'oui',
          text: field.label,
        }),
      ),
    {
      kind: 'signature',
      parties: [
        headParty(facts),
        { role: 'La direction de l’école', note: 'Date et signature' },
        { role: 'L’inspecteur de l’éducation nationale', note: 'Date, avis et signature' },
      ],
    },
  ];
}

/** A part of the funder's form: every field in its order, those the file already holds filled in. */
function formBlocks(facts: ApplicationFileFacts, id: SectionId): Block[] {
  const known = knownTexts(facts);
  const fields: readonly Field[] = grantSections[id].fields;
  return [
    {
      kind: 'facts',
      entries: fields
        .filter(({ type }) => type !== 'signatures' && type !== 'longText')
        .map((field) => ({ label: field.label, value: fieldText(facts, known, id, field) || italic(toFillIn) })),
    },
    ...longAnswers(facts, id),
  ];
}

const partOf: Readonly<Partial<Record<SectionId, (facts: ApplicationFileFacts) => Block[]>>> = {
  applicant: applicantBlocks,
  schools: schoolBlocks,
  startingPoint: startingPointBlocks,
  pedagogy: pedagogyBlocks,
  equipment: equipmentBlocks,
  schedule: scheduleBlocks,
  financing: financingBlocks,
  commitments: commitmentBlocks,
};

/** The parts of the file in the order of the scheme, numbered unless the funder's form has numbers of its own. */
export function sectionBlocks(facts: ApplicationFileFacts): Block[] {
  const { sections } = facts.scheme;
  const numbered = !sections.some((id) => /^\d/.test(grantSections[id].title));
  const signed = sections.includes('commitments');
  return [
    ...sections.flatMap((id, index): Block[] => [
      // What is signed stands on a sheet of its own, with the signatures.
      ...(id === 'commitments' ? [{ kind: 'pageBreak' } as const] : []),
      { kind: 'heading', level: 1, text: `${numbered ? `${index + 1}. ` : ''}${grantSections[id].title}` },
      ...(partOf[id]?.(facts) ?? formBlocks(facts, id)),
    ]),
    ...(signed
      ? []
      : [
          {
            kind: 'signature',
            parties: [headParty(facts)],
          } as const,
        ]),
  ];
}

/** 'HT' or 'TTC', with its mark when the text does not settle it. */
export function basisText(facts: ApplicationFileFacts): string {
  const label = basisLabels[facts.dossier.basis];
  return facts.scheme.basis.confidence === 'confirmed' ? label : `${label} (à vérifier)`;
}
