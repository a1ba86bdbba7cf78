// A scheme in French words: each line with its mark when it was not read in the text.
import { grantPieces, grantSections } from 'catalog/grants';
import type { GrantScheme, Sourced } from 'catalog/grants/types';
import { categories } from 'catalog/products/categories';
import { periodText } from '~/domain/grants/estimate-wording';
import { basisLabels } from '~/domain/grants/plan-wording';
import {
  eligibleLabels,
  fundingText,
  otherAidLabels,
  requirementLabels,
  severityLabels,
  stageLabels,
} from '~/domain/grants/scheme-wording';
import { applicantLabels, confidenceMark } from '~/domain/grants/wording';
import type { Day } from '~/domain/shared/day';
import { formatRate } from '~/domain/shared/format';

const marked = <Value>(sourced: Sourced<Value>, text: (value: Value) => string) => {
  const mark = confidenceMark(sourced.confidence);
  return `${text(sourced.value)}${mark === '' ? '' : ` (${mark})`}`;
};
const rateOrUnknown = (rate: number | null) => (rate === null ? 'non communiquée' : formatRate(rate));
const lowerFirst = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
const months = (count: number | null) => (count === null ? 'non communiqué' : `${count} mois`);

function markOf(values: readonly (Sourced<unknown> | undefined)[]): string {
  return values.some((value) => value !== undefined && value.confidence !== 'confirmed') ? 'à vérifier' : '';
}

/** Everything the page of a scheme shows. */
export function shownScheme(scheme: GrantScheme, today: Day) {
  const { payment, deadlines, stacking } = scheme;
  const facts: readonly (readonly [string, string])[] = [
    ['Financeur', scheme.funder],
    ['Dépôt', marked(scheme.depositedWith, (text) => text)],
    ['Instruction', scheme.instructor],
    ['Textes', scheme.legalTexts.map((text) => marked(text, (value) => value)).join(' ; ')],
    ['Demandeurs', scheme.applicants.map(({ kind }) => applicantLabels[kind]).join(' ; ')],
    ['Assiette', marked(scheme.basis, (basis) => basisLabels[basis])],
    ['Autres aides publiques', marked(stacking.otherPublicAid, (value) => otherAidLabels[value])],
    ...(stacking.highestShare === null
      ? []
      : [['Part la plus haute du coût', marked(stacking.highestShare, formatRate)] as const]),
    ...(scheme.start
      ? [['Début', `Rien à signer avant la réception de la demande (${scheme.start.article})`] as const]
      : []),
    ['Avance', marked(payment.advance, rateOrUnknown)],
    ['Paiement', payment.terms],
    ['Commencer dans les', marked(deadlines.startWithinMonths, months)],
    ['Achever dans les', marked(deadlines.completeWithinMonths, months)],
    ['Parties du dossier', scheme.sections.map((id) => grantSections[id].title).join(' ; ')],
    ...(scheme.period.note === undefined ? [] : [['Précision', scheme.period.note] as const]),
  ];
  return {
    id: scheme.id,
    name: scheme.name,
    version: scheme.version,
    period: periodText(scheme, today),
    facts,
    funding: scheme.funding.map((rule) => ({
      label: fundingText(rule),
      value: '',
      mark: markOf([
        rule.ratesByTotal ?? rule.rate,
        rule.minimumCostCents,
        rule.maximumCostCents,
        rule.maximumCostPer,
        rule.minimumGrantCents,
        rule.maximumGrantCents,
      ]),
    })),
    criteria: scheme.criteria.map((criterion) => ({
      label: criterion.statement,
      value: severityLabels[criterion.severity],
      mark: confidenceMark(criterion.confidence),
    })),
    expenses: scheme.expenses.map((expense) => ({
      label: `${expense.label} : ${expense.categories.map((code) => categories[code].label).join(', ')}`,
      value: [eligibleLabels[expense.eligible], expense.condition].filter(Boolean).join('. '),
      mark: confidenceMark(expense.confidence),
    })),
    pieces: scheme.pieces.map((asked) => ({
      label: grantPieces[asked.piece].label,
      value: `${stageLabels[asked.stage]}, ${lowerFirst(requirementLabels[asked.required])}`,
      mark: confidenceMark(asked.confidence),
    })),
    circuit: scheme.circuit.map(({ step, what, confidence }) => ({
      label: `${step} : ${what}`,
      value: '',
      mark: confidenceMark(confidence),
    })),
  };
}
