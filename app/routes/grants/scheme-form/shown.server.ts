// What the page of a scheme's form shows: its fields, and the words of each choice.
import { grantFacts, grantPieces, grantSections } from 'catalog/grants';
import type { FactDefinition, FactName } from 'catalog/grants/facts';
import type { GrantScheme } from 'catalog/grants/types';
import { categories } from 'catalog/products/categories';
import { funderLabels } from '~/domain/grants/plan-wording';
import { toVerifyIn } from '~/domain/grants/scheme-copies';
import {
  eligibleLabels,
  operatorLabels,
  otherAidLabels,
  partLabels,
  perLabels,
  requirementLabels,
  severityLabels,
  stageLabels,
  statusLabels,
} from '~/domain/grants/scheme-wording';
import { applicantLabels } from '~/domain/grants/wording';
import type { ShownSchemeForm } from '~/ui/grants/scheme-form';
import { newCriteria, operators } from './criteria.server';
import { leavesOf, schemeFieldsOf } from './fields.server';

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const definitionOf = (fact: FactName): FactDefinition => grantFacts[fact];

/** The values a fact can take, as a hint beside its field. */
function valuesHint(fact: FactName): string {
  const { type, options, unit } = definitionOf(fact);
  if (type === 'boolean') return 'oui ou non';
  if (options) return options.map(({ value, label }) => `${value} (${label})`).join(', ');
  return unit ?? '';
}

const operatorOf = (leaf: object) => operators.find((operator) => operator in leaf) ?? 'is';

/** Everything the form shows of a draft. */
export function shownSchemeForm(scheme: GrantScheme): ShownSchemeForm {
  return {
    fields: schemeFieldsOf(scheme),
    criteria: scheme.criteria.map((criterion, index) => ({
      index,
      statement: criterion.statement,
      leaves: leavesOf(criterion.condition).map((leaf, at) => ({
        name: `crit:${index}:leaf:${at}`,
        label: `${definitionOf(leaf.fact).label} ${operatorLabels[operatorOf(leaf)]}`,
        hint: valuesHint(leaf.fact),
      })),
    })),
    newCriteria,
    toVerify: {
      period: toVerifyIn([scheme.period, scheme.envelopeCents, scheme.depositedWith]),
      funding: toVerifyIn([scheme.funding, scheme.stacking.highestShare, scheme.stacking.otherPublicAid]),
      basis: toVerifyIn(scheme.basis),
      criteria: toVerifyIn(scheme.criteria),
      expenses: toVerifyIn(scheme.expenses),
      payment: toVerifyIn([scheme.payment, scheme.deadlines]),
      pieces: toVerifyIn(scheme.pieces),
    },
    expenses: scheme.expenses.map(({ label }, index) => ({ index, label })),
    funding: scheme.funding.map(({ part }, index) => ({ index, label: partLabels[part] })),
    facts: Object.entries(grantFacts).map(([value, { label }]) => ({ value, label })),
    counts: Object.entries(grantFacts)
      .filter(([, { type }]) => type === 'count')
      .map(([value, { label }]) => ({ value, label })),
    sections: Object.entries(grantSections).map(([id, { title }]) => ({ name: `section:${id}`, label: title })),
    pieces: Object.entries(grantPieces).map(([code, { label }]) => ({ code, label })),
    categories: Object.entries(categories).map(([value, { label }]) => ({ value, label })),
    options: {
      applicants: optionsOf(applicantLabels),
      funders: optionsOf(funderLabels),
      statuses: optionsOf(statusLabels),
      parts: optionsOf(partLabels),
      per: optionsOf(perLabels),
      eligible: optionsOf(eligibleLabels),
      severities: optionsOf(severityLabels),
      operators: optionsOf(operatorLabels),
      otherAids: optionsOf(otherAidLabels),
      stages: optionsOf(stageLabels),
      requirements: optionsOf(requirementLabels),
    },
  };
}
