// The draft of a deliberation that adopts the operation, settles its financing and asks for the grant.
import { deliberationBasis } from 'catalog/grants/applicant-bodies';
import { bodyWordsOf, capitalised, headWordsOf } from '~/domain/grants/applicant-wording';
import { basisLabels, funderLabels, resourceStateLabels } from '~/domain/grants/plan-wording';
import { formatCents, formatRate } from '~/domain/shared/format';
import type { Block, DocumentModel, Text } from '../blocks';
import { type ApplicationFileFacts, issuerOf } from './facts';

export const deliberationTemplateVersion = 'deliberation-2';

const blank = '………………';
const right = { align: 'right' } as const;

function planBlocks({ dossier, applicant }: ApplicationFileFacts): Block[] {
  const { plan } = dossier;
  if (plan === null) {
    return [
      { kind: 'notice', tone: 'warning', text: 'Plan de financement à établir : l’aide n’est pas encore calculée.' },
    ];
  }
  return [
    {
      kind: 'table',
      caption: `Plan de financement prévisionnel (${basisLabels[plan.basis]})`,
      columns: [
        { label: 'Financeur', width: 3 },
        { label: 'État', width: 1 },
        { label: 'Part', width: 0.8, ...right },
        { label: 'Montant', width: 1.2, ...right },
      ],
      rows: [
        ...plan.resources.map(({ aid, share }): Text[] => [
          `${funderLabels[aid.funder]} : ${aid.label}`,
          resourceStateLabels[aid.state],
          formatRate(share),
          formatCents(aid.amount),
        ]),
        [
          `Part propre ${bodyWordsOf(applicant.body).of}`,
          '',
          formatRate(plan.ownShareRate),
          formatCents(plan.ownShare),
        ],
      ],
      totals: [['Total, égal au coût de l’opération', '', '', formatCents(plan.cost)]],
    },
  ];
}

function decided(facts: ApplicationFileFacts): Block {
  const { dossier, scheme, school, support, applicant } = facts;
  const words = bodyWordsOf(applicant.body);
  const toCheck = applicant.body.form === 'commune' ? '' : 'adhésion à vérifier ; ';
  const { plan } = dossier;
  const asked = plan === null ? blank : formatCents(plan.grant);
  return {
    kind: 'list',
    ordered: true,
    items: [
      `approuve l’opération d’équipement numérique de l’établissement « ${school.name} » (UAI ${school.uai}), d’un coût de ${formatCents(dossier.amounts.net.cost)} HT, soit ${formatCents(dossier.amounts.gross.cost)} TTC ;`,
      'arrête le plan de financement ci-dessus ;',
      `sollicite une aide de ${asked} au titre de : ${scheme.name} (${scheme.funder}) ;`,
      `s’engage à prendre en charge la part propre${plan === null ? '' : ` de ${formatCents(plan.ownShare)}`}, l’entretien, la connexion et les dépenses de fonctionnement qui en résultent ;`,
      'dit que l’opération ne commencera pas avant que la demande soit reçue par le financeur ;',
      `dit que les achats passent par ${support.name}, centrale d’achat, dont ${words.the} est ${words.adherent} (${toCheck}délibération d’adhésion n° ${blank} du ${blank}) ;`,
      'inscrit les dépenses au budget, en section d’investissement pour les matériels (comptes à confirmer avec le comptable : 2183 en M14, 21831 en M57) ;',
      `autorise ${headWordsOf(applicant.body).the} à déposer la demande, à signer la convention et tout document utile.`,
    ],
  };
}

/** The draft, with what only the council can say left blank. Amounts are those of the file. */
export function deliberationModel(facts: ApplicationFileFacts): DocumentModel {
  const { applicant, scheme, school } = facts;
  const words = bodyWordsOf(applicant.body);
  const head = headWordsOf(applicant.body);
  const basis = deliberationBasis[applicant.body.form];
  return {
    title: 'Projet de délibération',
    subtitle: `Équipement numérique, ${school.name} : ${scheme.shortName}`,
    reference: `${facts.reference}, version ${facts.version}`,
    issuer: issuerOf(facts),
    date: facts.issuedOn,
    mention: facts.mention ?? `Projet : à soumettre au ${words.assembly}`,
    blocks: [
      {
        kind: 'notice',
        tone: 'warning',
        title: 'Projet',
        text: 'Ce texte n’engage personne avant le vote. Complétez les points de suspension ; les montants sont ceux du dossier.',
      },
      {
        kind: 'facts',
        entries: [
          { label: 'Séance du', value: blank },
          { label: 'Délibération n°', value: blank },
          { label: 'Convocation du', value: blank },
          { label: 'Membres en exercice', value: blank },
          { label: 'Présents', value: `${blank}, quorum atteint : oui / non` },
          { label: 'Pouvoirs', value: blank },
          { label: 'Secrétaire de séance', value: blank },
        ],
      },
      { kind: 'heading', level: 1, text: `Le ${words.assembly}` },
      {
        kind: 'list',
        items: [
          `Vu le code général des collectivités territoriales, notamment ${basis.value.startsWith('articles') ? 'les ' : 'l’'}${basis.value}${basis.confidence === 'confirmed' ? '' : ' (à vérifier)'} ;`,
          ...(['detr', 'dsil'].includes(scheme.id)
            ? ['Vu le code général des collectivités territoriales, notamment les articles L. 2334-32 et suivants ;']
            : []),
          ...scheme.legalTexts
            .filter(({ value }) => !value.startsWith('CGCT'))
            .map(({ value, confidence }) => `Vu : ${value}${confidence === 'confirmed' ? '' : ' (à vérifier)'} ;`),
          `Considérant que l’établissement « ${school.name} » a besoin d’équipements et de services numériques pour son projet pédagogique ;`,
          `Ayant entendu l’exposé ${head.of} ;`,
        ],
      },
      ...planBlocks(facts),
      { kind: 'heading', level: 1, text: 'Après en avoir délibéré' },
      decided(facts),
      {
        kind: 'facts',
        entries: [
          { label: 'Votes pour', value: blank },
          { label: 'Votes contre', value: blank },
          { label: 'Abstentions', value: blank },
          { label: 'Transmise au représentant de l’État le', value: blank },
          { label: 'Publiée le', value: blank },
        ],
      },
      {
        kind: 'signature',
        parties: [
          { role: capitalised(head.the), note: 'Nom, date, signature et cachet' },
          { role: 'Le secrétaire de séance', note: 'Nom, date et signature' },
        ],
      },
    ],
  };
}
