// The form of a rule of the syndicat: what was typed to a rule as it is stored, and back.
import type { Condition, Rule } from 'catalog/frameworks/types';
import { type AttributeCode, attributes } from 'catalog/products/attributes';
import { categories, isCategoryCode } from 'catalog/products/categories';
import { z } from 'zod';
import { conditionInFrench } from '~/domain/checks/condition-in-french';
import { pathsOf } from '~/domain/checks/conditions';
import {
  type ConditionRow,
  conditionOfRows,
  rowOperators,
  rowProblemSentence,
  rowsOfCondition,
  scopeOfFacts,
} from '~/domain/checks/policy-form';
import { ruleFaultSentence } from '~/domain/checks/rule-faults';
import { faultsOfRule } from '~/domain/checks/soundness';
import { type FormProblems, readForm, typedOf } from '../form.server';
import { policySchema, type StoredPolicy } from './rule-schema.server';
import { ruleOfPolicy } from './rules-in-force.server';
import { vocabulary } from './soundness.server';
import { describeFact, listFacts, words } from './words.server';

export const requireRows = 5;
export const whenRows = 3;

const text = (most: number) => z.string().trim().max(most).default('');
const formSchema = z.object({
  id: z.uuid(),
  regle: text(40),
  title: z.string().trim().min(3, { error: 'Donnez un titre à la règle.' }).max(120),
  categories: z.array(z.string()).default([]),
  combine: z.enum(['all', 'any']).default('all'),
  severity: z.enum(['blocking', 'reservation', 'recommendation'], { error: 'Choisissez la gravité.' }),
  message: text(500),
  evidence: z.string().trim().min(3, { error: 'Dites quelle pièce permet de vérifier.' }).max(200),
  from: z.enum(['supplier', 'secretary', 'school', 'syndicat'], { error: 'Dites qui peut fournir la pièce.' }),
  note: text(1000),
});

function rowsIn(form: FormData, prefix: string, count: number): readonly ConditionRow[] {
  const typed = (name: string) => String(form.get(name) ?? '').trim();
  return Array.from({ length: count }, (_, index) => {
    const operator = typed(`${prefix}Operator${index}`);
    return {
      fact: typed(`${prefix}Fact${index}`),
      operator: operator in rowOperators ? (operator as ConditionRow['operator']) : 'eq',
      value: typed(`${prefix}Value${index}`),
      other: typed(`${prefix}Other${index}`),
    };
  });
}

/** Attributes that do not describe one of the categories: the rule would never be decided there. */
function strayAttributes(conditions: readonly Condition[], codes: readonly string[]): readonly string[] {
  return [...new Set(conditions.flatMap(pathsOf))].flatMap((path) => {
    const [context, name = ''] = path.split('.');
    if (context !== 'product' || !(name in attributes)) return [];
    const { label, categories: described } = attributes[name as AttributeCode];
    const strange = codes.filter((code) => !(described as readonly string[]).includes(code));
    if (strange.length === 0) return [];
    return [`« ${label} » ne décrit pas : ${strange.map(words.category).join(', ')}.`];
  });
}

export interface ReadDraft {
  readonly id: string;
  /** The rule of which it is another version; absent for a new rule. */
  readonly ruleId: string | undefined;
  readonly policy: StoredPolicy;
}

/** What is said when nobody wrote a sentence: the condition itself, so that its figures are always right. */
const ownMessage = (require: Condition) =>
  `Le syndicat demande que ${conditionInFrench(require, words, 'be')}.`.slice(0, 500);

