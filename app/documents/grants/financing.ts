// The financing part of an application file: amounts on both bases, the plan, its alerts, FCTVA apart.
import { bodyWordsOf } from '~/domain/grants/applicant-wording';
import { basisLabels, funderLabels, planAlertText, resourceStateLabels, stepText } from '~/domain/grants/plan-wording';
import { formatCents, formatRate } from '~/domain/shared/format';
import type { Block, Text } from '../blocks';
import type { ApplicationFileFacts } from './facts';

const right = { align: 'right' } as const;

/** What the call gives on each basis, with what changed the amount on the way. */
function amountBlocks({ dossier, scheme }: ApplicationFileFacts): Block[] {
  const { amounts } = dossier;
  const parts = (basis: 'net' | 'gross') => amounts[basis].amount.perBase.flatMap((base) => base.parts);
  const euros = (amount: (typeof amounts)['net']['amount']['total']): Text =>
    amount === null ? 'inconnu' : formatCents(amount);
  const settled = scheme.basis.confidence === 'confirmed';
  const shown = settled ? ([scheme.basis.value] as const) : (['net', 'gross'] as const);
  const rates = [
    ...new Set(parts(dossier.basis).map(({ rate }) => (rate === null ? 'non communiqué' : formatRate(rate)))),
  ];
  const steps = shown.flatMap((basis) =>
    parts(basis).flatMap((part) => part.steps.map((step) => `${basisLabels[basis]} : ${stepText(step)}`)),
  );
  return [
    { kind: 'heading', level: 2, text: 'Calcul de l’aide' },
    {
      kind: 'table',
      columns: [
        { label: 'Assiette', width: 1 },
        { label: 'Coût de l’opération', ...right },
        { label: 'Dépense éligible', ...right },
        { label: 'Dépense retenue', ...right },
        { label: 'Taux', width: 0.7, ...right },
        { label: 'Aide', ...right },
      ],
      rows: shown.map((basis): Text[] => [
        `${basisLabels[basis]}${!settled && dossier.basisSettled && basis === dossier.basis ? ', choisie' : ''}`,
        formatCents(amounts[basis].cost),
        formatCents(amounts[basis].eligible),
        parts(basis)
          .map(({ base }) => formatCents(base))
          .join(' + '),
        rates.join(', '),
        euros(amounts[basis].amount.total),
      ]),
    },
    ...(steps.length === 0 ? [] : [{ kind: 'list', items: steps } as const]),
  ];
}

/** The plan with both totals equal, then what it must respect. */
export function financingBlocks(facts: ApplicationFileFacts): Block[] {
  const { dossier, answers, scheme } = facts;
  const words = bodyWordsOf(facts.applicant.body);
  const { plan } = dossier;
  const settled = scheme.basis.confidence === 'confirmed';
  const why: Block[] = settled
    ? []
    : [
        {
          kind: 'notice',
          tone: 'warning',
          title: 'Assiette à vérifier',
          text: answers.basis
            ? `Le texte lu ne dit pas si le taux s’applique au montant HT ou TTC. Assiette retenue par ${words.the} : ${basisLabels[answers.basis.choice]}. Motif : ${answers.basis.reason}`
            : `Le texte lu ne dit pas si le taux s’applique au montant HT ou TTC. Aucune assiette n’est encore choisie : le plan est établi en ${basisLabels[dossier.basis]}, à titre indicatif.`,
        },
      ];
  if (plan === null) {
    return [
      ...why,
      ...amountBlocks(facts),
      {
        kind: 'notice',
        tone: 'warning',
        text: 'L’aide ne peut pas encore être calculée : un taux ou un effectif manque.',
      },
    ];
  }
  const alerts = plan.alerts.filter(({ kind }) => kind !== 'basisToVerify').map(planAlertText);
  return [
    ...why,
    ...amountBlocks(facts),
    { kind: 'heading', level: 2, text: `Plan de financement prévisionnel (${basisLabels[plan.basis]})` },
    {
      kind: 'table',
      caption: 'Dépenses',
      columns: [
        { label: 'Poste', width: 3 },
        { label: 'HT', ...right },
        { label: 'TTC', ...right },
        { label: 'Éligible', width: 0.9 },
      ],
      rows: dossier.lines.map(({ line, counted }): Text[] => [
        line.label,
        formatCents(line.totalNet),
        formatCents(line.totalGross),
        counted ? 'oui' : 'non compté',
      ]),
      totals: [['Total des dépenses', formatCents(plan.costNet), formatCents(plan.costGross), '']],
    },
    {
      kind: 'table',
      caption: `Ressources (${basisLabels[plan.basis]})`,
      columns: [
        { label: 'Financeur', width: 2.6 },
        { label: 'État', width: 1 },
        { label: 'N° de dossier', width: 1 },
        { label: 'Part', width: 0.7, ...right },
        { label: 'Montant', ...right },
      ],
      rows: [
        ...plan.resources.map(({ aid, share }): Text[] => [
          `${funderLabels[aid.funder]} : ${aid.label}`,
          resourceStateLabels[aid.state],
          aid.reference ?? '',
          formatRate(share),
          formatCents(aid.amount),
        ]),
        [`Part propre ${words.of}`, '', '', formatRate(plan.ownShareRate), formatCents(plan.ownShare)],
      ],
      totals: [['Total des ressources', '', '', '', formatCents(plan.cost)]],
    },
    {
      kind: 'facts',
      entries: [
        { label: 'Aide demandée, en euros entiers', value: formatCents(plan.requestedWholeEuros) },
        {
          label: 'Part propre minimale',
          value: `${formatCents(plan.minimumOwnShare)} (20 % des financements publics, CGCT, article L. 1111-10)`,
        },
      ],
    },
    ...alerts.map(
      ({ text, article, severity }): Block => ({
        kind: 'notice',
        tone: severity === 'breach' ? 'warning' : 'plain',
        title: severity === 'breach' ? 'À corriger' : 'À vérifier',
        text: article === null ? text : `${text} (${article})`,
      }),
    ),
    { kind: 'heading', level: 2, text: 'Hors plan, pour information : FCTVA' },
    {
      kind: 'paragraph',
      text:
        plan.fctva.withDeduction === plan.fctva.withoutDeduction
          ? `Compensation estimée : ${formatCents(plan.fctva.withoutDeduction)} (16,404 % du coût TTC, si les dépenses s’imputent en investissement).`
          : `Compensation estimée : ${formatCents(plan.fctva.withoutDeduction)} (16,404 % du coût TTC, si les dépenses s’imputent en investissement), ou ${formatCents(plan.fctva.withDeduction)} si l’aide de l’État calculée TTC se déduit de l’assiette (à vérifier).`,
    },
  ];
}
