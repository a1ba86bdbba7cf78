// Letters and attestations that go with an application: commitment, no earlier start, school team, purchasing body.
import { writtenText } from '~/domain/grants/answers';
import { bodyWordsOf, capitalised, headWordsOf } from '~/domain/grants/applicant-wording';
import { formatCents, formatDay } from '~/domain/shared/format';
import type { Block, DocumentModel } from '../blocks';
import { type ApplicationFileFacts, issuerOf } from './facts';

export const letterTemplateVersion = 'lettres-subvention-2';

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

/** 'Je soussigné(e) Mme Exemple, maire': the one who represents the applicant, as written in the file. */
function undersigned({ applicant, answers }: ApplicationFileFacts): string {
  const keys = ['applicant.representative', 'nationalApplicant.representative'];
  const name = keys.map((key) => writtenText(answers, key)).find((written) => written !== '') ?? blank;
  return `Je soussigné(e) ${name}, ${headWordsOf(applicant.body).title}`;
}

function signature({ applicant }: ApplicationFileFacts): Block {
  const { of } = bodyWordsOf(applicant.body);
  const role = capitalised(headWordsOf(applicant.body).the);
  return { kind: 'signature', parties: [{ role, note: `Date, signature et cachet ${of}` }] };
}

/** The applicant commits to its share, to upkeep and connection, and to the rules of publicity. */
export function commitmentLetter(facts: ApplicationFileFacts): DocumentModel {
  const { dossier, scheme, school, applicant } = facts;
  const { plan } = dossier;
  const words = bodyWordsOf(applicant.body);
  return letter(facts, `Lettre d’engagement ${words.of}`, issuerOf(facts), [
    {
      kind: 'paragraph',
      text: `${undersigned(facts)}, représentant ${applicant.name}, demande pour ${school.name} (UAI ${school.uai}) l’aide suivante : ${scheme.name}. Au nom ${words.of}, je m’engage :`,
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
    signature(facts),
  ]);
}

/** Who represents the applicant attests that nothing was signed; the first purchase order, when there is one, is said. */
export function notStartedLetter(facts: ApplicationFileFacts): DocumentModel {
  const { school, scheme, firstLegalActOn } = facts;
  return letter(facts, 'Attestation de non-commencement', issuerOf(facts), [
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
      text: `${undersigned(facts)}, atteste que l’opération d’équipement numérique de l’établissement « ${school.name} » (UAI ${school.uai}), pour laquelle l’aide « ${scheme.name} » est demandée, n’a reçu aucun commencement d’exécution : aucun bon de commande, devis ou marché propre à cette opération n’est signé. Je m’engage à ne pas la commencer avant que la demande soit reçue.`,
    },
    {
      kind: 'paragraph',
      text: 'Le premier acte juridique qui crée l’obligation, ici le bon de commande, vaut commencement (CGCT, article R. 2334-24, pour la DETR).',
    },
    signature(facts),
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

/** A commune buys as a member of the syndicat; whether another body is one is not known here, and said so. */
function purchaseText({ support, applicant, school }: ApplicationFileFacts): string {
  const { the, alone } = bodyWordsOf(applicant.body);
  const number = applicant.siren === null ? 'SIREN à compléter' : `SIREN ${applicant.siren}`;
  const sole = `${capitalised(the)} est ${alone} demandeur de l’aide et reste maître d’ouvrage de l’opération.`;
  const bought = `au titre d’accords-cadres passés par le syndicat, ${support.role}`;
  return applicant.body.form === 'commune'
    ? `${support.name} atteste que ${applicant.name} (${number}), adhérente, achète par son intermédiaire les équipements destinés à ${school.name}, ${bought}. ${sole}`
    : `${support.name} atteste que les équipements destinés à ${school.name} sont achetés par son intermédiaire, ${bought}, pour ${applicant.name} (${number}). L’adhésion de ce demandeur à la centrale d’achat est à vérifier avant de signer. ${sole}`;
}

/** The syndicat attests in which capacity it buys: never as applicant. */
export function purchasingLetter(facts: ApplicationFileFacts): DocumentModel {
  const { support, orderReference } = facts;
  return letter(
    facts,
    'Attestation de la centrale d’achat',
    { name: support.name, lines: [...support.addressLines, `SIREN ${support.siren}`] },
    [
      {
        kind: 'paragraph',
        text: purchaseText(facts),
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
