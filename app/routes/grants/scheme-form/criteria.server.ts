// Reads the criteria of a scheme's form: the figures of those it had, and the new ones.
import { grantFacts } from 'catalog/grants';
import type { FactDefinition, FactName } from 'catalog/grants/facts';
import type { ApplicantKind, Condition, Criterion, GrantScheme } from 'catalog/grants/types';
import { type Leaf, leafText } from './fields.server';
import type { Reading } from './reading.server';

export const operators = ['is', 'oneOf', 'includes', 'atMost', 'below', 'above'] as const;
export const severities = ['blocking', 'reservation', 'information'] as const;
/** Rows of the form for criteria that the scheme has not yet. */
export const newCriteria = 2;

const definitionOf = (fact: FactName): FactDefinition => grantFacts[fact];
const isFact = (text: string): text is FactName => Object.hasOwn(grantFacts, text);

function numberOf(fact: FactName, text: string): number | undefined {
  const compact = text.replace(/[\s\u202f\u00a0%]/g, '');
  if (definitionOf(fact).type !== 'ratio') return /^\d{1,9}$/.test(compact) ? Number(compact) : undefined;
  const match = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(compact);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
}

/** A comparison out of what was typed; a sentence when it makes none. */
function leafOf(fact: FactName, operator: (typeof operators)[number], text: string): Leaf | string {
  const { type, options } = definitionOf(fact);
  if (operator === 'is') {
    if (type !== 'boolean') {
      const known = options === undefined || options.some(({ value }) => value === text);
      return text !== '' && known ? { fact, is: text } : 'Écrivez une des valeurs possibles de ce fait.';
    }
    return text === 'oui' || text === 'non' ? { fact, is: text === 'oui' } : 'Répondez par oui ou non.';
  }
  if (operator === 'oneOf') {
    const values = text.split(',').map((value) => value.trim());
    const known = values.every(
      (value) => value !== '' && (!options || options.some((option) => option.value === value)),
    );
    return known ? { fact, oneOf: values } : 'Écrivez des valeurs possibles de ce fait, séparées par des virgules.';
  }
  if (operator === 'includes') return text === '' ? 'Écrivez la valeur qui doit figurer.' : { fact, includes: text };
  const value = type === 'count' || type === 'ratio' ? numberOf(fact, text) : undefined;
  if (value === undefined) return 'Écrivez un nombre ; ce fait doit en être un.';
  if (operator === 'atMost') return { fact, atMost: value };
  return operator === 'below' ? { fact, below: value } : { fact, above: value };
}

const operatorOf = (leaf: Leaf) => operators.find((operator) => operator in leaf) ?? 'is';

function readCondition(condition: Condition, prefix: string, reading: Reading, next: { leaf: number }): Condition {
  const all = (parts: readonly Condition[]) => parts.map((part) => readCondition(part, prefix, reading, next));
  if ('all' in condition) return { all: all(condition.all) };
  if ('any' in condition) return { any: all(condition.any) };
  if ('not' in condition) return { not: readCondition(condition.not, prefix, reading, next) };
  const name = `${prefix}:leaf:${next.leaf}`;
  next.leaf += 1;
  const typed = reading.text(name);
  if (typed === leafText(condition)) return condition;
  const leaf = leafOf(condition.fact, operatorOf(condition), typed);
  if (typeof leaf !== 'string') return leaf;
  reading.problems[name] = leaf;
  return condition;
}

function readNew(
  reading: Reading,
  row: number,
  kinds: readonly ApplicantKind[],
  verified: boolean,
  ids: readonly string[],
) {
  const at = (field: string) => `new:${row}:${field}`;
  const fact = reading.text(at('fact'));
  const statement = reading.text(at('statement'));
  if (fact === '' && statement === '') return [];
  if (!isFact(fact)) {
    reading.problems[at('fact')] = 'Choisissez ce que le critère regarde.';
    return [];
  }
  const leaf = leafOf(fact, reading.chosen(at('operator'), operators, 'is'), reading.text(at('value')));
  if (typeof leaf === 'string') {
    reading.problems[at('value')] = leaf;
    return [];
  }
  if (statement === '') reading.problems[at('statement')] = 'Dites ce que le texte demande, en une phrase.';
  const number = ids.filter((id) => id.startsWith('CRIT-')).length + row + 1;
  const criterion: Criterion = {
    id: `CRIT-${number}`,
    appliesTo: kinds,
    condition: leaf,
    severity: reading.chosen(at('severity'), severities, 'blocking'),
    statement,
    confidence: verified ? 'confirmed' : 'unsure',
    sources: [],
  };
  return [criterion];
}

/** The criteria as the form leaves them: kept with their figures, removed, and added. */
export function readCriteria(
  reading: Reading,
  before: GrantScheme,
  kinds: readonly ApplicantKind[],
): readonly Criterion[] {
  const verified = reading.list('verified[]').includes('criteria');
  const kept = before.criteria.flatMap((criterion, index): readonly Criterion[] => {
    const at = (field: string) => `crit:${index}:${field}`;
    if (reading.has(at('remove'))) return [];
    const statement = reading.text(at('statement')) || criterion.statement;
    const severity = reading.chosen(at('severity'), severities, criterion.severity);
    const { condition, ...rest } = criterion;
    const read = condition && readCondition(condition, `crit:${index}`, reading, { leaf: 0 });
    // A criterion of everyone concerns those the form admits besides.
    const everyone = before.applicants.every(({ kind }) => criterion.appliesTo.includes(kind));
    const joined = everyone ? kinds.filter((kind) => !criterion.appliesTo.includes(kind)) : [];
    const appliesTo = [...criterion.appliesTo, ...joined];
    const next: Criterion = { ...rest, appliesTo, ...(read && { condition: read }), statement, severity };
    const same = JSON.stringify(read) === JSON.stringify(condition) && statement === criterion.statement;
    if (same && (!verified || criterion.confidence === 'confirmed')) return [next];
    return [{ ...next, confidence: verified ? 'confirmed' : 'unsure', sources: [] }];
  });
  const ids = kept.map(({ id }) => id);
  const added = Array.from({ length: newCriteria }, (_, row) => readNew(reading, row, kinds, verified, ids)).flat();
  return [...kept, ...added];
}
