// Annexes of an application file: eligibility criterion by criterion, pieces to join, open routes, what is to verify.
import { callPeriod } from '~/domain/grants/eligibility';
import {
  answerLabels,
  comparisonText,
  confidenceMark,
  confirmationText,
  missingText,
  outcomeLabels,
  pieceEndorserLabels,
  pieceSignatoryText,
  pieceStandingLabels,
  routeAnswerLabels,
} from '~/domain/grants/wording';
import { formatCount } from '~/domain/shared/format';
import type { Block, Text } from '../blocks';
import type { ApplicationFileFacts } from './facts';

function eligibilityBlocks({ dossier, definitions, callYear, scheme }: ApplicationFileFacts): Block[] {
  const { eligibility } = dossier;
  const rows = eligibility.answers
    .filter(({ answer }) => answer !== 'notApplicable')
    .map((answer): Text[] => [
      [answer.statement, ...(answer.note === null ? [] : [{ text: `\n${answer.note}`, italic: true }])],
      [answerLabels[answer.answer], confidenceMark(answer.confidence)].filter((text) => text !== '').join(', '),
      answer.comparisons.map((comparison) => comparisonText(comparison, definitions)).join('\n'),
    ]);
  const wanted = [
    ...eligibility.missing.map((fact) => missingText(fact, definitions)),
    ...eligibility.toConfirm.map((comparison) => confirmationText(comparison, definitions, callYear)),
  ];
  return [
    { kind: 'heading', level: 1, text: 'Annexe A. Éligibilité, critère par critère' },
    { kind: 'paragraph', text: [`${scheme.name} : `, { text: outcomeLabels[eligibility.outcome], bold: true }] },
    {
      kind: 'table',
      columns: [
        { label: 'Critère', width: 2.6 },
        { label: 'Réponse', width: 1 },
        { label: 'Constaté et demandé', width: 2.6 },
      ],
      rows,
    },
    ...(wanted.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Renseignements à fournir' } as const,
          { kind: 'list', items: wanted } as const,
        ]),
  ];
}

function checklistBlocks({ pieces, applicant }: ApplicationFileFacts): Block[] {
  const rows = pieces.map((piece): Text[] => {
    const { item } = piece;
    const signing = [
      item.signedBy && `signé par ${pieceSignatoryText(item.signedBy, applicant.body)}`,
      item.endorsedBy && `visa : ${pieceEndorserLabels[item.endorsedBy]}`,
      item.required === 'always' ? null : 'selon le cas',
      item.confidence === 'confirmed' ? null : 'exigence à vérifier',
    ];
    return [
      [item.label, ...(item.note === null ? [] : [{ text: `\n${item.note}`, italic: true }])],
      [
        pieceStandingLabels[piece.standing],
        ...(item.missing.length === 0 || piece.standing !== 'toWrite' ? [] : [`\n${item.missing.join(' ; ')}`]),
        ...piece.documents.map(({ label }) => `\n${label} (annexe F)`),
        ...(piece.standing === 'notRequired' && piece.waiver ? [`\n${piece.waiver.reason} (${piece.waiver.by})`] : []),
      ],
      signing.filter((text) => typeof text === 'string').join(', '),
    ];
  });
  return [
    { kind: 'heading', level: 1, text: 'Annexe B. Pièces du dossier' },
    {
      kind: 'table',
      columns: [
        { label: 'Pièce', width: 2.6 },
        { label: 'État', width: 2 },
        { label: 'Signature et réserve', width: 1.4 },
      ],
      rows,
    },
  ];
}

function routeBlocks({ dossier, definitions, scheme, issuedOn }: ApplicationFileFacts): Block[] {
  const closed = callPeriod(scheme, issuedOn) === 'closed' ? 'L’appel est clos. ' : '';
  return [
    { kind: 'heading', level: 1, text: 'Annexe C. Voies ouvertes' },
    {
      kind: 'paragraph',
      text: `${closed}Ces financements peuvent être demandés aujourd’hui ; leurs conditions sont à vérifier auprès de chaque financeur.`,
    },
    ...dossier.routes.flatMap(({ route, eligibility }): Block[] => {
      const failing = eligibility?.answers.filter(({ answer }) => answer === 'unmet') ?? [];
      const missing = eligibility?.missing ?? [];
      const answer = routeAnswerLabels[eligibility?.outcome ?? 'none'];
      return [
        { kind: 'heading', level: 2, text: route.name },
        {
          kind: 'facts',
          entries: [
            { label: 'Apport', value: route.gives },
            { label: 'Où demander', value: route.where },
            { label: 'Pour ce demandeur', value: answer },
          ],
        },
        {
          kind: 'list',
          items: [
            ...route.conditions,
            ...failing.map(({ statement }) => `Critère non rempli : ${statement}`),
            ...missing.map((fact) => `Inconnu : ${definitions[fact].label}.`),
          ],
        },
      ];
    }),
  ];
}

