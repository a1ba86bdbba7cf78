// The note of the choice of a procedure: the value line by line, the thresholds it is held against, and what follows.

import { totalMonths } from '~/domain/consultations/consultation';
import {
  allotmentSentence,
  type ConditionChoices,
  hasEnvironmentalCondition,
  hasSocialCondition,
} from '~/domain/consultations/execution-conditions';
import type { MaximumJustification } from '~/domain/consultations/maximum';
import {
  calendarStepSentence,
  confidenceLabels,
  dutySentence,
  mustBeChecked,
  procedureLabels,
  reasonSentence,
  smallLotSentence,
} from '~/domain/consultations/sentences';
import type { Day } from '~/domain/shared/day';
import { formatCount, formatDay } from '~/domain/shared/format';
import { type Cents, sumCents } from '~/domain/shared/money';
import type { Block, DocumentModel } from '../blocks';
import { criteriaTable } from './inserts';
import { type DceSubject, netText } from './subject';
import { typographic } from './typography';

export const choiceNoteTemplateVersion = '2026-11-23';

export interface ChoiceNoteFacts {
  readonly subject: DceSubject;
  readonly version: number;
  readonly issuedOn: Day;
  readonly needs: readonly {
    readonly lot: number;
    /** Needs of the lot as frozen, net; unpriced lines are not in it. */
    readonly net: Cents;
    readonly lines: number;
    readonly unpricedLines: number;
    readonly members: number;
  }[];
  /** Why each lot has its maximum. */
  readonly maxima: readonly Pick<MaximumJustification, 'number' | 'title' | 'sentences'>[];
  readonly members: number;
  /** Homogeneous families of the syndicat's nomenclature that the lines belong to (CCP R2121-6). */
  readonly families: readonly string[];
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: typographic(text) });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

function valueBlocks({ subject, needs, maxima, members, families }: ChoiceNoteFacts): Block[] {
  const { choices, advice } = subject;
  const needOf = (lot: number) => needs.find((each) => each.lot === lot);
  const unpriced = needs.reduce((sum, { unpricedLines }) => sum + unpricedLines, 0);
  return [
    heading('Valeur du besoin'),
    paragraph(
      `Le besoin est estimé hors taxes, tous lots, tous acheteurs et reconductions comprises, au maximum de l’accord-cadre sur toute sa durée (CCP R2121-1 et R2121-8) : ${totalMonths(choices)} mois, ${formatCount(members)} acheteur(s). Il s’y ajoute ce qui a déjà été acheté dans la même famille homogène (CCP R2121-6) : ${families.join(', ')}.`,
    ),
    {
      kind: 'table',
      caption: 'Valeur par lot',
      columns: [
        { label: 'Lot', width: 5 },
        { label: 'Lignes', width: 1, align: 'right' },
        { label: 'Acheteurs', width: 2, align: 'right' },
        { label: 'Besoins recensés', width: 3, align: 'right' },
        { label: 'Maximum, durée totale', width: 3, align: 'right' },
      ],
      rows: choices.lots.map((lot) => {
        const need = needOf(lot.number);
        return [
          `${lot.number}. ${lot.title}${lot.cpv === undefined ? '' : ` (CPV ${lot.cpv})`}`,
          formatCount(need?.lines ?? 0),
          formatCount(need?.members ?? 0),
          need ? netText(need.net) : '–',
          netText(lot.maximumNet),
        ];
      }),
      totals: [
        [
          'Tous les lots',
          '',
          '',
          netText(sumCents(choices.lots.flatMap(({ number }) => needOf(number)?.net ?? []))),
          netText(advice.lotsNet),
        ],
      ],
    },
    {
      kind: 'summary',
      entries: [
        { label: 'Lots, au maximum', value: netText(advice.lotsNet) },
        { label: 'Déjà acheté, même famille homogène', value: netText(advice.alreadyBoughtNet) },
        { label: 'Valeur du besoin', value: netText(advice.valueNet), strong: true },
      ],
    },
    { kind: 'heading', level: 2, text: 'Justification des maximums' },
    ...maxima.flatMap(({ number, title, sentences }): Block[] => [
      { kind: 'heading', level: 3, text: typographic(`Lot ${number} : ${title}`) },
      { kind: 'list', items: sentences.map(typographic) },
    ]),
    ...(unpriced === 0
      ? []
      : [
          {
            kind: 'notice',
            tone: 'warning',
            title: 'À vérifier',
            text: typographic(
              `${formatCount(unpriced)} ligne(s) sans prix estimé : leur valeur n’est pas dans les besoins recensés.`,
            ),
          } as const,
        ]),
  ];
}

function thresholdBlocks({ subject: { advice } }: ChoiceNoteFacts): Block[] {
  const { thresholds } = advice;
  const shown = [
    ['Dispense de procédure, au-dessous de', thresholds.dispense],
    ['Contrat écrit, à partir de', thresholds.written],
    ['Documents sur le profil d’acheteur, à partir de', thresholds.buyerProfile],
    ['Avis au BOAMP ou dans un journal d’annonces légales, à partir de', thresholds.publicity],
    ['Procédure formalisée, à partir de', thresholds.formal],
  ] as const;
  const until = thresholds.to === null ? 'sans fin connue' : `jusqu’au ${formatDay(thresholds.to as Day)}`;
  return [
    heading('Seuils applicables'),
    paragraph(
      `Les seuils sont ceux en vigueur le ${formatDay(advice.launchDay)}, jour de l’envoi de l’avis ou du lancement (CCP R2121-3) : ligne en vigueur depuis le ${formatDay(thresholds.from as Day)}, ${until}.`,
    ),
    {
      kind: 'table',
      caption: 'Ligne des seuils',
      columns: [
        { label: 'Seuil', width: 4 },
        { label: 'Montant', width: 2, align: 'right' },
        { label: 'Texte et source', width: 5 },
        { label: 'Lecture', width: 2 },
      ],
      rows: shown.map(([label, amount]) => [
        label,
        netText(amount.netCents as Cents),
        typographic(`${amount.article} ; ${amount.source}`),
        confidenceLabels[amount.confidence],
      ]),
    },
    heading('Procédure retenue'),
    {
      kind: 'notice',
      tone: 'plain',
      title: procedureLabels[advice.procedure],
      text: advice.articles.map(({ article }) => article).join(', '),
    },
    { kind: 'list', items: advice.reasons.map((reason) => typographic(reasonSentence(reason))) },
    ...(advice.smallLots.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: 'Petits lots' },
          {
            kind: 'list',
            items: advice.smallLots.map((option) => typographic(`${smallLotSentence(option)} (${option.article})`)),
          },
          paragraph('Cette faculté n’est pas utilisée par le dossier : tous les lots suivent la procédure retenue.'),
        ] as const)),
  ];
}

