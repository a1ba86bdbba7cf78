// The frame of the technical answer (CRT): for each criterion but the price, questions, expected evidence, room to answer.
import { type AnsweredNature, answerFrame } from 'catalog/clauses/answer-frame';
import type { Criterion } from '~/domain/consultations/consultation';
import type { Block, DocumentModel } from '../blocks';
import { criteriaTable } from './inserts';
import { opening } from './pieces';
import { type DceSubject, lotTitle, pieceFrame } from './subject';
import { typographic } from './typography';

function isAnswered(nature: Criterion['nature']): nature is AnsweredNature {
  return nature !== 'price';
}

const roomToAnswer = '\n\n\n';

function criterionBlocks({ nature, label, weight, subCriteria = [] }: Criterion): Block[] {
  if (!isAnswered(nature)) return [];
  const questions = answerFrame[nature];
  const asked =
    subCriteria.length === 0
      ? questions
      : [
          ...subCriteria.map((sub) => ({
            question: `Sous-critère « ${sub.label} » (${sub.weight} points) : que proposez-vous ?`,
            evidence: 'Pièce qui établit la réponse, avec sa page',
          })),
          ...questions,
        ];
  return [
    { kind: 'heading', level: 1, text: typographic(`${label} (${weight} %)`) },
    {
      kind: 'table',
      columns: [
        { label: 'Question', width: 4 },
        { label: 'Justificatif attendu', width: 3 },
        { label: 'Réponse du candidat et renvoi aux pièces', width: 5 },
      ],
      rows: asked.map(({ question, evidence }) => [typographic(question), typographic(evidence), roomToAnswer]),
    },
  ];
}

/** The frame that the candidate fills in, in the order of the criteria. */
export function answerFrameModel(subject: DceSubject): DocumentModel {
  return {
    ...pieceFrame(subject, 'Cadre de réponse technique', typographic(subject.object)),
    blocks: [
      opening(subject, ['reference', 'object']),
      {
        kind: 'facts',
        entries: [
          { label: 'Candidat', value: '........................................' },
          {
            label: 'Lots concernés',
            value: subject.lots.map((lot) => typographic(`☐ ${lotTitle(lot)}`)).join('\n'),
          },
        ],
      },
      {
        kind: 'notice',
        tone: 'plain',
        text: typographic(
          'Répondez dans le fichier DOCX, une réponse par question, en renvoyant à la page de chaque pièce. Une question sans réponse est notée comme telle. Les prix ne se mettent pas ici : ils sont au bordereau des prix unitaires.',
        ),
      },
      criteriaTable(subject),
      ...subject.choices.criteria.flatMap(criterionBlocks),
    ],
  };
}