function verifyBlocks({ scheme }: ApplicationFileFacts): Block[] {
  const rules = scheme.funding.flatMap((rule) => [
    rule.minimumCostCents,
    rule.maximumCostCents,
    rule.minimumGrantCents,
    rule.maximumGrantCents,
    rule.rate,
  ]);
  const unsettled = [
    ...(scheme.basis.confidence === 'confirmed' ? [] : ['Assiette de l’aide (HT ou TTC).']),
    ...(rules.some((rule) => rule && rule.confidence !== 'confirmed') ? ['Plancher de l’aide par école.'] : []),
    ...(scheme.pieces.some(({ confidence }) => confidence !== 'confirmed')
      ? ['Liste des pièces exigées et formulaire de l’académie.']
      : []),
    ...(scheme.stacking.otherPublicAid.confidence === 'confirmed' ? [] : ['Cumul avec d’autres aides publiques.']),
    ...scheme.circuit
      .filter(({ confidence }) => confidence !== 'confirmed')
      .map(({ step, what }) => `${step} : ${what}`),
  ];
  return [
    { kind: 'heading', level: 1, text: 'Annexe D. Points à vérifier dans le texte de l’appel' },
    {
      kind: 'paragraph',
      text: `Textes : ${scheme.legalTexts.map(({ value, confidence }) => (confidence === 'confirmed' ? value : `${value} (à vérifier)`)).join(' ; ')}.`,
    },
    { kind: 'list', items: unsettled },
  ];
}

const checkAnswers = { met: 'Conforme', unmet: 'Non conforme', unknown: 'Inconnu' } as const;

function checkBlocks({ checks }: ApplicationFileFacts): Block[] {
  if (checks.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: 'Annexe E. Conformité aux référentiels, règle par règle' },
    {
      kind: 'table',
      columns: [
        { label: 'Règle', width: 2.6 },
        { label: 'Réponse', width: 1 },
        { label: 'Texte', width: 2.4 },
      ],
      rows: checks.map(({ label, answer, remark, citation }): Text[] => [
        remark === '' ? label : `${label}\n${remark}`,
        checkAnswers[answer],
        citation,
      ]),
    },
  ];
}

/** Received files: each page as it came, under our page numbers. */
function joinedBlocks({ joined }: ApplicationFileFacts): Block[] {
  if (joined.length === 0) return [];
  return [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: 'Annexe F. Pièces jointes' },
    {
      kind: 'table',
      columns: [
        { label: 'N°', width: 0.5 },
        { label: 'Pièce', width: 3 },
        { label: 'Fichier', width: 2.2 },
        { label: 'Pages', width: 0.6, align: 'right' },
      ],
      rows: joined.map(({ label, fileName, pages }, index): Text[] => [
        `F.${index + 1}`,
        label,
        fileName,
        formatCount(pages),
      ]),
    },
    {
      kind: 'paragraph',
      text: 'Chaque page est reproduite telle que reçue. Les fichiers d’origine accompagnent ce dossier dans son archive.',
    },
    ...joined.flatMap(({ id, label, pages }, index): Block[] => [
      { kind: 'pageBreak' },
      { kind: 'heading', level: 2, text: `F.${index + 1} ${label}` },
      { kind: 'joinedPages', file: id, label, pages },
    ]),
  ];
}

/** The annexes, each from its own heading. */
export function annexBlocks(facts: ApplicationFileFacts): Block[] {
  return [
    ...eligibilityBlocks(facts),
    ...checklistBlocks(facts),
    ...routeBlocks(facts),
    ...verifyBlocks(facts),
    ...checkBlocks(facts),
    ...joinedBlocks(facts),
  ];
}
