// A clause in the buyer's own words: what must survive of the shipped one, what is refused, what is proposed next time.
import type { ClauseSet } from 'catalog/clauses';
import type { Clause } from 'catalog/clauses/types';
import type { Day } from '~/domain/shared/day';

/** The wording that a buyer put in place of a shipped clause. */
export interface ClauseWording {
  readonly clauseId: string;
  /** Version of the shipped clause that was rewritten. */
  readonly clauseVersion: string;
  readonly paragraphs: readonly string[];
  readonly reason: string;
  readonly on: Day;
}

export type WordingRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'blanksMissing'; readonly blanks: readonly string[] }
  | { readonly kind: 'blanksUnknown'; readonly blanks: readonly string[] };

/** The blanks of a text, '{reference}', each once, in order. */
export function blanksIn(paragraphs: readonly string[]): readonly string[] {
  return [...new Set([...paragraphs.join('\n').matchAll(/\{[^{}\n]*\}/g)].map(([blank]) => blank))];
}

/** Paragraphs out of a text, one a line, blank lines dropped. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Every reason against a wording: what it lost, what it invents, what it does not say. */
export function wordingRefusals(
  clause: Pick<Clause, 'paragraphs'>,
  paragraphs: readonly string[],
  reason: string,
  known: readonly string[],
): readonly WordingRefusal[] {
  const refusals: WordingRefusal[] = [];
  if (paragraphs.length === 0) refusals.push({ kind: 'empty' });
  else if (paragraphs.join('\n') === clause.paragraphs.join('\n')) refusals.push({ kind: 'unchanged' });
  if (reason.trim() === '') refusals.push({ kind: 'reasonMissing' });
  const own = blanksIn(paragraphs);
  const missing = blanksIn(clause.paragraphs).filter((blank) => !own.includes(blank));
  if (missing.length > 0) refusals.push({ kind: 'blanksMissing', blanks: missing });
  const unknown = own.filter((blank) => !known.includes(blank.slice(1, -1)));
  if (unknown.length > 0) refusals.push({ kind: 'blanksUnknown', blanks: unknown });
  return refusals;
}

/** The French sentence of a refusal. */
export function wordingRefusalSentence(refusal: WordingRefusal): string {
  switch (refusal.kind) {
    case 'empty':
      return 'La clause est vide : écrivez son texte, ou revenez au texte proposé.';
    case 'unchanged':
      return 'Le texte est celui qui est proposé : rien n’est à enregistrer.';
    case 'reasonMissing':
      return 'Écrivez pourquoi la clause est réécrite.';
    case 'blanksMissing':
      return `Il manque ${refusal.blanks.join(', ')} : ces mentions sont remplies avec les choix de la consultation et doivent rester dans le texte.`;
    case 'blanksUnknown':
      return `${refusal.blanks.join(', ')} : aucune mention de ce nom n’existe ; écrivez le texte sans accolades.`;
  }
}

/** A clause as it stands in a file: with the buyer's paragraphs when there are any. Title, basis and place are kept. */
export function wordedClause(clause: Clause, wordings: readonly ClauseWording[]): Clause {
  const own = wordings.find(({ clauseId }) => clauseId === clause.id);
  return own ? { ...clause, paragraphs: own.paragraphs } : clause;
}

/** A set of clauses with the buyer's wordings in their places. */
export function wordedSet(set: ClauseSet, wordings: readonly ClauseWording[]): ClauseSet {
  if (wordings.length === 0) return set;
  const worded = (clauses: readonly Clause[]) => clauses.map((clause) => wordedClause(clause, wordings));
  return { ...set, rc: worded(set.rc), ae: worded(set.ae), ccap: worded(set.ccap), cctp: worded(set.cctp) };
}

/** Whether the shipped clause has changed since a wording was made from it. */
export function isOutdated(wording: Pick<ClauseWording, 'clauseVersion'>, clause: Pick<Clause, 'version'>): boolean {
  return wording.clauseVersion !== clause.version;
}
