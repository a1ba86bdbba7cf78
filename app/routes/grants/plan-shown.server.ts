// The plan of a grant file as its page shows it, in French.
import { bodyWordsOf } from '~/domain/grants/applicant-wording';
import { adviceOf, sameLinesText } from '~/domain/grants/estimate-wording';
import { unusedBaseOf } from '~/domain/grants/grant-amount';
import { basisLabels, funderLabels, planAlertText, resourceStateLabels, stepText } from '~/domain/grants/plan-wording';
import { formatCents, formatRate } from '~/domain/shared/format';
import type { ShownPlan } from '~/ui/grants/plan';
import type { ComposedFile } from './composition.server';

/** Amounts net and gross where the text leaves the basis open, on the settled basis alone otherwise. */
export function shownPlan({ scheme, dossier, sameLinesIn, body }: ComposedFile): ShownPlan {
  const { plan, amounts } = dossier;
  const { amount } = amounts[dossier.basis];
  const advice = adviceOf({ scheme, amount, unused: unusedBaseOf(scheme, amount) });
  const settled = scheme.basis.confidence === 'confirmed';
  const bases = settled ? ([scheme.basis.value] as const) : (['net', 'gross'] as const);
  return {
    bases: bases.map((basis) => ({
      label: basisLabels[basis],
      chosen: dossier.basisSettled && basis === dossier.basis,
      cost: amounts[basis].cost,
      eligible: amounts[basis].eligible,
      grant: amounts[basis].amount.total,
      steps: amounts[basis].amount.perBase.flatMap(({ parts }) => parts.flatMap(({ steps }) => steps.map(stepText))),
    })),
    resources: plan
      ? [
          ...plan.resources.map(({ aid, share }) => ({
            id: aid.id,
            label: `${funderLabels[aid.funder]} : ${aid.label}`,
            state: resourceStateLabels[aid.state],
            share: formatRate(share),
            amount: aid.amount,
          })),
          {
            id: 'own',
            label: `Part propre ${bodyWordsOf(body).of}`,
            state: '',
            share: formatRate(plan.ownShareRate),
            amount: plan.ownShare,
          },
        ]
      : [],
    total: plan && { label: basisLabels[plan.basis], cost: plan.cost },
    alerts: [
      ...(plan?.alerts.map(planAlertText) ?? []),
      ...advice,
      ...(sameLinesIn.length === 0 ? [] : [sameLinesText(sameLinesIn)]),
    ],
    facts: plan
      ? [
          ['Aide demandée, en euros entiers', formatCents(plan.requestedWholeEuros)],
          ['Part propre minimale', `${formatCents(plan.minimumOwnShare)} (CGCT, article L. 1111-10)`],
          [
            'FCTVA estimé, hors plan',
            plan.fctva.withDeduction === plan.fctva.withoutDeduction
              ? formatCents(plan.fctva.withoutDeduction)
              : `${formatCents(plan.fctva.withoutDeduction)}, ou ${formatCents(plan.fctva.withDeduction)} si l’aide de l’État se déduit (à vérifier)`,
          ],
        ]
      : [],
  };
}
