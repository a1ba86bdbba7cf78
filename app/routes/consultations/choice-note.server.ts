// Brings together what the note of the choice of a procedure says, and the digest that tells whether it still holds.
import { categories, type HomogeneousFamily, homogeneousFamilyLabels } from 'catalog/products/categories';
import type { Reads } from 'db/client';
import { canonicalDigest } from 'db/consolidation';
import type { ChoiceNoteFacts } from '~/documents/consultations/choice-note';
import type { DceSubject } from '~/documents/consultations/subject';
import type { ProcedureAdvice } from '~/domain/consultations/procedure';
import type { Day } from '~/domain/shared/day';
import { maximumJustifications } from './maxima.server';
import { dceSubject, type Prepared } from './subject.server';

const families: Readonly<Record<string, { readonly family: HomogeneousFamily }>> = categories;

export type SaidInNote = Omit<ChoiceNoteFacts, 'version' | 'issuedOn'>;

/** What the note says, apart from its version and its day. */
export function saidInNote(
  db: Reads,
  prepared: Prepared,
  advice: ProcedureAdvice,
  today: Day,
  demonstration: boolean,
): SaidInNote {
  const subject: DceSubject = dceSubject(db, prepared, advice, today, demonstration);
  const { consolidation } = prepared.consolidation.needs;
  const chosen = consolidation.lots.filter(({ number }) => subject.choices.lots.some((lot) => lot.number === number));
  const membersOf = (lines: (typeof chosen)[number]['lines']) =>
    new Set(lines.flatMap(({ shares }) => shares.map(({ communeId }) => communeId))).size;
  const found = chosen
    .flatMap(({ lines }) => lines)
    .flatMap(({ category }) => families[category]?.family ?? [])
    .map((family) => homogeneousFamilyLabels[family]);
  return {
    subject,
    needs: chosen.map(({ number, net, lines, unpricedLines }) => ({
      lot: number,
      net,
      lines: lines.length,
      unpricedLines,
      members: membersOf(lines),
    })),
    maxima: maximumJustifications(db, prepared).map(({ number, title, sentences }) => ({ number, title, sentences })),
    members: subject.buyers.length,
    families: [...new Set(found)],
  };
}

/** Digest of what the note relies on: the version of the file and the day are no part of it, nor are the clauses. */
export function noteDigest({ subject, ...rest }: SaidInNote): string {
  const { reference, object, launchDay, choices, advice, buyers, issuer } = subject;
  return canonicalDigest({ ...rest, reference, object, launchDay, choices, advice, buyers, issuer });
}
