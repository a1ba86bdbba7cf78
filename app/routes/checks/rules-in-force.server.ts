// Where the rules of a check come from: those shipped, as buyers switched them, with the versions the assembly voted.
import { rules as shippedRules } from 'catalog/frameworks';
import type { Rule } from 'catalog/frameworks/types';
import { listAdoptedPolicies, listRuleSwitches, type PolicyRow } from 'db/checks';
import type { Reads } from 'db/client';
import { rulesInForce as inForceOn } from '~/domain/checks/check';
import { type Decisions, decidedRules } from '~/domain/checks/decided-rules';
import type { Day } from '~/domain/shared/day';
import { policySchema, type StoredPolicy } from './rule-schema.server';

type Named = Pick<PolicyRow, 'ruleId' | 'version'> & Partial<PolicyRow>;

const stageOf = {
  product: 'catalogue',
  line: 'order',
  school: 'order',
  order: 'order',
  consultation: 'consultation',
} as const;

/** A rule in the shape of those shipped, out of what the syndicat wrote and, once voted, of its vote. */
export function ruleOfPolicy(stored: StoredPolicy, row: Named): Rule {
  const { categories, when, note, ...said } = stored;
  const { adoptedOn, reference } = row;
  const vote = adoptedOn && reference ? { adoptedOn, reference } : undefined;
  return {
    ...said,
    ...(categories === null ? {} : { categories }),
    ...(when === null ? {} : { when }),
    ...(note === null ? {} : { note }),
    id: row.ruleId,
    version: row.version,
    from: row.from ?? null,
    until: row.until ?? null,
    framework: 'Règle du syndicat',
    edition: vote ? `délibération ${vote.reference}` : 'projet',
    article: stored.title,
    nature: 'syndicatPolicy',
    opposable: false,
    sources: [],
    confidence: 'confirmed',
    enabled: vote !== undefined,
    ...(vote ? { deliberation: vote } : {}),
    stage: stageOf[stored.scope],
  };
}

/** A stored version as a rule. Throws when what is stored is not a rule, which no form can write. */
export function readPolicy(row: PolicyRow): Rule {
  return ruleOfPolicy(policySchema.parse(row.rule), row);
}

/** What the syndicat decided so far. */
export function readDecisions(db: Reads): Decisions {
  return { switches: listRuleSwitches(db), policies: listAdoptedPolicies(db).map(readPolicy) };
}

/** The rules that are checked on a day: those of that day for a check of the past. */
export function rulesInForce(db: Reads, day: Day): readonly Rule[] {
  return inForceOn(decidedRules(shippedRules, readDecisions(db), day), day);
}
