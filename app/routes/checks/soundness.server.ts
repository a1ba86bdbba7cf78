// Holds the rules that Preau ships to the catalogue's words; the build stops on the first sentence this returns.
import { rulesByFile } from 'catalog/frameworks';
import { cases } from 'catalog/frameworks/cases';
import type { Rule } from 'catalog/frameworks/types';
import { isCategoryCode } from 'catalog/products/categories';
import { caseFaultSentence, faultsOfCases } from '~/domain/checks/case-faults';
import { ruleFaultSentence } from '~/domain/checks/rule-faults';
import { faultsOfRule, type Vocabulary } from '~/domain/checks/soundness';
import { describeFact } from './words.server';

/** The catalogue's words, as the faults of a rule need them. */
export const vocabulary: Vocabulary = { describe: describeFact, isCategory: isCategoryCode };

/** One French sentence per fault, each with its file, its rule and the reason; none when all is sound. */
export function shippedFaultSentences(
  files: Readonly<Record<string, readonly Rule[]>> = rulesByFile,
): readonly string[] {
  const rules = Object.values(files).flat();
  const ids = new Set(rules.map(({ id }) => id));
  const ofRules = Object.entries(files).flatMap(([file, written]) =>
    written.flatMap((rule) =>
      [
        ...faultsOfRule(rule, rules, vocabulary).map(ruleFaultSentence),
        ...faultsOfCases(rule, cases[rule.id]).map(caseFaultSentence),
      ].map((reason) => `catalog/frameworks/${file}.ts, ${rule.id}, version ${rule.version} : ${reason}.`),
    ),
  );
  const orphans = Object.keys(cases).filter((id) => !ids.has(id));
  return [...ofRules, ...orphans.map((id) => `catalog/frameworks/cases, ${id} : aucune règle ne porte ce nom.`)];
}
