// What the specifications ask of a line: drawn from its reference, or written by the buyer, and what texts ask of its category.
import type { Rule } from 'catalog/frameworks/types';
import type { Requirement } from './requirements';

export type RequirementRefusal =
  | { readonly kind: 'notRead'; readonly line: string }
  | { readonly kind: 'tooMany'; readonly most: number }
  | { readonly kind: 'brandNamed'; readonly label: string; readonly words: readonly string[] };

/** Most requirements a line may have. */
export const mostRequirements = 60;

/** Requirements as typed, one a line, 'label : what is asked'. */
export function readRequirements(text: string): {
  readonly read: readonly Requirement[];
  readonly refusals: readonly RequirementRefusal[];
} {
  const read: Requirement[] = [];
  const refusals: RequirementRefusal[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const [, label, value] = /^(.{1,120}?)\s*:\s*(.{1,400})$/.exec(line) ?? [];
    if (label === undefined || value === undefined) refusals.push({ kind: 'notRead', line });
    else read.push({ label, value });
  }
  if (read.length > mostRequirements) refusals.push({ kind: 'tooMany', most: mostRequirements });
  return { read, refusals };
}

/** As typed, to be changed. */
export function requirementsText(requirements: readonly Requirement[]): string {
  return requirements.map(({ label, value }) => `${label} : ${value.replace(/[\u00a0\u202f]/g, ' ')}`).join('\n');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A name that tells one product: three signs with a letter among them, since a size or a figure is no brand. */
function tells(name: string): boolean {
  return name.trim().length >= 3 && /\p{L}/u.test(name);
}

/** Brands and models of the catalogue that a text names. */
export function namesIn(text: string, names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.trim()))].filter(
    (name) => tells(name) && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text),
  );
}

/** A brand or a model is named only with « ou équivalent » beside it (CCP R2111-7): each requirement that fails this. */
export function brandRefusals(
  requirements: readonly Requirement[],
  names: readonly string[],
): readonly RequirementRefusal[] {
  return requirements.flatMap(({ label, value }): RequirementRefusal[] => {
    const words = namesIn(`${label} ${value}`, names);
    return words.length === 0 || /\bou équivalent/i.test(value) ? [] : [{ kind: 'brandNamed', label, words }];
  });
}

/** The French sentence of a refusal. */
export function requirementRefusalSentence(refusal: RequirementRefusal): string {
  switch (refusal.kind) {
    case 'notRead':
      return `« ${refusal.line} » : écrivez la caractéristique, deux-points, puis l’exigence.`;
    case 'tooMany':
      return `Plus de ${refusal.most} exigences pour une ligne.`;
    case 'brandNamed':
      return `« ${refusal.label} » nomme ${refusal.words.map((word) => `« ${word} »`).join(', ')} sans « ou équivalent » : décrivez la fonction, ou ajoutez ces mots (CCP R2111-7).`;
  }
}

/**
 * What the rules switched on ask the supplier to establish for the products of a category, each with its text. A rule
 * that names no category, or whose proof is not the supplier's, says nothing of a product on offer.
 */
export function ruleRequirements(rules: readonly Rule[], category: string): readonly string[] {
  return rules
    .filter((rule) => rule.scope === 'product' && rule.evidence.from === 'supplier')
    .filter((rule) => rule.categories?.includes(category))
    .map(({ title, evidence, framework, article, confidence }) => {
      const doubt = confidence === 'confirmed' ? '' : ', à vérifier';
      return `${title} – à établir par : ${evidence.what} (${framework}, ${article}${doubt}).`;
    });
}
