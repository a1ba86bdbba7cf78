// Every rule that the workbench shows, one entry per rule, with what the syndicat decided of it, and the filters over them.
import { rules as shippedRules } from 'catalog/frameworks';
import type { Rule } from 'catalog/frameworks/types';
import { categories, isCategoryCode } from 'catalog/products/categories';
import { listPolicies } from 'db/checks';
import type { Reads } from 'db/client';
import { ruleInFrench } from '~/domain/checks/condition-in-french';
import { decidedRules, type RuleStatus, statusOf } from '~/domain/checks/decided-rules';
import { authorities, authorityOf, scopeLabels, severityLabels, statusLabels } from '~/domain/checks/rule-words';
import { indexedText, searchTerms } from '~/domain/products/search-terms';
import type { Day } from '~/domain/shared/day';
import { readDecisions, readPolicy } from './rules-in-force.server';
import { words } from './words.server';

export interface ShelvedRule {
  /** The version that is checked on the day; failing that, the latest. */
  readonly rule: Rule;
  readonly status: RuleStatus;
  /** Every known version, the latest first; of a policy, its draft included. */
  readonly versions: readonly Rule[];
}

const presence: readonly RuleStatus[] = ['inForce', 'later', 'off', 'proposed', 'draft', 'ended'];

/** All rules: those shipped, the policies proposed by Préau that the syndicat did not take up, and its own; drafts on demand. */
export function readShelf(db: Reads, day: Day, withDrafts = false): readonly ShelvedRule[] {
  const own = listPolicies(db)
    .filter(({ adoptedOn }) => withDrafts || adoptedOn !== null)
    .map(readPolicy);
  const taken = new Set(own.map(({ id }) => id));
  const proposed = shippedRules.filter(({ id, nature }) => nature === 'syndicatPolicy' && !taken.has(id));
  const decided = decidedRules(shippedRules, { ...readDecisions(db), policies: [] }, day);
  const byId = new Map<string, Rule[]>();
  for (const rule of [...decided, ...proposed, ...own]) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule]);
  return [...byId.values()].flatMap((known) => {
    const versions = known.toSorted((a, b) => b.version - a.version);
    const rank = (rule: Rule) => presence.indexOf(statusOf(rule, day));
    const rule = versions.toSorted((a, b) => rank(a) - rank(b))[0];
    return rule ? [{ rule, status: statusOf(rule, day), versions }] : [];
  });
}

/** One rule with its versions. */
export function findShelved(db: Reads, id: string, day: Day, withDrafts = false): ShelvedRule | undefined {
  return readShelf(db, day, withDrafts).find(({ rule }) => rule.id === id);
}

/** The source of a text was not read; a policy of the syndicat has none. */
const isToVerify = ({ confidence, nature }: Rule) => confidence !== 'confirmed' && nature !== 'syndicatPolicy';

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** The page of all rules under the filters of its address. */
export function showShelf(db: Reads, url: URL, day: Day, withDrafts: boolean) {
  const shelf = readShelf(db, day, withDrafts);
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const typed = {
    q: asked('q'),
    texte: asked('texte'),
    portee: asked('portee'),
    gravite: asked('gravite'),
    etat: asked('etat'),
    categorie: asked('categorie'),
    verifier: asked('verifier'),
  };
  const terms = searchTerms(typed.q);
  const kept = shelf.filter(({ rule, status }) => {
    const text = indexedText([rule.id, rule.title, rule.framework, rule.article, rule.message]).split(' ');
    return (
      (typed.texte === '' || rule.framework === typed.texte || authorityOf(rule.nature) === typed.texte) &&
      (typed.portee === '' || rule.scope === typed.portee) &&
      (typed.gravite === '' || rule.severity === typed.gravite) &&
      (typed.etat === '' || status === typed.etat) &&
      (typed.verifier === '' || isToVerify(rule)) &&
      (typed.categorie === '' || (rule.categories?.includes(typed.categorie) ?? false)) &&
      terms.every((term) => text.some((word) => word.startsWith(term)))
    );
  });
  const inUse = new Set(shelf.flatMap(({ rule }) => rule.categories ?? []));
  const fromTexts = shelf.filter(({ rule }) => rule.nature !== 'syndicatPolicy');
  const count = (keep: (one: ShelvedRule) => boolean) => shelf.filter(keep).length;
  return {
    typed,
    filtered: Object.values(typed).some((value) => value !== ''),
    kept: kept.length,
    counts: {
      all: shelf.length,
      fromTexts: fromTexts.length,
      texts: new Set(fromTexts.map(({ rule }) => rule.framework)).size,
      inForce: count(({ status }) => status === 'inForce'),
      off: count(({ status }) => status === 'off'),
      unconfirmed: count(({ rule }) => isToVerify(rule)),
      proposed: count(({ status }) => status === 'proposed' || status === 'draft'),
    },
    groups: authorities
      .map(({ code, label, explained }) => ({
        code,
        label,
        explained,
        texts: textsOf(kept.filter(({ rule }) => authorityOf(rule.nature) === code)),
      }))
      .filter(({ texts }) => texts.length > 0),
    choices: {
      texte: [
        ...authorities.map(({ code, label }) => ({ value: code, label: `— ${label}` })),
        ...[...new Set(shelf.map(({ rule }) => rule.framework))].map((value) => ({ value, label: value })),
      ],
      portee: options(scopeLabels),
      gravite: options(severityLabels),
      etat: options(statusLabels),
      categorie: [...inUse]
        .filter(isCategoryCode)
        .map((value) => ({ value, label: categories[value].plural }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
    },
  };
}

function textsOf(entries: readonly ShelvedRule[]) {
  return [...new Set(entries.map(({ rule }) => rule.framework))].map((framework) => {
    const own = entries.filter(({ rule }) => rule.framework === framework);
    return {
      framework,
      inForce: own.filter(({ status }) => status === 'inForce').length,
      rules: own.map(shelfLine),
    };
  });
}

function shelfLine({ rule, status }: ShelvedRule) {
  const { id, version, title, article, edition, nature, opposable, severity, scope, confidence } = rule;
  const sentence = ruleInFrench(rule, words);
  return { id, version, title, article, edition, nature, opposable, severity, scope, confidence, status, sentence };
}

export type ShelfLine = ReturnType<typeof shelfLine>;