function dutyBlocks({ subject: { advice } }: ChoiceNoteFacts): Block[] {
  return [
    heading('Obligations'),
    {
      kind: 'table',
      columns: [
        { label: 'Obligation', width: 7 },
        { label: 'Texte', width: 3 },
        { label: 'Lecture', width: 2 },
      ],
      rows: advice.duties.map((duty) => [
        typographic(dutySentence(duty)),
        duty.article,
        confidenceLabels[duty.confidence],
      ]),
    },
    heading('Calendrier'),
    {
      kind: 'table',
      columns: [
        { label: 'Date', width: 2 },
        { label: 'Étape', width: 6 },
        { label: 'Texte', width: 3 },
      ],
      rows: advice.calendar.steps.map((step) => [
        formatDay(step.day),
        typographic(calendarStepSentence(step)),
        step.article,
      ]),
    },
  ];
}

/** Sentences on the environmental and the social condition, with what dispenses from the second. */
export function conditionTexts({
  choices,
  advice,
  thresholds,
}: Pick<DceSubject, 'choices' | 'advice' | 'thresholds'>): readonly string[] {
  const chosen: ConditionChoices = choices;
  const social = advice.duties.find((duty) => duty.kind === 'socialConditionAtFormal');
  const rule = thresholds.greenRules.find(({ duty }) => duty === 'socialConditionAtFormal');
  const motive = chosen.socialExemption && rule?.exceptions?.[chosen.socialExemption.motive - 1];
  return [
    hasEnvironmentalCondition(chosen)
      ? 'Condition d’exécution environnementale : prévue au CCAP (CCP L2112-2).'
      : 'Condition d’exécution environnementale : aucune.',
    hasSocialCondition(chosen, advice.duties)
      ? `Condition d’exécution sociale : prévue au CCAP${social ? `, obligatoire à ce montant (${social.article})` : ''}.`
      : chosen.socialExemption
        ? `Condition d’exécution sociale : aucune, motif ${chosen.socialExemption.motive} (CCP L2112-2-1, II) : ${motive ?? ''}. ${chosen.socialExemption.reason}`
        : 'Condition d’exécution sociale : aucune, non exigée à ce montant.',
  ];
}

function choiceBlocks({ subject }: ChoiceNoteFacts): Block[] {
  const { choices, thresholds } = subject;
  return [
    heading('Allotissement'),
    paragraph(allotmentSentence(choices.lots.length, choices, thresholds.singleLotCases)),
    heading('Critères et conditions d’exécution'),
    criteriaTable(subject),
    { kind: 'list', items: conditionTexts(subject).map(typographic) },
  ];
}

/** What the note relies on that nobody has read in the text itself. */
function doubtBlocks({ subject: { advice } }: ChoiceNoteFacts): Block[] {
  const { thresholds } = advice;
  const relied = [
    ...[thresholds.dispense, thresholds.written, thresholds.buyerProfile, thresholds.publicity, thresholds.formal],
    ...advice.articles,
    ...advice.duties,
    ...advice.calendar.steps,
  ];
  const doubts = relied.filter(({ confidence }) => mustBeChecked(confidence));
  const texts = [...new Set(doubts.map(({ article, confidence }) => `${article} : ${confidenceLabels[confidence]}`))];
  return [
    heading('À vérifier'),
    texts.length === 0
      ? paragraph('Aucun texte sur lequel cette note s’appuie n’attend de vérification.')
      : { kind: 'list', items: texts.map(typographic) },
  ];
}

/** The note as a document; computes nothing but what its facts say. */
export function choiceNoteModel(facts: ChoiceNoteFacts): DocumentModel {
  const { subject, version, issuedOn } = facts;
  return {
    title: 'Note de choix de procédure',
    subtitle: typographic(subject.object),
    reference: `${subject.reference} · note, version ${version}`,
    issuer: subject.issuer,
    date: issuedOn,
    ...(subject.mention === undefined ? {} : { mention: subject.mention }),
    blocks: [
      {
        kind: 'facts',
        entries: [
          { label: 'Référence', value: subject.reference },
          { label: 'Objet', value: typographic(subject.object) },
          { label: 'Procédure', value: procedureLabels[subject.advice.procedure] },
          { label: 'Valeur du besoin', value: netText(subject.advice.valueNet) },
          { label: 'Lancement prévu', value: formatDay(subject.launchDay) },
        ],
      },
      ...valueBlocks(facts),
      ...thresholdBlocks(facts),
      ...dutyBlocks(facts),
      ...choiceBlocks(facts),
      ...doubtBlocks(facts),
      {
        kind: 'signature',
        parties: [{ role: 'L’acheteur', name: subject.issuer.name, note: 'Date, nom, qualité et signature' }],
      },
    ],
  };
}
