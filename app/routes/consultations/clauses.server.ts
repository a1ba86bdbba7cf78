// The clauses of a consultation by piece, with the buyer's own wordings, their difference in words, and what is proposed.
import { clauses as shipped } from 'catalog/clauses';
import { type Clause, clauseBlanks } from 'catalog/clauses/types';
import { listClauseWordings, listEarlierWordings } from 'db/clause-wordings';
import type { Reads } from 'db/client';
import { textChanges } from '~/documents/text-difference';
import { isOutdated } from '~/domain/consultations/clause-wordings';

export const piecesOfClauses = [
  { piece: 'rc', label: 'Règlement de la consultation (RC)' },
  { piece: 'ae', label: 'Acte d’engagement (AE)' },
  { piece: 'ccap', label: 'Clauses administratives (CCAP)' },
  { piece: 'cctp', label: 'Clauses techniques communes (CCTP)' },
] as const;

/** The blanks that a clause may hold. */
export const knownBlanks: readonly string[] = clauseBlanks;

/** A shipped clause by its identifier. */
export function findShippedClause(id: string): Clause | undefined {
  const all: readonly Clause[] = [...shipped.rc, ...shipped.ae, ...shipped.ccap, ...shipped.cctp];
  return all.find((clause) => clause.id === id);
}

/** Each clause of each piece, with its own wording and the one proposed from an earlier consultation. */
export function shownClauses(db: Reads, consultationId: string) {
  const own = listClauseWordings(db, consultationId);
  const earlier = listEarlierWordings(db, consultationId);
  return piecesOfClauses.map(({ piece, label }) => ({
    label,
    clauses: (shipped[piece] as readonly Clause[]).map((clause) => {
      const wording = own.find(({ clauseId }) => clauseId === clause.id);
      const proposed = wording ? undefined : earlier.find(({ clauseId }) => clauseId === clause.id);
      return {
        id: clause.id,
        title: clause.title,
        basis: clause.basis,
        confidence: clause.confidence,
        conditional: (clause.when ?? []).length > 0,
        paragraphs: clause.paragraphs,
        wording: wording && {
          ...wording,
          outdated: isOutdated(wording, clause),
          changes: textChanges(clause.paragraphs, wording.paragraphs),
        },
        proposed: proposed && {
          ...proposed,
          outdated: isOutdated(proposed, clause),
          changes: textChanges(clause.paragraphs, proposed.paragraphs),
        },
      };
    }),
  }));
}

export type ShownClause = ReturnType<typeof shownClauses>[number]['clauses'][number];