/** The rule that the form writes, or every problem beside its field. */
export function readPolicyForm(form: FormData): { readonly value: ReadDraft } | FormProblems {
  const read = readForm(form, formSchema);
  const problems: Record<string, string> = 'value' in read ? {} : { ...read.problems };
  const value = 'value' in read ? read.value : undefined;
  const asked = conditionOfRows(rowsIn(form, 'require', requireRows), value?.combine ?? 'all', describeFact);
  const applies = conditionOfRows(rowsIn(form, 'when', whenRows), 'all', describeFact);
  if ('problems' in asked) problems['require'] = asked.problems.map(rowProblemSentence).join('\n');
  if ('problems' in applies) problems['when'] = applies.problems.map(rowProblemSentence).join('\n');
  const require = 'condition' in asked ? asked.condition : undefined;
  const when = 'condition' in applies ? applies.condition : undefined;
  if ('condition' in asked && require === undefined) problems['require'] = 'Écrivez au moins une condition.';
  const conditions = [require, when].filter((one) => one !== undefined);
  const paths = conditions.flatMap(pathsOf);
  const scope = scopeOfFacts(paths);
  if (require && scope === undefined) {
    problems['require'] = 'Ces faits ne se lisent pas ensemble : une consultation se contrôle à part d’une commande.';
  }
  const codes = value?.categories.filter(isCategoryCode) ?? [];
  if ((scope === 'product' || scope === 'line') && codes.length === 0) {
    problems['categories'] = 'Choisissez au moins une catégorie.';
  }
  const stray = strayAttributes(conditions, codes);
  if (stray.length > 0) problems['categories'] = stray.join('\n');
  const shown = [...(value?.message ?? '').matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  const unread = shown.filter((path) => !paths.some((one) => one === path));
  if (unread.length > 0) problems['message'] = `La règle ne lit pas ${unread.join(', ')} : retirez les accolades.`;
  if (!value || !require || !scope || scope === 'year' || Object.keys(problems).length > 0) {
    return { problems, typed: { ...typedOf(form), chosen: form.getAll('categories[]').map(String).join(' ') } };
  }
  const policy = policySchema.parse({
    title: value.title,
    scope,
    categories: codes.length === 0 ? null : codes,
    when: when ?? null,
    require,
    severity: value.severity,
    message: value.message || ownMessage(require),
    evidence: { what: value.evidence, from: value.from },
    note: value.note || null,
  });
  const whole = ruleOfPolicy(policy, { ruleId: value.regle || 'SYN', version: 1 });
  const faults = faultsOfRule(whole, [], vocabulary);
  if (faults.length > 0) {
    const sentences = faults.map((fault) => `La règle ne tient pas : ${ruleFaultSentence(fault)}.`);
    return { problems: { require: sentences.join('\n') }, typed: typedOf(form) };
  }
  return { value: { id: value.id, ruleId: value.regle || undefined, policy } };
}

function typedRows(prefix: string, rows: readonly ConditionRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ fact, operator, value, other }, index) => [
      [`${prefix}Fact${index}`, fact],
      [`${prefix}Operator${index}`, operator],
      [`${prefix}Value${index}`, value],
      [`${prefix}Other${index}`, other],
    ]),
  );
}

/** What the form shows of a rule; undefined when its condition says more than the form can. */
export function typedOfRule(rule: Rule): Readonly<Record<string, string>> | undefined {
  const require = rule.require ? rowsOfCondition(rule.require, describeFact) : undefined;
  const when = rule.when ? rowsOfCondition(rule.when, describeFact) : { rows: [], combine: 'all' as const };
  if (!require || !when || when.combine === 'any') return undefined;
  if (require.rows.length > requireRows || when.rows.length > whenRows) return undefined;
  return {
    title: rule.title,
    chosen: (rule.categories ?? []).join(' '),
    combine: require.combine,
    severity: rule.severity,
    message: rule.require && rule.message === ownMessage(rule.require) ? '' : rule.message,
    evidence: rule.evidence.what,
    from: rule.evidence.from,
    note: rule.note ?? '',
    ...typedRows('require', require.rows),
    ...typedRows('when', when.rows),
  };
}

const contextLabels = {
  product: 'Produit',
  line: 'Ligne de commande',
  school: 'École, commande comprise',
  order: 'Commande',
  consultation: 'Consultation',
} as const;

/** The lists that the form offers: facts by subject, and categories by group. */
export function policyFormChoices() {
  return {
    facts: Object.entries(contextLabels).map(([context, label]) => ({
      label,
      options: listFacts([context])
        .map(([path, fact]) => ({
          value: path,
          label: fact.unit ? `${fact.label} (${unitOf(fact.unit)})` : fact.label,
        }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
    })),
    categories: Object.entries(categories).map(([code, { plural, group }]) => ({ code, label: plural, group })),
  };
}

const unitOf = (unit: string) => (unit === 'centimes' ? '€' : unit === 'points de base' ? '%' : unit);
