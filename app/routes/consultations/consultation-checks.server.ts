// Holds a consultation against the rules about consultations: facts computed from its choices, and those its buyer gave.

import { clauses } from 'catalog/clauses';
import { type FactDefinition, facts } from 'catalog/frameworks/facts';
import { attributes } from 'catalog/products/attributes';
import type { Reads } from 'db/client';
import { listConsultationChecks } from 'db/consultation-checks';
import { readConsultationFacts } from 'db/consultation-facts';
import { listConsultationFiles } from 'db/consultations';
import { listPublications } from 'db/offers';
import { checkConsultation } from '~/domain/checks/check';
import { differencesOf } from '~/domain/checks/differences';
import type { CheckResult } from '~/domain/checks/results';
import { knownConsultationFacts } from '~/domain/consultations/checked-facts';
import { hasEnvironmentalCondition } from '~/domain/consultations/execution-conditions';
import type { Day } from '~/domain/shared/day';
import { shownDifference } from '../checks/recheck.server';
import { rulesInForce } from '../checks/rules-in-force.server';
import type { Prepared } from './subject.server';

const computed = [
  'launchedOn',
  'environmentalCriteria',
  'environmentWeightPercent',
  'priceOnlyCriterion',
  'includesIndexedProducts',
  'includesDurabilityIndexedProducts',
];

const environmentalClause = 'ccap-green-penalty';

/** What the buyer is asked, with its definition. */
export const askedConsultationFacts: readonly (readonly [name: string, definition: FactDefinition])[] =
  Object.entries<FactDefinition>(facts.consultation).filter(([name]) => !computed.includes(name));

/** The results of a consultation under the rules of the day it is launched, or of today when that is past. */
export function consultationChecks(db: Reads, { consultation, consolidation }: Prepared, today: Day) {
  const lots = consolidation.needs.consolidation.lots.filter(({ lines }) => lines.length > 0);
  const categories = [...new Set(lots.flatMap(({ lines }) => lines.map(({ category }) => category)))];
  const given = readConsultationFacts(db, consultation.id);
  const said = Object.fromEntries([...given].filter(([, value]) => value !== null));
  const day = consultation.launchOn > today ? consultation.launchOn : today;
  const rules = rulesInForce(db, day);
  const among = (described: readonly string[]) => categories.some((category) => described.includes(category));
  const known = knownConsultationFacts(consultation.choices, consultation.launchOn, {
    includesIndexedProducts: among(attributes.repairabilityIndex.categories),
    includesDurabilityIndexedProducts: among(attributes.durabilityIndex.categories),
  });
  // The CCAP that Préau writes has this article; a buyer who took it out says so.
  const written = clauses.ccap.some(({ id }) => id === environmentalClause);
  const results = checkConsultation(
    rules,
    {
      id: consultation.id,
      categories,
      buyer: { kind: 'syndicat' },
      consultation: {
        environmentalExecutionCondition: written ? hasEnvironmentalCondition(consultation.choices) : null,
        ...said,
        ...known,
      },
    },
    day,
  );
  return { results, rules, given };
}

/** Why a binding rule that is not met stops the file or its publication. */
export function blockingSentence({ title, sentence, citation }: CheckResult): string {
  return `${title}\u202f: ${sentence} ${citation}.`;
}

/**
 * What was checked with a version of the file: the published one, which nothing changes any more, or the last made,
 * with what differs today; undefined before the first file, or for a file older than this record.
 */
export function checkedWithFile(db: Reads, consultationId: string, now: readonly CheckResult[]) {
  const [published] = listPublications(db, consultationId);
  const files = listConsultationFiles(db, consultationId);
  const file = published ? files.find(({ version }) => version === published.version) : files[0];
  if (!file) return undefined;
  const frozen = listConsultationChecks(db, consultationId, file.version);
  if (frozen.length === 0) return undefined;
  const differences = published ? [] : differencesOf(frozen, now).map((one) => shownDifference(one, {}));
  return {
    version: file.version,
    at: published?.at ?? file.issuedAt,
    published: published !== undefined,
    frozen,
    differences,
  };
}

/** The answers that a form gives: yes, no, a number of years or hours, or unknown; messages beside what is no number. */
export function readConsultationFactsForm(form: FormData) {
  const answers = new Map<string, boolean | number | null>();
  const problems: Record<string, string> = {};
  for (const [name, { type }] of askedConsultationFacts) {
    const typed = String(form.get(name) ?? '').trim();
    if (typed === '') answers.set(name, null);
    else if (type === 'boolean') answers.set(name, typed === 'oui');
    else if (/^\d{1,3}$/.test(typed)) answers.set(name, Number(typed));
    else problems[name] = 'Écrivez un nombre entier.';
  }
  return { answers, problems };
}
