// Letters and attestations that go with an application: commitment, no earlier start, school team, purchasing body.
import { writtenText } from '~/domain/grants/answers';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Block, DocumentModel } from '../blocks';
import type { ApplicationFileFacts } from './facts';

export const letterTemplateVersion = 'lettres-subvention-1';

const blank = '………………';

function letter(
  facts: ApplicationFileFacts,
  title: string,
  issuer: DocumentModel['issuer'],
  blocks: readonly Block[],
): DocumentModel {
  return {
    title,
    subtitle: `${facts.scheme.shortName} : ${facts.school.name}, ${facts.applicant.name}`,
    reference: `${facts.reference}, version ${facts.version}`,
    issuer,
    date: facts.issuedOn,
    ...(facts.mention === null ? {} : { mention: facts.mention }),
    blocks,
  };
}

function commune({ applicant }: ApplicationFileFacts): DocumentModel['issuer'] {
  return { name: applicant.name, lines: [...applicant.addressLines, `SIREN ${applicant.siren}`] };
}

function mayorOf(facts: ApplicationFileFacts): string {
  const keys = ['applicant.representative', 'nationalApplicant.representative'];
  return keys.map((key) => writtenText(facts.answers, key)).find((name) => name !== '') ?? blank;
}

/** The commune commits to its share, to upkeep and connection, and to the rules of publicity. */
export function commitmentLetter(facts: ApplicationFileFacts): DocumentModel {
  const { dossier, scheme, school, applicant } = facts;
  const { plan } = dossier;
  return letter(facts, 'Lettre d’engagement de la commune', commune(facts), [
    {
      kind: 'paragraph',
      text: `Je soussigné(e) ${mayorOf(facts)}, maire, représentant ${applicant.name}, demande pour ${school.name} (UAI ${school.uai}) l’aide suivante : ${scheme.name}. Au nom de la commune, je m’engage :`,
    },
    {
      kind: 'list',
      items: [
        `à financer la part propre de l’opération${plan === null ? '' : `, soit ${formatCents(plan.ownShare)}`}, pour un coût de ${formatCents(dossier.amounts.net.cost)} HT (${formatCents(dossier.amounts.gross.cost)} TTC) ;`,
        'à assurer l’entretien, l’assurance et la connexion des équipements ;',
        'à ne pas commencer l’opération avant que la demande soit reçue par le financeur ;',
        'à signaler au financeur toute modification du projet ;',
        'à publier le plan de financement et à faire connaître les aides reçues (CGCT, articles L. 1111-11 et D. 1111-8) ;',
        'à répondre aux demandes d’évaluation et à rendre compte de l’emploi de l’aide.',
      ],
    },
    { kind: 'signature', parties: [{ role: 'Le maire', note: 'Date, signature et cachet de la commune' }] },
  ]);
}

/** The mayor attests that nothing was signed; the first purchase order, when there is one, is said. */
export function notStartedLetter(facts: ApplicationFileFacts): DocumentModel {
  const { school, scheme, firstLegalActOn } = facts;
  return letter(facts, 'Attestation de non-commencement', commune(facts), [
    ...(firstLegalActOn === null
      ? []
      : [
          {
            kind: 'notice',
            tone: 'warning',
            title: 'Ne pas signer en l’état',
            text: `Un bon de commande a été émis le ${formatDay(firstLegalActOn)} : l’opération a commencé. Une dérogation du financeur est nécessaire.`,
          } as const,
        ]),
    {
      kind: 'paragraph',
      text: `Je soussigné(e) ${mayorOf(facts)}, maire, atteste que l’opération d’équipement numérique de ${school.name} (UAI ${school.uai}), pour laquelle l’aide « ${scheme.name} » est demandée, n’a reçu aucun commencement d’exécution : aucun bon de commande, devis ou marché propre à cette opération n’est signé. Je m’engage à ne pas la commencer avant que la demande soit reçue.`,
    },
    {
      kind: 'paragraph',
      text: 'Le premier acte juridique qui crée l’obligation, ici le bon de commande, vaut commencement (CGCT, article R. 2334-24, pour la DETR).',
    },
    { kind: 'signature', parties: [{ role: 'Le maire', note: 'Date, signature et cachet de la commune' }] },
  ]);
}

/** The school's team commits to the pedagogical project. */
export function schoolLetter(facts: ApplicationFileFacts): DocumentModel {
  const { school, answers } = facts;
  const written = (key: string) => writtenText(answers, key) || 'À compléter';
  return letter(
    facts,
    'Lettre d’engagement de l’équipe pédagogique',
    { name: school.name, lines: [`UAI ${school.uai}`] },
    [
      {
        kind: 'paragraph',
        text: 'L’équipe de l’école, volontaire, s’engage à conduire le projet décrit dans ce dossier, à suivre la formation et l’accompagnement demandés à l’académie, et à l’évaluer.',
      },
      {
        kind: 'facts',
        entries: [
          { label: 'Projet', value: written('pedagogy.title') },
          { label: 'Équipe', value: written('pedagogy.team') },
          { label: 'Formation', value: written('pedagogy.training') },
          { label: 'Évaluation', value: written('pedagogy.evaluation') },
          { label: 'Direction', value: written('schools.headTeacher') },
        ],
      },
      {
        kind: 'signature',
        parties: [
          { role: 'La direction de l’école', note: 'Nom, date et signature' },
          { role: 'L’inspecteur de l’éducation nationale', note: 'Visa, date et signature' },
        ],
      },
    ],
  );
}

/** The syndicat attests in which capacity it buys: never as applicant. */
export function purchasingLetter(facts: ApplicationFileFacts): DocumentModel {
  const { support, applicant, orderReference, school } = facts;
  return letter(
    facts,
    'Attestation de la centrale d’achat',
    { name: support.name, lines: [...support.addressLines, `SIREN ${support.siren}`] },
    [
      {
        kind: 'paragraph',
        text: `${support.name} atteste que ${applicant.name} (SIREN ${applicant.siren}), adhérente, achète par son intermédiaire les équipements destinés à ${school.name}, au titre d’accords-cadres passés par le syndicat, ${support.role}. La commune est seule demandeur de l’aide et reste maître d’ouvrage de l’opération.`,
      },
      {
        kind: 'facts',
        entries: [
          { label: 'Lignes concernées', value: orderReference ?? 'Aucune commande rattachée à ce jour' },
          {
            label: 'Montant',
            value: `${formatCents(facts.dossier.amounts.net.cost)} HT, ${formatCents(facts.dossier.amounts.gross.cost)} TTC`,
          },
        ],
      },
      { kind: 'signature', parties: [{ role: 'Le président du syndicat', note: 'Date, signature et cachet' }] },
    ],
  );
}
